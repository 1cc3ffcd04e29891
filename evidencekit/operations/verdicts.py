"""What the lead decided about a record: by whom, when, why, on which version; and taking it back.

A decision is about one version. A bundle that brings a newer one leaves the decision where it is:
the record then shows that there is new information, and the version decided on stays readable.
"""

from dataclasses import dataclass

from evidencekit.errors.deciding import NothingDecided
from evidencekit.errors.work import ReasonNeeded
from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.operations import capture, reading
from evidencekit.operations.capture import Captured
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.records.acceptance import ACCEPTED, CONTESTED, NEW_INFORMATION, SET_ASIDE
from evidencekit.records.given import text
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import State
from evidencekit.records.words import label_of
from evidencekit.store import relations

FINDING, SCORE = "finding", "score"
_TALK = frozenset({"query", "answer", "decision", "erasure"})
ABOUT_A_RECORD = ("accept", "set-aside", "adopt")
SAYS = {
    ACCEPTED: "Accepted",
    SET_ASIDE: "Set aside",
    NEW_INFORMATION: "New information since it was decided on",
    CONTESTED: "Lead and deputy differ",
}
SHORT = {**SAYS, NEW_INFORMATION: "New information"}
TONES = {ACCEPTED: "ok", SET_ASIDE: "caution", NEW_INFORMATION: "caution", CONTESTED: "error"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One decision about a record."""

    decision: RecordId
    outcome: str  # key
    words: str
    by: AuthorId
    by_name: str
    written: str  # UTC
    reason: str
    revision: RevisionId
    is_current: bool  # about a version that stands now


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """How a record stands, and every decision in force about it, the latest first."""

    accepted: str  # "", ACCEPTED, SET_ASIDE, NEW_INFORMATION or CONTESTED
    every: tuple[Verdict, ...]
    may_decide: bool
    can_accept: bool = False
    can_set_aside: bool = False
    can_be_asked: bool = False  # somebody else wrote it
    is_finding: bool = False

    def last_of(self, person: AuthorId) -> Verdict | None:
        """Give this person's latest decision."""
        return next((each for each in self.every if each.by == person), None)


def verdicts(desk: Desk, record: RecordId) -> Verdicts:
    """Give what was decided about a record."""
    item = reading.item(desk, record)
    heads = {head.id for head in item.heads}
    people = reading.people_of(desk)
    found: list[tuple[tuple[str, int], Verdict]] = []
    for decided in relations.decisions(desk.database, record):
        if decided.outcome not in ABOUT_A_RECORD:
            continue
        each = reading.item(desk, decided.record)
        person = people.get(each.author)
        verdict = Verdict(
            decision=each.record, outcome=decided.outcome,
            words=label_of("decision-outcomes", decided.outcome), by=each.author,
            by_name=person.name if person else each.author, written=each.written,
            reason=text(each.fields, "reason"), revision=decided.revision,
            is_current=decided.revision in heads,
        )  # fmt: skip
        found.append(((each.written, each.head.header.seq), verdict))
    found.sort(key=lambda pair: pair[0], reverse=True)
    may = desk.is_lead and not item.is_deleted and is_weighed(item.kind)
    is_ready = item.state == State.SUBMITTED.value or item.kind == FINDING
    return Verdicts(
        accepted=item.accepted, every=tuple(each for _place, each in found),
        may_decide=desk.is_lead, can_accept=may and is_ready and item.accepted != ACCEPTED,
        can_set_aside=may and item.accepted != SET_ASIDE,
        can_be_asked=item.author != desk.me.id and not item.is_deleted and item.kind not in _TALK,
        is_finding=item.kind == FINDING,
    )  # fmt: skip


def is_weighed(kind: str) -> bool:
    """Tell whether the lead accepts or sets aside records of a kind; a view is left as it is."""
    declared = KINDS.get(kind)
    if kind == SCORE or declared is None:
        return False
    return declared.is_evidence or kind in {FINDING, "answer", "claim"}


def take_back(desk: Desk, decision: RecordId, reason: str) -> Captured:
    """Take a decision of one's own back; what was decided before it stands again."""
    if not reason.strip():
        raise ReasonNeeded(what="take a decision back")
    item = reading.item(desk, decision)
    if item.kind != "decision" or item.is_deleted:
        raise NothingDecided
    made = capture.delete(desk, decision, reason.strip())
    subject = Changes(frozenset({RecordId(text(item.fields, "subject"))}))
    return Captured(made.record, made.revision, made.problems, made.changes | subject)


def take_back_last(desk: Desk, record: RecordId, reason: str) -> Captured:
    """Take back this person's latest decision about a record; NothingDecided without one."""
    last = verdicts(desk, record).last_of(desk.me.id)
    if last is None:
        raise NothingDecided
    return take_back(desk, last.decision, reason)
