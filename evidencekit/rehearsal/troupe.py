"""Troupe: everybody's unlocked workspace with a clock of its own, and what names stand for."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from typing_extensions import override

from evidencekit.clock import SetClock
from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.crypto.words import word_list
from evidencekit.errors.base import Planned
from evidencekit.ids import AuthorId, RecordId, SeededIds
from evidencekit.operations import unlock
from evidencekit.operations.desk import Desk
from evidencekit.operations.unlock import NewWorkspace
from evidencekit.rehearsal.cast import Person, passphrase
from evidencekit.rehearsal.spelling import Names
from evidencekit.rehearsal.week import instant

AREA = "Amberford"
FRAMEWORK = "macp-2012"

_BEFORE = instant("2012-11-16 13:00")
_THINKING = timedelta(seconds=1)


@dataclass(slots=True)
class Player:
    """One person at their desk."""

    person: Person
    desk: Desk
    clock: SetClock
    passphrase: str = field(repr=False)
    unfinished: list[RecordId] = field(default_factory=list)  # captured, not yet submitted

    @property
    def key(self) -> str:
        """Give the name by which the script knows this person."""
        return self.person.key

    def at(self, moment: datetime) -> Desk:
        """Move this person's clock on, never back, and give the desk."""
        self.clock.put(max(moment, self.clock.at))
        return self.desk


@dataclass(slots=True)
class Troupe(Names):
    """All who play, and every record that was written so far by its name in the script."""

    folder: Path
    area: str = AREA
    framework: str = FRAMEWORK
    before: datetime = _BEFORE
    players: dict[str, Player] = field(default_factory=dict)
    records: dict[str, RecordId] = field(default_factory=dict)

    @property
    def lead(self) -> Player:
        """Give the lead."""
        return next(player for player in self.players.values() if player.person.is_lead)

    @property
    def inspectors(self) -> tuple[Player, ...]:
        """Give everybody but the lead."""
        return tuple(each for each in self.players.values() if not each.person.is_lead)

    @property
    def bundles(self) -> Path:
        """Give where every bundle is left."""
        return self.folder / "bundles"

    @property
    def receipts(self) -> Path:
        """Give where every receipt is left."""
        return self.folder / "receipts"

    @override
    def record(self, name: str) -> RecordId:
        return self.records[name]

    @override
    def member(self, key: str) -> AuthorId:
        return self.players[key].desk.me.id

    def take_seat(self, person: Person, seed: str) -> None:
        """Make this person's workspace, at the lowest cost that a key may have."""
        clock = SetClock(self.before, _THINKING)
        ids = SeededIds(f"{seed}:{person.key}", partial(_milliseconds, clock))
        secret = passphrase(seed, person, word_list())
        created = unlock.create_workspace(
            self.folder / person.folder,
            NewWorkspace(
                framework=self.framework, area=self.area, name=person.name,
                inspectorate=person.inspectorate, role="lead" if person.is_lead else "inspector",
                passphrase=secret, cost=TEST_COST,
            ),
            clock=clock,
            ids=ids,
        )  # fmt: skip
        self.players[person.key] = Player(person, created.desk, clock, secret)

    def go_home(self) -> None:
        """Lock every workspace."""
        for player in self.players.values():
            with suppress(Planned):
                unlock.lock(player.desk)


def assemble(folder: Path, people: Sequence[Person], seed: str) -> Troupe:
    """Make a workspace for everybody; those made before a failure are locked again."""
    return seat(Troupe(folder), people, seed)


def seat(troupe: Troupe, people: Sequence[Person], seed: str) -> Troupe:
    """Seat everybody in a troupe of any area and framework, or nobody."""
    try:
        for person in people:
            troupe.take_seat(person, seed)
    except BaseException:
        troupe.go_home()
        raise
    return troupe


def _milliseconds(clock: SetClock) -> int:
    return int(clock.at.timestamp() * 1000)
