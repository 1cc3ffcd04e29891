"""What changed between two texts, sentence by sentence: reworded, added, gone."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from evidencekit.checks.sentences import sentences


@dataclass(frozen=True, slots=True)
class Reworded:
    """One sentence as it was and as it is; "" where it was not there."""

    before: str
    after: str


def reworded(before: str, after: str) -> tuple[Reworded, ...]:
    """Give the sentences that differ, in the order in which they stand."""
    return tuple(_reworded(_split(before), _split(after)))


def _reworded(was: list[str], now: list[str]) -> Iterator[Reworded]:
    match = SequenceMatcher(None, was, now, autojunk=False)
    for what, start, end, to, until in match.get_opcodes():
        if what != "equal":
            for old, new in zip_longest(was[start:end], now[to:until], fillvalue=""):
                yield Reworded(old, new)


def _split(text: str) -> list[str]:
    return [each.text for each in sentences(text)]
