"""Moderation: who scored alone, the scores as laid open, the agreed view, and the dissent."""

from collections.abc import Iterator

from evidencekit.analysis.snapshot import Item
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.given import rows, text, texts
from evidencekit.records.revision import State
from evidencekit.report import dates
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Facts, Heading, Paragraph, Quote, Table

KIND = "moderation"
LAID_OPEN = ("Who", "Scored alone", "Why")
NOTHING_ADDED = (
    "Each scored alone and saw the others' scores only when all were laid open. Nothing is added "
    "up; the agreed view was written by people."
)


def blocks(base: Base) -> tuple[Block, ...]:
    """Give the rounds that were laid open and handed in; nothing when there is none."""
    found = [item for item in base.snapshot.of_kind(KIND) if _is_printed(item)]
    if not found:
        return ()
    found.sort(key=lambda item: (_where(base, item), item.at, item.record))
    heading = Heading(text="Moderation", anchor="section-moderation")
    told = (block for item in found for block in _round(base, item))
    return (heading, Paragraph(text=NOTHING_ADDED), *told)


def _is_printed(item: Item) -> bool:
    return item.state == State.SUBMITTED.value and bool(text(item.fields, "revealed_at"))


def _round(base: Base, item: Item) -> Iterator[Block]:
    fields = item.fields
    yield Heading(text=_where(base, item), anchor=f"moderation-{item.record}", level=2)
    if item.is_disputed:
        yield Paragraph(text="Two versions of this round stand; both are under Disputed records.")
        return
    yield Facts(rows=tuple(_facts(base, item)))
    laid_open = tuple(_scores(base, item))
    if laid_open:
        yield Table(
            caption="Scored alone, laid side by side", headers=LAID_OPEN, rows=laid_open,
            shares=(3, 3, 7),
        )  # fmt: skip
    if view := text(fields, "view"):
        yield Paragraph(text=f"Agreed view: {view}")
    if why := text(fields, "why"):
        yield Paragraph(text=f"Why: {why}")
    for row in rows(fields, "dissent"):
        who = base.naming.person(AuthorId(text(row, "by")))
        yield Quote(text=text(row, "says"), who=f"{who} does not agree")


def _facts(base: Base, item: Item) -> Iterator[tuple[str, str]]:
    fields = item.fields
    for label, key in (("Scored alone first", "named"), ("Agreed by", "agreed_by")):
        people = ", ".join(base.naming.person(AuthorId(each)) for each in texts(fields, key))
        if people:
            yield label, people
    yield "Laid open", dates.local(text(fields, "revealed_at"))
    if grade := _grade(base, text(fields, "grade")):
        yield "Agreed score", grade


def _scores(base: Base, item: Item) -> Iterator[tuple[str, ...]]:
    for each in texts(item.fields, "scores"):
        score = base.snapshot.items.get(RecordId(each))
        if score is None or score.is_deleted:
            yield "A colleague", "Not here", "This score is not in this base."
        else:
            said = _grade(base, text(score.fields, "grade")) or base.naming.label(
                "looked-at", text(score.fields, "status")
            )  # fmt: skip
            why = text(score.fields, "rationale")
            yield base.naming.person(score.author), said or "In words", why


def _grade(base: Base, grade: str) -> str:
    """Give the framework's own word; nothing for a grade that it does not have."""
    allowed = {step.id: step.label for step in base.pack.grades}
    return allowed.get(grade, "")


def _where(base: Base, item: Item) -> str:
    area = base.naming.area(text(item.fields, "area"))
    case = text(item.fields, "case")
    return f"{area}: {base.naming.record(RecordId(case))}" if case else area
