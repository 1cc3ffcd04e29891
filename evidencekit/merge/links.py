"""Offer to link records of one event that two inspectors saw; texts are never folded.

An offer is made when day, kind and case agree. What the lead makes of a pair is a decision that
travels, so nothing is asked twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from evidencekit.analysis.about_dates import read_when
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.given import record_refs, text

AHEAD = 8  # how many later records of one event each is compared with; keeps the work linear
EVENTS = ("observation", "journey-event")  # the kinds that tell of one event

Pair = frozenset[RecordId]


class Sameness(Enum):
    """How a pair stands; the value is the outcome of a decision, or a stable word."""

    OPEN = "open"
    SAME = "same-event"
    APART = "not-the-same"
    DIFFER = "differ"  # lead and deputy say different things


_SAYS = {each.value: each for each in (Sameness.SAME, Sameness.APART)}


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkOffer:
    """Two records by two inspectors that may tell of one event."""

    one: RecordId
    other: RecordId
    kind: str
    day: str
    what: str  # the kind of meeting, or the stage of the journey
    case: RecordId  # "" for a meeting about no single child


@dataclass(frozen=True, slots=True)
class Said:
    """What the leaders say of a pair, each by a last decision."""

    decisions: tuple[Item, ...]

    @property
    def sameness(self) -> Sameness:
        """Say how the pair stands."""
        words = {_SAYS[text(each.fields, "outcome")] for each in self.decisions}
        return words.pop() if len(words) == 1 else Sameness.DIFFER


def link_offers(snapshot: Snapshot) -> tuple[LinkOffer, ...]:
    """Give the pairs to ask about, each once, without those decided or linked already."""
    return offers_among(snapshot.of_kind(*EVENTS), snapshot.of_kind("decision"))


def offers_among(items: Sequence[Item], decisions: Iterable[Item]) -> tuple[LinkOffer, ...]:
    """Give the pairs to ask about among these records, whatever else there is."""
    said = said_of(decisions)
    settled = said.keys() | _naming_each_other(items)
    groups = linked(said)
    offered: dict[Pair, LinkOffer] = {}
    for place, found in sorted(_by_event(items).items()):
        for one, other in _pairs(found):
            pair = frozenset({one.record, other.record})
            is_linked = one.record in groups and other.record in groups[one.record]
            if pair not in settled and pair not in offered and not is_linked:
                offered[pair] = _offer(place, one, other)
    return tuple(offered.values())


def said_of(decisions: Iterable[Item]) -> dict[Pair, Said]:
    """Give what was said of each pair; the last word of an author's own chain counts."""
    last: dict[tuple[Pair, AuthorId], Item] = {}
    for each in decisions:
        subject, other = text(each.fields, "subject"), text(each.fields, "other")
        if text(each.fields, "outcome") not in _SAYS or not other:
            continue
        place = (frozenset({RecordId(subject), RecordId(other)}), each.author)
        if place not in last or last[place].head.header.seq < each.head.header.seq:
            last[place] = each
    found: dict[Pair, list[Item]] = {}
    for (pair, _author), each in sorted(last.items(), key=lambda one: one[0][1]):
        found.setdefault(pair, []).append(each)
    return {pair: Said(tuple(some)) for pair, some in found.items()}


def linked(said: Mapping[Pair, Said]) -> dict[RecordId, frozenset[RecordId]]:
    """Give for each linked record all accounts of its event, through one another, itself too."""
    groups: dict[RecordId, frozenset[RecordId]] = {}
    for pair, each in said.items():
        if each.sameness is Sameness.SAME:
            whole = pair.union(*(groups.get(record, frozenset()) for record in pair))
            groups.update(dict.fromkeys(whole, whole))
    return groups


def not_the_same(snapshot: Snapshot) -> frozenset[Pair]:
    """Give the pairs that somebody looked at and found to be two events."""
    said = said_of(snapshot.of_kind("decision"))
    return frozenset(pair for pair, each in said.items() if each.sameness is Sameness.APART)


Place = tuple[str, str, str, str]  # kind, day, what, case


def _by_event(items: Iterable[Item]) -> Mapping[Place, Sequence[Item]]:
    places: dict[Place, list[Item]] = {}
    for item in items:
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


def _naming_each_other(items: Iterable[Item]) -> frozenset[Pair]:
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
