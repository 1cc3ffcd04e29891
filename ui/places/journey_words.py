"""A journey in words: its lanes, its intervals, and how far it reaches."""

from dataclasses import replace

from evidencekit.analysis.journey import WATCHED, Interval, Journey
from evidencekit.records.words import label_of

YES = "yes"
NO_DATE = "No date"
CHILDREN = frozenset({"child", "care-leaver"})
_LANES = {
    WATCHED: "Inspectors watched",
    "heard": "Family and others said",
    "seen": "Child seen",
    "voice": "Child's voice",
}


def lane_words(lane: str) -> str:
    """Name a lane of the picture."""
    return _LANES.get(lane) or label_of("agencies", lane) or "No agency"


def interval_words(found: Journey) -> str:
    """Say how long it took until the child was seen, and seen alone."""
    seen, alone = found.until_seen, found.until_seen_alone
    both: tuple[Interval | None, ...] = (seen, alone)
    if seen and alone and alone.end and seen.end == alone.end:
        both = (replace(alone, what="the child was seen, and seen alone"),)
    said = [each.words for each in both if each]
    return " ".join(dict.fromkeys(f"{words[0].upper()}{words[1:]}." for words in said))


def span_words(found: Journey) -> str:
    """Say how many events there are, and from when to when."""
    number = len(found.events) + len(found.undated)
    events = "1 event" if number == 1 else f"{number} events"
    if not found.events:
        return events
    first, last = found.events[0].when, found.events[-1].when
    if first is None or last is None or first.words == last.words:
        return f"{events}, {first.words if first else ''}".rstrip(", ")
    return f"{events}, {first.words} to {last.words}"
