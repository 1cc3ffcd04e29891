"""What a random history stands on: the people, their bundles, and all that was written."""

import random
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from evidencekit.bundle.manifest import BundleKind
from evidencekit.bundle.opening import VerifiedBundle
from evidencekit.errors.base import Refused
from evidencekit.errors.work import NothingNew
from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.operations import (
    completeness,
    evening,
    gathering,
    hand_over,
)
from evidencekit.operations.desk import trust_on
from evidencekit.operations.hand_over import HandedOver, Wanted
from evidencekit.records.revision import Revision
from tests.histories.people import Laptop, Sent


class Broken(AssertionError):
    """A promise that did not hold."""


def promise(holds: object, what: str) -> None:
    if not holds:
        raise Broken(what)


@dataclass
class Ground:
    """One team, its bundles, and everything that was ever written."""

    rng: random.Random
    folder: Path
    people: list[Laptop]
    air: list[Sent] = field(default_factory=list)
    written: dict[RevisionId, Revision] = field(default_factory=dict)
    alarms: dict[AuthorId, set[str]] = field(default_factory=dict)  # by who met them
    told: dict[AuthorId, int] = field(default_factory=dict)  # what a receipt said is held
    log: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def shared(self) -> set[RecordId]:
        """Give the cases of the shared sample: what several people may change."""
        lead = self.lead.me
        every = (e.header for e in self.written.values() if e.header.author == lead)
        return {header.record for header in every if header.kind == "case"}

    @property
    def lead(self) -> Laptop:
        return self.people[0]

    def at_work(self) -> list[Laptop]:
        return [each for each in self.people if each.is_at_work]

    def leaders(self) -> list[Laptop]:
        return [each for each in self.at_work() if each.desk.is_lead]

    def by_id(self, member: AuthorId) -> Laptop:
        return next(each for each in self.people if each.me == member)

    def does(self, who: Laptop, work: Callable[[], Revision], what: str = "") -> None:
        """Do what the desk may refuse; what it writes is remembered for ever."""
        with suppress(Refused):
            made = work()
            promise(made.id in who.held(), "a revision just written is not there")
            self.written[made.id] = made
            self.happened(what or made.header.kind)

    def happened(self, what: str) -> None:
        """Count what really came about, for the figures at the end."""
        self.counts[what] = self.counts.get(what, 0) + 1

    def sends(self, who: Laptop, kind: BundleKind) -> Sent | None:
        stick = self.folder / f"stick-{len(self.log)}"
        stick.mkdir(exist_ok=True)
        ids = frozenset(each.id for each in gathering.parcel(who.desk, kind).revisions)
        try:
            made = hand_over.hand_over(who.desk, stick, Wanted(kind))
        except NothingNew:
            return None
        readers = gathering.recipients(trust_on(who.desk), kind, ())
        return self.keeps(who, made, ids, frozenset(each.id for each in readers))

    def keeps(
        self, who: Laptop, made: HandedOver, ids: frozenset[RevisionId],
        readers: frozenset[AuthorId],
    ) -> Sent:  # fmt: skip
        """Put a bundle on its way, to be given once, often, late or never."""
        sent = Sent(made.path, who.me, readers, ids)
        self.air.append(sent)
        self.happened("bundles")
        return sent

    def receives(self, who: Laptop, sent: Iterable[Sent]) -> None:
        """Preview and join in one step, as the Merge page does; refusals are remembered."""
        every = [each for each in sent if each.sender != who.me]
        if not who.is_joined or not every:
            return
        before = set(who.held())
        read = evening.read(who.desk, [each.path for each in every])
        promise(set(who.held()) == before, "a preview wrote something")
        done = evening.join(who.desk, read)
        refused = [error for _path, error in (*read.refused, *done.refused)]
        completeness.note_alarms(who.desk, refused)
        self.alarms.setdefault(who.me, set()).update(each.code for each in refused)
        after = set(who.held())
        promise(done.joined or after == before, "refused bundles changed something")
        by_path = {each.path: each.ids for each in every}
        for error in refused:
            self.happened(f"refused: {error.code}")
        for seen, joined in done.joined:
            self.happened("joinings")
            who.batches.append(joined.batch)
            aside = {each.revision.id for each in seen.preview.plan.refused}
            aside |= self.set_aside(seen.preview.bundle)
            missing = by_path[seen.preview.path] - aside - after
            promise(not missing, f"{len(missing)} of a joined bundle are not in force")

    def set_aside(self, bundle: VerifiedBundle) -> set[RevisionId]:
        """Give the lines that were set aside and named.

        A deputy cannot prove the part of another's chain that the lead's pack passed on; else only
        a chain that forked has such lines.
        """
        is_proof = {"ledger.unproved-author", "checkpoint.unproved"}
        found = {each.revision for each in bundle.set_aside if each.code not in is_proof}
        authors = {e.header.author for e in self.written.values() if e.id in found}
        forked = {each.me for each in self.people if each.is_restored}
        promise(authors <= forked, "a line of a whole chain was set aside")
        return {RevisionId(each.revision) for each in bundle.set_aside}
