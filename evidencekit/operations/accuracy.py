"""Factual accuracy points: decided with a reason; the new words go into the section in one step."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from evidencekit.analysis.report_links import carried
from evidencekit.canonical import Json
from evidencekit.checks.sentences import sentences
from evidencekit.errors.report import NotAPoint, SentenceGone
from evidencekit.errors.work import ReasonNeeded
from evidencekit.ids import RecordId
from evidencekit.operations import capture, reading, writing
from evidencekit.operations.asking import UNDONE
from evidencekit.operations.capture import Captured, Entry
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.records.given import rows, text
from evidencekit.records.revision import Revision, State
from evidencekit.store import drafts

POINT = "accuracy-point"
ACCEPTED, PARTLY, NOT_ACCEPTED = "accepted", "partly", "not-accepted"
DECISIONS = (ACCEPTED, PARTLY, NOT_ACCEPTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is decided of a point; `after` is the sentence as it is to stand, "" to leave it."""

    outcome: str
    reason: str
    after: str = ""
    sentence: str = ""  # the one it is about, where the point did not name it to the letter
    evidence: tuple[RecordId, ...] = ()  # what was looked at to decide
    form: str = ""  # the form whose unsaved words this settles


@dataclass(frozen=True, slots=True)
class Settled(Captured):
    """What was decided, and the section whose sentence was changed for it."""

    section: Revision | None = None


def receive(desk: Desk, fields: Mapping[str, Json], form: str = "") -> Captured:
    """Write down a point as the area made it; nothing is decided of it yet."""
    entry = Entry(kind=POINT, fields=fields, state=State.SUBMITTED.value, form=form)
    return capture.capture(desk, entry)


def settle(desk: Desk, point: RecordId, decided: Decision) -> Settled:
    """Decide a point; new words take the sentence's place and keep what it rests on.

    ReasonNeeded without a reason, SentenceGone when the sentence no longer stands: nothing is
    changed then.
    """
    if not decided.reason.strip():
        raise ReasonNeeded(what="decide a factual accuracy point")
    item = reading.item(desk, point)
    if item.kind != POINT:
        raise NotAPoint
    before = decided.sentence.strip() or text(item.fields, "sentence")
    after = decided.after.strip()
    fields: dict[str, Json] = {
        **_without(item.fields, "after"), "decision": decided.outcome,
        "reason": decided.reason.strip(), "decided_on": f"{_now(desk):%Y-%m-%d}",
    }  # fmt: skip
    if before:
        fields["before"] = before
    if decided.evidence:
        fields["evidence"] = list(decided.evidence)
    section = None
    with desk.database.transaction():
        if after:
            fields["after"] = after
            section = _put(desk, RecordId(text(item.fields, "section")), before, after)
        entry = Entry(kind=POINT, fields=fields, record=point, state=State.SUBMITTED.value,
                      reason=decided.reason.strip())  # fmt: skip
        revision = writing.write(desk, capture.draft_of(desk, entry))
        if decided.form:
            drafts.drop(desk.database, decided.form)
    made = capture.captured(desk, revision)
    touched = Changes(frozenset({section.header.record} if section else ()))
    return Settled(point, revision, made.problems, made.changes | touched, section)


def undo(desk: Desk, made: Settled) -> Changes:
    """Take a decision back: the point is open again, and the section as it was before.

    SentenceGone when somebody has gone on writing in the section: its newer words stay.
    """
    changes = Changes()
    if made.section is not None:
        section = made.section.header.record
        if {each.id for each in writing.heads_of(desk, section)} != {made.section.id}:
            raise SentenceGone
    for revision in (made.revision, made.section):
        if revision is not None and revision.header.parents:
            before = revision.header.parents[0]
            changes |= capture.restore(desk, before, UNDONE).changes
    return changes


def _put(desk: Desk, section: RecordId, before: str, after: str) -> Revision:
    """Write the section anew with one sentence changed; the rest stays to the letter."""
    held = reading.item(desk, section)
    fields, body = dict(held.fields), str(held.fields.get("text", ""))
    found = next((each for each in sentences(body) if each.text == before), None)
    if found is None:
        raise SentenceGone
    now = body[: found.start] + after + body[found.end :]
    was, is_now = ([each.text for each in sentences(one)] for one in (body, now))
    fields |= {"text": now, "sentences": list(_links(fields, was, is_now, before, after))}
    entry = Entry(
        kind=held.kind, fields=fields, record=section, reason="Factual accuracy.",
        follows=held.head.id,  # another version of it goes on standing beside this one
    )  # fmt: skip
    return writing.write(desk, capture.draft_of(desk, entry))


def _links(
    fields: Mapping[str, Json], was: list[str], is_now: list[str], before: str, after: str
) -> list[dict[str, Json]]:
    """Give the links, those of the sentence under its new words however different they are."""
    first = next((each.text for each in sentences(after)), after)
    renamed = [
        {**row, "sentence": first} if text(row, "sentence") == before else dict(row)
        for row in rows(fields, "sentences")
    ]
    return carried(renamed, [first if each == before else each for each in was], is_now)


def _without(fields: Mapping[str, Json], key: str) -> dict[str, Json]:
    """Give the answers but one: what an earlier decision put there is not what this one says."""
    return {name: value for name, value in fields.items() if name != key}


def _now(desk: Desk) -> datetime:
    return desk.clock.now().astimezone(ZoneInfo(desk.clock.zone))
