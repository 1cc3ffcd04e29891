"""What was found, area by area: which findings speak to it, and what they can rest on."""

from evidencekit.analysis.coverage import Coverage, Seen
from evidencekit.framework.items import Area, Section
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Heading, Paragraph, Table
from evidencekit.report.sections.coverage import cell_of


def blocks(base: Base, section: Section) -> tuple[Block, ...]:
    """Give one row for each area of the framework, none left out."""
    intro = (
        "Each area of the framework with the findings that speak to it and the evidence behind "
        "them. The number of pieces says how much was looked at, never how good it was."
    )
    return (
        Heading(text=section.label, anchor=f"section-{section.id}"),
        Paragraph(text=intro),
        *_tables(base),
    )


def _tables(base: Base) -> tuple[Block, ...]:
    found = base.by_inspectorate
    halves = (
        ("Evaluated together", base.pack.joint_areas),
        ("In each inspectorate's own remit", base.pack.specialist_areas),
    )
    return tuple(
        Table(
            caption=caption,
            headers=("Area", "Findings", "Evidence", "From"),
            rows=tuple(_row(base, area, found) for area in areas),
            shares=(8, 4, 3, 5),
            figures=frozenset({2}),
        )
        for caption, areas in halves
        if areas
    )


def _row(base: Base, area: Area, found: Coverage) -> tuple[str, ...]:
    findings = [item for item in base.findings if area.id in base.areas_of(item)]
    cited = ", ".join(one.label for one in base.numbers_of(findings))
    known = [
        column.label
        for column in found.columns
        if found.cell(area.id, column.key).seen is Seen.FOUND
    ]
    told = cell_of([found.total(area.id)]).words
    return (base.naming.area(area.id), cited or "None", told, ", ".join(known))
