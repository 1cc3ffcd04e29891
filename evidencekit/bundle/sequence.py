"""The sequence rules: which bundle of a sender follows which (format.md §3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from evidencekit.errors.bundle import ChainAlarm, ForkAlarm
from evidencekit.ids import AuthorId


class Standing(Enum):
    """How a bundle stands to those received before."""

    NEW = "new"
    HELD = "held"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenBundle:
    """A bundle that was received: its number, its digest and what it named before it."""

    sender: AuthorId
    seq: int
    tag_digest: str
    prev: str


@dataclass(frozen=True, slots=True)
class SequenceState:
    """Every bundle received so far."""

    seen: frozenset[SeenBundle] = frozenset()

    def after(self, bundle: SeenBundle) -> "SequenceState":
        """Give the state once this bundle was received too."""
        return SequenceState(self.seen | {bundle})

    def judge(self, bundle: SeenBundle) -> Standing:
        """Tell new from held; ForkAlarm or ChainAlarm when the numbers do not fit."""
        known = self._of(bundle.sender)
        same = known.get(bundle.seq)
        if same is not None and same.tag_digest != bundle.tag_digest:
            raise ForkAlarm(seq=bundle.seq, sender=bundle.sender)
        before, after = known.get(bundle.seq - 1), known.get(bundle.seq + 1)
        if before is not None and bundle.prev != before.tag_digest:
            raise ChainAlarm(seq=bundle.seq, sender=bundle.sender, neighbour=before.seq)
        # The late one must be what its successor named.
        if after is not None and after.prev != bundle.tag_digest:
            raise ChainAlarm(seq=bundle.seq, sender=bundle.sender, neighbour=after.seq)
        return Standing.NEW if same is None else Standing.HELD

    def missing(self, sender: AuthorId) -> tuple[int, ...]:
        """Give the numbers below the newest of a sender that were not received."""
        known = self._of(sender)
        return tuple(number for number in range(1, max(known, default=0)) if number not in known)

    def newest(self, sender: AuthorId) -> int:
        """Give the highest number received of a sender, 0 for none."""
        return max(self._of(sender), default=0)

    def _of(self, sender: AuthorId) -> Mapping[int, SeenBundle]:
        return {bundle.seq: bundle for bundle in self.seen if bundle.sender == sender}
