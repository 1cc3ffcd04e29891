"""V05: what could name a child, found where it stands; advice, never a change."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from evidencekit.checks import numbers, person_names, schools


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
    SCHOOL = "school"


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
_OF_A_CHILD = frozenset({What.NAME, What.INITIALS, What.BIRTH_DATE})


def find_identifiers(text: str, let_be: frozenset[str] = frozenset()) -> tuple[Span, ...]:
    """Find what could name a person, in order of place; what overlaps is found once.

    `let_be` holds words, in small letters, that somebody has said are no name.
    """
    taken = bytearray(len(text))
    found = [
        span
        for span in _candidates(text)
        if text[span.start : span.end].casefold() not in let_be and _is_free(taken, span)
    ]
    children = [(span.start, span.end) for span in found if span.what in _OF_A_CHILD]
    schools_too = schools.schools_beside(text, children)
    beside = [Span(start, end, What.SCHOOL, sure=False) for start, end in schools_too]
    found += [span for span in beside if _is_free(taken, span)]
    return tuple(sorted(found, key=lambda span: span.start))


def _candidates(text: str) -> Iterator[Span]:
    """Give every find, those that are surest first."""
    for what, finder in _FINDERS:
        yield from (Span(start, end, what) for start, end in finder(text))
    for found in (person_names.titled(text), person_names.named(text)):
        yield from (Span(start, end, What.NAME, sure) for start, end, sure in found)


def _is_free(taken: bytearray, span: Span) -> bool:
    """Take a stretch of text, unless part of it was taken before."""
    if any(taken[span.start : span.end]):
        return False
    taken[span.start : span.end] = b"\1" * (span.end - span.start)
    return True
