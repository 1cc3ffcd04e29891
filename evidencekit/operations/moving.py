"""Move an inspection to a corrected framework: looked at first, kept in the ledger, taken back.

The lead moves the inspection and its own record tells so. Everybody else moves their workspace
with the same file; until then bundles of either version are joined by whoever has moved.
"""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from evidencekit import clock
from evidencekit.canonical import Json
from evidencekit.errors.framework import (
    AreaMeansAnother,
    NeverMoved,
    NotByHand,
    NotNewer,
    OtherFramework,
    WrittenSince,
)
from evidencekit.errors.work import NoSuchArea
from evidencekit.framework.comparing import How, compare
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import RecordId
from evidencekit.operations import capture, frameworks, reading, remembering
from evidencekit.operations.capture import Entry
from evidencekit.operations.changes import EVERYTHING, Changes
from evidencekit.operations.desk import Desk
from evidencekit.operations.frameworks import FoundPack
from evidencekit.operations.reading import Only
from evidencekit.store import moved, projections, revisions, settings

INSPECTION = "inspection"
_BEFORE = "framework-before"  # the packs that were used, the newest last, with their areas
_MOVES = "framework_moves"


@dataclass(frozen=True, slots=True)
class Move:
    """What a move would do; nothing is written until it is carried out."""

    before: FrameworkPack
    found: FoundPack
    areas: Mapping[str, str]  # another id today, found by the text
    reworded: tuple[str, ...]  # the same id, other words
    kept: tuple[str, ...]  # in use, and without a like: they stay as they are written
    used: Mapping[str, int]  # records that speak to each area
    by_hand: Mapping[str, str] = field(default_factory=dict)  # without a like, led on by a person

    @property
    def after(self) -> FrameworkPack:
        """Give the framework that would be used."""
        return self.found.pack

    @property
    def words(self) -> tuple[str, ...]:
        """Say it for a person."""
        names = f"{self.after.id}: from version {self.before.version} to {self.after.version}."
        return (
            names,
            *(f"  {old} is {new} since, by its text: {self._records(old)}."
              for old, new in self.areas.items()),
            *(f"  {old} is {new} since, chosen by hand: {self._records(old)}."
              for old, new in self.by_hand.items()),
            *(f"  {area} has other words: {self._records(area)} stay with it."
              for area in self.reworded),
            *(f"  {area} has no like in the new version: {self._records(area)} stay as they are."
              for area in self.kept),
        )  # fmt: skip

    @property
    def mapping(self) -> Mapping[str, str]:
        """Give every area with another id from now on."""
        return {**self.areas, **self.by_hand}

    def _records(self, area: str) -> str:
        count = self.used.get(area, 0)
        return f"{count} {'record' if count == 1 else 'records'}"


def look(desk: Desk, framework: str | FoundPack) -> Move:
    """Work out a move to a corrected version of the framework in use; nothing is written."""
    found = frameworks.find(framework)
    before, after = desk.pack, found.pack
    if before.id != after.id:
        raise OtherFramework(ours=before.id, theirs=after.id)
    if after.version <= before.version:
        raise NotNewer(ours=before.version, theirs=after.version)
    return _planned(before, found, _used(desk))


def lead_on(planned: Move, by_hand: Mapping[str, str]) -> Move:
    """Choose by hand what areas without a like are since; NotByHand for one that has a like."""
    for old, new in by_hand.items():
        if old not in {*planned.kept, *planned.by_hand}:
            raise NotByHand(area=old)
        if planned.after.area(new) is None:
            raise NoSuchArea(area=new)
    without_like = (*planned.kept, *planned.by_hand)
    kept = tuple(area for area in without_like if area not in by_hand)
    return replace(planned, kept=kept, by_hand=dict(by_hand))


def move(desk: Desk, planned: Move, reason: str = "") -> Changes:
    """Carry out a move: the pack, the areas, and for the lead a line in the ledger."""
    if planned.before.digest != desk.pack.digest:
        raise NotNewer(ours=desk.pack.version, theirs=planned.after.version)
    mapping = _together(desk.pack.moved_areas, planned.mapping)
    with desk.database.transaction():
        _remember(desk, [*_earlier(desk), _spelled(desk)])
        _use(desk, planned.found.text.decode(), mapping)
        remembering.log(desk, "framework moved", _names(planned.before, planned.after))
    desk.pack = frameworks.kept_in(desk.database)
    if desk.is_lead:
        _tell(desk, planned, reason)
    return EVERYTHING


def was_moved(desk: Desk) -> bool:
    """Tell whether there is a move to take back."""
    return bool(_earlier(desk))


def take_back(desk: Desk) -> Changes:
    """Undo the last move; WrittenSince once evidence was written under the new version."""
    earlier = _earlier(desk)
    if not earlier:
        raise NeverMoved
    count = _written_under(desk, desk.pack.digest)
    if count:
        raise WrittenSince(records=count)
    last, after = earlier[-1], desk.pack
    with desk.database.transaction():
        _remember(desk, earlier[:-1])
        _use(desk, last["text"], json.loads(last["areas"]))
        remembering.log(desk, "framework moved back", last["sha256"])
    desk.pack = frameworks.kept_in(desk.database)
    if desk.is_lead:
        _tell(desk, Move(after, FoundPack(desk.pack, b""), {}, (), (), {}))
    return EVERYTHING


def was_used(desk: Desk, digest: str) -> bool:
    """Tell whether this workspace used a framework of that content before it was moved."""
    return any(each["sha256"] == digest for each in _earlier(desk))


def _planned(before: FrameworkPack, found: FoundPack, used: Mapping[str, int]) -> Move:
    same = {
        match.first.id: match.second.id
        for match in compare(before, found.pack).matches
        if match.how is How.TEXT
    }
    areas = {old: new for old, new in same.items() if old != new}
    here = {area.id for area in found.pack.areas}
    unmatched = [area for area in used if area not in same]
    reworded = tuple(area for area in unmatched if area in here)
    for area in reworded:
        if area in areas.values():
            raise AreaMeansAnother(area=area, records=used[area])
    kept = tuple(area for area in unmatched if area not in here)
    return Move(before, found, areas, reworded, kept, used)


def _used(desk: Desk) -> Mapping[str, int]:
    counted: Counter[str] = Counter()
    for item in reading.whole(desk).items.values():
        if not item.is_deleted:
            counted.update({link.area for link in item.area_links})
    return dict(sorted(counted.items()))


def _together(held: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """Give the areas moved before, led on to where they are now, with those that move today."""
    return {**{old: new.get(today, today) for old, today in held.items()}, **new}


def _use(desk: Desk, text: str, mapping: Mapping[str, str]) -> None:
    settings.put(desk.database, frameworks.NAME, text)
    moved.keep_moved(desk.database, mapping)
    projections.rebuild(desk.database)


def _tell(desk: Desk, planned: Move, reason: str = "") -> None:
    """Write the move into the record of the inspection, as its next version."""
    record = _inspection(desk)
    item = reading.item(desk, record)
    held = item.fields.get(_MOVES)
    rows: list[Json] = list(held) if isinstance(held, list | tuple) else []
    before, after = planned.before, planned.after
    row: dict[str, Json] = {
        "at": clock.stamp(desk.clock.now())[:16], "from_version": str(before.version),
        "to_version": str(after.version), "from_sha256": before.digest,
        "to_sha256": after.digest,
        "areas": ", ".join((
            *(f"{old} is {new}" for old, new in planned.areas.items()),
            *(f"{old} is {new} (chosen by hand)" for old, new in planned.by_hand.items()),
        )),
        "kept": ", ".join((*planned.reworded, *planned.kept)),
    }  # fmt: skip
    told = {key: value for key, value in row.items() if value}
    fields = {**item.fields, "framework_version": str(after.version), _MOVES: [*rows, told]}
    said = f"The inspection was moved to version {after.version} of the framework."
    capture.capture(
        desk,
        Entry(
            kind=INSPECTION,
            fields=fields,
            record=record,
            state=item.state,
            reason=f"{said} {reason.strip()}".strip(),
        ),
    )


def _inspection(desk: Desk) -> RecordId:
    return reading.rows(desk, Only(kind=INSPECTION))[0].record


def _written_under(desk: Desk, digest: str) -> int:
    """Count what was written under a framework, but for the inspection's own record."""
    found = {
        each.header.record
        for each in revisions.everything(desk.database)
        if not each.is_erased and each.header.kind != INSPECTION and each.body.framework == digest
    }
    return len(found)


def _spelled(desk: Desk) -> dict[str, str]:
    return {
        "sha256": desk.pack.digest, "text": settings.get(desk.database, frameworks.NAME),
        "areas": json.dumps(dict(desk.pack.moved)),
    }  # fmt: skip


def _earlier(desk: Desk) -> list[dict[str, str]]:
    held: list[dict[str, str]] = json.loads(settings.get(desk.database, _BEFORE, "[]"))
    return held


def _remember(desk: Desk, earlier: list[dict[str, str]]) -> None:
    settings.put(desk.database, _BEFORE, json.dumps(earlier))


def _names(before: FrameworkPack, after: FrameworkPack) -> str:
    return f"{before.id} {before.version} {before.digest} {after.version} {after.digest}"
