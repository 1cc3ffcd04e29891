"""Silences: stretches in which nothing is recorded, on one lane or on all, or no child is seen.

A stretch between dates known only to the month is told as a range of days. What is known too
loosely to bound a stretch bounds none; the stretch in which it may lie says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from evidencekit.analysis.about_dates import When
from evidencekit.analysis.events import Event

THRESHOLDS = (30, 60, 90)  # a plain choice: no framework names a number of days
SILENCE_DAYS = THRESHOLDS[0]

ALL, SEEN, SEEN_ALONE = "*", "*seen", "*seen-alone"  # what is listened for; else it is one lane
_WHAT = {
    SEEN: "without a record of the child being seen",
    SEEN_ALONE: "without a record of the child being seen alone",
}
_NOTHING = "in which nothing is recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A stretch between two events; `days` is the least it can be, `most` the most."""

    after: Event
    before: Event
    start: date
    end: date
    days: int
    most: int
    what: str = _NOTHING
    is_about: bool = False
    from_words: str = ""
    to_words: str = ""
    perhaps: tuple[str, ...] = ()  # what is known too loosely, and may lie in it

    @property
    def is_exact(self) -> bool:
        """Tell whether the number of days is known."""
        return self.days == self.most and not self.is_about

    @property
    def length(self) -> str:
        """Say how long it is, no more exactly than is known."""
        return days_words(self.days, self.most, is_about=self.is_about)

    @property
    def span(self) -> str:
        """Say from when to when."""
        return f"from {self.from_words} to {self.to_words}"

    @property
    def words(self) -> str:
        """Say it in words: "128 days in which nothing is recorded"."""
        return f"{self.length} {self.what}{self.doubt}"

    @property
    def doubt(self) -> str:
        """Say what may lie in it; "" when nothing does."""
        if not self.perhaps:
            return ""
        dated = " and ".join(f"“{words}”" for words in self.perhaps)
        return f", unless what is dated {dated} lies in it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listened:
    """What was listened for, from how many days on, and the silences found, in order."""

    of: str
    least: int
    silences: tuple[Silence, ...]
    what: str

    @property
    def words(self) -> str:
        """Count them in one sentence: all days, and the longest from when to when."""
        if not self.silences:
            return f"No stretch of more than {self.least} days {self.what}."
        if len(self.silences) == 1:
            only = self.silences[0]
            return f"{_capital(only.length)} {self.what}, {only.span}{only.doubt}."
        longest = max(self.silences, key=lambda each: (each.days, each.most))
        total = days_words(
            sum(each.days for each in self.silences), sum(each.most for each in self.silences),
            is_about=any(each.is_about for each in self.silences),
        )  # fmt: skip
        return (
            f"{_capital(total)} {self.what}, in {len(self.silences)} stretches of more than"
            f" {self.least} days; the longest {longest.length}, {longest.span}{longest.doubt}."
        )


def listen(events: Iterable[Event], of: str = ALL, least: int = SILENCE_DAYS) -> Listened:
    """Find the silences of more than `least` days: on all lanes, on one, or about the child.

    Without a sighting, the first and the last event bound the time in which the child was not seen.
    """
    dated = sorted((event for event in events if event.when), key=lambda each: each.place)
    loose = [event for event in dated if _is_loose(event, least)]
    firm = [event for event in dated if event not in loose]
    what = _WHAT.get(of, _NOTHING)
    found = _between(_bounds(firm, of), least)
    return Listened(
        of=of,
        least=least,
        silences=tuple(_doubted(replace(each, what=what), loose, of) for each in found),
        what=what,
    )


def days_words(least: int, most: int, *, is_about: bool = False) -> str:
    """Say a number of days: "97 days", "about 97 days", "between 97 and 127 days"."""
    about = "about " if is_about else ""
    if least != most:
        return f"{about}between {least} and {days(most)}"
    return f"{about}{days(least)}"


def days(number: int) -> str:
    """Say so many days."""
    return "1 day" if number == 1 else f"{number} days"


def _is_loose(event: Event, least: int) -> bool:
    when = event.when
    return when is not None and (when.last - when.first).days > least


def _bounds(events: Sequence[Event], of: str) -> list[Event]:
    if of == ALL:
        return list(events)
    if of not in _WHAT:
        return [event for event in events if event.lane == of]
    seen = [event for event in events if _speaks(event, of)]
    ends = [events[0], events[-1]] if events else []
    return sorted({each.record: each for each in (*ends, *seen)}.values(), key=lambda e: e.place)


def _speaks(event: Event, of: str) -> bool:
    match_of = {SEEN: event.is_seen, SEEN_ALONE: event.is_seen_alone}
    return match_of.get(of, of in {ALL, event.lane})


def _between(events: Sequence[Event], least: int) -> list[Silence]:
    found: list[Silence] = []
    latest: tuple[When, Event] | None = None
    for event in events:
        when = event.when
        if when is None:
            continue
        if latest is not None and (when.first - latest[0].last).days > least:
            found.append(_silence(latest, event, when))
        end = _ending(event, when)
        if latest is None or end.last > latest[0].last:
            latest = (end, event)
    return found


def _ending(event: Event, when: When) -> When:
    """Give when an event was over: its last day, or the day until which it lasted."""
    return event.until if event.until and event.until.last > when.last else when


def _silence(latest: tuple[When, Event], event: Event, when: When) -> Silence:
    end, after = latest
    return Silence(
        after=after,
        before=event,
        start=end.last,
        end=when.first,
        days=(when.first - end.last).days,
        most=(when.last - end.first).days,
        is_about=end.is_about or when.is_about,
        from_words=end.words,
        to_words=when.words,
    )


def _doubted(silence: Silence, loose: Iterable[Event], of: str) -> Silence:
    inside = (
        each.when.words
        for each in loose
        if each.when and _speaks(each, of)
        and each.when.first < silence.end and each.when.last > silence.start
    )  # fmt: skip
    return replace(silence, perhaps=tuple(dict.fromkeys(inside)))


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
