"""A clash laid out for a person: both sides with their base, field by field, word by word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from evidencekit.canonical import Json
from evidencekit.errors.work import NotAClash
from evidencekit.ids import RecordId, RevisionId
from evidencekit.merge.clashes import proposal_for
from evidencekit.merge.resolution import FieldProposal, Side
from evidencekit.merge.sequences import Origin
from evidencekit.merge.text import word_diff
from evidencekit.operations import clash_many, clash_text, decide, reading, writing
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
    if len(heads) < len((A, B)):
        return None
    family = Lineage(revisions.of_record(desk.database, record))
    proposal = proposal_for(family, heads[0], heads[1])
    people = reading.people_of(desk)
    kind = heads[0].header.kind
    names: dict[str, str] = {person.id: person.name for person in people.values()}
    fields = tuple(_field(kind, each) for each in proposal.fields if each.origin in _CHANGED)
    if len(heads) > len((A, B)):
        fields = tuple(
            _of_many(kind, each) for each in clash_many.fields_of(base_of(family), heads)
        )
    names |= _titles(desk, fields)
    return ClashView(
        record=record, kind=kind, title=_title(heads),
        sides=tuple(_side(each, names) for each in heads), fields=fields,
        names=MappingProxyType(names),
    )  # fmt: skip


def decide_fields(
    desk: Desk, record: RecordId, choices: Mapping[str, str], reason: str
) -> Captured:  # fmt: skip
    """Decide field by field: a, b, base, combined or both; or paragraph by paragraph.

    Of more than two versions a choice is the number of a version, or base.
    """
    heads = writing.heads_of(desk, record)
    family = Lineage(revisions.of_record(desk.database, record))
    if len(heads) > len((A, B)):
        body = clash_many.body_of(base_of(family), heads, choices)
        return decide.decide_body(desk, record, body, reason)
    if len(heads) < len((A, B)):
        raise NotAClash
    chosen = clash_text.choices_of(proposal_for(family, heads[0], heads[1]), choices)
    return decide.decide_fields(desk, record, chosen, reason)


def base_of(family: Lineage) -> Body | None:
    """Give what all versions of a record go back to; None where there is no such version."""
    base: Revision | None = None
    for head in family.heads[1:]:
        base = family.common_base(base.id if base else family.heads[0].id, head.id)
        if base is None:
            return None
    return base.body if base and not base.is_erased else None


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
