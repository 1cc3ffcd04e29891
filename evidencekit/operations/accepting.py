"""Records that wait for the lead: listed, decided on together with one reason, and undone."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from evidencekit.errors.work import LeadOnly, ReasonNeeded
from evidencekit.ids import RecordId
from evidencekit.operations import asking, decide, reading
from evidencekit.operations.capture import Captured
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import Row
from evidencekit.operations.verdicts import is_weighed
from evidencekit.records.kinds import KINDS
from evidencekit.store import listing

ACCEPTED = "Accepted by the lead."
MOST = 300  # shown at once; the rest follow when these are decided
_KINDS = tuple(kind for kind in KINDS if is_weighed(kind))


@dataclass(frozen=True, slots=True)
class Ready:
    """What waits for a decision, the newest first, and how many there are in all."""

    rows: tuple[Row, ...]
    every: int
    is_lead: bool


def ready(desk: Desk, limit: int = MOST) -> Ready:
    """Give the submitted records that nobody decided on as they stand now."""
    every, records = listing.undecided(desk.database, _KINDS, limit)
    return Ready(reading.rows_of(desk, records), every, desk.is_lead)


def accept_all(desk: Desk, records: Iterable[RecordId], reason: str) -> tuple[Captured, ...]:
    """Accept several with one reason; when one may not be accepted, none is."""
    return decide.accept_all(_lead(desk), records, reason.strip() or ACCEPTED)


def set_aside_all(desk: Desk, records: Iterable[RecordId], reason: str) -> tuple[Captured, ...]:
    """Set several aside with one reason; when one is not here, none is."""
    if not reason.strip():
        raise ReasonNeeded(what="set records aside")
    wanted = tuple(dict.fromkeys(records))
    for record in wanted:
        reading.item(_lead(desk), record)
    return tuple(decide.set_aside(desk, record, reason.strip()) for record in wanted)


def undo_all(desk: Desk, made: Iterable[Captured]) -> Changes:
    """Take back what was just decided together; what stood before stands again."""
    changes = Changes(frozenset())
    for each in made:
        changes |= asking.undo(desk, each).changes
    return changes


def changes_of(made: Iterable[Captured]) -> Changes:
    """Give every record that was touched by deciding together."""
    changes = Changes(frozenset())
    for each in made:
        changes |= each.changes
    return changes


DECIDE: dict[str, Callable[[Desk, Iterable[RecordId], str], tuple[Captured, ...]]] = {
    "accept": accept_all, "set-aside": set_aside_all,
}  # fmt: skip


def _lead(desk: Desk) -> Desk:
    if not desk.is_lead:
        raise LeadOnly(kind=KINDS["decision"].label.lower())
    return desk
