"""A short section for each inspectorate in the team: what it looked at and what it found."""

from evidencekit.analysis.snapshot import Item
from evidencekit.framework.items import Inspectorate, Section
from evidencekit.records import given
from evidencekit.records.kinds import KINDS
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Citation, Heading, Paragraph, Points


def blocks(base: Base, section: Section) -> tuple[Block, ...]:
    """Give each inspectorate its own short part; no grade, and nothing about one person."""
    present = {person.inspectorate for person in base.snapshot.people.values()}
    found: list[Block] = [
        Heading(text=section.label, anchor=f"section-{section.id}"),
        Paragraph(text=_intro(base)),
    ]
    for inspectorate in base.pack.inspectorates:
        if inspectorate.id in present:
            found.extend(_inspectorate(base, inspectorate, section.id))
    return tuple(found)


def _intro(base: Base) -> str:
    if not base.pack.shared_report:
        return "What each inspectorate looked at, and what its inspectors found."
    return (
        "What each inspectorate looked at, and what its inspectors found. No agency or sector is "
        "judged on its own."
    )


def _inspectorate(base: Base, inspectorate: Inspectorate, section: str) -> tuple[Block, ...]:
    own = [item for item in base.evidence if item.inspectorate == inspectorate.id]
    findings = [item for item in base.findings if item.inspectorate == inspectorate.id]
    anchor = f"section-{section}-{inspectorate.id}"
    heading = Heading(text=inspectorate.label, anchor=anchor, level=2)
    return (heading, Paragraph(text=_looked_at(base, inspectorate, own)), *_found(base, findings))


def _looked_at(base: Base, inspectorate: Inspectorate, own: list[Item]) -> str:
    if not own:
        return f"{inspectorate.full_name}. No evidence of its own is printed here."
    kinds = "; ".join(f"{number} {_kind(kind, number)}" for kind, number in _by_kind(own) if number)
    areas = sorted({area for item in own for area in base.areas_of(item)}, key=_order(base).index)
    cases = base.naming.cases({case for item in own for case in item.cases})
    told = [
        f"{inspectorate.full_name}.",
        f"Its inspectors recorded {kinds}.",
        f"Cases: {cases}." if cases else "",
        f"Areas: {', '.join(areas)}." if areas else "",
    ]
    return " ".join(each for each in told if each)


def _found(base: Base, findings: list[Item]) -> tuple[Block, ...]:
    if not findings:
        return (Paragraph(text="Its inspectors wrote no finding of their own."),)
    return (Points(items=tuple(_point(base, item) for item in findings)),)


def _point(base: Base, item: Item) -> Paragraph:
    own: tuple[Citation, ...] = (base.naming.citations[item.record],)
    if item.is_disputed:
        return Paragraph(text="A finding of which two versions stand.", evidence=own)
    kind = base.naming.label("finding-kinds", given.text(item.fields, "finding_kind"))
    return Paragraph(text=f"{kind}: {given.text(item.fields, 'text')}", evidence=own)


def _by_kind(items: list[Item]) -> list[tuple[str, int]]:
    return [(kind, sum(1 for item in items if item.kind == kind)) for kind in KINDS]


def _kind(kind: str, number: int) -> str:
    declared = KINDS[kind]
    return (declared.label if number == 1 else declared.plural).lower()


def _order(base: Base) -> list[str]:
    return [area.id for area in base.pack.areas]
