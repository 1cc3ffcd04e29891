"""The sentences of a text, where they stand; the text itself is never changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?\u2026]+[\"'\u2019\u201d)\]]*(?=\s)")
_OPENS = re.compile(r"\s+[\"'\u2018\u201c(\[]*[^\W_a-z]")
# What ends in a stop and ends no sentence. Initials and single letters are seen to by _LETTER.
_SHORT = frozenset(
    {
        "e.g", "i.e", "etc", "vs", "cf", "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "para",
        "paras", "p", "pp", "approx", "fig", "vol", "sgt", "cllr", "rev", "jan", "feb", "aug",
        "sept", "oct", "nov", "dec",
    }
)  # fmt: skip
_LETTER = re.compile(r"(?:\b[A-Z]|\b\w\.\w)\Z")
_BEFORE = re.compile(r"[\w.]+\Z")
_BULLET = re.compile(r"(?:[-*\u2022\u2013]|\d{1,2}[.)])\s+")
_A_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and where it stands in its text."""

    text: str
    start: int
    end: int


def sentences(text: str) -> tuple[Sentence, ...]:
    """Give the sentences of a text in order; a line break ends one, a mark of a list is no word."""
    return tuple(found for line in _LINE.finditer(text) for found in _of_line(text, line))


def words_in(text: str) -> int:
    """Count the words of a text, as word processors do."""
    return len(text.split())


def _of_line(text: str, line: re.Match[str]) -> Iterator[Sentence]:
    start, end = line.span()
    if mark := _BULLET.match(line[0].lstrip()):
        start += len(line[0]) - len(line[0].lstrip()) + mark.end()
    for stop in _END.finditer(text, start, end):
        if _ends(text, start, stop):
            yield from _made(text, start, stop.end())
            start = stop.end()
    yield from _made(text, start, end)


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    if not _OPENS.match(text, stop.end()):
        return False
    before = _BEFORE.search(text[start : stop.start()])
    if stop[0][0] != "." or before is None:
        return True
    word = before[0].strip(".")
    return word.casefold() not in _SHORT and not _LETTER.search(word)


def _made(text: str, start: int, end: int) -> Iterator[Sentence]:
    words = text[start:end]
    if _A_WORD.search(words):
        start += len(words) - len(words.lstrip())
        yield Sentence(words.strip(), start, start + len(words.strip()))
