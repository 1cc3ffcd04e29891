"""Evenings: handing in, merging with receipts, and what goes back to the team."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.work import NothingNew
from evidencekit.operations import decide, hand_over, reading, receipts, receive
from evidencekit.operations.hand_over import Wanted
from evidencekit.operations.reading import Row
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import State
from evidencekit.rehearsal.performing import submit_all
from evidencekit.rehearsal.troupe import Troupe

Tell = Callable[[str], None]

# A score is one inspector's view and is weighed by the team, never accepted or refused.
_ACCEPTED = frozenset(kind.key for kind in KINDS.values() if kind.is_evidence) - {"score"}


@dataclass(slots=True)
class Relay:
    """The way of the bundles: what is on its way, and what was received of whom."""

    troupe: Troupe
    tell: Tell
    on_the_way: dict[str, list[Path]] = field(default_factory=dict)  # by sender
    kept_back: dict[str, list[Path]] = field(default_factory=dict)  # forgotten in a coat
    for_the_team: dict[str, list[Path]] = field(default_factory=dict)  # by reader
    merged: dict[str, list[Path]] = field(default_factory=dict)  # by sender

    @property
    def received(self) -> tuple[Path, ...]:
        """Give every bundle that the lead merged, sender by sender."""
        return tuple(path for paths in self.merged.values() for path in paths)

    def hand_in(self, moment: datetime, *, forgotten_by: str = "") -> None:
        """Let every inspector close the day and write a bundle, where there is anything new."""
        for player in self.troupe.inspectors:
            submit_all(player, moment)
            try:
                handed = hand_over.hand_over(player.at(moment), self.troupe.bundles)
            except NothingNew:
                continue
            kept = self.kept_back if player.key == forgotten_by else self.on_the_way
            kept.setdefault(player.key, []).append(handed.path)

    def find_again(self, key: str) -> None:
        """Put a forgotten bundle before the others of its sender."""
        found = self.kept_back.pop(key, [])
        self.on_the_way[key] = [*found, *self.on_the_way.get(key, [])]

    def merge_all(self, moment: datetime, *, accepting: bool = True) -> None:
        """Let the lead merge what was handed in, answer each bundle and accept evidence."""
        for key, paths in self.on_the_way.items():
            for path in paths:
                self._merge(key, path, moment)
        self.on_the_way.clear()
        if accepting:
            self._accept_all()

    def merge_again(self, key: str, moment: datetime) -> None:
        """Let the lead merge somebody's newest bundle a second time: nothing is new."""
        again = self.merged.get(key)
        if again:
            joined = receive.merge_file(self.troupe.lead.at(moment), again[-1])
            self.tell(f"{again[-1].name} handed in twice: {joined.written} new.")

    def send_back(self, moment: datetime, kind: BundleKind = BundleKind.RETURN) -> Path:
        """Let the lead hand a pack to the team."""
        lead = self.troupe.lead
        submit_all(lead, moment)
        handed = hand_over.hand_over(lead.at(moment), self.troupe.bundles, Wanted(kind))
        for player in self.troupe.inspectors:
            self.for_the_team.setdefault(player.key, []).append(handed.path)
        return handed.path

    def read_all(self, moment: datetime) -> None:
        """Let everybody merge what the lead sent: receipts and packs."""
        for player in self.troupe.inspectors:
            self.read(player.key, moment)

    def read(self, key: str, moment: datetime) -> None:
        """Let one person merge what the lead sent."""
        desk = self.troupe.players[key].at(moment)
        for path in self.for_the_team.pop(key, []):
            receive.merge_file(desk, path)

    def _merge(self, key: str, path: Path, moment: datetime) -> None:
        desk = self.troupe.lead.at(moment)
        ready = receive.preview(desk, path, receive.verify(desk, path))
        joined = receive.join(desk, ready)
        self.merged.setdefault(key, []).append(path)
        self.tell(f"{path.name} from {ready.sender_name}: {_counted(joined.counts.items())}.")
        for number in ready.incomplete:
            self.tell(f"  Not received from {ready.sender_name}: no. {number}.")
        answer = receipts.write_receipt(desk, joined.batch, self.troupe.receipts)
        self.for_the_team.setdefault(key, []).append(answer)

    def _accept_all(self) -> None:
        desk = self.troupe.lead.desk
        named = frozenset(self.troupe.records.values())
        for row in reading.rows(desk, limit=reading.EVERY):
            if row.record in named and _is_to_accept(row):
                decide.accept(desk, row.record)


def _is_to_accept(row: Row) -> bool:
    return row.kind in _ACCEPTED and row.state == State.SUBMITTED.value and not row.accepted


def _counted(counts: Iterable[tuple[str, int]]) -> str:
    parts = [f"{name.replace('_', ' ')} {count}" for name, count in counts if count]
    return ", ".join(parts) or "nothing new"
