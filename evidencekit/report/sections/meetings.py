"""The team's meetings: who was there, what was challenged and answered, and who did not agree."""

from collections.abc import Iterator, Mapping

from evidencekit.analysis.snapshot import Item
from evidencekit.canonical import Json
from evidencekit.ids import AuthorId
from evidencekit.records import given
from evidencekit.records.revision import State
from evidencekit.report import dates
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Facts, Heading, Paragraph, Table

KIND = "team-meeting"
AGENDA = ("Item", "Why", "What was said", "What came of it")
CHALLENGE = ("By", "About", "Challenge", "Response", "Resolved")
DISSENT = ("By", "What they hold")
NEXT = ("Who", "When", "What they look for")
_ANSWERS = {"yes": "Yes", "no": "No", "unclear": "Unclear"}


def blocks(base: Base) -> tuple[Block, ...]:
    """Give the submitted meetings in order of time; nothing when there is none."""
    found = [item for item in base.snapshot.of_kind(KIND) if item.state == State.SUBMITTED.value]
    if not found:
        return ()
    heading = Heading(text="Team meetings", anchor="section-team-meetings")
    found.sort(key=lambda item: (item.at, item.record))
    return (heading, *(block for item in found for block in _meeting(base, item)))


def _meeting(base: Base, item: Item) -> Iterator[Block]:
    fields = item.fields
    anchor = f"meeting-{item.record}"
    yield Heading(text=item.title, anchor=anchor, level=2)
    yield Facts(rows=tuple(_facts(base, item)))
    yield from _table(AGENDA, (3, 3, 4, 4), "Agenda", [
        (given.text(row, "item"), given.text(row, "why"), given.text(row, "said"),
         given.text(row, "outcome"))
        for row in given.rows(fields, "items")
    ])  # fmt: skip
    yield from _table(CHALLENGE, (3, 3, 5, 5, 2), "Challenge", [
        (_by(base, row, "by"), given.text(row, "about"), given.text(row, "challenge"),
         given.text(row, "response"), _ANSWERS.get(given.text(row, "resolved"), "Not said"))
        for row in given.rows(fields, "challenge")
    ])  # fmt: skip
    yield from _table(DISSENT, (3, 9), "Dissent", [
        (_by(base, row, "by"), given.text(row, "says"))
        for row in given.rows(fields, "dissent")
    ])  # fmt: skip
    yield from _table(NEXT, (3, 3, 6), "Who goes where next", [
        (_by(base, row, "member"), dates.day(given.text(row, "day")),
         given.text(row, "doing"))
        for row in given.rows(fields, "deployments")
    ])  # fmt: skip
    if outcome := given.text(fields, "summary"):
        yield Paragraph(text=f"Outcome: {outcome}")


def _facts(base: Base, item: Item) -> Iterator[tuple[str, str]]:
    if started := given.text(item.fields, "started"):
        yield "Held", dates.span(started, given.text(item.fields, "ended"))
    for row in given.rows(item.fields, "present"):
        names = [base.naming.person(AuthorId(each)) for each in given.texts(row, "who")]
        note = given.text(row, "note")
        said = "; ".join(part for part in (", ".join(names), note) if part) or "Present"
        yield base.naming.inspectorate(given.text(row, "inspectorate")), said


def _table(
    headers: tuple[str, ...], shares: tuple[int, ...], caption: str, rows: list[tuple[str, ...]]
) -> Iterator[Block]:
    if rows:
        yield Table(caption=caption, headers=headers, rows=tuple(rows), shares=shares)


def _by(base: Base, row: Mapping[str, Json], key: str) -> str:
    member = given.text(row, key)
    return base.naming.person(AuthorId(member)) if member else "Not said"
