"""Big bases to measure on: made once for each shape of the store, then copied.

The rehearsal of ten inspectors gives the team, the cases and the lead's own work. The crowd's notes
come on top by the door that a merge uses: chains of versions, a batch of 5,000 at a time.
"""

import json
import random
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from bench.laptops import Unhurried
from bench.notes import SEED
from evidencekit import clock
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import reading, tidying, unlock, writing
from evidencekit.operations.capture import Entry, draft_of
from evidencekit.operations.desk import Desk
from evidencekit.records.happened import happened_at
from evidencekit.records.revision import Body, Header, Revision, State, make_revision
from evidencekit.rehearsal import crowd
from evidencekit.rehearsal.staging import PASSPHRASES, Rehearsal, stage
from evidencekit.store import batches, migrate, projections, revisions

INSPECTORS = 10
PARCEL = 5000
SHAPE = 1  # raise it when what is made here changes, so that it is made anew
CASE_EVERY = 250  # records a case
LEAD = "lead.evidence"
_FIRST_CASE = 100  # the rehearsal's own are below
_BEGAN = datetime(2012, 11, 20, 9, tzinfo=UTC)


def base(records: int, target: Path) -> tuple[Path, str]:
    """Copy the lead's workspace with that many records there; give it and its passphrase."""
    kept = _kept(records)
    if not kept.is_dir():
        with tempfile.TemporaryDirectory(dir=_store(), prefix="making-") as making:
            _make(records, Path(making) / "made")
            (Path(making) / "made").rename(kept)
    shutil.copytree(kept / LEAD, target)
    return target, _passphrase(kept)


def _kept(records: int) -> Path:
    return _store() / f"{records}-{len(migrate.STEPS)}.{projections.MADE_BY}.{SHAPE}"


def _store() -> Path:
    folder = Path(tempfile.gettempdir()) / "evidencekit-bench-bases"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def _passphrase(kept: Path) -> str:
    lines = (kept / PASSPHRASES).read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)[LEAD]


def _make(records: int, folder: Path) -> None:
    stage(Rehearsal(folder, inspectors=INSPECTORS))
    desk = unlock.open_workspace(folder / LEAD, _passphrase(folder), ids=Unhurried("bases"))
    cases = list(_cases(desk, max(1, records // CASE_EVERY)))
    for number, parcel in enumerate(_parcels(desk, cases, records)):
        _join(desk, number, parcel)
    while tidying.tidy(desk):
        pass
    unlock.lock(desk)


def _cases(desk: Desk, count: int) -> Iterator[RecordId]:
    with desk.database.transaction():
        for number in range(_FIRST_CASE, _FIRST_CASE + count):
            entry = Entry(
                kind="case", fields={"reference": f"SH-{number}"}, state=State.SUBMITTED.value
            )
            yield writing.write(desk, draft_of(desk, entry)).header.record


def _parcels(desk: Desk, cases: list[RecordId], count: int) -> Iterator[list[Revision]]:
    """Give what every inspector wrote, a few thousand versions at a time."""
    people = [person for person in reading.people_of(desk).values() if person.id != desk.me.id]
    for number, person in enumerate(people):
        share = count // len(people) + (number < count % len(people))
        author = crowd.Author(
            chance=random.Random(f"{SEED}:{number}"),  # noqa: S311 - to measure with, not to hide
            cases=cases, areas=tuple(area.id for area in desk.pack.areas),
        )  # fmt: skip
        chain = _Chain(desk, person.id, number)
        lines = ((kind, each) for kind, said in author.lines(share).items() for each in said)
        while parcel := [chain.next(kind, line) for kind, line in islice(lines, PARCEL)]:
            yield parcel


class _Chain:
    """Goes on with one author's chain."""

    def __init__(self, desk: Desk, author: AuthorId, number: int) -> None:
        self._desk, self._author = desk, author
        self._seq, self._prev = revisions.last_of(desk.database, author)
        self._ids = Unhurried(f"bases:{number}")
        self._written = _BEGAN

    def next(self, kind: str, line: bytes) -> Revision:
        """Write one record more, a quarter of an hour after the one before."""
        body = json.loads(line)["body"]
        self._seq, self._written = self._seq + 1, self._written + timedelta(minutes=15)
        header = Header(
            author=self._author, seq=self._seq, prev=self._prev, kind=kind, parents=(), body="",
            record=RecordId(self._ids.uuid()), at=happened_at(kind, body),
            tz=self._desk.clock.zone, written=clock.stamp(self._written),
        )  # fmt: skip
        digest = self._desk.pack.digest
        sealed = Body(fields=body, state=State.SUBMITTED.value, framework=digest)
        made = make_revision(header, sealed, self._ids.salt())
        self._prev = made.id
        return made


def _join(desk: Desk, number: int, parcel: list[Revision]) -> None:
    database = desk.database
    with database.transaction():
        sender = parcel[0].header.author
        batch = batches.open_batch(database, f"made-up-{number}", sender, parcel[-1].header.written)
        added = revisions.add_all(database, parcel, batch)
        projections.refresh(database, added.records)
        batches.close(database, batch, {"new": len(added.new)})
