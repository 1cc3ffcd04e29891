"""Contradictions with what the team made of them: open, discussed, closed, or open again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.analysis.triangulation import Contradiction, Side, contradictions
from evidencekit.ids import RecordId
from evidencekit.records.given import rows, text
from evidencekit.records.revision import State

KIND = "contradiction"
STAYS_OPEN = "look-again"

Place = tuple[str, str, str]  # what differs, area, case
Weighed = frozenset[tuple[str, str]]  # record and version


class Stand(Enum):
    """How far a contradiction has come; the value is a stable word."""

    OPEN = "open"
    DISCUSSED = "discussed"
    REOPENED = "reopened"
    CLOSED = "closed"

    @property
    def words(self) -> str:
        """Say it on screen."""
        return _WORDS[self]


_WORDS = {
    Stand.OPEN: "Open",
    Stand.DISCUSSED: "Discussed, open",
    Stand.REOPENED: "Open again: there is newer evidence",
    Stand.CLOSED: "Closed",
}
_ORDER = (Stand.REOPENED, Stand.OPEN, Stand.DISCUSSED, Stand.CLOSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """One area and case on which inspectors differ, and what was made of it."""

    sort: str
    area: str
    case: RecordId  # "" for scores of the whole area
    sides: tuple[Side, ...]  # each record once
    stand: Stand
    record: RecordId | None  # where it was written down
    outcome: str
    reason: str
    newer: tuple[RecordId, ...]  # sides nobody had weighed when it was closed

    @property
    def is_open(self) -> bool:
        """Tell whether somebody has to look at it still."""
        return self.stand is not Stand.CLOSED

    @property
    def key(self) -> str:
        """Name it in one word that stays, for the command line."""
        return ":".join(part for part in (self.sort, self.area, self.case) if part)


def disputes(snapshot: Snapshot) -> tuple[Dispute, ...]:
    """Give every contradiction there is now, open ones first; nothing is resolved here."""
    said = _by_place(snapshot.of_kind(KIND))
    found: dict[Place, list[Contradiction]] = {}
    for each in contradictions(snapshot):
        found.setdefault((each.sort.value, each.area, each.case), []).append(each)
    made = (
        _dispute(snapshot, place, _sides(some), said.get(place, ()))
        for place, some in found.items()
    )
    return tuple(sorted(made, key=lambda each: _ORDER.index(each.stand)))


def weighed_now(snapshot: Snapshot, sides: Iterable[Side]) -> tuple[tuple[str, str], ...]:
    """Give each record of a contradiction with the version that stands."""
    return tuple((side.record, snapshot.items[side.record].head.id) for side in sides)


def _by_place(items: Iterable[Item]) -> Mapping[Place, list[Item]]:
    found: dict[Place, list[Item]] = {}
    for item in items:
        place = (text(item.fields, "sort"), text(item.fields, "area"), text(item.fields, "case"))
        found.setdefault(place, []).append(item)
    return found


def _sides(some: Iterable[Contradiction]) -> tuple[Side, ...]:
    every = (side for each in some for side in (*each.one, *each.other))
    return tuple(dict.fromkeys(every))


def _dispute(
    snapshot: Snapshot, place: Place, sides: tuple[Side, ...], said: Sequence[Item]
) -> Dispute:
    closed = [item for item in said if _closes(item)]
    now = dict(weighed_now(snapshot, sides))
    known = frozenset(pair for item in closed for pair in _weighed(item))
    newer = tuple(RecordId(record) for record, head in now.items() if (record, head) not in known)
    last = max(closed or said, key=lambda item: (item.written, item.record), default=None)
    sort, area, case = place
    return Dispute(
        sort=sort, area=area, case=RecordId(case), sides=sides,
        stand=_stand(has_closed=bool(closed), has_newer=bool(newer), has_said=bool(said)),
        record=last.record if last else None,
        outcome=text(last.fields, "outcome") if last else "",
        reason=(text(last.fields, "reason") or text(last.fields, "discussed")) if last else "",
        newer=newer if closed else (),
    )  # fmt: skip


def _stand(*, has_closed: bool, has_newer: bool, has_said: bool) -> Stand:
    if has_closed:
        return Stand.REOPENED if has_newer else Stand.CLOSED
    return Stand.DISCUSSED if has_said else Stand.OPEN


def _closes(item: Item) -> bool:
    outcome = text(item.fields, "outcome")
    is_said = bool(outcome and outcome != STAYS_OPEN and text(item.fields, "reason"))
    return is_said and item.state == State.SUBMITTED.value


def _weighed(item: Item) -> Weighed:
    sides = rows(item.fields, "sides")
    return frozenset((text(row, "record"), text(row, "revision")) for row in sides)
