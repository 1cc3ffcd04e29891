"""Same revisions, any order of arrival, same digits."""

import hashlib

from hypothesis import given, strategies as st

from evidencekit.ids import RevisionId
from evidencekit.store import batches, fingerprint, revisions
from evidencekit.store.connection import Database
from tests.evidencekit.store.authors import Author


def test_the_fingerprint_is_what_stock_tools_make_of_the_sorted_names(
    store: Database, anna: Author, ben: Author
) -> None:
    made = [anna.notes("a"), anna.notes("b"), ben.notes("c")]
    number = batches.open_batch(store, "b", "BEN0000000", "2012-11-20T18:00:00Z")
    revisions.add_all(store, reversed(made), number)
    spelled = "".join(sorted(f"{each.id}\n" for each in made))
    found = fingerprint.fingerprint(store)
    assert found.hex == hashlib.sha256(spelled.encode()).hexdigest()
    assert found.revisions == 3


def test_withdrawing_and_merging_again_gives_the_same_fingerprint(
    store: Database, anna: Author, ben: Author
) -> None:
    revisions.add(store, anna.notes("a"))
    alone = fingerprint.fingerprint(store)
    theirs = [ben.notes("b"), ben.notes("c")]

    def merge() -> int:
        number = batches.open_batch(store, "b", "BEN0000000", "2012-11-20T18:00:00Z")
        revisions.add_all(store, theirs, number)
        return number

    number = merge()
    together = fingerprint.fingerprint(store)
    batches.withdraw(store, number, "2012-11-20T19:00:00Z", "too early")
    assert fingerprint.fingerprint(store) == alone
    merge()
    assert fingerprint.fingerprint(store) == together


@given(st.sets(st.integers(0, 2**256 - 1)))
def test_eight_groups_of_five_digits(numbers: set[int]) -> None:
    found = fingerprint.of_ids(RevisionId(f"{number:064x}") for number in sorted(numbers))
    groups = found.groups.split(" ")
    assert len(groups) == 8
    assert all(len(group) == 5 and group.isdigit() for group in groups)


def test_the_groups_of_a_known_digest() -> None:
    assert fingerprint.groups_of("00000001" * 7 + "000186a1") == " ".join(["00001"] * 8)
