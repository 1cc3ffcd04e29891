"""A check tells what it looked at and finds what was done to a store."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from evidencekit import canonical
from evidencekit.ids import AttachmentId
from evidencekit.store import attachments, batches, check, projections, revisions
from evidencekit.store.check import Checked
from evidencekit.store.connection import Database
from tests.evidencekit.store.authors import Author, linked
from tests.evidencekit.store.conftest import KEY

AT = "2012-11-20T18:00:00Z"


@pytest.fixture
def full(store: Database, anna: Author, ben: Author, lead: Author) -> Database:
    """Give a store with something in every table a check looks at."""
    first = anna.notes("The baby was asleep.", areas=linked("E1"))
    crossed = [ben.corrects(first, "awake"), lead.decides(first, "accept"), ben.notes("more")]
    waits = Author("cleo")
    waits.notes("left behind")
    crossed.append(waits.corrects(waits.chain[0], "waits"))
    data = b"a file"
    attachments.keep_stream(
        store, AttachmentId(canonical.sha512(data)), len(data), "text/plain", [data]
    )
    with store.transaction():
        for revision in (first, anna.corrects(first, "snoring")):
            revisions.add(store, revision)
        number = batches.open_batch(store, "b", "BEN0000000", AT)
        added = revisions.add_all(store, crossed, number)
        revisions.erase(store, ben.chain[-1].id)
        projections.refresh(store, {first.header.record, *added.records})
    return store


def codes(store: Database, *, thorough: bool = False) -> set[str]:
    return {finding.code for finding in check.check(store, thorough=thorough).findings}


def spoil(store: Database, *statements: str) -> None:
    with store.transaction():
        for name in ("revision_is_never_rewritten", "content_is_never_rewritten"):
            store.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            store.execute(statement)


def test_a_sound_store_is_clean_and_the_report_says_what_was_looked_at(full: Database) -> None:
    told: list[tuple[int, int]] = []
    report = check.check(full, progress=lambda done, of: told.append((done, of)))
    assert report.is_clean, report.findings
    assert Checked.PAGES in report.checked
    assert Checked.REBUILT not in report.checked
    assert told[0] == (0, 6)
    assert told[-1] == (6, 6)


def test_a_thorough_check_looks_at_everything(full: Database) -> None:
    before = projections.digest(full)
    report = check.check(full, thorough=True)
    assert report.is_clean, report.findings
    assert set(report.checked) == set(Checked)
    assert projections.digest(full) == before


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (["UPDATE revision SET written = '2012' WHERE position = 1"], "check.header"),
        (["UPDATE content SET body = x'00' WHERE position = 1"], "check.body"),
        (["UPDATE revision SET prev = id WHERE position = 2"], "check.misfit"),
        (["UPDATE revision SET author = 'ANNA000000', seq = 1 WHERE position = 3"], "check.fork"),
        (["UPDATE attachment_chunk SET data = x'00'"], "check.attachment"),
        (["DELETE FROM current WHERE kind = 'decision'"], "check.record-unlisted"),
        (["UPDATE current SET head = 'x' WHERE kind = 'decision'"], "check.head-unknown"),
        (["INSERT INTO search (rowid, words) VALUES (9, 'stray')"], "check.search-unlisted"),
    ],
)
def test_what_was_changed_is_found(full: Database, statements: Sequence[str], code: str) -> None:
    spoil(full, *statements)
    assert code in codes(full)


def test_a_wrong_title_is_found_only_by_making_the_lists_anew(full: Database) -> None:
    spoil(full, "UPDATE current SET title = 'x' WHERE kind = 'decision'")
    assert codes(full) == set()
    assert codes(full, thorough=True) == {"check.lists-differ"}


def test_a_reference_to_nothing_is_found(full: Database) -> None:
    full._connection.set_authorizer(None)
    full.value("PRAGMA foreign_keys = OFF")
    spoil(full, "UPDATE revision SET batch = 99 WHERE position = 3")
    assert "check.reference" in codes(full)


def test_every_changed_byte_of_the_file_is_found(full: Database, place: Path) -> None:
    full.close()
    content = bytearray(place.read_bytes())
    opened = 0
    for at in range(4096 + 7, len(content), 4096 * 3 + 1024):
        content[at] ^= 1
        place.write_bytes(content)
        content[at] ^= 1
        try:
            damaged = Database.open(place, KEY)
        except Exception as refusal:  # noqa: BLE001 - whichever page it is, it is named
            assert getattr(refusal, "code", "").startswith("store.")  # noqa: PT017
            continue
        opened += 1
        assert "check.page" in codes(damaged)
        damaged.close()
    assert opened > 5


def test_bytes_behind_the_end_are_found(full: Database, place: Path) -> None:
    full.close()
    place.write_bytes(place.read_bytes() + bytes(4096))
    longer = Database.open(place, KEY)
    assert "check.size" in codes(longer)
    longer.close()
