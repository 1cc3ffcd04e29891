"""How long evidence is kept, as data: whose rule, counted from what, and what happens then."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache

from evidencekit.framework.places import Path
from evidencekit.framework.shapes import misfit
from evidencekit.framework.tables import read_table, shipped_text
from evidencekit.records.kinds import KINDS
from evidencekit.records.words import VOCABULARIES

FILE = "retention.toml"
EVERYBODY = "everybody"
_MONTHS = 12
_LONGEST = 200  # years


class Event(Enum):
    """What a period is counted from."""

    END = "end"
    PUBLICATION = "publication"

    @property
    def words(self) -> str:
        """Name the day."""
        return "the last day on site" if self is Event.END else "the day of publication"


class Then(Enum):
    """What happens when the period is over; a person does it in either case."""

    REVIEW = "review"
    DESTROY = "destroy"
    KEEP = "keep"

    @property
    def words(self) -> str:
        """Say it as an instruction."""
        return _THEN[self]


_THEN = {
    Then.REVIEW: "Review: decide whether to keep it longer or to destroy it.",
    Then.DESTROY: "Destroy it, by two people, unless a hold stands.",
    Then.KEEP: "Keep it; it is not destroyed.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: whose, for what, how long, and what happens then."""

    id: str
    who: str  # an inspectorate's key, or "everybody"
    what: str
    counted_from: Event
    then: Then
    source: str
    kinds: tuple[str, ...] = ()  # the kinds of record it covers; none: the whole inspection
    years: int = 0
    months: int = 0
    said: str = ""

    @property
    def has_period(self) -> bool:
        """Tell whether a period is published at all."""
        return bool(self.years or self.months)

    @property
    def period(self) -> str:
        """Say the period: 7 years from the last day on site."""
        if self.then is Then.KEEP:
            return "kept for good"
        if not self.has_period:
            return "no period published"
        parts = ((self.years, "year"), (self.months, "month"))
        spelled = [f"{n} {unit if n == 1 else unit + 's'}" for n, unit in parts if n]
        return f"{' and '.join(spelled)} from {self.counted_from.words}"

    def due(self, start: date) -> date | None:
        """Give the day on which the period is over; None without a period."""
        return after(start, self.years, self.months) if self.has_period else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A demand of law or of an inquiry that stands above every rule."""

    id: str
    since: str
    what: str
    source: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """The whole file."""

    rules: tuple[Rule, ...] = ()
    notices: tuple[Notice, ...] = ()

    def of(self, who: str) -> tuple[Rule, ...]:
        """Give the rules of one inspectorate, with those for everybody."""
        return tuple(each for each in self.rules if each.who in {who, EVERYBODY})

    def above(self, other: "Retention") -> "Retention":
        """Put these rules in the place of another file's for the same inspectorates."""
        said = {each.who for each in self.rules}
        kept = () if EVERYBODY in said else (r for r in other.rules if r.who not in said)
        return Retention(rules=(*self.rules, *kept), notices=(*self.notices, *other.notices))


def after(start: date, years: int, months: int = 0) -> date:
    """Give the same day so many years and months later, or the last of a shorter month."""
    count = start.year * _MONTHS + start.month - 1 + years * _MONTHS + months
    year, month = count // _MONTHS, count % _MONTHS + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


@cache
def shipped_rules() -> Retention:
    """Give the rules that ship with this version."""
    return read_rules(shipped_text(FILE))


def read_rules(untrusted: str, file: str = FILE) -> Retention:
    """Read a file of rules; BadTable names the line that does not fit, and why."""
    return read_table(Retention, untrusted, file, _ids_differ, _words_known, _periods_fit)


def _ids_differ(found: Retention) -> None:
    _differ("rules", (each.id for each in found.rules))
    _differ("notices", (each.id for each in found.notices))


def _differ(part: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for place, one in enumerate(ids):
        if one in seen:
            misfit((part, place, "id"), f"the id {one} stands twice")
        seen.add(one)


def _words_known(found: Retention) -> None:
    known = {*VOCABULARIES["inspectorates"].keys, EVERYBODY}
    for place, rule in enumerate(found.rules):
        path: Path = ("rules", place)
        if rule.who not in known:
            misfit((*path, "who"), f"who must be one of {', '.join(sorted(known))}")
        for kind in rule.kinds:
            if kind not in KINDS:
                misfit((*path, "kinds"), f"there is no kind of record called {kind}")
    for place, notice in enumerate(found.notices):
        try:
            date.fromisoformat(notice.since)
        except ValueError:
            misfit(("notices", place, "since"), "a day is written like 2012-12-25")


def _periods_fit(found: Retention) -> None:
    for place, rule in enumerate(found.rules):
        path: Path = ("rules", place)
        if rule.then is Then.KEEP and rule.has_period:
            misfit((*path, "then"), "what is kept for good has no period")
        if rule.then is Then.DESTROY and not rule.has_period:
            misfit((*path, "then"), "without a period nothing can be destroyed")
        if not (0 <= rule.years <= _LONGEST and 0 <= rule.months < _MONTHS):
            misfit((*path, "years"), f"years go from 0 to {_LONGEST}, months from 0 to 11")
