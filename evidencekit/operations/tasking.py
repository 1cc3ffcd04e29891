"""What to look for tomorrow: tasks for named inspectors, and what came of them.

A task is a record of the lead, so it travels in the return pack; its answer is a record of whoever
was asked, and travels in the next bundle.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.analysis.tomorrow import TASK
from evidencekit.canonical import Json
from evidencekit.errors.records import WrongField
from evidencekit.errors.seeing import NotATask, NotYourTask, WordsMissing
from evidencekit.errors.work import LeadOnly, NoSuchArea, NoSuchMember
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import reading
from evidencekit.operations.capture import Captured, Entry, capture
from evidencekit.operations.desk import Desk
from evidencekit.records.given import text
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import State

ANSWER = "answer"


class Due(Enum):
    """When a task is meant for, seen from a day."""

    DONE = "done"
    LATE = "late"
    TODAY = "today"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A task as the lead writes it; without a day it is for tomorrow."""

    what: str
    to: AuthorId
    day: str = ""
    area: str = ""
    case: RecordId | None = None
    about: RecordId | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One task, and what came of it."""

    record: RecordId
    what: str
    why: str
    to: AuthorId
    to_name: str
    day: str
    area: str
    case: RecordId
    reference: str
    due: Due
    answers: tuple[str, ...]


def give(desk: Desk, wanted: Wanted) -> Captured:
    """Give a task to somebody of the team; the lead's alone."""
    if not desk.is_lead:
        raise LeadOnly(kind=KINDS[TASK].label.lower())
    if not wanted.what.strip():
        raise WordsMissing(what=KINDS[TASK].label.lower())
    if wanted.to not in reading.people_of(desk):
        raise NoSuchMember(member=wanted.to)
    if wanted.area and desk.pack.area(wanted.area) is None:
        raise NoSuchArea(area=wanted.area)
    links = {key: value for key, value in (("case", wanted.case), ("about", wanted.about)) if value}
    for record in links.values():
        reading.item(desk, record)  # NoSuchRecord, or ScoreHidden
    more = {"area": wanted.area, "why": wanted.why.strip()}
    fields: dict[str, Json] = {
        "what": " ".join(wanted.what.split()), "to": wanted.to, "day": _day(desk, wanted.day),
        **links, **{key: value for key, value in more.items() if value},
    }  # fmt: skip
    return capture(desk, Entry(kind=TASK, fields=fields, state=State.SUBMITTED.value))


def answer(desk: Desk, task: RecordId, words: str) -> Captured:
    """Say what came of a task that was given to this person; the lead may write it down."""
    item = reading.item(desk, task)
    if item.kind != TASK or item.is_deleted:
        raise NotATask(kind=KINDS[item.kind].label.lower() if item.kind in KINDS else item.kind)
    asked = AuthorId(text(item.fields, "to"))
    if asked != desk.me.id and not desk.is_lead:
        person = reading.people_of(desk).get(asked)
        raise NotYourTask(name=person.name if person else asked)
    if not words.strip():
        raise WordsMissing(what=KINDS[ANSWER].label.lower())
    fields: dict[str, Json] = {"query": task, "answer": words.strip()}
    return capture(desk, Entry(kind=ANSWER, fields=fields, state=State.SUBMITTED.value))


def tasks(snapshot: Snapshot, today: date, to: AuthorId | None = None) -> tuple[Task, ...]:
    """Give the tasks, of one person or of all: what is still to do first, by day."""
    answers: dict[str, list[str]] = {}
    for each in snapshot.of_kind(ANSWER):
        answers.setdefault(text(each.fields, "query"), []).append(text(each.fields, "answer"))
    found = (
        _task(snapshot, item, today, tuple(answers.get(item.record, ())))
        for item in snapshot.of_kind(TASK)
        if to is None or text(item.fields, "to") == to
    )
    return tuple(
        sorted(found, key=lambda each: (each.due is Due.DONE, each.day, each.to_name, each.what))
    )


def today_of(desk: Desk) -> date:
    """Give the local day of the desk's clock."""
    return desk.clock.now().astimezone(ZoneInfo(desk.clock.zone)).date()


def _task(snapshot: Snapshot, item: Item, today: date, answers: tuple[str, ...]) -> Task:
    to, case = AuthorId(text(item.fields, "to")), RecordId(text(item.fields, "case"))
    day = text(item.fields, "day")
    child = snapshot.items.get(case)
    return Task(
        record=item.record, what=text(item.fields, "what"), why=text(item.fields, "why"), to=to,
        to_name=snapshot.name_of(to), day=day, area=text(item.fields, "area"), case=case,
        reference=text(child.fields, "reference") if child else "",
        due=_due(day, today, is_done=bool(answers)), answers=answers,
    )  # fmt: skip


def _due(day: str, today: date, *, is_done: bool) -> Due:
    if is_done:
        return Due.DONE
    if day == today.isoformat():
        return Due.TODAY
    return Due.LATE if day < today.isoformat() else Due.LATER


def _day(desk: Desk, said: str) -> str:
    if not said:
        return (today_of(desk) + timedelta(days=1)).isoformat()
    try:
        return date.fromisoformat(said).isoformat()
    except ValueError as error:
        why = "it is not a day such as 2012-11-21"
        raise WrongField(field="day", kind=TASK, why=why) from error
