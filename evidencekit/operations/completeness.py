"""Completeness: whether all that an author wrote is here, with nothing missing or rolled back.

Whatever does not fit is a trouble with a name of its own. It stays on the banner until it is gone
or until somebody explained it; the reason is kept on this laptop, with who and when. A trouble that
grows has another name, and is on the banner again.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from evidencekit import canonical, clock
from evidencekit.bundle.roster import Role
from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.errors.bundle import (
    ChainAlarm,
    ForkAlarm,
    KeyChanged,
    RosterForked,
    RosterRolledBack,
)
from evidencekit.errors.work import NoSuchTrouble, ReasonNeeded
from evidencekit.ids import AuthorId
from evidencekit.operations import receipts, remembering
from evidencekit.operations.changes import EVERYTHING, Changes
from evidencekit.operations.desk import Desk
from evidencekit.store import chains, revisions, settings

_ALARMS, _EXPLAINED = "alarms", "explained"
_ALARMING = (ForkAlarm, ChainAlarm, RosterRolledBack, RosterForked, KeyChanged)
_KEY_DIGITS = 8


class TroubleKind(Enum):
    """What does not fit."""

    GAP = "gap"  # versions that exist and are not here
    SHORT = "short"  # the author signed more than is here
    FORK = "fork"  # one number, used for two versions
    BUNDLES = "bundles"  # numbers of bundles that did not come
    ALARM = "alarm"  # a bundle that was refused at the door
    ROLLED_BACK = "rolled-back"  # this laptop holds less of one's own than the lead does


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """One thing that does not fit, and whether somebody explained it."""

    key: str  # eight digits, the same as long as it is the same
    kind: TroubleKind
    member: AuthorId
    name: str
    words: str
    reason: str = ""
    by: str = ""
    at: str = ""

    @property
    def is_explained(self) -> bool:
        """Tell whether a reason is kept."""
        return self.reason != ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """How far what one person wrote is here."""

    member: AuthorId
    name: str
    is_me: bool
    upto: int  # the last number without a hole before it
    held: int  # the last number here
    written: str  # when the last one here was written, "" for none
    troubles: tuple[Trouble, ...]

    @property
    def is_whole(self) -> bool:
        """Tell whether all up to the last is here, nothing missing and nothing rolled back."""
        return not self.troubles

    @property
    def words(self) -> str:
        """Say it in a sentence."""
        if not self.held:
            return "Nothing is here yet."
        if self.is_whole:
            return f"All up to no. {self.held}: nothing missing, nothing rolled back."
        return f"All up to no. {self.upto}, something up to no. {self.held}."


def look(desk: Desk) -> tuple[Author, ...]:
    """Give everybody whose work should be here, by name, oneself last."""
    if desk.trust is None:
        return ()
    forks = chains.forks(desk.database)
    kept = _kept(desk, _EXPLAINED)
    members = sorted(desk.trust.roster.members, key=lambda m: (m.id == desk.me.id, m.name))
    return tuple(
        _author(desk, (member.id, member.name), forks, kept)
        for member in members
        if _is_told(desk, member.id, member.role)
    )


def troubles(desk: Desk) -> tuple[Trouble, ...]:
    """Give everything that does not fit and that nobody has explained."""
    return tuple(each for author in look(desk) for each in author.troubles if not each.is_explained)


def explain(desk: Desk, key: str, reason: str) -> Changes:
    """Keep why something does not fit; it leaves the banner and stays in the list."""
    if not reason.strip():
        raise ReasonNeeded(what="explain what does not fit")
    if key not in {each.key for author in look(desk) for each in author.troubles}:
        raise NoSuchTrouble(key=key)
    entry: Json = {
        "key": key, "reason": reason.strip(), "by": desk.me.name,
        "at": clock.stamp(desk.clock.now()),
    }  # fmt: skip
    with desk.database.transaction():
        others = [each for each in _kept(desk, _EXPLAINED) if each.get("key") != key]
        _keep(desk, _EXPLAINED, [*others, entry])
        remembering.log(desk, "explained what did not fit", key)
    return EVERYTHING


def note_alarms(desk: Desk, refused: Sequence[Planned]) -> Changes:
    """Remember what a refused bundle gave away: a fork, a wrong predecessor, an older roster."""
    lead = desk.trust.roster.lead.id if desk.trust else ""
    entries = [_alarm(each, lead) for each in refused if isinstance(each, _ALARMING)]
    known = _kept(desk, _ALARMS)
    fresh = [each for each in entries if each not in known]
    if fresh:
        with desk.database.transaction():
            _keep(desk, _ALARMS, [*known, *fresh])
    return EVERYTHING if fresh else Changes()


def _is_told(desk: Desk, member: AuthorId, role: str) -> bool:
    if member == desk.me.id:
        return True
    leads_all = desk.trust is not None and desk.trust.is_lead
    # A deputy gets what inspectors hand over, and only some of what other deputies write.
    return leads_all or (desk.is_lead and role != Role.DEPUTY.value)


def _author(
    desk: Desk, who: tuple[AuthorId, str], forks: Sequence[chains.Fork],
    kept: Sequence[dict[str, Json]],
) -> Author:  # fmt: skip
    member, name = who
    gaps = chains.gaps(desk.database, member)
    held, last = revisions.last_in_force(desk.database, member)
    newest = (
        next(revisions.of_author(desk.database, member, after=held - 1), None) if held else None
    )
    told = [*_of_chain(desk, who, gaps, held), *_of_bundles(desk, who)]
    told += [
        _trouble(TroubleKind.FORK, who, f"{name} used no. {each.seq} for two versions.")
        for each in forks
        if each.author == member
    ]
    if member == desk.me.id:
        told = [each for each in told if each.kind is TroubleKind.FORK]
        told += _rolled_back(desk, who)
    return Author(
        member=member, name=name, is_me=member == desk.me.id, held=held if last else 0,
        upto=gaps[0].first - 1 if gaps else held,
        written=newest.header.written if newest else "",
        troubles=tuple(_explained(each, kept) for each in told),
    )  # fmt: skip


def _of_chain(
    desk: Desk, who: tuple[AuthorId, str], gaps: Sequence[chains.Gap], held: int
) -> Iterator[Trouble]:
    member, name = who
    for gap in gaps:
        which = f"no. {gap.first}" if gap.first == gap.last else f"no. {gap.first} to {gap.last}"
        yield _trouble(TroubleKind.GAP, who, f"{name} wrote {which}, and it is not here.")
    signed = max(
        (each.seq for each in remembering.checkpoints(desk) if each.author == member), default=0
    )
    if signed > held:
        words = f"{name} signed for everything up to no. {signed}; here it ends at no. {held}."
        yield _trouble(TroubleKind.SHORT, who, words)


def _of_bundles(desk: Desk, who: tuple[AuthorId, str]) -> Iterator[Trouble]:
    member, name = who
    role = desk.trust.roster.member(member) if desk.trust else None
    if role is not None and role.role == Role.INSPECTOR.value:
        missing = remembering.sequence(desk).missing(member)
        if missing:
            numbers = ", ".join(f"no. {number}" for number in missing)
            yield _trouble(TroubleKind.BUNDLES, who, f"Not here of {name}'s bundles: {numbers}.")
    for each in _kept(desk, _ALARMS):
        if each.get("member") == member:
            yield _trouble(TroubleKind.ALARM, who, str(each.get("words")).replace(member, name))


def _rolled_back(desk: Desk, who: tuple[AuthorId, str]) -> Iterator[Trouble]:
    """Hold one's own chain to what the lead's receipts say of it."""
    told = max((each.held_to for each in receipts.answers(desk)), default=0)
    mine, _last = revisions.last_of(desk.database, who[0])
    if told > mine:
        words = (
            f"The lead holds what you wrote up to no. {told}; this laptop ends at no. {mine}. "
            "It was put back to an older copy."
        )
        yield _trouble(TroubleKind.ROLLED_BACK, who, words)


def _alarm(refusal: Planned, lead: str) -> dict[str, Json]:
    facts = refusal.facts
    member = facts.get("sender") or facts.get("member") or lead  # a roster is the lead's
    words = f"A bundle was refused: {refusal.what_happened}"
    return {"code": refusal.code, "member": str(member), "words": words}


def _trouble(kind: TroubleKind, who: tuple[AuthorId, str], words: str) -> Trouble:
    member, name = who
    spelled = canonical.encode([kind.value, member, words])
    key = str(int(hashlib.sha256(spelled).hexdigest(), 16))[-_KEY_DIGITS:]
    return Trouble(key=key, kind=kind, member=member, name=name, words=words)


def _explained(found: Trouble, kept: Sequence[dict[str, Json]]) -> Trouble:
    one = next((each for each in kept if each.get("key") == found.key), None)
    if one is None:
        return found
    return Trouble(
        key=found.key, kind=found.kind, member=found.member, name=found.name, words=found.words,
        reason=str(one.get("reason")), by=str(one.get("by")), at=str(one.get("at")),
    )  # fmt: skip


def _kept(desk: Desk, name: str) -> list[dict[str, Json]]:
    found = canonical.decode(settings.get(desk.database, name, "[]").encode())
    entries = found if isinstance(found, list | tuple) else []
    return [dict(each) for each in entries if isinstance(each, dict)]


def _keep(desk: Desk, name: str, entries: Sequence[Json]) -> None:
    settings.put(desk.database, name, canonical.encode(list(entries)).decode())
