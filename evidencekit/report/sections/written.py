"""What the team wrote for a section: as typed in the letter, with its evidence in the report."""

from collections.abc import Iterable, Iterator, Sequence

from evidencekit.analysis.report_places import SECTION, texts_of
from evidencekit.analysis.snapshot import Item
from evidencekit.checks.sentences import sentences
from evidencekit.framework.items import Section
from evidencekit.records import given
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Citation, Heading, Notice, Paragraph, Points

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
    order = {one.id: place for place, one in enumerate(base.pack.inspectorates, 1)}
    held = {whose: _filled(items) for (name, whose), items in texts_of(base.snapshot).items()
            if name == section.id}  # fmt: skip
    for whose in sorted(held, key=lambda each: order.get(each, 0)):
        if not held[whose]:
            continue
        if whose:
            label = base.naming.inspectorate(whose)
            yield Heading(text=label, anchor=f"written-{section.id}-{whose}", level=2)
        first, *others = held[whose]
        yield from _beside(base, first, others)
        yield from _prose(base, first, cited=cited)


def _filled(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if _body(item)]


def _beside(base: Base, first: Item, others: Sequence[Item]) -> Iterator[Block]:
    """Say that another text of this section stands, so that none is lost from sight."""
    if first.is_disputed:
        yield Notice(title="Two versions", text="Two versions of this section stand undecided.")
    names = ", ".join(base.naming.person(item.author) for item in others)
    if names:
        whose = base.naming.person(first.author)
        text = f"{names} wrote this section too. What follows is the text of {whose}."
        yield Notice(title="Two texts", text=text)


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


def _body(item: Item) -> str:
    body = item.fields.get("text")
    return body if isinstance(body, str) else ""
