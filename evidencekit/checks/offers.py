"""What may stand in place of a mark: a reference, an age band, a role. Offered, never put in."""

import re
from dataclasses import dataclass
from datetime import date

from evidencekit.checks.identifiers import Span, What

_MOST_REFERENCES = 6
_TITLES = {
    "mrs": ("the mother", "the grandmother", "the teacher"),
    "ms": ("the mother", "the social worker", "the teacher"),
    "miss": ("the mother", "the teacher"),
    "mr": ("the father", "the mother's partner", "the teacher"),
    "dr": ("the doctor", "the paediatrician", "the GP"),
    "pc": ("the police officer",), "dc": ("the police officer",), "ds": ("the police officer",),
    "di": ("the police officer",), "sgt": ("the police officer",),
    "sergeant": ("the police officer",), "detective": ("the police officer",),
    "uncle": ("an uncle",), "auntie": ("an aunt",), "aunt": ("an aunt",), "aunty": ("an aunt",),
    "councillor": ("a councillor",), "judge": ("the judge",),
}  # fmt: skip
_ANYBODY = ("the child", "the sibling", "the mother", "the father", "the social worker")
# The bands of the case's own question; what a child's exact age would tell, they do not.
_BANDS = (
    (1, "under 1"), (5, "aged 1 to 4"), (10, "aged 5 to 9"), (14, "aged 10 to 13"),
    (16, "aged 14 to 15"), (18, "aged 16 to 17"),
)  # fmt: skip
_PLACED = {
    What.PHONE: ("[telephone number left out]",),
    What.EMAIL: ("[e-mail address left out]",),
    What.POSTCODE: ("[postcode left out]",),
    What.ADDRESS: ("the family home", "a relative's home", "[address left out]"),
    What.NHS_NUMBER: ("[NHS number left out]",),
}
_SCHOOLS = (
    ("nursery|pre-?school", "a nursery"), ("infant|junior|primary", "a primary school"),
    ("high|secondary|grammar|academy", "a secondary school"), ("college", "a college"),
)  # fmt: skip
_AGE = re.compile(r"\d{1,2}")
_DAY = re.compile(r"(\d{1,2})\D+(\d{1,2})\D+(\d{4}|\d{2})\Z")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class Known:
    """What the offers may draw on in this workspace."""

    references: tuple[str, ...] = ()
    let_be: frozenset[str] = frozenset()


def offers(text: str, span: Span, known: Known, today: date) -> tuple[str, ...]:
    """Give what could be written instead, the likeliest first."""
    words = text[span.start : span.end]
    told = [reference for reference in known.references if reference in text]
    first = tuple(dict.fromkeys((*told, *known.references)))[:_MOST_REFERENCES]
    match span.what:
        case What.NAME:
            title = re.split(r"[ .]", words)[0].casefold()
            return _TITLES.get(title) or (*first, *_ANYBODY)
        case What.INITIALS:
            found = _AGE.search(words)
            return (*first, f"a child {band(int(found[0]))}") if found else first
        case What.BIRTH_DATE:
            age = age_on(words, today)
            return ("[date of birth left out]",) if age is None else (band(age),)
        case What.NHS_NUMBER:
            return (*first, *_PLACED[span.what])
        case What.SCHOOL:
            return _schools(words)
        case _:
            return _PLACED[span.what]


def age_on(words: str, today: date) -> int | None:
    """Give the age in whole years of who was born on a day as it was written, if that is clear."""
    year, month, day = _born(words)
    if not year:
        return None
    try:
        born = date(year, month, day)
    except ValueError:
        born = date(year, 1, 1)
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return age if 0 <= age < _CENTURY else None


def band(age: int) -> str:
    """Give the age band of an age, in words."""
    return next((words for below, words in _BANDS if age < below), "an adult")


def _born(words: str) -> tuple[int, int, int]:
    if found := _ISO.match(words):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY.match(words):
        year = int(found[3])
        return year if year >= _CENTURY else 2000 + year, int(found[2]), int(found[1])
    year_only = _YEAR.search(words)
    return (int(year_only[0]), 1, 1) if year_only else (0, 0, 0)


def _schools(words: str) -> tuple[str, ...]:
    likely = [kind for letters, kind in _SCHOOLS if re.search(letters, words, re.IGNORECASE)]
    return tuple(dict.fromkeys((*likely, "a school", "the school")))
