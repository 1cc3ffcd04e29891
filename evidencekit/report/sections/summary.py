"""The summary: where, when and by whom, and the judgements the team recorded."""

from evidencekit.framework.items import Section
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Heading, Paragraph, Table
from evidencekit.report.sections.cover import area_of
from evidencekit.report.sections.judgements import grade_of, printable


def blocks(base: Base, section: Section) -> tuple[Block, ...]:
    """Give the opening paragraph, and the judgements where the framework has any."""
    found: list[Block] = [
        Heading(text=section.label, anchor=f"section-{section.id}", new_page=True),
        Paragraph(text=_opening(base)),
    ]
    if base.pack.judgements and section.grades_allowed:
        found.append(recorded_judgements(base))
    return tuple(found)


def _opening(base: Base) -> str:
    area = area_of(base.snapshot.inspection)
    people = base.snapshot.people.values()
    inspectorates = len({person.inspectorate for person in people})
    cases = len(base.snapshot.cases())
    return (
        f"This is the evidence that {_count(len(people), 'inspector')} of "
        f"{_count(inspectorates, 'inspectorate')} gathered in {area}: "
        f"{_count(len(base.evidence), 'record')} of evidence about "
        f"{_count(cases, 'case')}, and {_count(len(base.findings), 'finding')}. "
        "Every finding names the numbered evidence that it rests on, and every numbered piece is "
        "printed in the annex with who recorded it, when, and how."
    )


def recorded_judgements(base: Base) -> Table:
    """Give each judgement of the framework with what the team recorded, and nothing computed."""
    recorded, _ = printable(base)
    rows = []
    for judgement in base.pack.judgements:
        made = [item for item in recorded if item.fields.get("judgement") == judgement.id]
        grades = ", ".join(grade_of(base, item) for item in made) or "Not recorded"
        rows.append((f"{judgement.id} {judgement.label}", judgement.covers, grades))
    return Table(
        caption="Judgements as the team recorded them",
        headers=("Judgement", "What it covers", "Recorded"),
        rows=tuple(rows),
        shares=(4, 7, 3),
    )


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
