"""The weakest link of what a finding or judgement rests on, in plain words; never a grade."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidencekit.analysis.claims import HowTested, board
from evidencekit.analysis.disputes import disputes
from evidencekit.analysis.snapshot import SET_ASIDE, Item, Snapshot
from evidencekit.analysis.standing import warnings_of
from evidencekit.ids import RecordId
from evidencekit.records.given import record_refs
from evidencekit.records.revision import State
from evidencekit.records.told import OF_THE_PAST

_LATER = frozenset({"later", "reconstructed"})
NOTHING = "It rests on no evidence yet."
UNTESTED = "It rests on a leader's claim that no case has tested."
CONTRADICTED = "Inspectors contradict each other on some of its evidence."


@dataclass(frozen=True, slots=True)
class Doubts:
    """Which records are claims that no case has tested, and which are contradicted."""

    untested: frozenset[RecordId]
    contradicted: frozenset[RecordId]


def rests_on(snapshot: Snapshot, item: Item) -> tuple[RecordId, ...]:
    """Give what a record names as its evidence; a judgement's findings bring theirs."""
    named = list(record_refs(item.fields, "evidence"))
    for finding in record_refs(item.fields, "findings"):
        if finding in snapshot.items:
            named.extend(record_refs(snapshot.items[finding].fields, "evidence"))
    return tuple(dict.fromkeys(named))


def doubts(snapshot: Snapshot) -> Doubts:
    """Look once through the whole base for claims nobody tested and evidence in dispute."""
    return Doubts(
        untested=frozenset(
            each.claim.record
            for each in board(snapshot)
            if each.tested is HowTested.UNTESTED or each.says_tested
        ),
        contradicted=frozenset(
            side.record for each in disputes(snapshot) if each.is_open for side in each.sides
        ),
    )


def weak_links(
    snapshot: Snapshot, named: Iterable[RecordId], known: Doubts | None = None
) -> tuple[str, ...]:
    """Say what is weak about a body of evidence, the weakest first; () when nothing is.

    Whoever asks for many hands in the doubts of the whole base, which are worked out once.
    """
    wanted = tuple(dict.fromkeys(named))
    items = [snapshot.items[each] for each in wanted if each in snapshot.items]
    held = [item for item in items if not item.is_deleted]
    standing = [item for item in held if item.accepted != SET_ASIDE]
    if not standing:
        return ("Everything it rests on was set aside.",) if held else (NOTHING,)
    return (
        *_gone(wanted, held, standing),
        *_doubted(known or doubts(snapshot), standing),
        *warnings_of(snapshot, standing),
        *_written_later(standing),
        *_drafts(standing),
    )


def _gone(
    wanted: tuple[RecordId, ...], held: list[Item], standing: list[Item]
) -> Iterator[str]:  # fmt: skip
    if aside := len(held) - len(standing):
        yield f"{aside} of its evidence {_was(aside)} set aside, and does not count."
    if missing := len(wanted) - len(held):
        yield f"{missing} of its evidence {_is(missing)} not here, or deleted."


def _doubted(known: Doubts, standing: list[Item]) -> Iterator[str]:
    records = {item.record for item in standing}
    if records & known.untested:
        yield UNTESTED
    if records & known.contradicted:
        yield CONTRADICTED


def _written_later(standing: list[Item]) -> Iterator[str]:
    late = [item for item in standing if item.provenance in _LATER and item.kind not in OF_THE_PAST]
    if late and len(late) == len(standing):
        yield "All of it was written down days later."
    elif late:
        yield f"{len(late)} of {len(standing)} {_was(len(late))} written down days later."


def _drafts(standing: list[Item]) -> Iterator[str]:
    drafts = sum(item.state == State.DRAFT.value for item in standing)
    if drafts:
        yield f"{drafts} of {len(standing)} {_is(drafts)} a draft still."


def _is(number: int) -> str:
    return "is" if number == 1 else "are"


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
