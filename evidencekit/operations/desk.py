"""Desk: an unlocked inspection, handed to every operation."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evidencekit.bundle.trust import Trust
from evidencekit.clock import Clock
from evidencekit.crypto.keys import AgeIdentity, SigningKey
from evidencekit.errors.work import LeadOnly, NotJoined
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import AuthorId, IdMaker
from evidencekit.store.connection import Database

LEADERS = ("lead", "deputy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Me:
    """The one person whose workspace this is."""

    id: AuthorId
    name: str
    inspectorate: str
    role: str  # lead, deputy or inspector
    area: str


@dataclass(slots=True, kw_only=True)
class Desk:
    """Everything an operation needs; belongs to the thread that opened it."""

    folder: Path
    database: Database
    pack: FrameworkPack
    me: Me
    clock: Clock
    ids: IdMaker
    signing: SigningKey
    reading: AgeIdentity
    trust: Trust | None = None  # None until the team's lead is pinned

    @property
    def is_lead(self) -> bool:
        """Tell whether this person may write what only the lead or a deputy writes."""
        return self.me.role in LEADERS


def let_in(desk: Desk, between: Callable[[], None]) -> None:
    """Let short work be done between the rows of a long reading, never within a transaction."""
    desk.database.between = between


def trust_on(desk: Desk) -> Trust:
    """Give what this workspace holds true about its team; NotJoined before it has one."""
    if desk.trust is None:
        raise NotJoined
    return desk.trust


def lead_trust(desk: Desk) -> Trust:
    """Give the lead's trust; LeadOnly for anybody else."""
    trust = trust_on(desk)
    if not trust.is_lead:
        raise LeadOnly(kind="roster")
    return trust
