"""How deep marks stand in a lane, so that none hides another, on paper and in the browser."""

from collections.abc import Sequence

from evidencekit.report.outline import Bar

MOST_ROWS = 6


def placed(bars: Sequence[Bar], least: float) -> tuple[tuple[Bar, float, float, int], ...]:
    """Give each bar with its edges, at least so wide apart, and its row, all inside the picture."""
    ends: list[float] = []
    found: list[tuple[Bar, float, float, int]] = []
    for bar in bars:
        left, right = _edges(bar, least)
        row = next((number for number, end in enumerate(ends) if end <= left), len(ends))
        row = min(row, MOST_ROWS - 1)
        ends[row : row + 1] = [max(right, ends[row]) if row < len(ends) else right]
        found.append((bar, left, right, row))
    return tuple(found)


def depth(bars: Sequence[Bar], least: float) -> int:
    """Give how many rows a lane needs."""
    return max((row for *_, row in placed(bars, least)), default=0) + 1


def _edges(bar: Bar, least: float) -> tuple[float, float]:
    left, right = max(0.0, bar.first), min(1.0, bar.last)
    if right - left < least:
        middle = min(max((left + right) / 2, least / 2), 1 - least / 2)
        return middle - least / 2, middle + least / 2
    return left, right
