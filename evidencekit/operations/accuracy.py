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
from evidencekit.operations.capture import Captured, Entry
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.records.given import rows, text
from evidencekit.records.revision import State

POINT = "accuracy-point"
ACCEPTED, PARTLY, NOT_ACCEPTED = "accepted", "partly", "not-accepted"
DECISIONS = (ACCEPTED, PARTLY, NOT_ACCEPTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What is decided of a point; `after` is the sentence as it is to stand, "" to leave it."""

    outcome: str
    reason: str
    after: str = ""


def settle(desk: Desk, point: RecordId, decided: Decision) -> Captured:
    """Decide a point; new words take the sentence's place and keep what it rests on.

    ReasonNeeded without a reason, SentenceGone when the sentence no longer stands: nothing is
    changed then.
    """
    if not decided.reason.strip():
        raise ReasonNeeded(what="decide a factual accuracy point")
    item = reading.item(desk, point)
    if item.kind != POINT:
        raise NotAPoint
    before, after = text(item.fields, "sentence"), decided.after.strip()
    fields: dict[str, Json] = {
        **item.fields, "decision": decided.outcome, "reason": decided.reason.strip(),
        "decided_on": f"{_now(desk):%Y-%m-%d}",
    }  # fmt: skip
    if before:
        fields["before"] = before
    touched: frozenset[RecordId] = frozenset()
    with desk.database.transaction():
        if after:
            fields["after"] = after
            section = RecordId(text(item.fields, "section"))
            _put(desk, section, before, after)
            touched = frozenset({section})
        entry = Entry(kind=POINT, fields=fields, record=point, state=State.SUBMITTED.value,
                      reason=decided.reason.strip())  # fmt: skip
        revision = writing.write(desk, capture.draft_of(desk, entry))
    made = capture.captured(desk, revision)
    return Captured(point, revision, made.problems, made.changes | Changes(touched))


def _put(desk: Desk, section: RecordId, before: str, after: str) -> None:
    """Write the section anew with one sentence changed; the rest stays to the letter."""
    held = reading.item(desk, section)
    fields, body = dict(held.fields), str(held.fields.get("text", ""))
    found = next((each for each in sentences(body) if each.text == before), None)
    if found is None:
        raise SentenceGone
    now = body[: found.start] + after + body[found.end :]
    was, is_now = ([each.text for each in sentences(one)] for one in (body, now))
    fields |= {"text": now, "sentences": list(_links(fields, was, is_now, before, after))}
    entry = Entry(kind=held.kind, fields=fields, record=section, reason="Factual accuracy.")
    writing.write(desk, capture.draft_of(desk, entry))


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


def _now(desk: Desk) -> datetime:
    return desk.clock.now().astimezone(ZoneInfo(desk.clock.zone))
