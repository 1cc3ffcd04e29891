"""When a text was written, measured from what it tells of; honesty that nobody can edit."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from evidencekit import clock
from evidencekit.records.revision import Provenance

AT_THE_TIME = timedelta(hours=2)
LONGEST = timedelta(hours=12)  # a day of shadowing; longer is a slip of the pen
NEXT_DAY = timedelta(days=1)

# What a person may declare; the four measured ones follow from the times and nothing else.
DECLARED = frozenset({Provenance.RECONSTRUCTED.value, Provenance.TRANSCRIBED.value})

_ORDER = tuple(
    each.value
    for each in (
        Provenance.CONTEMPORANEOUS, Provenance.SAME_DAY, Provenance.NEXT_DAY, Provenance.LATER,
    )
)  # fmt: skip
_DAY = len("2012-11-19")


def provenance_of(
    *, at: str, tz: str, written: str, ended: str = "", declared: str = ""
) -> Provenance:  # fmt: skip
    """Say how soon after the event this was written.

    `at` and `ended` are local to `tz`, `written` is UTC. "At the time" is until the event ended,
    or two hours after it began. A declared reconstruction or transcription stays one; any other
    declaration counts for nothing, so a late note cannot be called contemporaneous. Without a
    time of the event nothing can be claimed, and the text counts as written later.
    """
    if declared in DECLARED:
        return Provenance(declared)
    zone = ZoneInfo(tz)
    moment = clock.moment(written)
    began = _moment(at, zone)
    if began is not None and moment <= _over(began, _moment(ended, zone)):
        return Provenance.CONTEMPORANEOUS
    return _by_day(at, moment.astimezone(zone).date())


def label_after(before: str, measured: str, declared: str = "") -> str:
    """Give a correction's label: never a better one than the text had, and a declared one stays.

    `measured` holds the first writing against the time that the correction tells, so moving the
    time back makes a note late, and moving it forward does not make a late note timely.
    """
    if before in DECLARED:
        return before
    if declared in DECLARED:
        return declared
    return max(before, measured, key=_rank)


def _rank(label: str) -> int:
    return _ORDER.index(label) if label in _ORDER else len(_ORDER)


def minutes_after(*, at: str, tz: str, written: str) -> int | None:
    """Give the minutes from the event to the writing; None when only the day is known."""
    began = _moment(at, ZoneInfo(tz))
    if began is None:
        return None
    return int((clock.moment(written) - began) / timedelta(minutes=1))


def _over(began: datetime, ended: datetime | None) -> datetime:
    # An end typed days ahead would make any note contemporaneous.
    last = min(ended, began + LONGEST) if ended else began
    return max(began + AT_THE_TIME, last)


def _moment(local: str, zone: ZoneInfo) -> datetime | None:
    """Read a local wall time as UTC, so that a clock change counts as the hour it is."""
    if len(local) <= _DAY:
        return None
    try:
        return datetime.fromisoformat(local).replace(tzinfo=zone).astimezone(UTC)
    except ValueError:
        return None


def _by_day(at: str, written: date) -> Provenance:
    try:
        day = date.fromisoformat(at[:_DAY])
    except ValueError:
        return Provenance.LATER
    if written <= day:
        return Provenance.SAME_DAY
    return Provenance.NEXT_DAY if written == day + NEXT_DAY else Provenance.LATER
