"""What the publication record lists: versions, points, feedback, snapshots and days, as rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from evidencekit.canonical import Json
from evidencekit.framework.timetable import Due
from evidencekit.operations import (
    accuracy,
    accuracy_points,
    feedback_log,
    report_days,
    report_record,
    report_versions,
    snapshots,
)
from evidencekit.operations.accuracy_points import Point
from evidencekit.operations.capture import Captured
from evidencekit.operations.desk import Desk
from evidencekit.operations.feedback_log import Told
from evidencekit.operations.publish import Published
from evidencekit.operations.report_record import Version
from evidencekit.operations.report_versions import Made
from evidencekit.records.given import rows, text
from evidencekit.records.kinds import KINDS
from ui.places.dates import count, local_words, long_day
from ui.places.report_ask import Asked
from ui.qtmodels.record_table import RecordRow

VERSIONS, POINTS, FEEDBACK, SNAPSHOTS, DAYS = "versions", "points", "feedback", "snapshots", "days"
Answers = dict[str, Json]
FILES = "files"  # of a version: those just made, beside what is answered
_TONES = {"accepted": "ok", "partly": "info", "not-accepted": ""}
_WIDE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One list: how it is read, what a row says, what stands where there is none, what is added."""

    key: str
    words: str
    kind: str  # of its records; "" where a row opens nothing
    read: Callable[[Desk], Sequence[Any]]
    row: Callable[[Any], RecordRow]
    nothing: str
    how: str
    add: str = ""  # the words of the button
    icon: str = "plus"
    anybody: bool = False
    asked: tuple[str, ...] = ()  # the questions of the card, from the kind; none: its own form
    needed: tuple[str, ...] = ()
    given: Callable[[date], Answers] = field(default=lambda _today: {})
    make: Callable[[Desk, Answers, str], Captured] | None = None
    kept: str = ""

    def card(self, today: date) -> Asked:
        """Give the card that adds one."""
        kind = KINDS[self.kind]
        fields = tuple(each for key in self.asked if (each := kind.field(key)) is not None)
        return Asked(
            title=self.add, more=kind.help, do_it=self.add, kind=self.kind, icon=self.icon,
            form=form_of(self.kind), fields=fields, needed=self.needed, given=self.given(today),
        )  # fmt: skip


def form_of(kind: str) -> str:
    """Name the draft of a new record of a kind, as every other form does."""
    return f"new:{kind}"


def _version(each: Version) -> RecordRow:
    gone = f"sent on {local_words(each.sent[-1].on)}" if each.sent else "not sent yet"
    where = f"published on {local_words(each.published_on)}" if each.published_on else gone
    sections = count(each.sections, "section")
    return RecordRow(
        key=each.record, title=each.title, detail=f"{sections} · {where}",
        when=local_words(each.made_at), icon="history",
        tags=((each.stage_words, "ok" if each.stage in {"final", "published"} else "info"),),
    )  # fmt: skip


def _point(each: Point) -> RecordRow:
    about = f"“{each.sentence}”" if each.sentence else each.reference
    parts = (each.agency, each.section_words, about)
    return RecordRow(
        key=each.record, title=_line(each.comment),
        detail=" · ".join(part for part in parts if part), when=local_words(each.received_on),
        icon="pencil",
        tags=(("To decide", "caution"),) if each.is_open
        else ((each.decision_words, _TONES.get(each.decision, "")),),
    )  # fmt: skip


def _told(each: Told) -> RecordRow:
    answered = f"They answered: {each.response}" if each.response else "No answer written down"
    parts = (", ".join(each.to), each.agency, f"by {each.by}" if each.by else "", answered)
    return RecordRow(
        key=each.record, title=_line(each.points),
        detail=_line(" · ".join(part for part in parts if part)), when=local_words(each.at),
        icon="message-square-text", tags=(("Provisional", "info"),) if each.provisional else (),
    )  # fmt: skip


def _snapshot(each: tuple[str, str, str]) -> RecordRow:
    record, name, taken = each
    return RecordRow(
        key=record, title=name, detail="Open it to hold it beside today", when=local_words(taken),
        icon="archive",
    )  # fmt: skip


def _day(each: Due) -> RecordRow:
    counted = f"{count(each.working_days, 'working day')} after: {each.after}"
    source = f"{counted} ({each.source})" if each.after else each.source
    return RecordRow(
        key=each.key, title=each.label,
        detail="Recorded in this inspection" if each.is_known else source,
        when=long_day(each.day) if each.day else "In no calendar here", icon="calendar",
        tags=(("Recorded", "ok"),) if each.is_known else (("Counted", ""),),
    )  # fmt: skip


def _keep_version(desk: Desk, answers: Answers, form: str) -> Captured:
    made = Made(
        stage=str(answers["stage"]), name=str(answers.get("name", "")),
        changes=str(answers.get("changes", "")), form=form,
        files=tuple(map(_file, rows(answers, FILES))),
    )  # fmt: skip
    return report_versions.record_version(desk, made)


def _file(row: Mapping[str, Json]) -> Published:
    return Published(path=Path(text(row, "name")), kind="", sha256=text(row, "sha256"),
                     fingerprint="")  # fmt: skip


def _take(desk: Desk, answers: Answers, form: str) -> Captured:
    return snapshots.take(desk, str(answers["name"]), str(answers.get("note", "")), form)


def _line(text: str) -> str:
    return " ".join(text.split())[:_WIDE]


VIEWS = (
    View(
        key=VERSIONS, words="Versions", kind="report-version", read=report_record.listed,
        row=_version, nothing="No version of the report is kept yet.",
        how="Keep one whenever it leaves the room: which texts it was made from stays with it.",
        add="Keep a version", icon="save", asked=("name", "stage", "changes"), needed=("stage",),
        given=lambda _today: {"stage": "draft"}, make=_keep_version, kept="This version is kept.",
    ),
    View(
        key=POINTS, words="Factual accuracy", kind="accuracy-point", read=accuracy_points.points,
        row=_point, nothing="No factual accuracy point has come yet.",
        how="Write down each point of the area's answer, then decide it here with a reason.",
        add="Write down a point", asked=(
            "received_on", "agency", "section", "reference", "sentence", "comment", "version",
        ),
        needed=("received_on", "section", "comment"),
        given=lambda today: {"received_on": today.isoformat()}, make=accuracy.receive,
        kept="The point is written down.",
    ),
    View(
        key=FEEDBACK, words="Feedback given", kind="feedback", read=feedback_log.log, row=_told,
        nothing="No feedback is written down yet.",
        how="Whatever the area is told before the report belongs here, with what they answered.",
        add="Write down feedback", anybody=True,
    ),
    View(
        key=SNAPSHOTS, words="Snapshots", kind="snapshot", read=snapshots.listed, row=_snapshot,
        nothing="No moment has been frozen yet.",
        how="Take one before final feedback or a draft: later it shows what has changed since.",
        add="Take a snapshot", icon="archive", asked=("name", "note"), needed=("name",),
        make=_take, kept="The snapshot is taken.",
    ),
    View(
        key=DAYS, words="Days", kind="", read=report_days.days, row=_day,
        nothing="The day the area was told, and the days on site, are not recorded yet.",
        how="They stand with the inspection, under Team.",
    ),
)  # fmt: skip
