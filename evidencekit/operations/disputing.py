"""Discuss and close a contradiction; what was made of it is a record of the lead that travels."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidencekit.analysis.disputes import KIND, STAYS_OPEN, Dispute, disputes, weighed_now
from evidencekit.canonical import Json
from evidencekit.errors.records import WrongField
from evidencekit.errors.seeing import NoSuchContradiction
from evidencekit.errors.work import LeadOnly, ReasonNeeded
from evidencekit.operations import reading
from evidencekit.operations.capture import Captured, Entry, capture
from evidencekit.operations.desk import Desk
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import State
from evidencekit.records.vocabularies.outcome import CONTRADICTION_OUTCOMES

OUTCOMES = tuple((word.key, word.label) for word in CONTRADICTION_OUTCOMES.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What the team made of a contradiction; without an outcome it was only discussed."""

    outcome: str = ""
    reason: str = ""
    discussed: str = ""


def contradictions(desk: Desk) -> tuple[Dispute, ...]:
    """Give every contradiction this person may see; one of hidden scores is not among them."""
    return disputes(reading.snapshot(desk))


def of_area(found: Iterable[Dispute], area: str) -> tuple[Dispute, ...]:
    """Give those of one area; all of them for no area."""
    return tuple(each for each in found if area in {"", each.area})


def settle(desk: Desk, key: str, made: Made) -> Captured:
    """Write down what was made of a contradiction as it is now; the lead's alone.

    An outcome closes it, except to look again. Whatever is newer than what was weighed opens it.
    """
    if not desk.is_lead:
        raise LeadOnly(kind=KINDS[KIND].label.lower())
    _check(made)
    snapshot = reading.snapshot(desk)
    found = next((each for each in disputes(snapshot) if each.key == key), None)
    if found is None:
        raise NoSuchContradiction(key=key)
    sides: list[Json] = [
        {"record": record, "revision": head} for record, head in weighed_now(snapshot, found.sides)
    ]
    before = snapshot.items[found.record].fields if found.record else {}
    told = {"outcome": made.outcome, "reason": made.reason, "discussed": made.discussed}
    fields: dict[str, Json] = {
        **{key: value for key, value in before.items() if key not in {"outcome", "reason"}},
        "sort": found.sort, "area": found.area, "sides": sides,
        **({"case": found.case} if found.case else {}),
        **{key: words.strip() for key, words in told.items() if words.strip()},
    }  # fmt: skip
    return capture(
        desk,
        Entry(
            kind=KIND, fields=fields, record=found.record, reason=made.reason.strip(),
            state=(State.SUBMITTED if made.outcome else State.DRAFT).value,
        ),
    )  # fmt: skip


def reopen(desk: Desk, key: str, reason: str) -> Captured:
    """Open a closed contradiction again, with a reason; what was said of it before stays."""
    return settle(desk, key, Made(outcome=STAYS_OPEN, reason=reason))


def _check(made: Made) -> None:
    if made.outcome and made.outcome not in CONTRADICTION_OUTCOMES.keys:
        known = ", ".join(sorted(CONTRADICTION_OUTCOMES.keys))
        raise WrongField(field="outcome", kind=KIND, why=f"it is not one of: {known}")
    if made.outcome and not made.reason.strip():
        raise ReasonNeeded(what="close a contradiction, or open it again")
    if not made.outcome and not made.discussed.strip():
        raise ReasonNeeded(what="write down a discussion")
