"""Requests and challenges: who asks for which evidence, by when, and what of it is here.

A request is a record of the lead and changes no evidence. Putting one down puts a legal hold on,
unless it says otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from evidencekit.analysis.disclosures import NO, InScope, Request, label, request_of, weigh
from evidencekit.analysis.in_scope import DISCLOSURE, SCOPE_KEYS, Scope
from evidencekit.analysis.snapshot import Item
from evidencekit.analysis.undecided import Guard, Looked
from evidencekit.canonical import Json
from evidencekit.errors.disclosing import DueNeeded, NotADisclosure, UnknownRoute
from evidencekit.errors.records import UnknownKind
from evidencekit.errors.work import LeadOnly
from evidencekit.framework.disclosure_rules import Route, due, rules
from evidencekit.ids import RecordId
from evidencekit.operations import holding, reading, wordbook
from evidencekit.operations.capture import Captured, Entry, capture
from evidencekit.operations.changes import NOTHING, Changes
from evidencekit.operations.desk import Desk
from evidencekit.records.given import YES, text
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import State
from evidencekit.report import dates

__all__ = [
    "Asked",
    "InScope",
    "Request",
    "Scope",
    "change_scope",
    "close",
    "keep",
    "look",
    "put_down",
    "request_item",
    "requests",
    "rewrite",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request as it came."""

    route: str
    received: date
    reference: str = ""
    asked_by: str = ""  # by role, never a name
    asked_for: str = ""
    due: date | None = None  # counted by the rule when nobody sets it
    scope: Scope = field(default_factory=Scope)
    team_names: bool = True
    hold: bool = True


def put_down(desk: Desk, asked: Asked) -> Captured:
    """Write a request down, count its day, and put a legal hold on if it asks for one."""
    told: dict[str, Json] = {
        "route": asked.route, "reference": asked.reference.strip(),
        "asked_by": asked.asked_by.strip(), "asked_for": asked.asked_for.strip(),
        "received": asked.received.isoformat(),
        "due": asked.due.isoformat() if asked.due else "",
        "team_names": YES if asked.team_names else NO,
        "legal_hold": YES if asked.hold else NO, **asked.scope.to_fields(),
    }  # fmt: skip
    fields = {key: value for key, value in told.items() if value}
    return keep(desk, Entry(kind=DISCLOSURE, fields=fields))


def keep(desk: Desk, entry: Entry) -> Captured:
    """Keep a request as a form says it: its day is counted, and a new one puts its hold on."""
    if not desk.is_lead:
        raise LeadOnly(kind=KINDS[DISCLOSURE].label.lower())
    fields = dict(entry.fields)
    route, scope = _route(text(fields, "route")), Scope.of(fields)
    _check(desk, scope)
    if not text(fields, "due"):
        fields |= _counted(route, text(fields, "received"))
    is_held = entry.record is None and text(fields, "legal_hold") != NO
    touched = _hold(desk, route, fields) if is_held else NOTHING
    made = capture(desk, replace(entry, fields=fields, state=State.SUBMITTED.value))
    return Captured(made.record, made.revision, made.problems, made.changes | touched)


def change_scope(
    desk: Desk, request: RecordId, scope: Scope, *, team_names: bool | None = None
) -> Captured:
    """Ask for other records; decisions that were made stay for what is still in scope."""
    item = request_item(desk, request)
    _check(desk, scope)
    kept = {key: value for key, value in item.fields.items() if key not in SCOPE_KEYS}
    if team_names is not None:
        kept["team_names"] = YES if team_names else NO
    return rewrite(desk, item, {**kept, **scope.to_fields()}, "The scope was changed.")


def close(desk: Desk, request: RecordId, outcome: str) -> Captured:
    """Close a request with what came of it; a legal hold is lifted by itself, with a reason."""
    item = request_item(desk, request)
    today = desk.clock.now().date().isoformat()
    return rewrite(desk, item, {**item.fields, "closed_on": today, "outcome": outcome.strip()})


def requests(desk: Desk) -> tuple[Request, ...]:
    """Give every request, the open ones first, each by the day it is due."""
    found = [request_of(item) for item in reading.whole(desk).of_kind(DISCLOSURE)]
    return tuple(sorted(found, key=lambda each: (each.is_closed, each.due, each.record)))


def look(desk: Desk, request: RecordId, looked: Looked | None = None) -> InScope:
    """Read what a request asks for and what was decided; `looked` saves a second look."""
    guard = Guard(wordbook.let_be(desk), {} if looked is None else looked)
    return weigh(reading.whole(desk), request, guard)


def request_item(desk: Desk, request: RecordId) -> Item:
    """Give the record of a request; LeadOnly or NotADisclosure."""
    if not desk.is_lead:
        raise LeadOnly(kind=KINDS[DISCLOSURE].label.lower())
    item = reading.item(desk, request)
    if item.kind != DISCLOSURE or item.is_deleted:
        raise NotADisclosure(kind=label(item))
    return item


def rewrite(desk: Desk, item: Item, fields: Mapping[str, Json], reason: str = "") -> Captured:
    """Keep a request with other answers; what it said before stays in its history."""
    entry = Entry(
        kind=DISCLOSURE, fields=fields, record=item.record, state=State.SUBMITTED.value,
        reason=reason,
    )  # fmt: skip
    return capture(desk, entry)


def _counted(route: Route, received: str) -> dict[str, Json]:
    try:
        counted = due(route, date.fromisoformat(received))
    except ValueError:
        raise DueNeeded from None
    if counted.day is None:
        raise DueNeeded
    return {"due": counted.day.isoformat(), "due_rule": counted.rule}


def _hold(desk: Desk, route: Route, fields: Mapping[str, Json]) -> Changes:
    named = f"{route.label} {text(fields, 'reference')}".strip()
    wanted = holding.Wanted(
        ground=route.hold, reason=f"{named}, received {dates.day(text(fields, 'received'))}.",
        asked_by=text(fields, "asked_by"), cases=Scope.of(fields).cases,
    )  # fmt: skip
    return holding.put_on(desk, wanted).changes


def _route(key: str) -> Route:
    found = rules().route(key)
    if found is None:
        raise UnknownRoute(route=key, known=tuple(each.key for each in rules().routes))
    return found


def _check(desk: Desk, scope: Scope) -> None:
    """Refuse a scope that names what is not here: it would silently ask for nothing."""
    for kind in scope.kinds:
        if kind not in KINDS:
            raise UnknownKind(kind=kind)
    for record in (*scope.cases, *scope.records):
        reading.item(desk, record)
