from evidencekit.operations import rescuing, unlock
from evidencekit.operations.drafting import Unsaved
from tests.evidencekit.cli.conftest import Typed
from tests.world import PASSPHRASE, Person


def test_a_workspace_is_checked_rebuilt_copied_and_restored(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    assert typed("check", lead.folder, "--json").json["sound"] is True
    assert typed("rebuild", lead.folder, "--json").json["same"] is True
    copy, again = lead.stick / "copy.evidence", lead.stick / "again.evidence"
    assert typed("backup", lead.folder, copy).status == 0
    assert typed("restore", copy, again).status == 0
    prints = {
        typed("fingerprint", folder, "--json").json["fingerprint"]
        for folder in (lead.folder, copy, again)
    }
    assert len(prints) == 1
    assert typed("backup", lead.folder, copy).status == 5


def test_damage_is_found_and_salvaged(typed: Typed, laptops: tuple[Person, Person]) -> None:
    lead, _ben = laptops
    saved = typed("salvage", lead.folder, lead.stick / "saved.evidence", "--json")
    assert (saved.status, saved.json["lost"]) == (0, 0)
    store = lead.folder / "store.db"
    content = bytearray(store.read_bytes())
    content[-100] ^= 1
    store.write_bytes(content)
    answer = typed("check", lead.folder, "--json")
    assert answer.status in {1, 4}
    assert "Traceback" not in answer.err


def test_rescued_words_are_brought_back_once_and_never_over_later_ones(
    typed: Typed, laptops: tuple[Person, Person]
) -> None:
    lead, _ben = laptops
    desk = unlock.open_workspace(lead.folder, PASSPHRASE)
    words = Unsaved(
        form="new:document", kind="document", record="", content={"title": "The pl"},
        at=desk.clock.now(),
    )  # fmt: skip
    path = rescuing.save(desk, [words], lead.stick)
    unlock.lock(desk)
    assert typed("rescue", lead.folder, path, "--json").json == {
        "taken": ["new:document"], "older": [],
    }  # fmt: skip
    wrong = lead.stick / "rescue-wrong.age"
    wrong.write_bytes(b"no rescue")
    answer = typed("rescue", lead.folder, wrong)
    assert answer.status == 4
    assert "no rescued words" in answer.err
