"""A journey as timelines: one strip for up to a year, and further strips below it."""

import calendar
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from evidencekit.analysis.about_dates import When
from evidencekit.analysis.journey import Event, Journey, Voice
from evidencekit.report.outline import Band, Bar, Sort, Timeline

ABOUT = timedelta(days=10)  # how far "about" reaches, on either side
LONGEST = 400  # days in one strip
MOST = 12  # strips; a longer life is drawn in one
_ROOM = timedelta(days=7)
_CHILDREN = frozenset({"child", "care-leaver"})
_SEEN, _HEARD, _OTHERS = "Child seen", "Child's voice", "Family and others"
_LAST = (_SEEN, _HEARD, _OTHERS)

Told = tuple[str, Event | None, Voice | None]  # its number, and one of the two


@dataclass(frozen=True, slots=True)
class _Mark:
    lane: str
    number: str
    when: When
    until: When | None = None
    is_strong: bool = False
    is_not: bool = False


def strips(
    found: Journey, told: Sequence[Told], lane_label: Callable[[str], str]
) -> tuple[Timeline, ...]:
    """Draw all that has a date; nothing when nothing has."""
    marks = [mark for each in told for mark in _marks(each, lane_label)]
    days = [day for mark in marks for day in _reach(mark)]
    if not days:
        return ()
    first, last = _back(min(days), _ROOM), _forth(max(days), _ROOM)
    return tuple(
        _strip(found, marks, start, end)
        for start, end in _parts(first, last)
        if any(_reach(mark)[0] <= end and _reach(mark)[1] >= start for mark in marks)
    )


def _parts(first: date, last: date) -> Iterator[tuple[date, date]]:
    whole = (last - first).days
    number = -(-whole // LONGEST)
    if number > MOST:
        number = 1
    wide = -(-whole // number)
    for part in range(number):
        start = _forth(first, timedelta(days=part * wide))
        yield start, min(_forth(start, timedelta(days=wide)), last)


def _strip(found: Journey, marks: Sequence[_Mark], start: date, end: date) -> Timeline:
    lanes: dict[str, list[Bar]] = {}
    here = [mark for mark in marks if _reach(mark)[0] <= end and _reach(mark)[1] >= start]
    for mark in here:
        lanes.setdefault(mark.lane, []).append(_bar(mark, start, end))
    names = [*(lane for lane in lanes if lane not in _LAST), *(n for n in _LAST if n in lanes)]
    bands = tuple(
        Band(_share(each.start, start, end), _share(each.end, start, end), each.length)
        for each in found.silences
        if each.start < end and each.end > start
    )
    span = f"{_words(start)} to {_words(end)}"
    return Timeline(
        caption=span,
        alternative=(
            f"{len(here)} marks on {len(names)} lanes, {span}, and {len(bands)} silences. "
            "The table has the same events, in order."
        ),
        ticks=tuple(_ticks(start, end)),
        lanes=tuple((name, tuple(lanes[name])) for name in names),
        bands=bands,
    )


def _marks(told: Told, lane_label: Callable[[str], str]) -> Iterator[_Mark]:
    number, event, voice = told
    if voice is not None and voice.when is not None:
        yield _Mark(_HEARD if voice.who in _CHILDREN else _OTHERS, number, voice.when)
    if event is None or event.when is None:
        return
    yield _Mark(lane_label(event.lane), number, event.when, event.until)
    if event.is_seen or event.child_seen == "no":
        is_not = not event.is_seen
        yield _Mark(_SEEN, number, event.when, None, event.is_seen_alone, is_not)
    if event.has_voice:
        yield _Mark(_HEARD, number, event.when)


def _reach(mark: _Mark) -> tuple[date, date]:
    spare = ABOUT if mark.when.is_about else timedelta()
    last = max(mark.when.last, mark.until.last) if mark.until else mark.when.last
    return _back(mark.when.first, spare), _forth(last, spare)


def _bar(mark: _Mark, start: date, end: date) -> Bar:
    first, last = _reach(mark)
    sort = Sort.ABOUT if mark.when.is_about else Sort.KNOWN
    return Bar(
        _share(first, start, end), _share(last, start, end), mark.number,
        Sort.NOT_SO if mark.is_not else sort, mark.is_strong,
    )  # fmt: skip


def _share(day: date, start: date, end: date) -> float:
    return round((day - start).days / max(1, (end - start).days), 5)


def _ticks(start: date, end: date) -> Iterator[tuple[float, str]]:
    """Name the months; where a strip is longer than two years, the years."""
    months = (end.year - start.year) * 12 + end.month - start.month
    every = next((step for step in (1, 2, 3, 6) if months <= 14 * step), 12)
    years = max(1, months // (12 * 14)) if every == 12 else 1  # noqa: PLR2004 - months in a year
    named = 0
    for number in range(start.year * 12 + start.month, end.year * 12 + end.month):
        year, month = divmod(number, 12)
        if number % (every * years) or year > date.max.year or date(year, month + 1, 1) < start:
            continue
        words = calendar.month_abbr[month + 1] if every < 12 else ""  # noqa: PLR2004
        words = f"{words} {year}".strip() if year != named else words or str(year)
        named = year
        yield _share(date(year, month + 1, 1), start, end), words


def _words(day: date) -> str:
    return When(day, day).words


def _back(day: date, by: timedelta) -> date:
    return day - by if day - date.min > by else date.min


def _forth(day: date, by: timedelta) -> date:
    return day + by if date.max - day > by else date.max
