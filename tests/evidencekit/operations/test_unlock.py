from pathlib import Path

import pytest

from evidencekit.clock import SetClock
from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.errors.crypto import WrongPassphrase
from evidencekit.errors.framework import UnknownFramework
from evidencekit.errors.store import StoreInUse, StoreNotEncrypted
from evidencekit.errors.work import (
    AlreadyThere,
    EmptyAnswer,
    NoWorkspace,
    UnknownInspectorate,
)
from evidencekit.operations import care, reading, unlock
from evidencekit.operations.unlock import NewWorkspace
from tests.world import PASSPHRASE, Person, World, case


def new(**changes: str) -> NewWorkspace:
    facts = {
        "framework": "macp-2012", "area": "Amberford", "name": "Lena Marsh",
        "inspectorate": "ofsted", "role": "lead", "passphrase": PASSPHRASE,
    }  # fmt: skip
    return NewWorkspace(**{**facts, **changes}, cost=TEST_COST)


def test_a_workspace_is_a_private_folder_with_a_store_and_two_key_files(lead: Person) -> None:
    lead.locks()
    names = {path.name for path in lead.folder.iterdir()}
    assert names == {"store.db", "keys.json", "keys.bak.json"}
    assert lead.folder.stat().st_mode & 0o777 == 0o700


def test_a_lead_begins_with_the_inspection_and_a_team_of_one(lead: Person) -> None:
    assert [row.kind for row in reading.rows(lead.desk)] == ["inspection"]
    assert lead.desk.trust is not None
    assert [member.name for member in lead.desk.trust.roster.members] == ["Lena Marsh"]


def test_what_was_written_is_there_after_locking_and_opening(world: World, lead: Person) -> None:
    record = lead.writes("case", **case()).record
    before = care.fingerprint(lead.desk).groups
    lead.locks()
    desk = world.reopens(lead)
    assert reading.item(desk, record).title == "SH-01"
    assert care.fingerprint(desk).groups == before
    assert desk.me.name == "Lena Marsh"
    assert desk.pack.id == "macp-2012"


def test_a_wrong_passphrase_opens_nothing(world: World, lead: Person) -> None:
    lead.locks()
    with pytest.raises(WrongPassphrase):
        unlock.stretch_keys(lead.folder, "barley lantern otter quilt eight")
    world.reopens(lead)


def test_the_recovery_code_opens_the_workspace(world: World, lead: Person, clock: SetClock) -> None:
    lead.locks()
    keys = unlock.stretch_recovery(lead.folder, lead.recovery_code)
    lead.desk = unlock.open_desk(lead.folder, keys, clock=clock)
    assert lead.desk.me.name == "Lena Marsh"


def test_a_workspace_is_never_written_over(lead: Person) -> None:
    with pytest.raises(AlreadyThere):
        unlock.create_workspace(lead.folder, new())
    assert reading.rows(lead.desk)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"framework": "macp-2099"}, UnknownFramework),
        ({"inspectorate": "ofgem"}, UnknownInspectorate),
        ({"area": " "}, EmptyAnswer),
        ({"name": ""}, EmptyAnswer),
    ],
)
def test_a_refused_workspace_leaves_nothing_behind(
    tmp_path: Path, changes: dict[str, str], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        unlock.create_workspace(tmp_path / "x.evidence", new(**changes))
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_is_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(NoWorkspace):
        unlock.stretch_keys(tmp_path, PASSPHRASE)


def test_a_second_program_cannot_open_the_same_store(lead: Person) -> None:
    keys = unlock.stretch_keys(lead.folder, PASSPHRASE)
    with pytest.raises(StoreInUse):
        unlock.open_desk(lead.folder, keys)


def test_a_store_that_is_not_encrypted_is_refused_and_left_as_it_is(lead: Person) -> None:
    lead.locks()
    plain = b"SQLite format 3\x00" + bytes(4096)
    (lead.folder / "store.db").write_bytes(plain)
    keys = unlock.stretch_keys(lead.folder, PASSPHRASE)
    with pytest.raises(StoreNotEncrypted):
        unlock.open_desk(lead.folder, keys)
    assert (lead.folder / "store.db").read_bytes() == plain


def test_nothing_secret_shows_when_values_are_printed() -> None:
    assert PASSPHRASE not in repr(new())


def test_a_suggested_passphrase_has_five_words_and_is_strong_enough() -> None:
    suggested = unlock.suggest_passphrase()
    assert len(suggested.split()) == 5
    assert unlock.passphrase_strength(suggested).is_enough
    assert not unlock.passphrase_strength("password1").is_enough
