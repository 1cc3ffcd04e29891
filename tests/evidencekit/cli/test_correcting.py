import pytest

from tests.evidencekit.cli.conftest import Typed
from tests.world import PASSPHRASE, Person, World, case


@pytest.fixture
def slipped(world: World, monkeypatch: pytest.MonkeyPatch) -> tuple[Person, str]:
    """A note of Ben's into which a name had slipped, corrected since; the laptop is locked."""
    monkeypatch.setenv("EVIDENCEKIT_PASSPHRASE", PASSPHRASE)
    ben = world.inspector()
    child = ben.writes("case", **case("B-01", "inspectorate-tracked")).record
    note = ben.notes(child, "Quillan slept.").record
    ben.corrects(note, "A name had slipped in.", case=child, i_saw="The child slept.")
    ben.locks()
    return ben, note


def test_a_name_typed_by_mistake_is_destroyed_and_that_there_was_a_version_stays(
    typed: Typed, slipped: tuple[Person, str]
) -> None:
    ben, note = slipped
    first, second = typed("show", ben.folder, note, "--history", "--json").json["history"]
    reason = ("--reason", "A name was typed by mistake.")
    made = typed("erase", ben.folder, note, first["revision"], *reason, "--json")
    assert (made.status, made.json["erased"]) == (0, [first["revision"]])
    shown = typed("show", ben.folder, note, "--history", "--json").json["history"]
    assert [one["revision"] for one in shown] == [first["revision"], second["revision"]]
    assert [one["erased"] for one in shown] == [True, False]
    assert "Quillan" not in typed("show", ben.folder, note, "--history").out
    assert typed("erase", ben.folder, note, second["revision"], *reason).status == 0


def test_a_version_that_is_not_there_is_refused_and_nothing_is_destroyed(
    typed: Typed, slipped: tuple[Person, str]
) -> None:
    ben, note = slipped
    first, _second = typed("show", ben.folder, note, "--history", "--json").json["history"]
    words = (first["revision"], "f" * 64, "--reason", "A name.")
    refused = typed("erase", ben.folder, note, *words, "--json")
    assert refused.json["error"]["code"] == "work.no-such-revision"
    assert "Quillan" in typed("show", ben.folder, note, "--history").out


def test_a_deleted_record_says_why_and_can_still_be_read(
    typed: Typed, slipped: tuple[Person, str]
) -> None:
    ben, note = slipped
    assert typed("delete", ben.folder, note).status == 2
    refused = typed("delete", ben.folder, note, "--reason", " ", "--json")
    assert refused.json["error"]["code"] == "work.reason-needed"
    assert typed("delete", ben.folder, note, "--reason", "Written twice.").status == 0
    shown = typed("show", ben.folder, note, "--history").out
    assert "The child slept." in shown
    assert "Written twice." in shown
