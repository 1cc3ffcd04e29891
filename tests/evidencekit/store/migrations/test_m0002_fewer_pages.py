"""The wide index of the lists is gone, and lists of one kind are what they were."""

import shutil
from pathlib import Path

from evidencekit.store import listing, migrate
from evidencekit.store.connection import Database
from evidencekit.store.listing import Only
from tests.evidencekit.store.conftest import KEY

GOLDEN = Path(__file__).parents[4] / "tests" / "golden" / "stores" / "store-v1.db"


def test_the_lists_of_an_older_store_stay_what_they_were(tmp_path: Path) -> None:
    place = tmp_path / "store.db"
    shutil.copy(GOLDEN, place)
    store = Database.open(place, KEY)
    before = store.rows("SELECT kind, record FROM current WHERE NOT deleted ORDER BY number DESC")
    migrate.bring_up_to_date(store, tmp_path / "backups")
    assert store.value("SELECT count(*) FROM sqlite_schema WHERE name = 'current_by_kind'") == 0
    kinds = {kind for kind, _ in before}
    assert kinds
    for kind in kinds:
        wanted = [record for found, record in before if found == kind]
        assert listing.of_kind(store, kind) == wanted
        assert [each.record for each in listing.list_current(store, Only(kind=kind))] == wanted
        assert listing.count_current(store, Only(kind=kind)) == len(wanted)
    store.close()
