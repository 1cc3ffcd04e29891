"""The letter's head and foot: from whom, to whom, when, about what, and who signs."""

from evidencekit.framework.items import Section
from evidencekit.records.given import text
from evidencekit.report import dates
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Letterhead, Paragraph
from evidencekit.report.sections import written
from evidencekit.report.sections.cover import area_of, inspectorates

RECIPIENTS = "recipients"
NO_GRADE = "The findings stand by themselves. No graded judgement is made."
EVERYBODY = "The agencies inspected."
_ZONE = "Europe/London"


def subject(base: Base) -> str:
    """Give what the letter is about, as its title."""
    return f"{base.pack.title}: {area_of(base.snapshot.inspection)}"


def head(base: Base, *, is_draft: bool) -> tuple[Block, ...]:
    """Give the head of the letter and its opening paragraph."""
    section = next((each for each in base.pack.sections if each.id == RECIPIENTS), None)
    inspection = base.snapshot.inspection
    opening = Letterhead(
        sender=tuple(inspectorates(base)), date=_date(base, is_draft=is_draft),
        to=_to(base, section), reference=text(inspection, "reference"), subject=subject(base),
        greeting="Dear colleagues",
    )  # fmt: skip
    return (opening, *_opening(base))


def foot(base: Base) -> tuple[Block, ...]:
    """Give who signs: the lead by name, and each inspectorate that took part."""
    people = base.snapshot.people.values()
    leads = [
        f"{each.name}, lead inspector, {base.naming.inspectorate(each.inspectorate)}"
        for each in sorted(people, key=lambda one: one.name)
        if each.role == "lead"
    ]
    led = {base.naming.inspectorate(each.inspectorate) for each in people if each.role == "lead"}
    others = [f"For {name}" for name in inspectorates(base) if name not in led]
    signed = "\n".join((*leads, *others))
    return (Paragraph(text="Yours sincerely"), Paragraph(text=signed)) if signed else ()


def _to(base: Base, section: Section | None) -> tuple[str, ...]:
    """Give the addressees: as the team wrote them, else as the framework says."""
    typed = written.lines(base, section) if section is not None else ()
    named = (section.note or section.label,) if section is not None else (EVERYBODY,)
    return (*(typed or named), area_of(base.snapshot.inspection))


def _date(base: Base, *, is_draft: bool) -> str:
    taken = base.snapshot.taken_at
    day = dates.written(taken, _ZONE).partition(",")[0] if taken else ""
    return f"Draft of {day}" if is_draft and day else day


def _opening(base: Base) -> tuple[Block, ...]:
    inspection = base.snapshot.inspection
    when = dates.span(text(inspection, "starts"), text(inspection, "ends"))
    names = inspectorates(base)
    who = " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
    told = f"{who} carried out this inspection" if who else "This inspection was carried out"
    on = f" from {when}" if " to " in when else f" on {when}" if when else ""
    grade = f" {NO_GRADE}" if base.pack.narrative else ""
    return (Paragraph(text=f"{told}{on}. This letter says what was found.{grade}"),)
