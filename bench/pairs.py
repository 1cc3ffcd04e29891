"""Pairs: A B A B …, the ratio of each pair and their median; times only for orientation."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

PAIRS = 5

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Measured:
    """One row of the table."""

    name: str
    ours_ms: float
    yardstick_ms: float
    ratios: tuple[float, ...]
    goal: float
    note: str = ""

    @property
    def ratio(self) -> float:
        """Give the median of the pairwise ratios."""
        return statistics.median(self.ratios)

    @property
    def reached(self) -> bool:
        """Tell whether the goal was reached in this run."""
        return self.ratio <= self.goal


def measure(
    name: str, ours: Work, yardstick: Work, *, goal: float, note: str = "", pairs: int = PAIRS
) -> Measured:
    """Run both in turn after a warm-up."""
    ours()
    yardstick()
    mine, theirs = [], []
    for _ in range(pairs):
        mine.append(_timed(ours))
        theirs.append(_timed(yardstick))
    return Measured(
        name=name,
        ours_ms=statistics.median(mine) * 1000,
        yardstick_ms=statistics.median(theirs) * 1000,
        ratios=tuple(a / b for a, b in zip(mine, theirs, strict=True)),
        goal=goal,
        note=note,
    )


def _timed(work: Work) -> float:
    gc.collect()
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
