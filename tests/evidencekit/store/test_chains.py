"""Holes, forks and links that do not fit, told from what is held."""

from evidencekit.records.revision import Revision
from evidencekit.store import batches, chains, revisions
from evidencekit.store.chains import Fork, Gap
from evidencekit.store.connection import Database
from tests.evidencekit.store.authors import Author


def merge(store: Database, *parts: Revision) -> int:
    number = batches.open_batch(store, "b", "ANNA000000", "2012-11-20T18:00:00Z")
    revisions.add_all(store, parts, number)
    return number


def test_a_whole_chain_has_no_gap(store: Database, anna: Author) -> None:
    merge(store, *(anna.notes(str(number)) for number in range(4)))
    assert chains.gaps(store, anna.id) == []
    assert chains.authors(store) == [anna.id]


def test_every_hole_is_told_once(store: Database, anna: Author) -> None:
    chain = [anna.notes(str(number)) for number in range(9)]
    merge(store, chain[2], chain[3], chain[7])
    assert chains.gaps(store, anna.id) == [Gap(anna.id, 1, 2), Gap(anna.id, 5, 7)]
    merge(store, *chain[:2])
    assert chains.gaps(store, anna.id) == [Gap(anna.id, 5, 7)]


def test_a_withdrawn_merge_leaves_a_gap(store: Database, anna: Author) -> None:
    chain = [anna.notes(str(number)) for number in range(3)]
    merge(store, chain[0])
    batches.withdraw(store, merge(store, chain[1]), "2012-11-20T18:00:00Z", "x")
    merge(store, chain[2])
    assert chains.gaps(store, anna.id) == [Gap(anna.id, 2, 2)]


def test_a_workspace_used_twice_shows_as_a_fork(store: Database, anna: Author) -> None:
    twin = Author("anna")
    same = anna.notes("same")
    assert twin.notes("same") == same
    one, other = anna.notes("one"), twin.notes("other")
    merge(store, same, one)
    merge(store, other, twin.notes("after"))
    assert chains.forks(store) == [Fork(anna.id, 2, tuple(sorted((one.id, other.id))))]
    assert list(chains.misfits(store)) == []


def test_a_link_to_another_past_is_a_misfit(store: Database, anna: Author) -> None:
    twin = Author("anna")
    twin.notes("another first")
    after = twin.notes("after it")
    merge(store, anna.notes("first"), after)
    assert list(chains.misfits(store)) == [after.id]
