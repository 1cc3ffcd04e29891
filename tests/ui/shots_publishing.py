"""Screens of publishing: two versions, a point, a snapshot, two authors of one text."""

from collections.abc import Mapping

from evidencekit.analysis.report_links import with_evidence
from evidencekit.canonical import Json
from evidencekit.checks.sentences import sentences
from evidencekit.ids import RecordId
from evidencekit.operations import (
    accuracy,
    reading,
    report_record,
    report_sections,
    report_versions,
    snapshots,
)
from evidencekit.operations.capture import Entry, capture
from evidencekit.operations.desk import Desk
from evidencekit.operations.report_versions import Made
from ui.places.doors import begin_record, open_record
from ui.places.report_register import show_register
from ui.places.workplace import Workplace

_SECTION = "improvements"
_FIRST = "Children wait nine weeks for a first visit after a referral. Plans have no dates."
_NOW = (
    "Some children wait seven weeks for a first visit after a referral. Plans have no dates, and "
    "nobody checks them.\n\nManagers know, and do not ask."
)
_OTHER = (
    "Some children wait seven weeks for a first visit after a referral. Plans have no dates, and "
    "nobody checks them.\n\nManagers know of the wait; three of them told us so themselves."
)


def register(workplace: Workplace) -> None:
    """List what left the room."""
    workplace.ask(workplace, _filled, lambda _held: show_register(workplace))


def version(workplace: Workplace) -> None:
    """Open the second version, beside the first."""
    _open(workplace, "report-version")


def point(workplace: Workplace) -> None:
    """Open the point that is still to decide."""
    _open(workplace, "accuracy-point")


def snapshot(workplace: Workplace) -> None:
    """Hold the snapshot beside today."""
    _open(workplace, "snapshot")


def two_authors(workplace: Workplace) -> None:
    """Open the section that two people wrote."""
    workplace.ask(
        workplace, _filled,
        lambda _held: begin_record(workplace, "report-section", {"section": _SECTION}),
    )  # fmt: skip


def _open(workplace: Workplace, kind: str) -> None:
    workplace.ask(
        workplace, _filled, lambda held: open_record(workplace, held[kind], kind)
    )  # fmt: skip


def _filled(desk: Desk) -> Mapping[str, RecordId]:
    """Write it all once; give the record to open of each kind."""
    versions, taken = report_record.listed(desk), snapshots.listed(desk)
    if versions and taken:
        (found, *_) = reading.rows(desk, reading.Only(kind=accuracy.POINT))
        return {"report-version": versions[0].record, "snapshot": taken[0][0],
                "accuracy-point": found.record}  # fmt: skip
    _write(desk, _FIRST)
    moment = snapshots.take(desk, "Final feedback", "Before the meeting with the Board.").record
    report_versions.record_version(desk, Made(stage="draft", name="First draft"))
    section = _write(desk, _NOW)
    made = Made(stage="accuracy", name="Draft to the Board", changes="The weeks, counted again.")
    sent = report_versions.record_version(desk, made).record
    report_record.sent(desk, sent, ["lscb-chair"], "2012-12-03", "One answer by 14 December.")
    _write_again(desk)
    received: dict[str, Json] = {
        "section": section, "received_on": "2012-12-10", "agency": "childrens-social-care",
        "reference": "Page 4, line 2", "sentence": "Plans have no dates, and nobody checks them.",
        "comment": "The plans of the two shared cases have had dates since October.",
    }  # fmt: skip
    asked = accuracy.receive(desk, received).record
    return {"report-version": sent, "snapshot": moment, "accuracy-point": asked}


def _write(desk: Desk, text: str) -> RecordId:
    snapshot_now = reading.whole(desk)
    slot = report_sections.slot(snapshot_now, _SECTION)
    evidence = [RecordId(each) for each, _words in report_sections.linkable(snapshot_now)[:2]]
    links: list[dict[str, Json]] = []
    for each in sentences(text):
        links = with_evidence(links, each.text, evidence)
    return report_sections.keep(desk, slot, text, list(links)).record


def _write_again(desk: Desk) -> None:
    """Let a second text of the section stand, as a colleague's does."""
    fields: dict[str, Json] = {"section": _SECTION, "text": _OTHER}
    capture(desk, Entry(kind="report-section", fields=fields))
