"""A clash of more than two versions: each field as every version has it, decided by field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.errors.merge import NotDecided
from evidencekit.merge.resolution import Side, propose, resolve
from evidencekit.records.revision import Body, Revision


@dataclass(frozen=True, slots=True, kw_only=True)
class ManyField:
    """One field in which several versions differ; `values` stand in the versions' order."""

    key: str
    base: Json
    values: tuple[Json, ...]

    @property
    def changed(self) -> tuple[int, ...]:
        """Give the versions that changed it, one for each different answer."""
        seen = {canonical.encode(self.base)}
        found = []
        for number, value in enumerate(self.values):
            spelled = canonical.encode(value)
            if spelled not in seen:
                seen.add(spelled)
                found.append(number)
        return tuple(found)

    @property
    def is_open(self) -> bool:
        """Tell whether a person must choose: two versions changed it differently."""
        return len(self.changed) > 1


def fields_of(base: Body | None, heads: Sequence[Revision]) -> tuple[ManyField, ...]:
    """Give the fields in which any two versions differ."""
    was = base.fields if base else {}
    keys = dict.fromkeys(key for fields in (was, *(h.body.fields for h in heads)) for key in fields)
    every = (
        ManyField(
            key=key, base=was.get(key), values=tuple(h.body.fields.get(key) for h in heads)
        )
        for key in keys
    )  # fmt: skip
    return tuple(each for each in every if each.changed)


def body_of(base: Body | None, heads: Sequence[Revision], choices: Mapping[str, str]) -> Body:
    """Make the deciding body: for each open field the number of a version, or "base"."""
    open_fields = [each for each in fields_of(base, heads) if each.is_open]
    missing = tuple(
        each.key for each in open_fields if choices.get(each.key, "") not in _offered(each)
    )
    if missing:
        raise NotDecided(fields=missing)
    body = heads[0].body
    for number, head in enumerate(heads[1:], 1):
        proposal = propose(base, body, head.body)
        sides = {key: _side(choices.get(key, ""), number) for key in proposal.open_fields}
        body = resolve(proposal, sides)
    put_back = {each.key: each.base for each in open_fields if choices[each.key] == Side.BASE.value}
    fields = {**body.fields, **put_back}
    kept = {key: value for key, value in fields.items() if value is not None}
    return Body(
        fields=kept, state=body.state, provenance=body.provenance, marking=body.marking,
        framework=body.framework, extra=body.extra,
    )  # fmt: skip


def _offered(field: ManyField) -> frozenset[str]:
    return frozenset({Side.BASE.value, *(str(number) for number in field.changed)})


def _side(choice: str, number: int) -> Side:
    return Side.B if choice == str(number) else Side.A
