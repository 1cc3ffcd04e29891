"""Copies are known because they were written down when they were made."""

from pathlib import Path

from evidencekit.operations import backup, copies, remembering, trusting
from tests.world import PASSPHRASE, Person


def test_a_backup_and_an_exported_key_are_known_and_only_the_screen_says_where(
    lead: Person, tmp_path: Path
) -> None:
    assert copies.known(lead.desk) == ()
    saved = backup.backup(lead.desk, tmp_path / "safe.evidence")
    trusting.reading_key(lead.desk)
    with lead.desk.database.transaction():
        remembering.log(lead.desk, "printed report", "abc def")
        remembering.log(lead.desk, "plain copy of a file", "abc of 12 to /media/stick/minutes.pdf")
        remembering.log(lead.desk, "published for analysis", "abc def")
        remembering.log(lead.desk, "disclosed", "abc def")
        remembering.log(lead.desk, "admitted", "0000000002")
    found = copies.known(lead.desk)
    assert [each.what for each in found] == [
        "A backup, with its keys", "The reading key in a file", "A printed report",
        "A plain copy of an attached file", "Data published for analysis", "A disclosure pack",
    ]  # fmt: skip
    assert [each.where for each in found] == [
        str(saved), "", "", "/media/stick/minutes.pdf", "", "",
    ]  # fmt: skip


def test_restoring_a_backup_writes_nothing_into_it(lead: Person, tmp_path: Path) -> None:
    saved = backup.backup(lead.desk, tmp_path / "safe.evidence")
    before = (saved / "store.db").read_bytes()
    backup.restore(saved, tmp_path / "again.evidence", PASSPHRASE)
    assert (saved / "store.db").read_bytes() == before
