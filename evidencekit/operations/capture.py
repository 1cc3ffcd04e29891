"""Capture: what a person writes becomes a revision; saving never argues."""

from collections.abc import Mapping
from dataclasses import dataclass

from evidencekit import clock
from evidencekit.canonical import Json
from evidencekit.checks.problem import Problem
from evidencekit.errors.records import UnknownKind
from evidencekit.errors.work import ErasureStays, NoSuchRevision, NotYours, ReasonNeeded
from evidencekit.ids import RecordId, RevisionId
from evidencekit.merge.sides import ERASURE
from evidencekit.operations import attachable, holds, writing
from evidencekit.operations.changes import Changes
from evidencekit.operations.checking import problems_with
from evidencekit.operations.desk import Desk
from evidencekit.operations.writing import Draft
from evidencekit.records.happened import ended_at, happened_at
from evidencekit.records.kinds import KINDS
from evidencekit.records.provenance import label_after, provenance_of
from evidencekit.records.revision import DEFAULT_MARKING, Body, Revision, State
from evidencekit.store import drafts, revisions


@dataclass(frozen=True, slots=True)
class Captured:
    """The record, its new revision, and what to look at again."""

    record: RecordId
    revision: Revision
    problems: tuple[Problem, ...]
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a person filled in; everything but kind and fields may be left out."""

    kind: str
    fields: Mapping[str, Json]
    record: RecordId | None = None  # None for a new record
    at: str = ""
    state: str = State.DRAFT.value
    declared: str = ""  # "reconstructed" or "transcribed", when the writer says so
    marking: str = ""
    reason: str = ""
    form: str = ""  # the form whose unsaved text this settles
    follows: RevisionId | None = None  # the version it was written on; None: those that stand


def capture(desk: Desk, entry: Entry) -> Captured:
    """Keep what was written as a revision, durable when this returns."""
    if entry.kind not in KINDS:
        raise UnknownKind(kind=entry.kind)
    with desk.database.transaction():
        revision = writing.write(desk, draft_of(desk, entry))
        if entry.form:
            drafts.drop(desk.database, entry.form)
    return captured(desk, revision)


def draft_of(desk: Desk, entry: Entry) -> Draft:
    """Work out the parents, time and provenance of what was filled in."""
    attachable.check_files(desk.pack, entry.kind, entry.fields)
    record = entry.record or RecordId(desk.ids.uuid())
    heads = _written_on(desk, record, entry) if entry.record else ()
    written = clock.stamp(desk.clock.now())
    at = entry.at or happened_at(entry.kind, entry.fields) or (heads[0].header.at if heads else "")
    body = Body(
        fields=entry.fields,
        state=entry.state,
        provenance=_provenance(desk, entry, at, written, heads),
        marking=entry.marking or (heads[0].body.marking if heads else DEFAULT_MARKING),
        framework=desk.pack.digest,
    )
    return Draft(
        record=record, kind=entry.kind, parents=tuple(head.id for head in heads), body=body,
        at=at, reason=entry.reason, written=written,
    )  # fmt: skip


def _written_on(desk: Desk, record: RecordId, entry: Entry) -> tuple[Revision, ...]:
    """Give the versions that an entry follows: what came meanwhile stands beside it."""
    if entry.follows is None:
        return writing.heads_of(desk, record)
    seen = revisions.get(desk.database, entry.follows)
    if seen is None or seen.is_erased or seen.header.record != record:
        raise NoSuchRevision(revision=entry.follows)
    return (seen,)


def delete(desk: Desk, record: RecordId, reason: str) -> Captured:
    """Leave a tombstone with a reason; every version stays readable."""
    if not reason.strip():
        raise ReasonNeeded(what="delete a record")
    heads = writing.heads_of(desk, record)
    body = Body(
        state=State.DELETED.value,
        provenance=heads[0].body.provenance,
        marking=heads[0].body.marking,
        framework=desk.pack.digest,
    )
    return _follow(desk, heads, body, reason)


def restore(desk: Desk, revision: RevisionId, reason: str) -> Captured:
    """Make an earlier version the current one again, as a new revision."""
    earlier = revisions.get(desk.database, revision)
    if earlier is None or earlier.is_erased:
        raise NoSuchRevision(revision=revision)
    heads = writing.heads_of(desk, earlier.header.record)
    return _follow(desk, heads, earlier.body, reason)


def erase(desk: Desk, revision: RevisionId, reason: str) -> Captured:
    """Destroy one version's content for ever; its header and the chain stay."""
    if not reason.strip():
        raise ReasonNeeded(what="erase a version")
    target = revisions.get(desk.database, revision)
    if target is None:
        raise NoSuchRevision(revision=revision)
    _check_may_erase(desk, target)
    holds.check_record(desk, target.header.record)
    fields: dict[str, Json] = {"target": target.id, "record": target.header.record}
    with desk.database.transaction():
        made = writing.write(
            desk,
            Draft(
                record=RecordId(desk.ids.uuid()), kind="erasure", parents=(),
                body=Body(
                    fields=fields, state=State.SUBMITTED.value, framework=desk.pack.digest
                ),
                at="", reason=reason, written=clock.stamp(desk.clock.now()),
            ),
        )  # fmt: skip
        writing.carry_out_erasures(desk, (made,))
    found = captured(desk, made)
    touched = Changes(frozenset({target.header.record}))
    return Captured(found.record, made, (), found.changes | touched)


def captured(desk: Desk, revision: Revision) -> Captured:
    """Say what a new revision changed and what to look at again."""
    return Captured(
        record=revision.header.record,
        revision=revision,
        problems=problems_with(desk, revision),
        changes=Changes(frozenset({revision.header.record})),
    )


def _check_may_erase(desk: Desk, target: Revision) -> None:
    if target.header.kind == ERASURE:
        raise ErasureStays
    if not desk.is_lead and target.header.author != desk.me.id:
        raise NotYours(kind=target.header.kind)


def _follow(
    desk: Desk, heads: tuple[Revision, ...], body: Body, reason: str
) -> Captured:  # fmt: skip
    first = heads[0].header
    draft = Draft(
        record=first.record, kind=first.kind, parents=tuple(head.id for head in heads), body=body,
        at=first.at, reason=reason, written=clock.stamp(desk.clock.now()),
    )  # fmt: skip
    with desk.database.transaction():
        revision = writing.write(desk, draft)
    return captured(desk, revision)


def _provenance(
    desk: Desk, entry: Entry, at: str, written: str, heads: tuple[Revision, ...]
) -> str:  # fmt: skip
    """Label a first version by the times; a correction never gets a better label than that."""
    first = min((each.header.written for each in _versions(desk, heads)), default=written)
    label = provenance_of(
        at=at, ended=ended_at(entry.fields), tz=desk.clock.zone, written=first,
        declared=entry.declared,
    ).value  # fmt: skip
    for head in heads:
        label = label_after(head.body.provenance, label, entry.declared)
    return label


def _versions(desk: Desk, heads: tuple[Revision, ...]) -> list[Revision]:
    return revisions.of_record(desk.database, heads[0].header.record) if heads else []
