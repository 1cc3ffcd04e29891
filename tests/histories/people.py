"""The people of a random history: real laptops, real stores, and what each of them wrote."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from evidencekit.clock import SetClock
from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.ids import AuthorId, RevisionId, SeededIds
from evidencekit.operations import unlock
from evidencekit.operations.desk import Desk
from evidencekit.operations.unlock import NewWorkspace
from evidencekit.records.revision import Revision
from evidencekit.store import revisions
from tests.world import PASSPHRASE

MONDAY = datetime(2012, 11, 19, 9, 0, tzinfo=UTC)
NAMES = (
    ("Lena Marsh", "ofsted"), ("Dora Finch", "cqc"), ("Ben Okoro", "hmic"),
    ("Cara Lin", "hmi-probation"), ("Ewan Shaw", "hmic"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """A bundle that was written: on its way, lost, or given to several."""

    path: Path
    sender: AuthorId
    readers: frozenset[AuthorId]
    ids: frozenset[RevisionId]


@dataclass
class Laptop:
    """Somebody's laptop, open on their desk."""

    desk: Desk
    folder: Path
    clock: SetClock
    ids: SeededIds
    is_joined: bool = False
    is_revoked: bool = False
    is_restored: bool = False  # put back to an older copy: its chain may fork
    backup: Path | None = None
    batches: list[int] = field(default_factory=list)

    @property
    def me(self) -> AuthorId:
        return self.desk.me.id

    @property
    def is_at_work(self) -> bool:
        return self.is_joined and not self.is_revoked

    def held(self) -> dict[RevisionId, Revision]:
        """Give everything in force here."""
        return {each.id: each for each in revisions.everything(self.desk.database)}

    def reopens(self) -> None:
        self.desk = unlock.open_workspace(self.folder, PASSPHRASE, clock=self.clock, ids=self.ids)

    def closes(self) -> None:
        unlock.lock(self.desk)

    def keeps_a_copy(self) -> None:
        unlock.lock(self.desk)
        self.backup = self.folder.with_suffix(".copy")
        shutil.rmtree(self.backup, ignore_errors=True)
        shutil.copytree(self.folder, self.backup)
        self.reopens()

    def goes_back(self) -> None:
        """Put the copy in place of what is here; what was written since is lost from it."""
        if self.backup is None:
            return
        unlock.lock(self.desk)
        shutil.rmtree(self.folder)
        shutil.copytree(self.backup, self.folder)
        self.reopens()
        self.is_restored = True
        self.batches.clear()


def prepare(folder: Path) -> None:
    """Make one workspace of each person, once; a history works on copies of them."""
    for number, (name, inspectorate) in enumerate(NAMES):
        new = NewWorkspace(
            framework="macp-2012", area="Amberford", name=name, inspectorate=inspectorate,
            role="inspector" if number else "lead", passphrase=PASSPHRASE, cost=TEST_COST,
        )  # fmt: skip
        made = unlock.create_workspace(
            folder / f"{number}.evidence", new, clock=SetClock(MONDAY), ids=SeededIds(name)
        )
        unlock.lock(made.desk)


def seated(prepared: Path, folder: Path, many: int) -> Iterator[Laptop]:
    """Give the first few people their own copies; the lead's team of one has begun."""
    for number in range(many):
        home = folder / f"{number}.evidence"
        shutil.copytree(prepared / home.name, home)
        clock = SetClock(MONDAY + timedelta(hours=1), step=timedelta(seconds=7))
        ids = SeededIds(f"{NAMES[number][0]} later")
        desk = unlock.open_workspace(home, PASSPHRASE, clock=clock, ids=ids)
        yield Laptop(desk, home, clock, ids, is_joined=number == 0)
