"""What leaders claim beside what cases show, and what children say beside what managers said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.ids import RecordId
from evidencekit.records.given import YES, record_refs, text

_NOT_BORNE_OUT = "not-borne-out"
_CHILDREN = frozenset({"child", "care-leaver"})
TESTING_KINDS = ("case-note", "journey-event", "observation", "voice", "document", "data-point")


class HowTested(Enum):
    """Whether cases have tested a claim; the value is a stable word."""

    UNTESTED = "untested"
    TESTED = "tested"
    CONTRADICTED = "contradicted"

    @property
    def words(self) -> str:
        """Say it on screen."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """One claim: who said it, how it stands, and what tested it."""

    claim: Item
    tested: HowTested
    tests: tuple[Item, ...]
    says_tested: bool  # yet names no evidence that is here
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A child's own words, beside what leaders said of the same areas or to the same point."""

    voice: Item
    beside: tuple[Item, ...]  # claims
    compared: str  # the inspector's own words on whether they match


def board(snapshot: Snapshot) -> tuple[Claimed, ...]:
    """Give every claim, the untested first, then those that cases contradict."""
    order = (HowTested.UNTESTED, HowTested.CONTRADICTED, HowTested.TESTED)
    found = (_claimed(snapshot, claim) for claim in snapshot.of_kind("claim"))
    return tuple(
        sorted(found, key=lambda each: (order.index(each.tested), each.claim.at, each.claim.record))
    )


def heard(snapshot: Snapshot) -> tuple[Heard, ...]:
    """Give the words of children and care leavers beside the claims on the same areas."""
    claims = snapshot.of_kind("claim")
    by_area: dict[str, list[Item]] = {}
    for claim in claims:
        for area in _areas(claim):
            by_area.setdefault(area, []).append(claim)
    tests: dict[RecordId, list[Item]] = {}
    for claim in claims:
        for record in record_refs(claim.fields, "tests"):
            tests.setdefault(record, []).append(claim)
    return tuple(
        Heard(
            voice=voice,
            beside=_once(
                (
                    *tests.get(voice.record, ()),
                    *(c for a in _areas(voice) for c in by_area.get(a, ())),
                )
            ),
            compared=text(voice.fields, "compared"),
        )
        for voice in snapshot.of_kind("voice")
        if text(voice.fields, "who") in _CHILDREN
    )


def may_test(snapshot: Snapshot, claim: Item) -> tuple[Item, ...]:
    """Give the evidence on a claim's areas that could test it and does not yet, newest first."""
    linked = set(record_refs(claim.fields, "tests"))
    found = _once(item for area in _areas(claim) for item in snapshot.evidence_for(area))
    fit = [item for item in found if item.kind in TESTING_KINDS and item.record not in linked]
    return tuple(sorted(fit, key=lambda item: (item.at, item.record), reverse=True))


def _claimed(snapshot: Snapshot, claim: Item) -> Claimed:
    named = (snapshot.items.get(record) for record in record_refs(claim.fields, "tests"))
    tests = tuple(item for item in named if item is not None and not item.is_deleted)
    is_tested = text(claim.fields, "tested") == YES
    return Claimed(
        claim=claim,
        tested=_tested(claim, is_tested=is_tested),
        tests=tests,
        says_tested=is_tested and not tests,
        areas=_areas(claim),
    )


def _tested(claim: Item, *, is_tested: bool) -> HowTested:
    if not is_tested:
        return HowTested.UNTESTED
    is_against = text(claim.fields, "result") == _NOT_BORNE_OUT
    return HowTested.CONTRADICTED if is_against else HowTested.TESTED


def _areas(item: Item) -> tuple[str, ...]:
    return tuple(dict.fromkeys(link.area for link in item.area_links))


def _once(items: Iterable[Item]) -> tuple[Item, ...]:
    found: Sequence[Item] = tuple({item.record: item for item in items}.values())
    return tuple(found)
