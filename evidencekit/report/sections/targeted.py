"""The sections of a targeted inspection's letter: to whom, what, the local audit, the statement."""

from collections.abc import Mapping

from evidencekit.analysis.snapshot import Item
from evidencekit.canonical import Json
from evidencekit.framework.items import Section
from evidencekit.records import given
from evidencekit.report import dates
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Facts, Heading, Notice, Paragraph, Points, Table
from evidencekit.report.sections.cover import area_of
from evidencekit.report.sections.letter import NO_GRADE

_NEEDED = "yes"
_ASKED = ("local_view", "inspector_view", "agreement", "reason")


def recipients(base: Base, section: Section) -> tuple[Block, ...]:
    """Give to whom the letter goes, as the framework says it."""
    area = area_of(base.snapshot.inspection)
    return (
        _heading(section),
        Paragraph(text=section.note or section.label),
        Paragraph(text=f"For the area of {area}."),
        Paragraph(text=NO_GRADE),
    )


def scope(base: Base, section: Section) -> tuple[Block, ...]:
    """Give what was looked at: the areas, and the theme of the deep dive."""
    points = Points(items=tuple(Paragraph(text=area.text) for area in base.pack.areas))
    found: list[Block] = [_heading(section), points]
    deep = base.pack.deep_dive
    if deep is not None:
        theme = given.text(base.snapshot.inspection, "deep_dive_theme") or "not named"
        found.append(Paragraph(text=f"Looked at more closely: {theme}."))
    return tuple(found)


def joint_audit(base: Base, section: Section) -> tuple[Block, ...]:
    """Give each case that the local agencies audited, with both views side by side."""
    rows = [row for item in base.snapshot.items.values() if (row := _compared(base, item))]
    if not rows:
        return (_heading(section), Paragraph(text="No case of a local audit is recorded."))
    headers = ("Case", "The local audit", "What inspectors found", "They")
    table = Table(
        caption="The local audit of cases beside what inspectors found",
        headers=headers, rows=tuple(sorted(rows)), shares=(2, 6, 6, 4),
    )  # fmt: skip
    return (_heading(section), table)


def statement(base: Base, section: Section) -> tuple[Block, ...]:
    """Give the notice, the principal authority and the day the statement is due."""
    asked = base.snapshot.inspection.get("statement")
    told = asked if isinstance(asked, Mapping) else {}
    if given.text(told, "needed") != _NEEDED:
        said = "None is asked for." if told else "Whether one is needed is not recorded yet."
        return (_heading(section), Paragraph(text=said))
    notice = given.text(told, "notice")
    rows = tuple((name, said) for name, said in _statement_facts(base, told) if said)
    body = Paragraph(text=notice) if notice else Notice(title="No notice", text=_NO_NOTICE)
    return (_heading(section), body, Facts(rows=rows))


_NO_NOTICE = "The notice has to stand in the letter. Its text is not recorded yet."


def _statement_facts(base: Base, told: Mapping[str, Json]) -> tuple[tuple[str, str], ...]:
    rule = base.pack.statement
    days = f"{rule.working_days} working days after it was received" if rule else ""
    return (
        ("Principal authority", given.text(told, "principal_authority")),
        ("Report received", dates.day(given.text(told, "received_on"))),
        ("Statement due", dates.day(given.text(told, "due"))),
        ("Counted", days),
        ("Under", base.pack.cited(rule.source) if rule else ""),
    )


def _compared(base: Base, item: Item) -> tuple[str, ...]:
    audit = item.fields.get("local_audit")
    if item.kind != "case" or item.is_deleted or not isinstance(audit, Mapping):
        return ()
    local, ours, agree, why = (given.text(audit, key) for key in _ASKED)
    word = base.naming.label("agreement", agree)
    they = f"{word}: {why}" if why else word
    return (given.text(item.fields, "reference"), local, ours, they)


def _heading(section: Section) -> Heading:
    return Heading(text=section.label, anchor=f"section-{section.id}")
