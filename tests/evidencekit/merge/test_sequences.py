import time

import pytest
from hypothesis import given, strategies as st

from evidencekit.merge.sequences import Origin, matches, three_way

SHORT = st.lists(st.sampled_from("abc"), max_size=9)


def longest_common(one: list[str], other: list[str]) -> int:
    row = [0] * (len(other) + 1)
    for left in one:
        before = row
        row = [0]
        for place, right in enumerate(other):
            row.append(before[place] + 1 if left == right else max(row[-1], before[place + 1]))
    return row[-1]


@given(SHORT, SHORT)
def test_matches_are_in_order_equal_and_as_many_as_can_be(one: list[str], other: list[str]) -> None:
    pairs = matches(one, other)
    assert pairs is not None
    assert all(one[left] == other[right] for left, right in pairs)
    assert pairs == sorted(pairs)
    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)
    assert len(pairs) == longest_common(one, other)


@given(SHORT, SHORT, SHORT)
def test_stretches_cover_all_three_sequences(base: list[str], a: list[str], b: list[str]) -> None:
    stretches = three_way(base, a, b)
    assert stretches is not None
    assert [x for each in stretches for x in base[slice(*each.base)]] == base
    assert [x for each in stretches for x in a[slice(*each.a)]] == a
    assert [x for each in stretches for x in b[slice(*each.b)]] == b


@given(SHORT, SHORT)
def test_a_change_on_one_side_only_never_clashes(base: list[str], a: list[str]) -> None:
    for stretches in (three_way(base, a, base), three_way(base, base, a)):
        assert stretches is not None
        assert Origin.BOTH_DIFFER not in {each.origin for each in stretches}


@given(SHORT, SHORT)
def test_the_same_change_on_both_sides_never_clashes(base: list[str], a: list[str]) -> None:
    stretches = three_way(base, a, a)
    assert stretches is not None
    assert {each.origin for each in stretches} <= {Origin.SAME, Origin.BOTH_SAME}


def test_two_changes_of_one_place_clash() -> None:
    stretches = three_way(list("abc"), list("axc"), list("ayc"))
    assert stretches is not None
    assert [each.origin for each in stretches] == [Origin.SAME, Origin.BOTH_DIFFER, Origin.SAME]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([str(n) for n in range(20_000)], [str(-n) for n in range(1, 20_000)]),
        (["a", "b"] * 10_000, ["b", "b", "a"] * 10_000),
    ],
    ids=["nothing in common", "the same words over and over"],
)
def test_what_differs_too_much_is_given_up_soon(one: list[str], other: list[str]) -> None:
    start = time.perf_counter()
    assert matches(one, other) is None
    assert time.perf_counter() - start < 20


def test_long_and_alike_is_quick_and_exact() -> None:
    one = [str(number) for number in range(30_000)]
    other = [*one[:15_000], "new", *one[15_000:]]
    pairs = matches(one, other)
    assert pairs is not None
    assert len(pairs) == 30_000


def test_empty_sequences_have_nothing_in_common() -> None:
    assert matches([], ["a"]) == []
    assert three_way([], [], []) == ()
