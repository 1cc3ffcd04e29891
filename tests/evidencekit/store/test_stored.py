"""How revisions lie in the tables."""

import pytest

from evidencekit.errors.store import StoreDamaged
from evidencekit.store import batches, stored
from evidencekit.store.connection import Database
from tests.evidencekit.store.authors import Author


def test_a_revision_is_read_from_its_place_with_its_batch(store: Database, anna: Author) -> None:
    first = anna.notes("one")
    second = anna.corrects(first, "two")
    number = batches.open_batch(store, "b", "ANNA000000", "2012-11-20T18:00:00Z")
    with store.transaction():
        stored.put(store, [(3, first, None), (7, second, number)])
    assert stored.at(store, 3) == (first, None)
    assert stored.at(store, 7) == (second, number)
    assert stored.at(store, 4) is None
    assert stored.bare_at(store, 7) == (second.without_content(), number)
    assert stored.bare_at(store, 4) is None


def test_contents_are_given_by_place_and_by_name(store: Database, anna: Author) -> None:
    here, gone = anna.notes("one"), anna.notes("two").without_content()
    with store.transaction():
        stored.put(store, [(1, here, None), (2, gone, None)])
    assert stored.contents_at(store, [1, 2, 3]) == {1: here.content}
    assert stored.contents_of(store, [here.id, gone.id]) == {here.id: here.content}


def test_headers_are_given_by_record_with_their_places(store: Database, anna: Author) -> None:
    first = anna.notes("one")
    second, other = anna.corrects(first, "two"), anna.notes("other")
    with store.transaction():
        stored.put(store, [(1, first, None), (2, second, None), (3, other, None)])
    record = first.header.record
    assert stored.placed_headers(store, [record]) == {
        record: [(1, first.without_content()), (2, second.without_content())]
    }


def test_a_text_that_is_not_the_one_named_is_never_given(store: Database, anna: Author) -> None:
    made = anna.notes("one")
    with store.transaction():
        stored.put(store, [(1, made, None)])
        store.execute("DROP TRIGGER content_is_never_rewritten")
        store.execute("UPDATE content SET body = x'00'")
    with pytest.raises(StoreDamaged):
        stored.at(store, 1)
    with pytest.raises(StoreDamaged):
        stored.contents_at(store, [1])
    ((revision, digest),) = stored.with_digests(store)
    assert revision == made.without_content()
    assert digest != made.header.body
