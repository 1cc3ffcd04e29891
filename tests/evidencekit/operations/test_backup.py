import pytest

from evidencekit.errors.crypto import WrongPassphrase
from evidencekit.errors.work import AlreadyThere, FileUnwritable, NoWorkspace
from evidencekit.operations import backup, care, reading, unlock
from tests.world import PASSPHRASE, Person, World, case


def test_a_backup_opens_with_the_same_passphrase_and_holds_the_same(lead: Person) -> None:
    lead.writes("case", **case())
    copy = backup.backup(lead.desk, lead.folder.with_name("copy.evidence"))
    opened = unlock.open_workspace(copy, PASSPHRASE)
    assert care.fingerprint(opened).groups == care.fingerprint(lead.desk).groups
    unlock.lock(opened)


def test_a_restored_workspace_holds_what_the_backup_held(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    copy = backup.backup(lead.desk, lead.folder.with_name("copy.evidence"))
    lead.writes("document", title="Written later")
    restored = backup.restore(copy, lead.folder.with_name("again.evidence"), PASSPHRASE)
    opened = unlock.open_workspace(restored, PASSPHRASE)
    assert reading.item(opened, child).title == "SH-01"
    assert care.check(opened).is_sound
    unlock.lock(opened)


def test_nothing_is_written_over(lead: Person) -> None:
    with pytest.raises(AlreadyThere):
        backup.backup(lead.desk, lead.folder)


def test_a_wrong_passphrase_or_an_empty_folder_restores_nothing(world: World, lead: Person) -> None:
    target = lead.folder.with_name("again.evidence")
    lead.locks()
    with pytest.raises(WrongPassphrase):
        backup.restore(lead.folder, target, "wrong")
    with pytest.raises(NoWorkspace):
        backup.restore(lead.stick, target, PASSPHRASE)
    assert not target.exists()
    world.reopens(lead)


def test_salvage_saves_what_can_be_read_and_counts_what_cannot(world: World, lead: Person) -> None:
    child = lead.writes("case", **case()).record
    long_text = "The visit was cancelled and nobody rang. " * 400
    for number in range(20):
        lead.notes(child, f"{number} {long_text}")
    lead.locks()
    store = lead.folder / "store.db"
    content = bytearray(store.read_bytes())
    content[len(content) // 2] ^= 1
    store.write_bytes(content)
    target = lead.folder.with_name("saved.evidence")
    saved = backup.salvage(lead.folder, target, PASSPHRASE)
    opened = unlock.open_workspace(target, PASSPHRASE)
    assert saved.revisions >= 15
    assert saved.revisions + saved.lost == 22
    assert reading.rows(opened)
    unlock.lock(opened)


def test_no_copy_is_made_inside_the_workspace_itself(lead: Person) -> None:
    with pytest.raises(FileUnwritable):
        backup.backup(lead.desk, lead.folder / "copy.evidence")
    assert not (lead.folder / "copy.evidence").exists()
