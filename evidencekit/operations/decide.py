"""Decide on clashes, accept, set aside, adopt; every decision is a revision that travels."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidencekit import clock
from evidencekit.canonical import Json
from evidencekit.errors.work import NotAClash, NotAFinding, NotSubmitted, ReasonNeeded
from evidencekit.ids import RecordId, RevisionId
from evidencekit.merge import resolution
from evidencekit.merge.clashes import proposal_for
from evidencekit.merge.resolution import Choice, Proposal
from evidencekit.operations import writing
from evidencekit.operations.capture import Captured, Entry, capture, captured
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.operations.submit import label_of
from evidencekit.operations.writing import Draft
from evidencekit.records.lineage import Lineage, standing_head
from evidencekit.records.revision import Body, Revision, State
from evidencekit.records.titles import title_of
from evidencekit.store import listing, revisions


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A record with several current versions, and what would bring them together."""

    record: RecordId
    kind: str
    title: str
    sides: tuple[Revision, ...]
    base: Revision | None
    proposal: Proposal


def clashes(desk: Desk) -> tuple[Clash, ...]:
    """Give every record that has several versions nobody has decided on."""
    return tuple(_clash(desk, each.record) for each in listing.clashes(desk.database))


def decide(desk: Desk, record: RecordId, keep: RevisionId, reason: str) -> Captured:
    """Keep one side whole; the other stays readable in the history."""
    heads = _disputed(desk, record)
    return settle(desk, heads, resolution.keep(heads, keep), reason)


def decide_fields(
    desk: Desk, record: RecordId, choices: Mapping[str, Choice], reason: str
) -> Captured:
    """Choose field by field; NotDecided names the fields still open."""
    clash = _clash(desk, record)
    return settle(desk, clash.sides, resolution.resolve(clash.proposal, choices), reason)


def decide_body(desk: Desk, record: RecordId, body: Body, reason: str) -> Captured:
    """Let a body made from all versions stand; every one of them stays readable."""
    return settle(desk, _disputed(desk, record), body, reason)


def accept(desk: Desk, record: RecordId, reason: str = "Accepted by the lead.") -> Captured:
    """Accept the current version; a later correction shows as new information."""
    return _decision(desk, record, "accept", reason)


def accept_all(
    desk: Desk, records: Iterable[RecordId], reason: str = "Accepted by the lead."
) -> tuple[Captured, ...]:
    """Accept several; when one may not be accepted, none is."""
    wanted = tuple(dict.fromkeys(records))
    for record in wanted:
        head = standing_head(writing.heads_of(desk, record))
        if head.body.state != State.SUBMITTED.value:
            raise NotSubmitted(kind=label_of(head.header.kind))
    return tuple(accept(desk, record, reason) for record in wanted)


def set_aside(desk: Desk, record: RecordId, reason: str) -> Captured:
    """Leave a record out of the evidence that counts, with a reason; it stays readable."""
    return _decision(desk, record, "set-aside", reason)


def adopt(desk: Desk, finding: RecordId, reason: str = "Adopted by the lead.") -> Captured:
    """Make somebody's draft finding one of the team."""
    head = standing_head(writing.heads_of(desk, finding))
    if head.header.kind != "finding":
        raise NotAFinding(kind=label_of(head.header.kind))
    return _decision(desk, finding, "adopt", reason)


def same_event(desk: Desk, one: RecordId, other: RecordId, reason: str) -> Captured:
    """Link two records of one event; both stay as they are, and both count."""
    return _decision(desk, one, "same-event", reason, other=other)


def not_the_same(desk: Desk, one: RecordId, other: RecordId, reason: str) -> Captured:
    """Remember that two records are not of the same event, so that nobody is asked again."""
    return _decision(desk, one, "not-the-same", reason, other=other)


def _decision(
    desk: Desk, record: RecordId, outcome: str, reason: str, other: RecordId | None = None
) -> Captured:
    if not reason.strip():
        raise ReasonNeeded(what="record a decision")
    head = standing_head(writing.heads_of(desk, record))
    if head.body.state != State.SUBMITTED.value and outcome == "accept":
        raise NotSubmitted(kind=label_of(head.header.kind))
    fields: dict[str, Json] = {
        "subject": record, "revision": head.id, "outcome": outcome, "reason": reason,
    }  # fmt: skip
    if other is not None:
        fields["other"] = other
    made = capture(desk, Entry(kind="decision", fields=fields, state=State.SUBMITTED.value))
    touched = frozenset({record} if other is None else {record, other})
    return Captured(made.record, made.revision, made.problems, made.changes | Changes(touched))


def _clash(desk: Desk, record: RecordId) -> Clash:
    heads = _disputed(desk, record)
    family = Lineage(revisions.of_record(desk.database, record))
    # With three versions or more the first two are laid side by side; keeping one settles all.
    base = family.common_base(heads[0].id, heads[1].id)
    first = standing_head(heads)
    return Clash(
        record=record, kind=first.header.kind, sides=heads, base=base,
        title=title_of(first.header.kind, first.body.fields),
        proposal=proposal_for(family, heads[0], heads[1]),
    )  # fmt: skip


def _disputed(desk: Desk, record: RecordId) -> tuple[Revision, ...]:
    heads = writing.heads_of(desk, record)
    if len(heads) == 1:
        raise NotAClash
    return heads


def settle(desk: Desk, replaced: tuple[Revision, ...], body: Body, reason: str) -> Captured:
    """Let a body stand in place of these versions, with a reason."""
    if not reason.strip():
        raise ReasonNeeded(what="decide between two versions")
    first = replaced[0].header
    draft = Draft(
        record=first.record, kind=first.kind, body=body,
        parents=tuple(each.id for each in replaced), at=first.at, reason=reason,
        written=clock.stamp(desk.clock.now()),
    )  # fmt: skip
    with desk.database.transaction():
        revision = writing.write(desk, draft)
    return captured(desk, revision)
