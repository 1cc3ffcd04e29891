"""Findings with both sides of their evidence: strengths, improvements, priority actions."""

from collections.abc import Mapping
from types import MappingProxyType

from evidencekit.analysis.snapshot import ACCEPTED, Item
from evidencekit.framework.items import Section
from evidencekit.records import given
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Heading, Notice, Paragraph

# Which kinds of finding a framework's section asks for, in the order in which they are printed.
KINDS_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "strengths": ("strength", "good-practice"),
        "improvements": ("priority-action", "area-for-improvement", "agency-weakness"),
        "priority-actions": ("priority-action",),
        "areas-for-improvement": ("area-for-improvement", "agency-weakness"),
    }
)
NOT_AGREED = frozenset({"", "emerging", "proposed"})


def blocks(base: Base, section: Section) -> tuple[Block, ...]:
    """Give the findings of a section's kinds; an empty section says so."""
    anchor = f"section-{section.id}"
    found: list[Block] = [Heading(text=section.label, anchor=anchor)]
    groups = {kind: _of_kind(base, kind) for kind in KINDS_OF.get(section.id, ())}
    filled = {kind: items for kind, items in groups.items() if items}
    level = 3 if len(filled) > 1 else 2
    for kind, items in filled.items():
        if len(filled) > 1:
            label = base.naming.label("finding-kinds", kind)
            found.append(Heading(text=label, anchor=f"{anchor}-{kind}", level=2))
        found.extend(block for item in items for block in finding(base, item, level))
    if not filled:
        found.append(Paragraph(text="None is recorded."))
    return tuple(found)


def others(base: Base, printed: frozenset[str]) -> tuple[Block, ...]:
    """Give the findings whose kind no section of the framework asked for."""
    items = [
        item for item in base.findings if given.text(item.fields, "finding_kind") not in printed
    ]
    if not items:
        return ()
    heading = Heading(text="Other findings", anchor="section-other-findings")
    return (heading, *(block for item in items for block in finding(base, item, 2)))


def finding(base: Base, item: Item, level: int) -> tuple[Block, ...]:
    """Give one finding with its evidence, the evidence against it, and how it stands."""
    citation = base.naming.citations[item.record]
    text = _heading(base, item)
    heading = Heading(text=text, anchor=citation.anchor, level=level, listed=False)
    if item.is_disputed:
        said = "Two versions stand. Both are under Disputed records; neither is chosen here."
        return (heading, Notice(title="Disputed", text=said))
    return (
        heading,
        Paragraph(text=given.text(item.fields, "text")),
        *_told(item),
        *_sides(base, item),
    )


def _of_kind(base: Base, kind: str) -> list[Item]:
    return [item for item in base.findings if given.text(item.fields, "finding_kind") == kind]


def _heading(base: Base, item: Item) -> str:
    number = base.naming.citations[item.record].label
    addressee = base.naming.label("addressees", given.text(item.fields, "addressee"))
    areas = ", ".join(base.areas_of(item))
    told = [number, addressee or "Not addressed"]
    return " · ".join([*told, areas] if areas else told)


def _told(item: Item) -> tuple[Block, ...]:
    parts = (
        ("What it meant for children: ", given.text(item.fields, "impact")),
        ("For and against: ", given.text(item.fields, "weighing")),
    )
    return tuple(Paragraph(text=f"{label}{text}") for label, text in parts if text)


def _sides(base: Base, item: Item) -> tuple[Block, ...]:
    found: list[Block] = []
    for text, key in (("Evidence:", "evidence"), ("Evidence against:", "counter_evidence")):
        records = given.record_refs(item.fields, key)
        if not records:
            continue
        left = base.naming.unprinted(records)
        more = f" ({left} more not printed: draft, deleted or not here)" if left else ""
        said = f"{text.rstrip(':')}{more}:"
        found.append(Paragraph(text=said, evidence=base.naming.cited(records)))
    if not given.record_refs(item.fields, "evidence"):
        found.append(Notice(title="No evidence", text="This finding names no evidence."))
    return (*found, Paragraph(text=_standing(base, item)))


def _standing(base: Base, item: Item) -> str:
    """Say who wrote it and whether the team stands behind it."""
    who = f"Written by {base.naming.person(item.author)}."
    if item.accepted == ACCEPTED:
        return f"{who} Adopted by the lead."
    status = given.text(item.fields, "status")
    if status in NOT_AGREED:
        return f"{who} Not yet agreed by the team."
    return f"{who} {base.naming.label('finding-states', status)}."
