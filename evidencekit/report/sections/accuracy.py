"""The answer on factual accuracy: each point, what was decided of it, the words changed."""

from evidencekit.analysis.snapshot import Item
from evidencekit.ids import RecordId
from evidencekit.records.given import text
from evidencekit.records.words import label_of
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Heading, Paragraph, Table

KIND, NAME = "accuracy-point", "accuracy"
HEADERS = (
    "No.", "From", "About", "What was said", "Decision and why", "Words before", "Words after",
)  # fmt: skip
OPENING = "Each point of the answer to the draft is below, with what was decided of it and why."
NONE = "No factual accuracy point has come."
OPEN, UNCHANGED = "Not decided yet.", "As before"


def blocks(base: Base) -> tuple[Block, ...]:
    """Give every point in the order in which it came."""
    found = sorted(
        base.snapshot.of_kind(KIND),
        key=lambda item: (text(item.fields, "received_on"), item.written, item.record),
    )
    heading = Heading(text="Points of factual accuracy", anchor="section-accuracy")
    if not found:
        return (heading, Paragraph(text=NONE))
    table = Table(
        caption="Points of factual accuracy and what was decided", headers=HEADERS, name=NAME,
        rows=tuple(_row(base, number, item) for number, item in enumerate(found, 1)),
        shares=(1, 3, 3, 5, 4, 4, 4), figures=frozenset({0}),
    )  # fmt: skip
    return (heading, Paragraph(text=OPENING), table)


def _row(base: Base, number: int, item: Item) -> tuple[str, ...]:
    fields = item.fields
    agency, after = text(fields, "agency"), text(fields, "after")
    before = text(fields, "before") or text(fields, "sentence")
    return (
        str(number), label_of("agencies", agency) if agency else "", _about(base, item),
        text(fields, "comment"), _decided(item), before,
        after or (UNCHANGED if before and text(fields, "decision") else ""),
    )  # fmt: skip


def _decided(item: Item) -> str:
    decision = text(item.fields, "decision")
    if not decision:
        return OPEN
    return f"{label_of('accuracy-decisions', decision)}. {text(item.fields, 'reason')}"


def _about(base: Base, item: Item) -> str:
    section = base.snapshot.items.get(RecordId(text(item.fields, "section")))
    key = text(section.fields, "section") if section else ""
    label = next((each.label for each in base.pack.sections if each.id == key), "")
    parts = (label, text(item.fields, "reference"))
    return ", ".join(part for part in parts if part)
