"""What can be read of a damaged store is saved, and what is lost is counted."""

from pathlib import Path

import pytest

from evidencekit import canonical
from evidencekit.errors.store import StoreDamaged
from evidencekit.ids import AttachmentId
from evidencekit.store import (
    attachments,
    batches,
    check,
    drafts,
    fingerprint,
    migrate,
    projections,
    revisions,
    salvage,
    vault,
)
from evidencekit.store.connection import Database
from tests.evidencekit.store.authors import Author
from tests.evidencekit.store.conftest import KEY, STORE_ID


@pytest.fixture
def full(store: Database, anna: Author, ben: Author) -> Database:
    own = [anna.notes(f"{number} " + "The baby was asleep. " * 200) for number in range(20)]
    data = b"a file, " * 3000
    digest = AttachmentId(canonical.sha512(data))
    attachments.keep_stream(store, digest, len(data), "text/plain", [data])
    own.append(anna.writes(fields={"attachments": [{"digest": digest, "name": "a"}]}))
    vault.put_secret(store, "signing", b"key")
    with store.transaction():
        for revision in own:
            revisions.add(store, revision)
        number = batches.open_batch(store, "b", "BEN0000000", "2012-11-20T18:00:00Z")
        added = revisions.add_all(store, [ben.notes("theirs")], number)
        projections.refresh(store, [each.header.record for each in own] + list(added.records))
    return store


def test_a_sound_store_is_saved_whole(full: Database, place: Path, tmp_path: Path) -> None:
    before, lists = fingerprint.fingerprint(full), projections.digest(full)
    full.close()
    assert salvage.salvage(place, tmp_path / "saved.db", KEY, STORE_ID) == (22, 0)
    saved = Database.open(tmp_path / "saved.db", KEY)
    migrate.check_identity(saved, STORE_ID)
    assert fingerprint.fingerprint(saved) == before
    assert projections.digest(saved) == lists
    assert vault.get_secret(saved, "signing") == b"key"
    assert check.check(saved, thorough=True).is_clean
    saved.close()


def test_a_draft_and_a_line_set_aside_are_saved_or_left_never_half(
    full: Database, place: Path, tmp_path: Path
) -> None:
    drafts.keep(full, "good", "", "observation", b"typed", "2012-11-19T10:31:07Z")
    drafts.keep(full, "bad", "", "observation", b"typed", "2012-11-19T10:31:07Z")
    vault.set_aside(full, vault.SetAsideLine(bundle="b", line=1, why="x", content=b"{"))
    with full.transaction():
        full.execute("UPDATE draft SET content = x'00' WHERE form = 'bad'")
    full.close()
    salvage.salvage(place, tmp_path / "saved.db", KEY, STORE_ID)
    saved = Database.open(tmp_path / "saved.db", KEY)
    assert [each.form for each in drafts.all_of(saved)] == ["good"]
    assert len(vault.set_aside_lines(saved)) == 1
    saved.close()


def test_a_damaged_page_costs_only_what_lay_on_it(
    full: Database, place: Path, tmp_path: Path, anna: Author
) -> None:
    full.close()
    content = bytearray(place.read_bytes())
    partly = 0
    for page in range(2, len(content) // 4096, 2):
        content[page * 4096 + 100] ^= 1
        place.write_bytes(content)
        content[page * 4096 + 100] ^= 1
        target = tmp_path / f"saved-{page}.db"
        try:
            kept, lost = salvage.salvage(place, target, KEY, STORE_ID)
        except StoreDamaged:
            continue  # a page that holds the tables' own description
        partly += lost == 1
        saved = Database.open(target, KEY)
        report = check.check(saved)
        assert report.is_clean, (page, report.findings)
        texts = {each.id for each in revisions.everything(saved) if not each.is_erased}
        assert len(texts) == kept
        saved.close()
    assert partly > 5
