"""Decide between two versions, field by field: a decision is a revision with two parents.

Nothing is combined in silence. A proposal says where the versions agree and what would combine
them; `resolve` makes a body only once every field that both sides changed has a choice.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias, assert_never

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.errors.merge import NotDecided, UnknownSide
from evidencekit.ids import RevisionId
from evidencekit.merge.sequences import Origin, three_way
from evidencekit.merge.text import TextMerge, merge_text
from evidencekit.records.revision import Body, Revision, State


class Side(Enum):
    """Which version to take for a field."""

    A = "a"
    B = "b"
    BASE = "base"
    COMBINED = "combined"


@dataclass(frozen=True, slots=True)
class Written:
    """A value that the deciding person wrote."""

    value: Json


Choice: TypeAlias = Side | Written


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldProposal:
    """One field as base, a and b have it; None where it is not answered."""

    key: str
    origin: Origin
    base: Json
    a: Json
    b: Json
    combined: Json = None  # what both changes make together; None when they cannot be combined
    text: TextMerge | None = None  # by paragraph, for a text that both changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Two versions of one record beside their base."""

    base: Body | None
    a: Body
    b: Body
    fields: tuple[FieldProposal, ...]

    @property
    def open_fields(self) -> tuple[str, ...]:
        """Give the fields that both sides changed differently: a person must choose."""
        return tuple(each.key for each in self.fields if each.origin is Origin.BOTH_DIFFER)

    @property
    def changed_fields(self) -> tuple[str, ...]:
        """Give the fields in which the versions differ from each other."""
        alike = {Origin.SAME, Origin.BOTH_SAME}
        return tuple(each.key for each in self.fields if each.origin not in alike)

    @property
    def is_edit_and_deletion(self) -> bool:
        """Tell whether one side edited what the other deleted."""
        return (self.a.state == _DELETED) != (self.b.state == _DELETED)


_DELETED = State.DELETED.value
_GUARDED = ("OFFICIAL", "PROTECT", "OFFICIAL-SENSITIVE", "RESTRICTED")  # least first


def propose(base: Body | None, a: Body, b: Body) -> Proposal:
    """Lay two versions of a record beside their common base, field by field."""
    was = base.fields if base else {}
    in_a, in_b = _unless_deleted(a, b, was), _unless_deleted(b, a, was)
    keys = dict.fromkeys((*was, *in_a, *in_b))
    return Proposal(
        base=base,
        a=a,
        b=b,
        fields=tuple(_field(key, was.get(key), in_a.get(key), in_b.get(key)) for key in keys),
    )


def resolve(proposal: Proposal, choices: Mapping[str, Choice]) -> Body:
    """Make the body of the deciding revision; NotDecided names the fields still open."""
    missing = tuple(key for key in proposal.open_fields if key not in choices)
    impossible = tuple(
        each.key
        for each in proposal.fields
        if choices.get(each.key) is Side.COMBINED and each.combined is None
    )
    if missing or impossible:
        raise NotDecided(fields=(*missing, *impossible))
    fields = {each.key: _chosen(each, choices.get(each.key)) for each in proposal.fields}
    written = {
        key: choice.value
        for key, choice in choices.items()
        if isinstance(choice, Written) and key not in fields
    }
    base = proposal.base or Body()
    a, b = _edited_first(proposal)
    return Body(
        fields={key: value for key, value in {**fields, **written}.items() if value is not None},
        state=_state(a, b),
        provenance=_word(base.provenance, a.provenance, b.provenance),
        marking=_marking(base.marking, a.marking, b.marking),
        framework=_word(base.framework, a.framework, b.framework),
        extra={**b.extra, **a.extra},
    )


def keep(heads: Sequence[Revision], revision: RevisionId) -> Body:
    """Give the body of the version to keep whole; UnknownSide when it is none that can be kept."""
    kept = next((head for head in heads if head.id == revision and not head.is_erased), None)
    if kept is None:
        raise UnknownSide(revision=revision)
    return kept.body


def _unless_deleted(body: Body, other: Body, was: Mapping[str, Json]) -> Mapping[str, Json]:
    # A deletion empties every field; beside an edit it must not look like a change to each.
    is_beside_an_edit = body.state == _DELETED != other.state
    return (was or other.fields) if is_beside_an_edit else body.fields


def _field(key: str, base: Json, a: Json, b: Json) -> FieldProposal:
    origin = _origin(base, a, b)
    combined: Json = None
    text: TextMerge | None = None
    if origin is not Origin.BOTH_DIFFER:
        combined = b if origin is Origin.ONLY_B else a
    elif isinstance(a, str) and isinstance(b, str):
        text = merge_text(base if isinstance(base, str) else "", a, b)
        combined = text.merged
    elif isinstance(a, list) and isinstance(b, list):
        combined = _combined_rows(base if isinstance(base, list) else [], a, b)
    return FieldProposal(
        key=key, origin=origin, base=base, a=a, b=b, combined=combined, text=text
    )  # fmt: skip


def _origin(base: Json, a: Json, b: Json) -> Origin:
    # Compared as spelled, so that 1 and true, equal to Python, stay different.
    was, in_a, in_b = (canonical.encode(each) for each in (base, a, b))
    if in_a == in_b:
        return Origin.SAME if in_a == was else Origin.BOTH_SAME
    if in_a == was:
        return Origin.ONLY_B
    return Origin.ONLY_A if in_b == was else Origin.BOTH_DIFFER


def _combined_rows(base: Sequence[Json], a: Sequence[Json], b: Sequence[Json]) -> Json:
    spelled = [[canonical.encode(row) for row in rows] for rows in (base, a, b)]
    stretches = three_way(*spelled)
    if stretches is None or any(each.origin is Origin.BOTH_DIFFER for each in stretches):
        return None
    combined: list[Json] = []
    for each in stretches:
        from_b = each.origin is Origin.ONLY_B
        combined.extend(b[slice(*each.b)] if from_b else a[slice(*each.a)])
    return combined


def _chosen(field: FieldProposal, choice: Choice | None) -> Json:
    match choice:
        case Written(value):
            return value
        case Side.A:
            return field.a
        case Side.B:
            return field.b
        case Side.BASE:
            return field.base
        case Side.COMBINED | None:
            return field.combined
        case never:
            assert_never(never)


def _edited_first(proposal: Proposal) -> tuple[Body, Body]:
    a, b = proposal.a, proposal.b
    return (b, a) if a.state == _DELETED != b.state else (a, b)


def _state(a: Body, b: Body) -> str:
    """Give the state of the combined version: an edit outlives a deletion, nothing is lowered."""
    if b.state in {a.state, _DELETED}:
        return a.state
    return State.SUBMITTED.value


def _marking(base: str, a: str, b: str) -> str:
    """Give the marking one side changed it to; where both did, the one that guards more."""
    if base in {a, b}:
        return _word(base, a, b)
    return max(a, b, key=lambda word: _GUARDED.index(word) if word in _GUARDED else len(_GUARDED))


def _word(base: str, a: str, b: str) -> str:
    return b if a == base else a
