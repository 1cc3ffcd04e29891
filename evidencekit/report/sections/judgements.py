"""Judgements as people recorded them, with their reasons; never one of a single agency."""

from collections.abc import Mapping

from evidencekit.analysis.snapshot import Item
from evidencekit.canonical import Json
from evidencekit.framework.items import SHARED, Section
from evidencekit.ids import AuthorId
from evidencekit.records import given
from evidencekit.report import dates
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Facts, Heading, Notice, Paragraph

NO_AGENCY = "no-agency-judgement"  # the rule of packs that judge the area, not its agencies

_REASONS = (
    ("contrary", "Strongest contrary evidence"),
    ("why_outweighed", "Why it is outweighed"),
    ("dissent", "Dissent"),
)


def blocks(base: Base, section: Section) -> tuple[Block, ...]:
    """Give each of the framework's judgements: what was recorded, or that nothing was."""
    found: list[Block] = [
        Heading(text=section.label, anchor=f"section-{section.id}"),
        *_unpublished(base),
    ]
    recorded, refused = printable(base)
    for judgement in base.pack.judgements:
        made = [item for item in recorded if item.fields.get("judgement") == judgement.id]
        text = f"{judgement.id} {judgement.label}"
        found.append(Heading(text=text, anchor=f"judgement-{judgement.id}", level=2))
        found.append(Paragraph(text=judgement.covers))
        for item in made:
            found.extend(_judgement(base, item))
        if not made:
            found.append(Paragraph(text="No judgement is recorded."))
    return (*found, *_refused(refused))


def of(base: Base, wanted: tuple[str, ...]) -> tuple[Block, ...]:
    """Give what was recorded of some of the judgements, in few words: who agreed, and the text."""
    recorded, _refused = printable(base)
    made = [item for item in recorded if item.fields.get("judgement") in wanted]
    if not made:
        return (Paragraph(text="No judgement is recorded."),)
    found: list[Block] = []
    for item in made:
        words = given.text(item.fields, "narrative") or grade_of(base, item)
        found.append(Paragraph(text="Disputed." if item.is_disputed else words))
    return tuple(found)


def printable(base: Base) -> tuple[tuple[Item, ...], int]:
    """Give the judgements this framework allows, and the number of those it does not."""
    allowed = tuple(item for item in base.judgements if _is_allowed(base, item.fields))
    return allowed, len(base.judgements) - len(allowed)


def grade_of(base: Base, item: Item) -> str:
    """Give the grade that was recorded, in the framework's word."""
    if item.is_disputed:
        return "Disputed"
    judgement = base.pack.judgement(given.text(item.fields, "judgement"))
    if judgement is not None and not base.pack.grades_of(judgement):
        return "In words"
    return base.pack.label("grades", given.text(item.fields, "grade")) or "Without a grade"


def _is_allowed(base: Base, fields: Mapping[str, Json]) -> bool:
    judgement = base.pack.judgement(given.text(fields, "judgement"))
    if judgement is None:
        return False
    grade, scale = given.text(fields, "grade"), base.pack.grades_of(judgement)
    if grade and grade not in {step.id for step in scale}:
        return False
    if given.text(fields, "owner") not in {"", judgement.owner}:
        return False
    if NO_AGENCY not in base.pack.rules:
        return True
    return judgement.owner == SHARED and not given.text(fields, "owner")


def _judgement(base: Base, item: Item) -> tuple[Block, ...]:
    if item.is_disputed:
        text = "Two versions stand. Both are under Disputed records; neither is chosen here."
        return (Notice(title="Disputed", text=text),)
    return (
        Facts(rows=tuple((name, said) for name, said in _facts(base, item) if said)),
        *_reasons(base, item),
        *_evidence(base, item),
    )


def _facts(base: Base, item: Item) -> tuple[tuple[str, str], ...]:
    fields = item.fields
    return (
        ("Recorded", grade_of(base, item)),
        ("Agreed by", _people(base, fields, "agreed_by")),
        ("Not agreed by", _people(base, fields, "not_agreed_by")),
        ("Agreed at", dates.local(given.text(fields, "agreed_at"))),
    )


def _reasons(base: Base, item: Item) -> tuple[Block, ...]:
    rationale = item.fields.get("rationale")
    parts = rationale if isinstance(rationale, Mapping) else {}
    told = [(part.label, given.text(parts, part.id)) for part in base.pack.rationale]
    told.append(("In words", given.text(item.fields, "narrative")))
    told.extend((label, given.text(item.fields, key)) for key, label in _REASONS)
    return tuple(
        block
        for label, text in told
        if text
        for block in (
            Heading(text=label, anchor=_anchor(item, label), level=3), Paragraph(text=text)
        )
    )  # fmt: skip


def _evidence(base: Base, item: Item) -> tuple[Block, ...]:
    return tuple(
        Paragraph(text=text, evidence=cited)
        for text, key in (
            ("Findings:", "findings"), ("Evidence:", "evidence"),
            ("Evidence against:", "counter_evidence"),
        )
        if (cited := base.naming.cited(given.record_refs(item.fields, key)))
    )  # fmt: skip


def _refused(number: int) -> tuple[Block, ...]:
    if not number:
        return ()
    text = (
        f"{number} recorded as a judgement that this framework does not have, for example of one "
        "agency alone, or off its scale. The framework allows none, so none is printed."
    )
    return (Notice(title="Not printed", text=text),)


def _unpublished(base: Base) -> tuple[Block, ...]:
    return tuple(
        Paragraph(text=f"{one.words} ({one.source})")
        for one in base.pack.unpublished
        if one.what in {"grades", "scale"}
    )


def _people(base: Base, fields: Mapping[str, Json], key: str) -> str:
    return ", ".join(base.naming.person(AuthorId(each)) for each in given.texts(fields, key))


def _anchor(item: Item, label: str) -> str:
    return f"judgement-{item.record}-{label.lower().replace(' ', '-')}"
