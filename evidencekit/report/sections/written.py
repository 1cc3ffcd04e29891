"""What the team wrote for a section: as typed in the letter, with its evidence in the report."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from evidencekit.analysis.snapshot import Item
from evidencekit.checks.sentences import sentences
from evidencekit.framework.items import Section
from evidencekit.records import given
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Citation, Heading, Paragraph, Points

SECTION = "report-section"
_MARKS = ("- ", "* ", "\N{BULLET} ")


def has_any(base: Base) -> bool:
    """Tell whether any section is written: then the letter is what the team wrote."""
    return any(_body(item) for item in base.snapshot.of_kind(SECTION))


def blocks(base: Base, section: Section, *, cited: bool) -> tuple[Block, ...]:
    """Give the section's own text, one part for each inspectorate that wrote one."""
    return tuple(_blocks(base, section, cited=cited))


def lines(base: Base, section: Section) -> tuple[str, ...]:
    """Give the section's own text line by line, without its evidence."""
    told = (each for each in blocks(base, section, cited=False) if isinstance(each, Paragraph))
    return tuple(each.text for each in told)


def _blocks(base: Base, section: Section, *, cited: bool) -> Iterator[Block]:
    held = [
        item
        for item in base.snapshot.of_kind(SECTION)
        if given.text(item.fields, "section") == section.id and _body(item)
    ]
    order = {one.id: place for place, one in enumerate(base.pack.inspectorates, 1)}
    leads = {each.id for each in base.snapshot.people.values() if each.role == "lead"}

    def place(item: Item) -> tuple[int, bool, str]:
        return order.get(_whose(item), 0), item.author not in leads, item.written

    for whose, written in groupby(sorted(held, key=place), _whose):
        if whose:
            label = base.naming.inspectorate(whose)
            yield Heading(text=label, anchor=f"written-{section.id}-{whose}", level=2)
        # Where two people wrote one, the lead's stands, as in the list of sections.
        yield from _prose(base, next(written), cited=cited)


def _prose(base: Base, item: Item, *, cited: bool) -> Iterator[Block]:
    links = {given.text(row, "sentence"): row for row in given.rows(item.fields, "sentences")}
    for line in _body(item).splitlines():
        for is_point, said in _lines(line, apart=cited):
            row = links.get(said, {})
            evidence: tuple[Citation, ...] = ()
            if cited:
                evidence = base.naming.cited(given.record_refs(row, "evidence"))
            told = Paragraph(text=said, evidence=evidence)
            yield Points(items=(told,)) if is_point else told


def _lines(line: str, *, apart: bool) -> Iterable[tuple[bool, str]]:
    """Give a line whole, or sentence by sentence where each is to show what it rests on."""
    is_point = line.lstrip().startswith(_MARKS)
    if apart:
        return [(is_point, each.text) for each in sentences(line)]
    said = line.strip()
    return [(is_point, said[2:].strip() if is_point else said)] if said else []


def _whose(item: Item) -> str:
    return given.text(item.fields, "inspectorate")


def _body(item: Item) -> str:
    body = item.fields.get("text")
    return body if isinstance(body, str) else ""
