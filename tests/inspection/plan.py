"""The plan of an inspection: who plays, on which days, and what goes wrong on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import cache

from evidencekit.rehearsal.cast import Person, cast
from evidencekit.rehearsal.week import MONDAY, instant

PRISONS = "elspeth"  # reads custody: HMI Prisons joins where a young offender institution is seen
DAYS_OF_A_WEEK = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One inspection: how many, how long, and each mishap with its day and whom it meets."""

    inspectors: int
    days: int
    seed: str = "amberford"
    late: Mapping[int, tuple[str, int]] = field(default_factory=dict)  # who, evenings later
    twice: Mapping[int, str] = field(default_factory=dict)
    stick_lost: Mapping[int, str] = field(default_factory=dict)
    leaves: Mapping[int, str] = field(default_factory=dict)  # after the evening
    joins: Mapping[int, str] = field(default_factory=dict)  # before the morning
    laptop_lost: Mapping[int, str] = field(default_factory=dict)  # before the evening
    whole_script: bool = True  # else only the team, the days and the cases
    outside: int = 10  # whose last bundle a process of its own verifies
    clash: int = 1  # lead and deputy write the same case on that day
    seen_by_two: int = 1

    @property
    def scoring(self) -> tuple[str, ...]:
        """Give the two who score alone when the team moderates."""
        gone = {*self.laptop_lost.values(), *self.leaves.values()}
        stay = [each.key for each in self.people[1:] if each.key not in gone]
        return (stay[0], stay[-1])

    @property
    def people(self) -> tuple[Person, ...]:
        """Give the lead and the inspectors, the deputy first among them."""
        return people(self.inspectors)

    def person(self, key: str) -> Person:
        """Give one of them."""
        return next(each for each in self.people if each.key == key)

    def is_here(self, key: str, day: int) -> bool:
        """Tell whether somebody writes on that day, counted from 1."""
        came = next((first for first, who in self.joins.items() if who == key), 1)
        went = next((last for last, who in self.leaves.items() if who == key), self.days)
        return came <= day <= went

    def moment(self, day: int, hour: str) -> datetime:
        """Give an hour of a working day."""
        return instant(f"{date_of(day)} {hour}")


def date_of(day: int) -> date:
    """Give the date of a working day, counted from 1."""
    weeks, rest = divmod(day - 1, DAYS_OF_A_WEEK)
    return MONDAY + timedelta(days=7 * weeks + rest)


@cache
def people(inspectors: int) -> tuple[Person, ...]:
    """Give the lead and as many inspectors, one of them of HMI Prisons when there are many."""
    found = cast(inspectors)
    if found[-1].is_lead or inspectors < MANY:
        return found
    last = replace(found[-1], inspectorate="hmi-prisons", specialism="Custody of young people.")
    return (*found[:-1], last)


MANY = 10

WHOLE = Plan(
    inspectors=10, days=10,
    late={1: ("ralph", 1), 2: ("tom", 2), 6: ("luis", 2)}, twice={3: "gwen"},
    stick_lost={3: "moira"}, leaves={4: "harriet"}, joins={5: "bronwen"}, laptop_lost={7: "luis"},
    clash=2, seen_by_two=3,
)  # fmt: skip

SHORT = Plan(
    inspectors=3, days=2, late={1: ("tom", 1)}, twice={1: "gwen"}, laptop_lost={2: "priya"},
    whole_script=False, outside=0,
)  # fmt: skip

ONE_EVENING = Plan(inspectors=2, days=1, whole_script=False)
