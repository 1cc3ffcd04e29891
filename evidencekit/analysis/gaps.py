"""What is still missing: in the sample, on the notes, among the voices, from the team."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidencekit.analysis.snapshot import SCORE, Item, Snapshot
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.facts import is_unplaced
from evidencekit.records.given import YES, rows, text, texts

_FROM_AUTHORITY = "authority"
_CHILDREN = frozenset({"child", "care-leaver"})
_HANDED_IN = frozenset({"full", "since"})


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadRecord:
    """An agency that knows the child and whose record nobody has read."""

    case: RecordId
    agency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """Everything to look for next; each list can be opened."""

    stages: tuple[str, ...]  # of the journey, that no case of the sample shows
    scope_groups: tuple[str, ...]
    unread_records: tuple[UnreadRecord, ...]
    cases_without_impact: tuple[RecordId, ...]
    without_area: tuple[RecordId, ...]
    undated: tuple[RecordId, ...]
    untested_claims: tuple[RecordId, ...]
    children_heard: int
    children_chosen_by_authority: int
    not_handed_in: tuple[AuthorId, ...]

    @property
    def only_chosen_voices(self) -> bool:
        """Tell whether every child heard was suggested by the local area."""
        return 0 < self.children_heard == self.children_chosen_by_authority


def gaps(snapshot: Snapshot, since: str = "") -> Gaps:
    """Look through the evidence for what is missing.

    `since` is a moment in UTC; who has handed nothing in after it is named. Without it the day of
    the snapshot counts.
    """
    evidence = [item for item in snapshot.standing() if item.is_evidence and item.kind != SCORE]
    children = [v for v in snapshot.of_kind("voice") if text(v.fields, "who") in _CHILDREN]
    chosen = [v for v in children if text(v.fields, "route") == _FROM_AUTHORITY]
    return Gaps(
        stages=_stages(snapshot),
        scope_groups=_scope_groups(snapshot),
        unread_records=tuple(_unread(snapshot.cases())),
        cases_without_impact=_without_impact(snapshot),
        without_area=tuple(item.record for item in evidence if is_unplaced(item.kind, item.fields)),
        undated=tuple(item.record for item in evidence if not item.at and not _is_about(item)),
        untested_claims=tuple(
            item.record for item in snapshot.of_kind("claim") if text(item.fields, "tested") != YES
        ),
        children_heard=len(children),
        children_chosen_by_authority=len(chosen),
        not_handed_in=not_handed_in(snapshot, since or snapshot.taken_at[:10]),
    )


def not_handed_in(snapshot: Snapshot, since: str) -> tuple[AuthorId, ...]:
    """Give the team members, the lead apart, from whom no bundle has come since a moment."""
    heard = {
        bundle.sender
        for bundle in snapshot.bundles
        if bundle.kind in _HANDED_IN and bundle.received >= since
    }
    return tuple(
        person.id
        for person in snapshot.people.values()
        if person.role != "lead" and person.id not in heard
    )


def _stages(snapshot: Snapshot) -> tuple[str, ...]:
    shown = {stage for case in snapshot.cases() for stage in texts(case.fields, "stages")}
    wanted = (stage.id for stage in snapshot.pack.stages if stage.must_cover)
    return tuple(stage for stage in wanted if stage not in shown)


def _scope_groups(snapshot: Snapshot) -> tuple[str, ...]:
    shown = {group for case in snapshot.cases() for group in texts(case.fields, "scope_groups")}
    return tuple(group.id for group in snapshot.pack.scope_groups if group.id not in shown)


def _unread(cases: Iterable[Item]) -> Iterable[UnreadRecord]:
    return (
        UnreadRecord(case=case.record, agency=text(row, "agency"))
        for case in cases
        for row in rows(case.fields, "agencies")
        if text(row, "record_read") != YES
    )


def _without_impact(snapshot: Snapshot) -> tuple[RecordId, ...]:
    tracked = {sample.id for sample in snapshot.pack.sample_types if sample.tracked}
    return tuple(
        case.record
        for case in snapshot.cases()
        if text(case.fields, "sample_type") in tracked
        and not any(text(item.fields, "impact") for item in snapshot.about_case(case.record))
    )


def _is_about(item: Item) -> bool:
    """Tell whether the record gives a month or a year, which a header cannot hold."""
    return isinstance(item.fields.get("when"), Mapping)
