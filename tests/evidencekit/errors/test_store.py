"""The store's refusals: each has words, and each family leaves with its own status."""

import pytest

from evidencekit.errors import Damaged, Planned, Refused, Unavailable, every, store


def of_the_store() -> list[type[Planned]]:
    return [each for each in every() if each.__module__ == store.__name__]


FACTS = {
    "name": "store.db", "size": 100, "found": 9, "known": 1, "expected": "x", "setting": "s",
    "author": "ANNA000000", "seq": 2, "why": "it is late", "revision": "ab", "digest": "cd",
    "number": 3,
}  # fmt: skip


@pytest.mark.parametrize("kind", of_the_store(), ids=lambda kind: kind.__name__)
def test_each_says_what_happened_what_is_safe_and_what_now(kind: type[Planned]) -> None:
    refusal = kind(**FACTS)  # type: ignore[arg-type]
    for words in (refusal.what_happened, refusal.what_is_safe, refusal.what_to_do):
        assert words.endswith(".")
        assert "{" not in words


def test_codes_are_the_stores_own_and_told_apart() -> None:
    codes = [each.code for each in of_the_store()]
    assert len(codes) == len(set(codes)) > 20
    assert all(code.startswith("store.") for code in codes)


def test_the_families_leave_with_their_status() -> None:
    assert store.StoreInUse.exit_status == store.DiskFull.exit_status == 5
    assert store.StoreTooNew.exit_status == store.StoreDamaged.exit_status == 4
    assert store.StoreKeyMismatch.exit_status == 3
    assert issubclass(store.StoreTooNew, Refused)
    assert issubclass(store.ChainBroken, Damaged)
    assert issubclass(store.StoreReadOnly, Unavailable)
