"""Feedback given: what the area was told before the report, by whom, and what it answered."""

from evidencekit.analysis.snapshot import Item
from evidencekit.ids import AuthorId
from evidencekit.records.given import YES, text, texts
from evidencekit.records.words import label_of
from evidencekit.report import dates
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Heading, Paragraph, Table

KIND, NAME = "feedback", "feedback"
HEADERS = ("When", "To", "By", "What was said", "What they answered")
NONE = "No feedback is written down."


def blocks(base: Base) -> tuple[Block, ...]:
    """Give the log in order of time."""
    found = sorted(
        base.snapshot.of_kind(KIND), key=lambda item: (text(item.fields, "at"), item.record)
    )
    heading = Heading(text="Feedback given", anchor="section-feedback")
    if not found:
        return (heading, Paragraph(text=NONE))
    table = Table(
        caption="What was told before the report", headers=HEADERS, name=NAME,
        rows=tuple(_row(base, item) for item in found), shares=(3, 3, 3, 6, 5),
    )  # fmt: skip
    return (heading, table)


def _row(base: Base, item: Item) -> tuple[str, ...]:
    fields = item.fields
    to = [label_of("practitioner-roles", each) for each in texts(fields, "to")]
    agency, by = text(fields, "agency"), text(fields, "by")
    if agency:
        to.append(label_of("agencies", agency))
    said = text(fields, "points")
    if text(fields, "provisional") == YES:
        said = f"{said} (Said to be provisional.)"
    answered = (text(fields, "response"), text(fields, "offered"))
    return (
        dates.local(text(fields, "at")), ", ".join(to),
        base.naming.person(AuthorId(by)) if by else "", said,
        "\n".join(part for part in answered if part),
    )  # fmt: skip
