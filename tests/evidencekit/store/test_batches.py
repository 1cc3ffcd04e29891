"""Merges by number: withdrawn as a whole, and come back."""

import pytest

from evidencekit.errors.store import UnknownBatch
from evidencekit.records.revision import Revision
from evidencekit.store import batches, revisions
from evidencekit.store.connection import Database
from tests.evidencekit.store.authors import Author

AT = "2012-11-20T18:00:00Z"


def merge(store: Database, bundle: str, *parts: list[Revision]) -> int:
    number = batches.open_batch(store, bundle, "ANNA000000", AT)
    revisions.add_all(store, [each for part in parts for each in part], number)
    return number


def test_a_merge_has_a_number_and_its_counts(store: Database) -> None:
    first = batches.open_batch(store, "b1", "ANNA000000", AT)
    second = batches.open_batch(store, "b2", "BEN0000000", AT)
    batches.close(store, second, {"new": 3, "held": 1})
    assert (first, second) == (1, 2)
    assert batches.get(store, second) == batches.Batch(
        number=2, bundle="b2", sender="BEN0000000", at=AT, counts={"new": 3, "held": 1}
    )
    assert [each.number for each in batches.all_of(store)] == [1, 2]


def test_withdrawing_puts_out_of_force_and_can_be_told(store: Database, anna: Author) -> None:
    chain = [anna.notes("a"), anna.notes("b")]
    number = merge(store, "b1", chain)
    assert not batches.any_withdrawn(store)
    touched = batches.withdraw(store, number, AT, "another inspection's stick")
    assert touched == {each.header.record for each in chain}
    assert batches.any_withdrawn(store)
    held = batches.get(store, number)
    assert (held.is_withdrawn, held.reason) == (True, "another inspection's stick")
    assert revisions.known(store, [each.id for each in chain]) == frozenset()
    assert batches.revisions_of(store, number) == [each.id for each in chain]


def test_a_merge_is_withdrawn_once_and_must_exist(store: Database) -> None:
    number = batches.open_batch(store, "b1", "ANNA000000", AT)
    batches.withdraw(store, number, AT, "x")
    for wrong in (number, 99):
        with pytest.raises(UnknownBatch) as refusal:
            batches.withdraw(store, wrong, AT, "x")
        assert refusal.value.facts == {"number": wrong}


def test_a_withdrawn_merge_can_be_put_in_force_again(store: Database, anna: Author) -> None:
    number = merge(store, "b1", [anna.notes("a")])
    before = list(revisions.all_ids(store))
    touched = batches.withdraw(store, number, AT, "too early")
    assert batches.bring_back(store, number) == touched
    assert list(revisions.all_ids(store)) == before
    with pytest.raises(UnknownBatch):
        batches.bring_back(store, number)


def test_merging_again_brings_back_what_was_withdrawn(store: Database, anna: Author) -> None:
    chain = [anna.notes("a"), anna.notes("b")]
    batches.withdraw(store, merge(store, "b1", chain), AT, "too early")
    again = batches.open_batch(store, "b1", "ANNA000000", AT)
    added = revisions.add_all(store, chain, again)
    assert (added.new, added.held) == ((), 0)
    assert set(added.revived) == {each.id for each in chain}
    assert added.records == {each.header.record for each in chain}
    assert revisions.known(store, [each.id for each in chain]) == set(added.revived)


def test_what_another_merge_also_brought_stays_in_force(store: Database, anna: Author) -> None:
    chain = [anna.notes(str(number)) for number in range(6)]
    first = merge(store, "b1", chain[:4])
    second = merge(store, "b2", chain[2:])
    batches.withdraw(store, first, AT, "x")
    assert revisions.known(store, [each.id for each in chain]) == {each.id for each in chain[2:]}
    batches.withdraw(store, second, AT, "x")
    assert list(revisions.all_ids(store)) == []


def test_only_the_numbers_carried_count_not_those_between(store: Database, anna: Author) -> None:
    chain = [anna.notes(str(number)) for number in range(6)]
    first = merge(store, "b1", chain)
    merge(store, "b2", [chain[0], chain[1], chain[4]])
    batches.withdraw(store, first, AT, "x")
    assert set(revisions.all_ids(store)) == {chain[0].id, chain[1].id, chain[4].id}


def test_what_is_moved_out_of_force_stays_so(store: Database, anna: Author) -> None:
    chain = [anna.notes("a"), anna.notes("b")]
    merge(store, "b1", chain)
    aside = batches.open_batch(store, "b2", "ANNA000000", AT)
    batches.rehome(store, [chain[1].id], aside)
    batches.withdraw(store, aside, AT, "not allowed by the roster")
    assert list(revisions.all_ids(store)) == [chain[0].id]
