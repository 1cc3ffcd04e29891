import json
from argparse import Namespace
from pathlib import Path

import pytest

from evidencekit.cli import main
from evidencekit.cli.command import Around, first_line, listed, passphrase_of
from evidencekit.clock import SetClock
from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.errors.usage import NoPassphrase
from evidencekit.ids import SeededIds
from tests.world import MONDAY, PASSPHRASE


def test_a_passphrase_comes_from_the_first_line_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    path.write_text("five words of my own\nsecond line\n")
    assert first_line(path) == "five words of my own"


def test_a_list_of_passphrases_is_asked_by_workspace(tmp_path: Path) -> None:
    path = tmp_path / "passphrases.txt"
    path.write_text("lead.evidence\tone two\nben.evidence\tthree four\n")
    assert listed(path, Path("somewhere/ben.evidence")) == "three four"


def test_without_any_passphrase_the_refusal_says_how_to_give_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EVIDENCEKIT_PASSPHRASE", raising=False)
    with pytest.raises(NoPassphrase):
        passphrase_of(Namespace(passphrase_file=None, workspace=None))
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    with pytest.raises(NoPassphrase):
        first_line(empty)
    with pytest.raises(NoPassphrase):
        first_line(tmp_path / "absent.txt")


def test_a_command_takes_the_hour_and_the_names_from_whoever_calls_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVIDENCEKIT_PASSPHRASE", PASSPHRASE)
    around = Around(clock=SetClock(MONDAY), ids=SeededIds("around"), cost=TEST_COST)
    folder = str(tmp_path / "lead.evidence")
    made = ("--area", "Amberford", "--name", "Lena Marsh", "--inspectorate", "ofsted")
    assert main(["new", folder, *made, "--role", "lead"], around) == 0
    capsys.readouterr()
    assert main(["list", folder, "--json"], around) == 0
    (inspection,) = json.loads(capsys.readouterr().out)["records"]
    assert inspection["written"].startswith("2012-11-19T09:00")
    assert main(["fingerprint", folder]) == 0
