"""Follow the base: read all of it once, then only what came since. The same as reading it anew.

The ledger itself tells what came since: revisions are only ever added, each at a higher place. What
else decides how records stand (erasures, withdrawn merges, the team, the framework) is kept beside
that place; when any of it has changed, everything is read again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from evidencekit import clock
from evidencekit.analysis.items import read_items
from evidencekit.analysis.snapshot import SCORE, BundleRow, Item, Person, Snapshot
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import blind, reading
from evidencekit.operations.desk import Desk
from evidencekit.progress import Progress, quiet
from evidencekit.records.given import text
from evidencekit.records.revision import Body, Revision
from evidencekit.store import batches, revisions

_TOLD_EVERY = 512  # revisions between two words of how far it is
MOST = 2000  # records; more than that are read with all the rest

_DECISION = "decision"


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the ledger was read, and all else that decides how records stand."""

    position: int
    beside: tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a snapshot holds besides the records."""

    pack: FrameworkPack
    people: Mapping[AuthorId, Person]
    bundles: tuple[BundleRow, ...]
    at: str
    hidden: frozenset[RecordId]
    is_lead: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Everything:
    """All that is in force, as it lies in the store."""

    mark: Mark
    about: About
    revisions: tuple[Revision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The records that changed, as they stand now; None for one that stands no more."""

    mark: Mark
    about: About
    items: Mapping[RecordId, Item | None]


@dataclass(frozen=True, kw_only=True)
class Base:
    """Every record of the base, and what of it this person may see; each view is made once."""

    mark: Mark
    about: About
    items: Mapping[RecordId, Item]

    @cached_property
    def seen(self) -> Snapshot:
        """Give the evidence that this person may see."""
        return self._frozen(self.about.hidden)

    @cached_property
    def whole(self) -> Snapshot:
        """Give the evidence for what leaves the desk on paper: the lead's is of everything."""
        if not self.about.is_lead or not self.about.hidden:
            return self.seen
        return self._frozen(frozenset())

    def _frozen(self, closed: frozenset[RecordId]) -> Snapshot:
        items = {record: item for record, item in self.items.items() if record not in closed}
        held = (self.items[record] for record in closed if record in self.items)
        return Snapshot(
            inspection=reading.inspection_of(items.values()), pack=self.about.pack,
            people=self.about.people, items=items, fingerprint="", bundles=self.about.bundles,
            taken_at=self.about.at,
            withheld=sum(item.kind == SCORE and not item.is_deleted for item in held),
        )  # fmt: skip


def take(desk: Desk, mark: Mark | None = None, progress: Progress = quiet) -> Everything | News:
    """Take out of the store what came since a mark, or everything; nothing is worked out (DESK)."""
    now = _mark(desk)
    if mark is not None and mark.beside == now.beside:
        records = revisions.records_after(desk.database, mark.position)
        if len(records) <= MOST:
            return _news(desk, now, records)
    of, every = revisions.count(desk.database), list[Revision]()
    for each in revisions.everything(desk.database):
        if not len(every) % _TOLD_EVERY:
            progress(len(every), of)
        every.append(each)
    return Everything(mark=now, about=_about(desk), revisions=tuple(every))


def follow(base: Base | None, taken: Everything | News, progress: Progress = quiet) -> Base:
    """Bring a base up to date (BENCH); News goes with the base whose mark was asked about."""
    if isinstance(taken, Everything):
        about = taken.about
        items = read_items(taken.revisions, about.people, about.pack.moved_areas, progress)
        return Base(mark=taken.mark, about=about, items=items)
    known = dict(base.items) if base else {}
    for record, item in taken.items.items():
        if item is None:
            known.pop(record, None)
        else:
            known[record] = item
    return Base(mark=taken.mark, about=taken.about, items=known)


def _news(desk: Desk, now: Mark, records: Mapping[RecordId, str]) -> News:
    touched = {*records, *_subjects(desk, records)}
    items = reading.items_of(desk, touched) if touched else {}
    return News(
        mark=now, about=_about(desk), items={record: items.get(record) for record in touched}
    )


def _subjects(desk: Desk, records: Mapping[RecordId, str]) -> set[RecordId]:
    """Give what decisions among these speak of, or spoke of: it stands differently now."""
    decisions = [record for record, kind in records.items() if kind == _DECISION]
    every = revisions.of_records(desk.database, decisions) if decisions else ()
    bodies = (Body.stored(each.content) for each in every if each.content is not None)
    return {RecordId(text(body.fields, "subject")) for body in bodies} - {RecordId("")}


def _about(desk: Desk) -> About:
    return About(
        pack=desk.pack, people=reading.people_of(desk), bundles=reading.bundle_rows(desk),
        at=clock.stamp(desk.clock.now()), hidden=blind.hidden(desk), is_lead=desk.is_lead,
    )  # fmt: skip


def _mark(desk: Desk) -> Mark:
    merges = batches.all_of(desk.database)
    withdrawn = sum(bool(each.withdrawn_at) for each in merges)
    # Merging again what was withdrawn brings revisions back to their old places.
    came = len(merges) if withdrawn else 0
    roster = desk.trust.roster.seq if desk.trust else 0
    return Mark(
        position=revisions.last_position(desk.database),
        beside=(
            withdrawn, came, revisions.count_erased(desk.database), roster, desk.pack.digest,
            tuple(sorted(desk.pack.moved_areas.items())),
        ),
    )  # fmt: skip
