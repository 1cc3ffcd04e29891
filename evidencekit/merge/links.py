"""Offer to link records of one event that two inspectors saw; texts are never folded.

An offer is made when day, kind and case agree. "Not the same" is a decision that travels, so
nothing is asked twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidencekit.analysis.about_dates import read_when
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.ids import RecordId
from evidencekit.records.given import record_refs, text

AHEAD = 8  # how many later records of one event each is compared with; keeps the work linear

Pair = frozenset[RecordId]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkOffer:
    """Two records by two inspectors that may tell of one event."""

    one: RecordId
    other: RecordId
    kind: str
    day: str
    what: str  # the kind of meeting, or the stage of the journey
    case: RecordId  # "" for a meeting about no single child


def link_offers(snapshot: Snapshot) -> tuple[LinkOffer, ...]:
    """Give the pairs to ask about, each once, without those decided or linked already."""
    settled = not_the_same(snapshot) | _linked(snapshot)
    offered: dict[Pair, LinkOffer] = {}
    for place, items in sorted(_by_event(snapshot).items()):
        for one, other in _pairs(items):
            pair = frozenset({one.record, other.record})
            if pair not in settled and pair not in offered:
                offered[pair] = _offer(place, one, other)
    return tuple(offered.values())


def not_the_same(snapshot: Snapshot) -> frozenset[Pair]:
    """Give the pairs that somebody looked at and found to be two events."""
    return frozenset(
        frozenset({RecordId(text(item.fields, "subject")), RecordId(text(item.fields, "other"))})
        for item in snapshot.of_kind("decision")
        if text(item.fields, "outcome") == "not-the-same"
    )


Place = tuple[str, str, str, str]  # kind, day, what, case


def _by_event(snapshot: Snapshot) -> Mapping[Place, Sequence[Item]]:
    places: dict[Place, list[Item]] = {}
    for item in snapshot.of_kind("observation", "journey-event"):
        for place in _places(item):
            places.setdefault(place, []).append(item)
    return places


def _places(item: Item) -> Iterator[Place]:
    if item.kind == "observation":
        what, day = text(item.fields, "what"), item.day
        cases: Sequence[str] = item.cases or ("",)
    else:
        # Two entries of one agency on one exact day; a month alone would offer far too much.
        when = read_when(item.fields.get("when"))
        day = when.first.isoformat() if when and when.is_exact else ""
        what = f"{text(item.fields, 'agency')} {text(item.fields, 'stage')}".strip()
        cases = item.cases
    if day and what:
        for case in cases:
            yield item.kind, day, what, case


def _pairs(items: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    ordered = sorted(items, key=lambda item: (item.at, item.record))
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + AHEAD]:
            if one.author != other.author:
                yield one, other


def _linked(snapshot: Snapshot) -> frozenset[Pair]:
    items: Iterable[Item] = snapshot.of_kind("observation", "journey-event")
    return frozenset(
        frozenset({item.record, other})
        for item in items
        for other in record_refs(item.fields, "evidence")
    )


def _offer(place: Place, one: Item, other: Item) -> LinkOffer:
    kind, day, what, case = place
    return LinkOffer(
        one=one.record, other=other.record, kind=kind, day=day, what=what, case=RecordId(case)
    )  # fmt: skip
