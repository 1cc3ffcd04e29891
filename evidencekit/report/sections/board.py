"""The Safeguarding Board: the judgement all inspectorates share, and the findings on its areas."""

from evidencekit.framework.items import SHARED, Section
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Heading, Paragraph
from evidencekit.report.sections import judgements


def blocks(base: Base, section: Section) -> tuple[Block, ...]:
    """Give the shared judgement as recorded, and each finding that speaks to a joint area."""
    found: list[Block] = [Heading(text=section.label, anchor=f"section-{section.id}")]
    shared = [one for one in base.pack.judgements if one.owner == SHARED]
    found.extend(Paragraph(text=one.covers) for one in shared)
    found.extend(judgements.of(base, tuple(one.id for one in shared)))
    joint = {area.id for area in base.pack.joint_areas}
    speaking = [item for item in base.findings if joint.intersection(base.areas_of(item))]
    numbers = ", ".join(base.naming.citations[item.record].label for item in speaking)
    told = f"Findings that speak to it: {numbers}." if numbers else "No finding speaks to it yet."
    return (*found, Paragraph(text=told))
