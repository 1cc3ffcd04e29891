"""What a form starts from: the record as it stands, words never saved, and what may be chosen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidencekit.analysis.snapshot import Item
from evidencekit.checks.grounds import under
from evidencekit.errors.records import UnknownKind
from evidencekit.ids import RecordId
from evidencekit.operations import drafting, reading
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from evidencekit.records.fields import Field, FieldKind, Kind
from evidencekit.records.kinds import KINDS
from evidencekit.store.listing import Only

Choices = tuple[tuple[str, str], ...]
MOST_OFFERED = 500  # records of one kind offered in a list; older ones are found by searching

_RECORDS = frozenset({FieldKind.RECORD, FieldKind.RECORDS})
_MEMBERS = frozenset({FieldKind.MEMBER, FieldKind.MEMBERS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """Everything a form needs before its first key."""

    kind: Kind
    item: Item | None  # None for a record that does not exist yet
    unsaved: Unsaved | None
    records: Mapping[tuple[str, ...], Choices]  # by the kinds a field may point at
    members: Choices

    def choices(self, field: Field) -> Choices:
        """Give what a field that points at records or people may be filled with."""
        if field.kind in _MEMBERS:
            return self.members
        return self.records.get(field.of_kinds, ())


def filling(desk: Desk, kind: str, form: str, record: RecordId | None = None) -> Filling:
    """Gather what the form of a kind of record starts from."""
    if kind not in KINDS:
        raise UnknownKind(kind=kind)
    wanted = {field.of_kinds for field in _every(KINDS[kind].fields) if field.kind in _RECORDS}
    return Filling(
        kind=under(desk.pack, KINDS[kind]),
        item=reading.item(desk, record) if record else None,
        unsaved=drafting.draft(desk, form),
        records={kinds: tuple(_records(desk, kinds)) for kinds in wanted},
        members=tuple((person.id, person.name) for person in reading.people_of(desk).values()),
    )


def _every(fields: Sequence[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _every(field.columns)


def _records(desk: Desk, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for kind in kinds or ("",):
        for row in reading.rows(desk, Only(kind=kind), limit=MOST_OFFERED):
            shown = KINDS.get(row.kind)
            named = f"{shown.label}: {row.title}" if shown and len(kinds) != 1 else row.title
            yield row.record, named
