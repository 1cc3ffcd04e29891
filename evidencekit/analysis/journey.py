"""One child's chronology from all inspectors: what happened, and when nothing did.

Dates are told as exactly as they are known. A silence or an interval between dates known only to
the month is told as a range, never as a false number of days.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from evidencekit.analysis.about_dates import When, read_when
from evidencekit.analysis.reading import YES, has_childs_voice, record_refs, text
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.ids import AuthorId, RecordId

SILENCE_DAYS = 28
REFERRAL = "contact-referral"
WATCHED = "inspection"  # the lane of what inspectors watched themselves
_TOLD_IN = ("journey-event", "observation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened to the child, or was watched."""

    record: RecordId
    kind: str
    when: When | None
    until: When | None
    lane: str  # an agency, or WATCHED
    stage: str
    what: str
    author: AuthorId
    inspectorate: str
    child_seen: str = ""  # "yes", "no", "unclear" or not said
    seen_alone: str = ""
    timely: str = ""
    evidence: tuple[RecordId, ...] = ()
    has_voice: bool = False
    is_disputed: bool = False

    @property
    def is_seen_alone(self) -> bool:
        """Tell whether the record says that the child was seen alone."""
        return self.seen_alone == YES and self.child_seen in {YES, ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A stretch in which nothing is recorded; `days` is the least it can be."""

    after: Event
    before: Event
    start: date
    end: date
    days: int
    is_exact: bool

    @property
    def words(self) -> str:
        """Say it in words."""
        least = "" if self.is_exact else "at least "
        return f"{least}{_days(self.days)} in which nothing is recorded"


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
        if self.least != self.most:
            return f"between {self.least} and {_days(self.most)} {tail}"
        return f"{'about ' if self.is_about else ''}{_days(self.least)} {tail}"


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


def journey(snapshot: Snapshot, case: RecordId, silence_days: int = SILENCE_DAYS) -> Journey:
    """Put together what all inspectors recorded about one child."""
    about = snapshot.about_case(case)
    told = [_event(item) for item in about if item.kind in _TOLD_IN]
    events = tuple(sorted((event for event in told if event.when), key=_place))
    undated = tuple(event for event in told if event.when is None)
    return Journey(
        case=case,
        events=events,
        undated=undated,
        lanes=tuple(dict.fromkeys(event.lane for event in (*events, *undated))),
        silences=_silences(events, silence_days),
        until_seen=_until(events, "the child was seen", alone=False),
        until_seen_alone=_until(events, "the child was seen alone", alone=True),
        voices=tuple(_voice(item) for item in about if _speaks(item)),
    )


def _event(item: Item) -> Event:
    fields = item.fields
    watched = item.kind == "observation"
    return Event(
        record=item.record,
        kind=item.kind,
        when=read_when(item.at if watched else fields.get("when")) or read_when(item.day),
        until=read_when(fields.get("until")),
        lane=WATCHED if watched else text(fields, "agency"),
        stage=text(fields, "stage"),
        what=item.title if watched else text(fields, "what"),
        author=item.author,
        inspectorate=item.inspectorate,
        child_seen=text(fields, "child_seen"),
        seen_alone=text(fields, "seen_alone"),
        timely=text(fields, "timely"),
        evidence=record_refs(fields, "evidence"),
        has_voice=has_childs_voice(item.kind, fields),
        is_disputed=item.is_disputed,
    )


def _place(event: Event) -> tuple[date, date, RecordId]:
    when = event.when or When(date.max, date.max)
    return when.first, when.last, event.record


def _silences(events: Sequence[Event], least: int) -> tuple[Silence, ...]:
    found: list[Silence] = []
    latest: tuple[date, Event] | None = None
    for when, event in ((event.when, event) for event in events if event.when):
        if latest is not None:
            days = (when.first - latest[0]).days
            if days > least:
                found.append(_silence(latest, event, days))
        end = max(when.last, event.until.last if event.until else when.last)
        if latest is None or end > latest[0]:
            latest = (end, event)
    return tuple(found)


def _silence(latest: tuple[date, Event], event: Event, days: int) -> Silence:
    end, after = latest
    ends = [after.until if after.until and after.until.last == end else after.when, event.when]
    return Silence(
        after=after,
        before=event,
        start=end,
        end=event.when.first if event.when else end,
        days=days,
        is_exact=all(when is not None and when.is_exact for when in ends),
    )


def _until(events: Sequence[Event], what: str, *, alone: bool) -> Interval | None:
    referral = next((event for event in events if event.stage == REFERRAL), None)
    if referral is None or referral.when is None:
        return None
    start = referral.when
    seen = (
        event
        for event in events
        if event.when and event.when.last >= start.first and _is_seen(event, alone=alone)
    )
    first = min(seen, key=_place, default=None)
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


def _is_seen(event: Event, *, alone: bool) -> bool:
    return event.is_seen_alone if alone else (event.child_seen == YES or event.is_seen_alone)


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


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def longest(silences: Iterable[Silence]) -> Silence | None:
    """Give the longest silence."""
    return max(silences, key=lambda silence: silence.days, default=None)
