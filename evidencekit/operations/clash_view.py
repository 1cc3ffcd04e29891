"""A clash laid out for a person: both sides with their base, field by field, word by word."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from evidencekit.canonical import Json
from evidencekit.errors.deciding import NeverAClash
from evidencekit.errors.work import NotAClash
from evidencekit.ids import RecordId, RevisionId
from evidencekit.merge.clashes import proposal_for
from evidencekit.merge.resolution import FieldProposal, Side, resolve
from evidencekit.merge.sequences import Origin
from evidencekit.merge.text import word_diff
from evidencekit.operations import (
    clash_many,
    clash_text,
    decide,
    deciding_again,
    reading,
    writing,
)
from evidencekit.operations.capture import Captured
from evidencekit.operations.clash_text import PassageView
from evidencekit.operations.desk import Desk
from evidencekit.records.fields import Field, FieldKind
from evidencekit.records.kinds import KINDS
from evidencekit.records.lineage import Lineage
from evidencekit.records.revision import Body, Revision, State
from evidencekit.records.titles import title_of
from evidencekit.store import listing, revisions

A, B, BASE, COMBINED = (side.value for side in (Side.A, Side.B, Side.BASE, Side.COMBINED))
_POINTING = frozenset(
    {FieldKind.RECORD, FieldKind.RECORDS, FieldKind.MEMBER, FieldKind.MEMBERS}
)  # fmt: skip
_CHANGED = {
    Origin.ONLY_A: A, Origin.ONLY_B: B, Origin.BOTH_DIFFER: "both",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """Who wrote one version, when, and why."""

    revision: RevisionId
    who: str
    written: str
    reason: str
    is_deletion: bool
    is_standing: bool = False  # a decision chose it whole


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldView:
    """One field in which the versions differ."""

    key: str
    label: str
    field: Field | None  # None for a field that this version does not know
    base: Json
    a: Json
    b: Json
    changed: str  # "a", "b" or "both"
    can_combine: bool
    can_keep_both: bool = False
    passages: tuple[PassageView, ...] = ()  # by paragraph, for a text that both changed
    values: tuple[Json, ...] = ()  # as each version has it, where there are more than two
    offered: tuple[int, ...] = ()  # the versions that can be chosen, one for each answer

    @property
    def is_open(self) -> bool:
        """Tell whether a person must choose."""
        return self.changed == "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClashView:
    """A record with several versions, laid out."""

    record: RecordId
    kind: str
    title: str
    sides: tuple[SideView, ...]
    fields: tuple[FieldView, ...]
    names: Mapping[str, str]  # of records and people that the fields name
    decided: SideView | None = None  # the decision in force, when it is made again
    is_corrected: bool = False  # somebody changed the record after that decision

    @property
    def by_field(self) -> bool:
        """Tell whether it can be decided field by field: none of the versions is a deletion."""
        return not any(each.is_deletion for each in self.sides)

    @property
    def is_of_many(self) -> bool:
        """Tell whether more than two versions stand beside each other."""
        return len(self.sides) > len((A, B))


def lay_out(desk: Desk, record: RecordId) -> ClashView | None:
    """Lay a clash out; None when somebody has decided it."""
    heads = writing.heads_of(desk, record)
    return None if len(heads) < len((A, B)) else _lay_out(desk, heads)


def lay_out_any(desk: Desk, record: RecordId) -> ClashView | None:
    """Lay a clash out, decided or not; None where there never was one to choose from."""
    try:
        return lay_out(desk, record) or lay_out_again(desk, record)
    except (NeverAClash, NotAClash):
        return None


def lay_out_again(desk: Desk, record: RecordId) -> ClashView:
    """Lay a decided clash out once more, with the decision in force."""
    found = deciding_again.former(desk, record)
    if len(found.sides) < len((A, B)):
        raise NotAClash
    names: dict[str, str] = {p.id: p.name for p in reading.people_of(desk).values()}
    laid = _lay_out(desk, found.sides)
    sides = tuple(
        replace(view, is_standing=side.body == found.head.body)
        for view, side in zip(laid.sides, found.sides, strict=True)
    )
    return replace(
        laid, sides=sides, decided=_side(found.decision, names), is_corrected=found.is_corrected
    )


def decide_fields(
    desk: Desk, record: RecordId, choices: Mapping[str, str], reason: str, *, again: bool = False
) -> Captured:
    """Decide field by field: a, b, base, combined or both; or paragraph by paragraph.

    Of more than two versions a choice is the number of a version, or base.
    """
    if again:
        found = deciding_again.former(desk, record)
        return deciding_again.settle(desk, found, _body(desk, found.sides, choices), reason)
    heads = writing.heads_of(desk, record)
    return decide.settle(desk, heads, _body(desk, heads, choices), reason)


def base_of(family: Lineage, sides: Sequence[Revision]) -> Body | None:
    """Give what all versions of a record go back to; None where there is no such version."""
    base: Revision | None = None
    for side in sides[1:]:
        base = family.common_base(base.id if base else sides[0].id, side.id)
        if base is None:
            return None
    return base.body if base and not base.is_erased else None


def _lay_out(desk: Desk, sides: Sequence[Revision]) -> ClashView:
    family, kind = _family(desk, sides), sides[0].header.kind
    people = reading.people_of(desk)
    names: dict[str, str] = {person.id: person.name for person in people.values()}
    if len(sides) > len((A, B)):
        fields = tuple(
            _of_many(kind, each) for each in clash_many.fields_of(base_of(family, sides), sides)
        )
    else:
        proposal = proposal_for(family, sides[0], sides[1])
        fields = tuple(_field(kind, each) for each in proposal.fields if each.origin in _CHANGED)
    names |= _titles(desk, fields)
    return ClashView(
        record=sides[0].header.record, kind=kind, title=_title(sides),
        sides=tuple(_side(each, names) for each in sides), fields=fields,
        names=MappingProxyType(names),
    )  # fmt: skip


def _body(desk: Desk, sides: Sequence[Revision], choices: Mapping[str, str]) -> Body:
    if len(sides) < len((A, B)):
        raise NotAClash
    family = _family(desk, sides)
    if len(sides) > len((A, B)):
        return clash_many.body_of(base_of(family, sides), sides, choices)
    proposal = proposal_for(family, sides[0], sides[1])
    return resolve(proposal, clash_text.choices_of(proposal, choices))


def _family(desk: Desk, sides: Sequence[Revision]) -> Lineage:
    return Lineage(revisions.of_record(desk.database, sides[0].header.record))


def pieces(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Say what became of a text, word by word: (same, removed or added; the words)."""
    return tuple((each.change, each.text) for each in word_diff(old, new))


def _field(kind: str, found: FieldProposal) -> FieldView:
    declared = KINDS[kind].field(found.key) if kind in KINDS else None
    return FieldView(
        key=found.key, label=declared.label if declared else found.key, field=declared,
        base=found.base, a=found.a, b=found.b, changed=_CHANGED[found.origin],
        can_combine=found.combined is not None and found.origin is Origin.BOTH_DIFFER,
        can_keep_both=clash_text.can_keep_both(found), passages=clash_text.passages_of(found),
    )  # fmt: skip


def _of_many(kind: str, found: clash_many.ManyField) -> FieldView:
    declared = KINDS[kind].field(found.key) if kind in KINDS else None
    return FieldView(
        key=found.key, label=declared.label if declared else found.key, field=declared,
        base=found.base, a=found.values[0], b=found.values[1],
        changed="both" if found.is_open else A, can_combine=False, values=found.values,
        offered=found.changed,
    )  # fmt: skip


def _side(revision: Revision, names: Mapping[str, str]) -> SideView:
    header = revision.header
    return SideView(
        revision=revision.id, who=names.get(header.author, header.author),
        written=header.written, reason=header.reason,
        is_deletion=revision.body.state == State.DELETED.value,
    )  # fmt: skip


def _titles(desk: Desk, fields: Iterable[FieldView]) -> dict[str, str]:
    named: set[str] = set()
    for each in fields:
        if each.field is not None and each.field.kind in _POINTING:
            for value in (each.base, each.a, each.b, *each.values):
                named |= set(map(str, value if isinstance(value, list | tuple) else [value]))
    found = (listing.get_current(desk.database, RecordId(one)) for one in named)
    return {row.record: row.title for row in found if row is not None}


def _title(heads: Iterable[Revision]) -> str:
    first = next((each for each in heads if each.body.state != State.DELETED.value), None)
    return title_of(first.header.kind, first.body.fields) if first else "Deleted"
