"""The five days of the rehearsal, and the short ways of spelling a time in them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from evidencekit.canonical import Json
from evidencekit.clock import LOCAL_ZONE

MONDAY = date(2012, 11, 19)
FRIDAY_BEFORE = date(2012, 11, 16)

_DAYS = {
    name: MONDAY + timedelta(days=number)
    for number, name in enumerate(("mon", "tue", "wed", "thu", "fri"))
}
_ABOUT = "about "
_PRECISION = {len("2012"): "year", len("2012-06"): "month", len("2012-06-14"): "exact"}


def day(text: str) -> str:
    """Spell a day: "tue" is Tuesday the twentieth; anything else stands as it is."""
    return _DAYS[text].isoformat() if text in _DAYS else text


def moment(text: str) -> str:
    """Spell a local moment: "tue 10:05" is 2012-11-20T10:05."""
    on, _, at = text.partition(" ")
    return f"{day(on)}T{at}"


def about(text: str) -> dict[str, Json]:
    """Spell a date with its precision: "2012-06" is a month, "about 2012-06" roughly then."""
    if text.startswith(_ABOUT):
        return {"date": text.removeprefix(_ABOUT), "precision": "approx"}
    return {"date": text, "precision": _PRECISION[len(text)]}


def instant(text: str) -> datetime:
    """Give the moment of "tue 10:05" on everybody's clock."""
    local = datetime.fromisoformat(moment(text)).replace(tzinfo=ZoneInfo(LOCAL_ZONE))
    return local.astimezone(UTC)
