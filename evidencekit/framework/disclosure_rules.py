"""When an answer to a request is due, and the codes under which words may be withheld."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from evidencekit.framework.shapes import misfit
from evidencekit.framework.tables import read_table, shipped_text
from evidencekit.framework.working_days import Calendar, england

FILE = "disclosure.toml"
_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How long there is to answer what was received between two days."""

    source: str
    since: str = ""
    until: str = ""
    working_days: int = 0
    days: int = 0
    months: int = 0

    def covers(self, received: date) -> bool:
        """Tell whether this was the rule on that day."""
        day = received.isoformat()
        return (not self.since or self.since <= day) and (not self.until or day <= self.until)

    @property
    def words(self) -> str:
        """Say the rule: 20 working days, Freedom of Information Act 2000 s10(1)."""
        counted = (
            (self.working_days, "working day"), (self.days, "day"), (self.months, "month"),
        )  # fmt: skip
        number, unit = next(each for each in counted if each[0])
        return f"{number} {unit if number == 1 else unit + 's'}, {self.source}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A way in which evidence is asked for."""

    key: str
    label: str
    hold: str  # the ground of the legal hold that it puts on
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption:
    """A lawful ground for withholding, under its code."""

    code: str
    label: str
    law: str
    weighed: bool = False  # against the public interest in knowing


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Every route and every ground."""

    routes: tuple[Route, ...]
    exemptions: tuple[Exemption, ...]

    def route(self, key: str) -> Route | None:
        """Give the route of that key, or None."""
        return next((each for each in self.routes if each.key == key), None)

    def exemption(self, code: str) -> Exemption | None:
        """Give the ground of that code, or None."""
        return next((each for each in self.exemptions if each.code == code), None)


@dataclass(frozen=True, slots=True)
class Due:
    """The day an answer is due, and the rule it was counted by."""

    day: date | None  # None when no rule counts it, or no calendar held here
    rule: str


@cache
def rules() -> Rules:
    """Give the rules that ship with this version."""
    return read_rules(shipped_text(FILE))


def read_rules(untrusted: str, file: str = FILE) -> Rules:
    """Read the rules; BadTable names the line of a limit that counts nothing, or of a twin."""
    return read_table(Rules, untrusted, file, _limits_count, _codes_differ)


def due(route: Route, received: date, calendar: Calendar | None = None) -> Due:
    """Count the day an answer is due; the day of receipt itself is not counted."""
    limit = next((each for each in route.limits if each.covers(received)), None)
    if limit is None:
        return Due(None, "")
    if limit.working_days:
        return Due((calendar or england()).after(received, limit.working_days), limit.words)
    if limit.months:
        return Due(_months_after(received, limit.months), limit.words)
    return Due(received + timedelta(days=limit.days), limit.words)


def _months_after(day: date, months: int) -> date:
    """Give the same day of a later month, or the last one that month has."""
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _limits_count(found: Rules) -> None:
    for place, route in enumerate(found.routes):
        for number, limit in enumerate(route.limits):
            if sum(map(bool, (limit.working_days, limit.days, limit.months))) != 1:
                why = "a limit counts working days, days or months, and one of them only"
                misfit(("routes", place, "limits", number, "source"), why)


def _codes_differ(found: Rules) -> None:
    seen: set[str] = set()
    for place, one in enumerate(found.exemptions):
        if one.code in seen:
            misfit(("exemptions", place, "code"), f"{one.code} stands twice")
        seen.add(one.code)
