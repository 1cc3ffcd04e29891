"""Retention: which rule applies to this inspection, why, from which day, and what happens then.

Rules are data. Nothing is ever destroyed by itself: a day that has come leads to a person.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from evidencekit.errors.framework import BadTable
from evidencekit.framework.retention_rules import (
    Event,
    Notice,
    Retention,
    Rule,
    Then,
    read_rules,
    shipped_rules,
)
from evidencekit.operations import files, holds, reading, remembering
from evidencekit.operations.changes import EVERYTHING, Changes
from evidencekit.operations.desk import Desk
from evidencekit.operations.holds import Hold
from evidencekit.records.given import text
from evidencekit.records.kinds import KINDS
from evidencekit.report import dates
from evidencekit.store import listing, settings
from evidencekit.store.listing import Only

OWN = "retention-rules"
_DAYS = {Event.END: ("inspection", "ends"), Event.PUBLICATION: ("report-version", "published_on")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """One rule as it applies here; without a rule, that none is known."""

    who: str  # the inspectorate, or everybody, in words
    rule: Rule | None
    what: str
    why: str  # why it applies here, and where it comes from
    starts: str  # the day it is counted from, "" while that is not known
    due: str  # the day on which its period is over, "" when there is none
    is_due: bool

    @property
    def words(self) -> str:
        """Say what happens, and when."""
        if self.rule is None:
            return "No rule is known. Ask the inspectorate; until then it is kept."
        if self.rule.then is Then.KEEP:
            return self.rule.then.words
        if not self.rule.has_period:
            return "No period is published: a person decides. Nothing happens by itself."
        if not self.due:
            return f"Not known yet: {self.rule.counted_from.words} is not set down."
        when = "Due since" if self.is_due else "Not before"
        return f"{when} {dates.day(self.due)}. {self.rule.then.words}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Everything about how long this inspection is kept."""

    applied: tuple[Applied, ...]
    notices: tuple[Notice, ...]
    holds: tuple[Hold, ...]  # those that stand
    due: str  # the latest of the days, "" while any rule gives none
    is_due: bool
    has_own: bool  # a file of rules was added to this workspace

    @property
    def words(self) -> str:
        """Say in one sentence where this inspection stands."""
        if self.holds:
            return "A legal hold stands: nothing may be destroyed, whatever the rules say."
        if not self.due:
            return "No day can be given: a person decides. Nothing is destroyed by itself."
        if self.is_due:
            return f"Due for a decision since {dates.day(self.due)}. A person makes it."
        return f"To be kept until {dates.day(self.due)}. Nothing is destroyed by itself."


def look(desk: Desk) -> Kept:
    """Give which rules apply to this inspection and when they are due."""
    rules = rules_of(desk)
    today = desk.clock.now().astimezone(ZoneInfo(desk.clock.zone)).date()
    applied = tuple(_applied(desk, rules, today))
    days = [each.due for each in applied if each.rule is None or not each.rule.kinds]
    due = max(days) if days and all(days) else ""
    return Kept(
        applied=applied, notices=_notices(desk, rules), holds=holds.standing(desk), due=due,
        is_due=bool(due) and due <= today.isoformat(),
        has_own=bool(settings.get(desk.database, OWN)),
    )  # fmt: skip


def rules_of(desk: Desk) -> Retention:
    """Give the rules in force here: this workspace's own above those that ship."""
    own = settings.get(desk.database, OWN)
    return read_rules(own).above(shipped_rules()) if own else shipped_rules()


def add_rules(desk: Desk, path: Path) -> Changes:
    """Take a file of one's own rules; BadTable names the line that does not fit."""
    content = files.read_small(path)
    try:
        untrusted = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise BadTable(file=path.name, line=line, why="this is not plain text in UTF-8") from error
    found = read_rules(untrusted, path.name)
    if not found.rules and not found.notices:
        raise BadTable(file=path.name, line=1, why="there is no rule in it")
    with desk.database.transaction():
        settings.put(desk.database, OWN, untrusted)
        remembering.log(desk, "rules of retention added", f"{len(found.rules)} rules")
    return EVERYTHING


def drop_rules(desk: Desk) -> Changes:
    """Go back to the rules that ship."""
    with desk.database.transaction():
        settings.drop(desk.database, OWN)
        remembering.log(desk, "rules of retention dropped", "")
    return EVERYTHING


def rule_words(desk: Desk) -> str:
    """Give in one line the rules a proposal to destroy follows."""
    return "; ".join(
        f"{each.who}: {each.rule.period}" for each in look(desk).applied if each.rule is not None
    )


def _applied(desk: Desk, rules: Retention, today: date) -> Iterable[Applied]:
    seen: set[str] = set()
    for inspectorate in _inspectorates(desk):
        label = desk.pack.label("pack.inspectorates", inspectorate)
        found = rules.of(inspectorate)
        if not found:
            why = f"{label} is in the team, and no rule of it is known."
            yield Applied(
                who=label, rule=None, what="The whole inspection", why=why, starts="", due="",
                is_due=False,
            )  # fmt: skip
        for rule in found:
            if rule.id not in seen:
                seen.add(rule.id)
                yield _one(desk, rule, label if rule.who == inspectorate else "Everybody", today)


def _one(desk: Desk, rule: Rule, who: str, today: date) -> Applied:
    starts = _day(desk, rule.counted_from)
    due = rule.due(date.fromisoformat(starts)) if starts else None
    of_kinds = ", ".join(KINDS[kind].plural.lower() for kind in rule.kinds)
    why = "It holds for everybody." if who == "Everybody" else f"{who} is in the team."
    return Applied(
        who=who, rule=rule, what=f"{rule.what} ({of_kinds})" if of_kinds else rule.what,
        why=" ".join(filter(None, (why, f"Source: {rule.source}.", rule.said))),
        starts=starts, due=due.isoformat() if due else "", is_due=due is not None and due <= today,
    )  # fmt: skip


def _inspectorates(desk: Desk) -> list[str]:
    return sorted({person.inspectorate for person in reading.people_of(desk).values()})


def _day(desk: Desk, event: Event) -> str:
    """Give the latest day that the records give for an event; "" while none does."""
    kind, field = _DAYS[event]
    rows = listing.list_current(desk.database, Only(kind=kind), limit=1000)
    found = [text(reading.item(desk, row.record).fields, field) for row in rows]
    return max((day for day in found if _is_day(day)), default="")


def _is_day(written: str) -> bool:
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _notices(desk: Desk, rules: Retention) -> tuple[Notice, ...]:
    today = desk.clock.now().date().isoformat()
    return tuple(each for each in rules.notices if each.since <= today)
