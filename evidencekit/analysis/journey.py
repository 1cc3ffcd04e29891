"""One child's chronology from all inspectors: what happened, and when nothing did.

Dates are told as exactly as they are known. A silence or an interval between dates known only to
the month is told as a range, never as a false number of days.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidencekit.analysis.about_dates import When, read_when
from evidencekit.analysis.events import TOLD_IN, WATCHED, Event, read_event
from evidencekit.analysis.silences import (
    ALL,
    SILENCE_DAYS,
    Listened,
    Silence,
    days_words,
    listen,
)
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.ids import AuthorId, RecordId
from evidencekit.records.given import text

__all__ = [
    "ALL",
    "SILENCE_DAYS",
    "WATCHED",
    "Event",
    "Interval",
    "Journey",
    "Listened",
    "Silence",
    "Voice",
    "journey",
    "longest",
]

REFERRAL = "contact-referral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The time from the first referral until something; `end` None when it is not recorded."""

    what: str
    start: Event
    end: Event | None
    least: int = 0
    most: int = 0
    is_about: bool = False

    @property
    def words(self) -> str:
        """Say it in words: "127 days from first referral until the child was seen alone"."""
        tail = f"from first referral until {self.what}"
        if self.end is None:
            return f"No record yet of when {self.what} after the first referral"
        if self.most == 0 and not self.is_about:
            return f"{self.what} on the day of the first referral"
        return f"{days_words(self.least, self.most, is_about=self.is_about)} {tail}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What the child or the family said."""

    record: RecordId
    who: str
    words: str
    when: When | None
    author: AuthorId


@dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """A child's chronology."""

    case: RecordId
    events: tuple[Event, ...]  # dated ones, in order
    undated: tuple[Event, ...]
    lanes: tuple[str, ...]  # in the order in which they first appear
    silences: tuple[Silence, ...]
    until_seen: Interval | None
    until_seen_alone: Interval | None
    voices: tuple[Voice, ...]

    def listen(self, of: str = ALL, least: int = SILENCE_DAYS) -> Listened:
        """Find the silences of more than so many days: of all, of one lane, about the child."""
        return listen(self.events, of, least)


def journey(snapshot: Snapshot, case: RecordId, silence_days: int = SILENCE_DAYS) -> Journey:
    """Put together what all inspectors recorded about one child."""
    about = snapshot.about_case(case)
    told = [read_event(item) for item in about if item.kind in TOLD_IN]
    events = tuple(sorted((event for event in told if event.when), key=lambda event: event.place))
    undated = tuple(event for event in told if event.when is None)
    return Journey(
        case=case,
        events=events,
        undated=undated,
        lanes=tuple(dict.fromkeys(event.lane for event in (*events, *undated))),
        silences=listen(events, ALL, silence_days).silences,
        until_seen=_until(events, "the child was seen", alone=False),
        until_seen_alone=_until(events, "the child was seen alone", alone=True),
        voices=tuple(_voice(item) for item in about if _speaks(item)),
    )


def _until(events: Sequence[Event], what: str, *, alone: bool) -> Interval | None:
    referral = next((event for event in events if event.stage == REFERRAL), None)
    if referral is None or referral.when is None:
        return None
    start = referral.when
    seen = (
        event
        for event in events
        if event.when
        and event.when.last >= start.first
        and (event.is_seen_alone if alone else event.is_seen)
    )
    first = min(seen, key=lambda event: event.place, default=None)
    if first is None or first.when is None:
        return Interval(what=what, start=referral, end=None)
    return Interval(
        what=what,
        start=referral,
        end=first,
        least=max(0, (first.when.first - start.last).days),
        most=(first.when.last - start.first).days,
        is_about=start.is_about or first.when.is_about,
    )


def _speaks(item: Item) -> bool:
    return item.kind == "voice" or bool(text(item.fields, "child_says"))


def _voice(item: Item) -> Voice:
    is_own = item.kind == "voice"
    return Voice(
        record=item.record,
        who=text(item.fields, "who") if is_own else "child",
        words=text(item.fields, "own_words" if is_own else "child_says"),
        when=read_when(item.day),
        author=item.author,
    )


def longest(silences: Iterable[Silence]) -> Silence | None:
    """Give the longest silence."""
    return max(silences, key=lambda silence: silence.days, default=None)
