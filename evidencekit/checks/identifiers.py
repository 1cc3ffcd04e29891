"""V05: what could name a child, found where it stands; advice, never a change."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from evidencekit.checks import names, numbers
from evidencekit.checks.names import TITLES


class What(Enum):
    """What was found."""

    NHS_NUMBER = "nhs-number"
    PHONE = "phone"
    POSTCODE = "postcode"
    ADDRESS = "address"
    EMAIL = "email"
    BIRTH_DATE = "birth-date"
    INITIALS = "initials"
    NAME = "name"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text that could name a person; not `sure` when it is only likely."""

    start: int
    end: int
    what: What
    sure: bool = True


_FINDERS = (
    (What.EMAIL, numbers.emails),
    (What.PHONE, numbers.phones),
    (What.NHS_NUMBER, numbers.nhs_numbers),
    (What.BIRTH_DATE, numbers.birth_dates),
    (What.ADDRESS, numbers.streets),
    (What.POSTCODE, numbers.postcodes),
    (What.INITIALS, numbers.initials),
)

# A word of letters with hyphens and apostrophes inside, straight or curved.
_NAME = r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*"
_TITLED = re.compile(rf"\b(?:{'|'.join(TITLES)}|mr|mrs)\b\.?[ ](?P<name>{_NAME})")
_WORD = re.compile(_NAME)
_OWNED = re.compile(r"['\u2019]s$")
_BEFORE_A_START = frozenset(" \t\"'([-\u2013\u2018\u2019\u201c\u201d")
_ENDS = frozenset(".!?:;\n\u2022")
_LOWER_TITLES = frozenset({"mr", "mrs"})


def find_identifiers(text: str) -> tuple[Span, ...]:
    """Find what could name a person, in order of place; what overlaps is found once."""
    taken = bytearray(len(text))
    found = [span for span in _candidates(text) if _is_free(taken, span)]
    return tuple(sorted(found, key=lambda span: span.start))


def _candidates(text: str) -> Iterator[Span]:
    """Give every find, those that are surest first."""
    for what, finder in _FINDERS:
        yield from (Span(start, end, what) for start, end in finder(text))
    yield from _titled(text)
    yield from _named(text)


def _is_free(taken: bytearray, span: Span) -> bool:
    """Take a stretch of text, unless part of it was taken before."""
    if any(taken[span.start : span.end]):
        return False
    taken[span.start : span.end] = b"\1" * (span.end - span.start)
    return True


def _titled(text: str) -> Iterator[Span]:
    for found in _TITLED.finditer(text):
        name = found["name"]
        small = found[0].split(".")[0].split(" ")[0] in _LOWER_TITLES
        if (name[0].isupper() or small) and not name.isupper() and not names.is_trade(_key(name)):
            yield Span(found.start(), found.end() - _owned(name), What.NAME)


def _named(text: str) -> Iterator[Span]:
    for run in _runs(text):
        if any(names.is_place(_key(word[0])) for word in run):
            continue
        for part in _parts(text, run):
            yield from _judged(part)


def _judged(part: list[re.Match[str]]) -> Iterator[Span]:
    given = any(names.is_given_name(_key(word[0])) for word in part)
    if not part or (len(part) == 1 and not given):
        return
    last = part[-1]
    yield Span(part[0].start(), last.end() - _owned(last[0]), What.NAME, given and len(part) > 1)


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Give the runs of capitalised words that stand side by side."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if run and text[run[-1].end() : word.start()] != " ":
            yield run
            run = []
        if _is_capitalised(word[0]):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _parts(text: str, run: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Split a run at the trade's own words; a word that opens a sentence is no name."""
    part: list[re.Match[str]] = []
    for word in run:
        key = _key(word[0])
        if names.is_trade(key) or (names.opens_sentences(key) and _opens(text, word.start())):
            yield part
            part = []
        else:
            part.append(word)
    yield part


def _opens(text: str, start: int) -> bool:
    place = start - 1
    while place >= 0 and text[place] in _BEFORE_A_START:
        place -= 1
    return place < 0 or text[place] in _ENDS


def _is_capitalised(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and not word.isupper()


def _key(word: str) -> str:
    return _OWNED.sub("", word).rstrip("'\u2019").casefold()


def _owned(word: str) -> int:
    found = _OWNED.search(word)
    return len(found[0]) if found else 0
