"""A disclosure held against the base: what it asks for, what was decided, what is still open."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from evidencekit import canonical
from evidencekit.analysis.in_scope import DISCLOSURE, Scope, in_scope
from evidencekit.analysis.redactions import Decisions, decisions_for
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.analysis.undecided import Guard, Open, undecided
from evidencekit.canonical import Json
from evidencekit.errors.disclosing import NotADisclosure
from evidencekit.framework.disclosure_rules import rules
from evidencekit.ids import RecordId
from evidencekit.records.given import group, rows, text
from evidencekit.records.kinds import KINDS

NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request as it stands."""

    record: RecordId
    route: str  # in words
    reference: str
    asked_by: str
    asked_for: str
    received: str
    due: str
    rule: str
    scope: Scope
    team_names: bool
    is_closed: bool
    packs: int
    check: Mapping[str, Json]  # the second person's; empty while there is none


@dataclass(frozen=True)
class InScope:
    """What a disclosure would hold, before any of it is made."""

    request: Request
    snapshot: Snapshot
    items: tuple[Item, ...]
    decisions: Decisions
    guard: Guard = field(default_factory=Guard)

    @cached_property
    def open(self) -> tuple[Open, ...]:
        """Give the places that wait for a person's decision."""
        return undecided(self.snapshot, self.request.scope, self.decisions, self.guard)

    @property
    def kinds(self) -> tuple[tuple[str, int], ...]:
        """Give how many records of each kind, under the kind's label."""
        many = Counter(item.kind for item in self.items)
        return tuple(
            (KINDS[kind].plural if kind in KINDS else kind, number) for kind, number in many.items()
        )

    @cached_property
    def withheld_whole(self) -> frozenset[RecordId]:
        """Give the records that are withheld as a whole."""
        found = ((item.record, self.decisions.whole(item.record)) for item in self.items)
        return frozenset(record for record, whole in found if whole and whole.withholds)

    @cached_property
    def state(self) -> str:
        """Give the number of this state: any other version, scope or decision gives another."""
        told: Json = {
            "records": [[each.id for each in item.history] for item in self.items],
            "decisions": sorted(
                self.snapshot.items[each.record].head.id for each in self.decisions.every
            ),
            "scope": self.request.scope.to_fields(),
            "team_names": self.request.team_names,
        }
        return canonical.sha256(canonical.encode(told))

    @property
    def is_checked(self) -> bool:
        """Tell whether a second person looked it over as it is now."""
        return text(self.request.check, "state") == self.state


def weigh(
    snapshot: Snapshot, request: RecordId, guard: Guard | None = None
) -> InScope:  # fmt: skip
    """Hold a request against a snapshot (BENCH); NotADisclosure when it is none."""
    item = snapshot.items.get(request)
    if item is None or item.kind != DISCLOSURE or item.is_deleted:
        raise NotADisclosure(kind=label(item))
    found = request_of(item)
    return InScope(
        request=found, snapshot=snapshot, items=in_scope(snapshot, found.scope),
        decisions=decisions_for(snapshot, request), guard=guard or Guard(),
    )  # fmt: skip


def request_of(item: Item) -> Request:
    """Read a request out of its record."""
    fields = item.fields
    route = rules().route(text(fields, "route"))
    return Request(
        record=item.record, route=route.label if route else text(fields, "route"),
        reference=text(fields, "reference"), asked_by=text(fields, "asked_by"),
        asked_for=text(fields, "asked_for"), received=text(fields, "received"),
        due=text(fields, "due"), rule=text(fields, "due_rule"), scope=Scope.of(fields),
        team_names=text(fields, "team_names") != NO, is_closed=bool(text(fields, "closed_on")),
        packs=len(rows(fields, "packs")), check=group(fields, "check"),
    )  # fmt: skip


def label(item: Item | None) -> str:
    """Say what a record is, for a refusal."""
    declared = KINDS.get(item.kind) if item else None
    return declared.label.lower() if declared else "record that is not here"
