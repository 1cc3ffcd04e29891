"""Put a legal hold on, and lift it; both are records that travel to the team and stay.

An erasure that arrives under a hold waits, and is carried out when the hold is lifted.
"""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from evidencekit.canonical import Json
from evidencekit.errors.records import WrongField
from evidencekit.errors.work import NotAHold, ReasonNeeded
from evidencekit.ids import RecordId
from evidencekit.merge.erasing import judge_erasures
from evidencekit.operations import holds, reading, writing
from evidencekit.operations.authority import authority_of
from evidencekit.operations.capture import Captured, Entry, capture, draft_of
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.operations.holds import GROUNDS, HOLD
from evidencekit.records.revision import Revision, State
from evidencekit.records.words import VOCABULARIES
from evidencekit.store import listing, projections, revisions

ERASURE = "erasure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A hold as a person puts it on; without cases it covers the whole inspection."""

    ground: str
    reason: str
    asked_by: str = ""
    cases: tuple[RecordId, ...] = ()


def put_on(desk: Desk, wanted: Wanted) -> Captured:
    """Put a legal hold on this inspection, or on some of its cases; anybody may."""
    if not wanted.reason.strip():
        raise ReasonNeeded(what="put on a legal hold")
    if wanted.ground not in VOCABULARIES[GROUNDS].keys:
        raise WrongField(field="ground", kind=HOLD, why="it is not one of the grounds")
    for case in wanted.cases:
        reading.item(desk, case)  # NoSuchRecord
    fields: dict[str, Json] = {
        "ground": wanted.ground, "reason": wanted.reason.strip(),
        **({"asked_by": wanted.asked_by.strip()} if wanted.asked_by.strip() else {}),
        **({"cases": list(wanted.cases)} if wanted.cases else {}),
    }  # fmt: skip
    return capture(desk, Entry(kind=HOLD, fields=fields, state=State.SUBMITTED.value))


def lift(desk: Desk, record: RecordId, reason: str) -> Changes:
    """Lift a hold with a reason; that it stood, and why it was lifted, stays in the ledger."""
    if not reason.strip():
        raise ReasonNeeded(what="lift a legal hold")
    if record not in {each.record for each in holds.standing(desk)}:
        raise NotAHold
    before = next(holds.standing_ends(writing.heads_of(desk, record)))
    now = desk.clock.now().astimezone(ZoneInfo(desk.clock.zone))
    fields: dict[str, Json] = {
        **(before.body.fields if not before.is_erased else {}),
        "lifted_at": f"{now:%Y-%m-%dT%H:%M}", "lifted_because": reason.strip(),
    }  # fmt: skip
    entry = Entry(
        kind=HOLD, fields=fields, record=record, state=State.SUBMITTED.value, reason=reason.strip()
    )
    with desk.database.transaction():
        writing.write(desk, draft_of(desk, entry))
        touched = _carry_out_waiting(desk)
    return Changes(frozenset({record}) | touched)


def _carry_out_waiting(desk: Desk) -> frozenset[RecordId]:
    """Destroy what erasures named while a hold kept it, where none does any more."""
    made: list[Revision] = []
    for record in listing.every_of_kind(desk.database, ERASURE):
        made.extend(revisions.of_record(desk.database, record))
    judged = judge_erasures(
        made, lambda target: revisions.get(desk.database, target.revision), authority_of(desk)
    )
    touched = set()
    for target in judged.targets - holds.spared(desk, judged.targets):
        held = revisions.get(desk.database, target)
        if held is not None and not held.is_erased:
            revisions.erase(desk.database, target)
            touched.add(held.header.record)
    projections.refresh(desk.database, touched)
    return frozenset(touched)
