"""What of a snapshot a disclosure asks for: by case, kind, area, person, day, or one by one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.canonical import Json
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.given import Fields, case_refs, record_refs, text, texts
from evidencekit.records.kinds import KINDS
from evidencekit.records.links import area_links
from evidencekit.records.upcast import upcast

DISCLOSURE, REDACTION = "disclosure", "redaction"

# What is made to answer is no answer, and an erasure is told with the record it was of.
OUTSIDE = frozenset({DISCLOSURE, REDACTION, "erasure", "legal-hold"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What is asked for; each part that is filled narrows it, save the records named."""

    cases: tuple[RecordId, ...] = ()
    kinds: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    members: tuple[AuthorId, ...] = ()
    from_day: str = ""
    to_day: str = ""
    records: tuple[RecordId, ...] = ()

    @property
    def is_all(self) -> bool:
        """Tell whether everything is asked for."""
        return not (self.narrows or self.records)

    @property
    def narrows(self) -> bool:
        """Tell whether anything but a list of records says what is asked for."""
        parts = (self.cases, self.kinds, self.areas, self.members, self.from_day, self.to_day)
        return any(parts)

    def to_fields(self) -> dict[str, Json]:
        """Give it as answers of a disclosure; what is not asked is left out."""
        told: dict[str, Json] = {
            "in_cases": list(self.cases), "in_kinds": list(self.kinds),
            "in_areas": list(self.areas), "by_members": list(self.members),
            "from_day": self.from_day, "to_day": self.to_day, "in_records": list(self.records),
        }  # fmt: skip
        return {key: value for key, value in told.items() if value}

    @classmethod
    def of(cls, fields: Fields) -> "Scope":
        """Read it out of a disclosure."""
        return cls(
            cases=record_refs(fields, "in_cases"), kinds=texts(fields, "in_kinds"),
            areas=texts(fields, "in_areas"),
            members=tuple(AuthorId(each) for each in texts(fields, "by_members")),
            from_day=text(fields, "from_day"), to_day=text(fields, "to_day"),
            records=record_refs(fields, "in_records"),
        )  # fmt: skip


SCOPE_KEYS = ("in_cases", "in_kinds", "in_areas", "by_members", "from_day", "to_day", "in_records")


def in_scope(snapshot: Snapshot, scope: Scope) -> tuple[Item, ...]:
    """Give the records asked for, deleted ones and drafts included: by kind, then by time."""
    every = (item for item in snapshot.items.values() if item.kind not in OUTSIDE)
    found = [item for item in every if _is_asked(item, scope)]
    order = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(sorted(found, key=lambda i: (order.get(i.kind, len(order)), i.at, i.record)))


def versions(item: Item) -> Iterator[Mapping[str, Json]]:
    """Give the answers of every version of a record, in today's shape, the first one first."""
    for each in item.history:
        if not each.is_erased:
            yield upcast(each.header.kind, each.body.fields)


def _is_asked(item: Item, scope: Scope) -> bool:
    if scope.is_all or item.record in scope.records:
        return True
    return scope.narrows and all(_fits(item, scope))


def _fits(item: Item, scope: Scope) -> Iterator[bool]:
    """Hold a record against each part: every version counts, as each was evidence once."""
    told = tuple(versions(item))
    if scope.cases:
        spoken = {item.record}.union(*(case_refs(fields) for fields in told))
        yield not spoken.isdisjoint(scope.cases)
    if scope.kinds:
        yield item.kind in scope.kinds
    if scope.areas:
        named = {link.area for fields in told for link in area_links(item.kind, fields)}
        yield not named.isdisjoint(scope.areas)
    if scope.members:
        yield not {each.header.author for each in item.history}.isdisjoint(scope.members)
    if scope.from_day or scope.to_day:
        day = item.day or item.written[:10]
        yield (scope.from_day or day) <= day <= (scope.to_day or day)
