"""The first format: a store of that day is opened and read in full, for ever."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit import canonical
from evidencekit.ids import AttachmentId
from evidencekit.store import (
    attachments,
    batches,
    check,
    drafts,
    fingerprint,
    listing,
    migrate,
    projections,
    relations,
    revisions,
    search,
    settings,
    vault,
)
from evidencekit.store.connection import Database
from tests.evidencekit.store.conftest import KEY, STORE_ID
from tests.golden.stores.make import FILE, make, written

GOLDEN = Path(__file__).parents[4] / "tests" / "golden" / "stores" / "store-v1.db"


@pytest.fixture
def golden(tmp_path: Path) -> Iterator[Database]:
    shutil.copy(GOLDEN, tmp_path / "store.db")
    database = Database.open(tmp_path / "store.db", KEY)
    migrate.check_identity(database, STORE_ID)
    yield database
    database.close()


def test_every_revision_reads_as_it_was_written(golden: Database) -> None:
    own, theirs, strange = written()
    kept = [*own, *theirs[:2], theirs[2].without_content()]
    assert list(revisions.everything(golden)) == kept
    assert revisions.get(golden, strange[0].id) == strange[0]
    assert fingerprint.fingerprint(golden) == fingerprint.of_ids(sorted(each.id for each in kept))
    assert (
        fingerprint.fingerprint(golden).groups == "82608 92635 37295 21326 09809 54211 32774 60459"
    )


def test_everything_beside_the_ledger_is_there(golden: Database) -> None:
    digest = AttachmentId(canonical.sha512(FILE))
    assert b"".join(attachments.read(golden, digest)) == FILE
    assert [each.is_withdrawn for each in batches.all_of(golden)] == [False, True]
    assert [each.content for each in drafts.all_of(golden)] == [b'{"title":"half a"}']
    assert settings.get(golden, "spell-check") == "on"
    assert vault.get_secret(golden, "signing") == bytes(32)
    assert len(vault.rosters(golden)) == len(vault.pins(golden)) == 1
    assert len(vault.bundles(golden, vault.RECEIVED)) == len(vault.set_aside_lines(golden)) == 1
    assert len(revisions.checkpoints(golden)) == 1


def test_it_is_sound_and_its_lists_can_be_made_anew(golden: Database) -> None:
    projections.rebuild(golden)
    report = check.check(golden, thorough=True)
    assert report.is_clean, report.findings
    assert [each.heads for each in listing.clashes(golden)] == [2]
    assert relations.waiting(golden) == []
    assert [hit.listed.accepted for hit in search.find(golden, "brulee")] == ["accepted"]


def test_todays_program_writes_the_same_store(tmp_path: Path, golden: Database) -> None:
    make(tmp_path / "fresh.db")
    fresh = Database.open(tmp_path / "fresh.db", KEY)
    assert list(revisions.everything(fresh)) == list(revisions.everything(golden))
    assert projections.rebuilt_digest(fresh) == projections.rebuilt_digest(golden)
    fresh.close()


def test_every_table_of_text_is_strict(golden: Database) -> None:
    loose = golden.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%STRICT%'"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%'"
    )
    assert loose == []
