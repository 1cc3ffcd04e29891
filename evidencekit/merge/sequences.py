"""Compare sequences in bounded time: what two have in common, and how three fit together.

The comparison is Myers' O(ND): its cost grows with the number of differences, so a limit on
differences bounds it for every input, repeated words included.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

MOST_DIFFERENCES = 700  # about a third of a second at worst on a slow laptop

T = TypeVar("T", bound=Hashable)
Pair = tuple[int, int]


class Origin(Enum):
    """Where a stretch of the merged sequence comes from."""

    SAME = "same"
    ONLY_A = "only-a"
    ONLY_B = "only-b"
    BOTH_SAME = "both-same"
    BOTH_DIFFER = "both-differ"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of three sequences, as half-open ranges of each."""

    origin: Origin
    base: Pair
    a: Pair
    b: Pair


def matches(
    one: Sequence[T], other: Sequence[T], most: int = MOST_DIFFERENCES
) -> list[Pair] | None:
    """Give the index pairs of a longest common subsequence; None beyond `most` differences."""
    start = _same_start(one, other)
    end = _same_end(one, other, start)
    middle = _myers(one[start : len(one) - end], other[start : len(other) - end], most)
    if middle is None:
        return None
    tail = ((len(one) - end + step, len(other) - end + step) for step in range(end))
    return [
        *((index, index) for index in range(start)),
        *((left + start, right + start) for left, right in middle),
        *tail,
    ]


def three_way(base: Sequence[T], a: Sequence[T], b: Sequence[T]) -> tuple[Stretch, ...] | None:
    """Fit two changed sequences onto their base; None when they differ too much to compare."""
    with_a, with_b = matches(base, a), matches(base, b)
    if with_a is None or with_b is None:
        return None
    return tuple(_stretches(base, a, b, _anchors(dict(with_a), dict(with_b))))


def _anchors(with_a: dict[int, int], with_b: dict[int, int]) -> Iterator[tuple[int, int, int]]:
    """Give the places that all three share."""
    for index, in_a in with_a.items():
        if index in with_b:
            yield index, in_a, with_b[index]


def _stretches(
    base: Sequence[T], a: Sequence[T], b: Sequence[T], anchors: Iterator[tuple[int, int, int]]
) -> Iterator[Stretch]:
    at = (0, 0, 0)
    same = at  # where the running stretch of shared places began
    for anchor in (*anchors, (len(base), len(a), len(b))):
        if anchor != at:
            if same != at:
                yield _stretch(Origin.SAME, same, at)
            yield _stretch(_origin(base, a, b, (at, anchor)), at, anchor)
            same = anchor
        at = (anchor[0] + 1, anchor[1] + 1, anchor[2] + 1)
    end = (len(base), len(a), len(b))
    if same != end:
        yield _stretch(Origin.SAME, same, end)


def _stretch(origin: Origin, start: tuple[int, int, int], end: tuple[int, int, int]) -> Stretch:
    return Stretch(origin, (start[0], end[0]), (start[1], end[1]), (start[2], end[2]))


def _origin(
    base: Sequence[T],
    a: Sequence[T],
    b: Sequence[T],
    span: tuple[tuple[int, int, int], tuple[int, int, int]],
) -> Origin:
    start, end = span
    was = list(base[start[0] : end[0]])
    in_a, in_b = list(a[start[1] : end[1]]), list(b[start[2] : end[2]])
    if in_a == in_b:
        return Origin.BOTH_SAME
    if in_a == was:
        return Origin.ONLY_B
    return Origin.ONLY_A if in_b == was else Origin.BOTH_DIFFER


def _same_start(one: Sequence[T], other: Sequence[T]) -> int:
    shortest = min(len(one), len(other))
    return next((at for at in range(shortest) if one[at] != other[at]), shortest)


def _same_end(one: Sequence[T], other: Sequence[T], start: int) -> int:
    most = min(len(one), len(other)) - start
    return next((at for at in range(most) if one[-1 - at] != other[-1 - at]), most)


def _myers(one: Sequence[T], other: Sequence[T], most: int) -> list[Pair] | None:
    furthest: dict[int, int] = {1: 0}
    trail: list[dict[int, int]] = []
    for differences in range(min(most, len(one) + len(other)) + 1):
        trail.append(dict(furthest))
        for diagonal in range(-differences, differences + 1, 2):
            x = _step(furthest, diagonal, differences)
            while _agree(one, other, x, x - diagonal):
                x += 1
            furthest[diagonal] = x
            if x >= len(one) and x - diagonal >= len(other):
                return _way_back(trail, (len(one), len(other)))
    return None


def _agree(one: Sequence[T], other: Sequence[T], x: int, y: int) -> bool:
    return x < len(one) and y < len(other) and one[x] == other[y]


def _came_down(furthest: dict[int, int], diagonal: int, differences: int) -> bool:
    return diagonal == -differences or (
        diagonal != differences and furthest[diagonal - 1] < furthest[diagonal + 1]
    )


def _step(furthest: dict[int, int], diagonal: int, differences: int) -> int:
    if _came_down(furthest, diagonal, differences):
        return furthest[diagonal + 1]
    return furthest[diagonal - 1] + 1


def _way_back(trail: list[dict[int, int]], end: Pair) -> list[Pair]:
    x, y = end
    found: list[Pair] = []
    for differences in range(len(trail) - 1, -1, -1):
        furthest, diagonal = trail[differences], x - y
        start = _step(furthest, diagonal, differences)
        while x > start:
            x, y = x - 1, y - 1
            found.append((x, y))
        if differences:
            down = _came_down(furthest, diagonal, differences)
            came_from = diagonal + 1 if down else diagonal - 1
            x = furthest[came_from]
            y = x - came_from
    return found[::-1]
