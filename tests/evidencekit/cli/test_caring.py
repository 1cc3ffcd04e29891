from pathlib import Path

import pytest

from tests.evidencekit.cli.conftest import Typed
from tests.world import Person


def test_the_recovery_drill_says_whether_the_code_works(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    code = lead.stick / "code.txt"
    code.write_text(lead.recovery_code)
    assert typed("recovery", lead.folder, "--drill", "--code-file", code).status == 0
    code.write_text("-".join(["000011"] * 8))
    assert typed("recovery", lead.folder, "--drill", "--code-file", code).status == 3


def test_a_changed_passphrase_opens(
    typed: Typed, laptops: tuple[Person, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    lead, _ben = laptops
    new = lead.stick / "new.txt"
    new.write_text("walnut harbour seven cloud pencil\n")
    assert typed("passphrase", lead.folder, "--new-passphrase-file", new).status == 0
    assert typed("roster", lead.folder).status == 3
    monkeypatch.setenv("EVIDENCEKIT_PASSPHRASE", "walnut harbour seven cloud pencil")
    assert typed("roster", lead.folder).status == 0


def test_a_weak_passphrase_is_refused_as_the_window_refuses_it(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    new = lead.stick / "new.txt"
    new.write_text("amberford 2012\n")
    answer = typed("passphrase", lead.folder, "--new-passphrase-file", new, "--json")
    assert (answer.status, answer.json["error"]["code"]) == (4, "unlock.guessable")
    assert "amberford" not in answer.out + answer.err
    assert typed("roster", lead.folder).status == 0


def test_a_statement(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, ben = laptops
    answer = typed("statement", lead.folder, "--member", ben.desk.me.id, "--json")
    assert answer.json["name"] == "Ben Okoro"


def test_frameworks_are_listed_and_a_bad_file_is_named_by_line(
    typed: Typed, tmp_path: Path
) -> None:
    assert [each["id"] for each in typed("frameworks", "--json").json["frameworks"]][:1]
    bad = tmp_path / "bad.toml"
    bad.write_text('id = "x-2020"\nyear = "soon"\n')
    answer = typed("frameworks", "--check", bad, "--json")
    assert answer.status == 4
    assert "line" in answer.json["error"]["happened"].lower()


def test_the_doctor_tells_no_content(typed: Typed) -> None:
    facts = typed("doctor", "--json").json
    assert {"EvidenceKit", "sqlcipher3", "fonts", "key derivation, ms"} <= set(facts)
