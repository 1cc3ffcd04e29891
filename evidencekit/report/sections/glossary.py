"""Words and marks: how to read this document, and the short names that occur in it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from evidencekit.report.base import Base
from evidencekit.report.outline import (
    Block,
    Entry,
    Facts,
    Heading,
    Notice,
    Paragraph,
    Points,
    Quote,
    Table,
)

TERMS: Mapping[str, str] = MappingProxyType(
    {
        "A&E": "Accident and emergency department of a hospital",
        "ASYE": "Assessed and supported year in employment of a new social worker",
        "CAF": "Common assessment framework",
        "Cafcass": "Children and Family Court Advisory and Support Service",
        "CAMHS": "Child and adolescent mental health services",
        "CIN": "Child in need",
        "CPS": "Crown Prosecution Service",
        "DCS": "Director of children's services",
        "DSL": "Designated safeguarding lead of a school",
        "GP": "General practitioner",
        "ICPC": "Initial child protection conference",
        "IDVA": "Independent domestic violence adviser",
        "IRO": "Independent reviewing officer",
        "LADO": "Local authority designated officer",
        "LSCB": "Local safeguarding children board",
        "MAPPA": "Multi-agency public protection arrangements",
        "MARAC": "Multi-agency risk assessment conference",
        "MASH": "Multi-agency safeguarding hub",
        "SCR": "Serious case review",
        "YOI": "Young offender institution",
        "YOT": "Youth offending team",
    }
)

_WORD = re.compile(r"[A-Za-z&]{2,8}")

_MARKS = """
Version | The first twelve characters of the SHA-256 of the version that is printed. It proves \
that not a letter was changed.
Fingerprint | One number for all that the evidence base held when this was made. The same \
evidence gives the same number on every machine.
Written at the time | Measured from the times, not claimed: until the event ended, or within two \
hours of its start. Other times are printed as they were measured.
Quotation marks | Words as they were said, not tidied. What an inspector makes of them stands \
apart under “My view”.
Codes in square brackets | A letter that the typefaces of this document lack is printed as its \
number in Unicode, for example [U+2603]. The HTML copy shows the letter itself.
"""

MARKS = tuple(
    (mark, meaning)
    for mark, _, meaning in (row.partition(" | ") for row in _MARKS.split("\n")[1:-1])
)


def blocks(base: Base, printed: Iterable[Block]) -> tuple[Block, ...]:
    """Give how to read this, the inspectorates' full names, and the short names that occur."""
    heading = Heading(text="Words and marks", anchor="section-glossary")
    return (heading, Facts(rows=MARKS), *_table(base, printed))


def short_names(base: Base, printed: Iterable[Block]) -> tuple[Block, ...]:
    """Give the short names alone, for a letter, which has no marks to explain."""
    found = _table(base, printed)
    return (Heading(text="In full", anchor="section-glossary"), *found) if found else ()


def _table(base: Base, printed: Iterable[Block]) -> tuple[Block, ...]:
    words = {word for text in _texts(printed) for word in _WORD.findall(text)}
    people = {person.inspectorate for person in base.snapshot.people.values()}
    named = [(one.label, one.full_name) for one in base.pack.inspectorates if one.id in people]
    short = [(term, meaning) for term, meaning in TERMS.items() if term in words]
    rows = tuple(sorted({*named, *short}, key=lambda row: row[0].casefold()))
    headers = ("Short", "In full")
    table = Table(caption="Short names", headers=headers, rows=rows, shares=(3, 9))
    return (table,) if rows else ()


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Entry():
                yield block.title
                yield from (part.text for part in block.parts)
            case Paragraph() | Quote() | Heading() | Notice():
                yield block.text
            case Points():
                yield from (item.text for item in block.items)
            case Table():
                yield from (cell for row in block.rows for cell in row)
            case _:
                continue
