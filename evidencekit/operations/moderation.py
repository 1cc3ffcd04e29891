"""Moderation of an area: each alone first, then laid open, then one agreed view and the dissent.

Who has scored is known from the lists; what they scored stays hidden until the lead lays it open.
Nothing is added up, compared or suggested: the view is written by people.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from evidencekit.analysis.snapshot import Item
from evidencekit.canonical import Json
from evidencekit.errors.deciding import NoSuchGrade, NotLaidOpen, NotModeration, WordsNeeded
from evidencekit.errors.work import LeadOnly, NoSuchArea, NoSuchMember, ReasonNeeded
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import blind, reading, submit
from evidencekit.operations.capture import Captured, Entry, capture
from evidencekit.operations.changes import EVERYTHING
from evidencekit.operations.desk import Desk
from evidencekit.records.given import text, texts
from evidencekit.records.revision import State
from evidencekit.store import relations
from evidencekit.store.listing import Only
from evidencekit.store.relations import Scored

KIND = "moderation"
ALL_IN = "Everybody named has scored."


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """One person named, and whether their own score is in."""

    member: AuthorId
    name: str
    is_in: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOpen:
    """One score, once it is laid open."""

    record: RecordId
    name: str
    says: str  # the word of the scale, or that nothing was looked at
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moderation:
    """One round: who is in, and what was laid open and agreed."""

    record: RecordId
    area: str
    case: RecordId  # "" for the whole area
    case_name: str
    named: tuple[Alone, ...]
    is_revealed: bool
    scores: tuple[LaidOpen, ...]
    view: str
    grade: str  # its label
    why: str
    agreed_by: tuple[str, ...]
    dissent: tuple[tuple[str, str], ...]  # name, what they hold
    is_submitted: bool
    may_lead: bool

    @property
    def all_in(self) -> bool:
        """Tell whether everybody named has scored."""
        return bool(self.named) and all(each.is_in for each in self.named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What the team holds after talking, and who holds something else."""

    view: str
    grade: str = ""  # of the framework's own scale, chosen by people
    why: str = ""
    agreed_by: tuple[AuthorId, ...] = ()
    dissent: Mapping[AuthorId, str] = field(default_factory=dict)


def begin(
    desk: Desk, area: str, named: Iterable[AuthorId], case: RecordId | None = None
) -> Captured:
    """Ask people to score an area alone; the lead's alone."""
    if not desk.is_lead:
        raise LeadOnly(kind=KIND)
    if desk.pack.area(area) is None:
        raise NoSuchArea(area=area)
    people = _known(desk, named)
    if not people:
        raise WordsNeeded(what="list of people who score")
    fields: dict[str, Json] = {"area": area, "named": list(people), "started": _now(desk)}
    if case is not None:
        fields["case"] = reading.item(desk, case).record
    return capture(desk, Entry(kind=KIND, fields=fields))


def look(desk: Desk, record: RecordId) -> Moderation:
    """Read one round as this person may see it."""
    item = _item(desk, record)
    fields, case = item.fields, RecordId(text(item.fields, "case"))
    people = reading.people_of(desk)
    is_in = {each.author for each in _scores(desk, text(fields, "area"), case)}
    grade = text(fields, "grade")
    rows = fields.get("dissent")
    dissent = [row for row in rows if isinstance(row, Mapping)] if isinstance(
        rows, list | tuple) else []  # fmt: skip

    def name(member: str) -> str:
        person = people.get(AuthorId(member))
        return person.name if person else member

    return Moderation(
        record=record, area=text(fields, "area"), case=case,
        case_name=reading.title(desk, case) if case else "",
        named=tuple(
            Alone(member=AuthorId(each), name=name(each), is_in=each in is_in)
            for each in texts(fields, "named")
        ),
        is_revealed=bool(text(fields, "revealed_at")), scores=_laid_open(desk, item),
        view=text(fields, "view"), grade=desk.pack.label("pack.grades", grade) if grade else "",
        why=text(fields, "why"), agreed_by=tuple(map(name, texts(fields, "agreed_by"))),
        dissent=tuple((name(text(row, "by")), text(row, "says")) for row in dissent),
        is_submitted=item.state == State.SUBMITTED.value, may_lead=desk.is_lead,
    )  # fmt: skip


def rounds(desk: Desk) -> tuple[Moderation, ...]:
    """Give every round, the latest first."""
    return tuple(look(desk, row.record) for row in reading.rows(desk, Only(kind=KIND),
                                                                limit=reading.EVERY))  # fmt: skip


def reveal(desk: Desk, record: RecordId, reason: str = "") -> Captured:
    """Lay the scores open; before everybody named is in, only with the lead's reason."""
    found = look(desk, record)
    said = reason.strip() or (ALL_IN if found.all_in else "")
    if not said:
        raise ReasonNeeded(what="lay scores open before everybody named is in")
    if desk.trust is not None and blind.policy_of(desk).hides:
        blind.reveal(desk, found.area, found.case, said)
    elif not desk.is_lead:
        raise LeadOnly(kind=KIND)
    item = _item(desk, record)
    scores: list[Json] = [each.record for each in _scores(desk, found.area, found.case)]
    fields = {**item.fields, "revealed_at": _now(desk), "scores": scores}
    made = capture(desk, Entry(kind=KIND, fields=fields, record=record, reason=said))
    return Captured(made.record, made.revision, made.problems, EVERYTHING)


def agree(desk: Desk, record: RecordId, agreed: Agreed) -> Captured:
    """Write down the agreed view and who holds another, and submit it; NotLaidOpen before."""
    item = _item(desk, record)
    if not agreed.view.strip():
        raise WordsNeeded(what="agreed view")
    if not text(item.fields, "revealed_at"):
        raise NotLaidOpen
    if agreed.grade and desk.pack.grade(agreed.grade) is None:
        scale = ", ".join(grade.id for grade in desk.pack.grades) or "none, it gives no grades"
        raise NoSuchGrade(grade=agreed.grade, scale=scale)
    _known(desk, agreed.dissent)
    dissent: list[Json] = [{"by": by, "says": says} for by, says in agreed.dissent.items()]
    said: dict[str, Json] = {
        "view": agreed.view.strip(), "why": agreed.why.strip(), "grade": agreed.grade,
        "agreed_by": list(_known(desk, agreed.agreed_by)), "dissent": dissent,
    }  # fmt: skip
    before = {key: answer for key, answer in item.fields.items() if key not in said}
    fields = {**before, **{key: answer for key, answer in said.items() if answer}}
    capture(desk, Entry(kind=KIND, fields=fields, record=record, reason="The team has talked."))
    return submit.submit(desk, record)


def _laid_open(desk: Desk, item: Item) -> tuple[LaidOpen, ...]:
    closed = blind.hidden(desk)
    found = []
    for each in texts(item.fields, "scores"):
        record = RecordId(each)
        if record in closed or reading.row(desk, record) is None:
            continue
        score = reading.item(desk, record)
        grade, status = text(score.fields, "grade"), text(score.fields, "status")
        says = desk.pack.label("pack.grades", grade) if grade else _status(status)
        person = reading.people_of(desk).get(score.author)
        found.append(LaidOpen(record=record, name=person.name if person else score.author,
                              says=says, why=text(score.fields, "rationale")))  # fmt: skip
    return tuple(sorted(found, key=lambda each: each.name))


def _status(status: str) -> str:
    return status.replace("-", " ").capitalize() or "Nothing chosen"


def _scores(desk: Desk, area: str, case: RecordId) -> list[Scored]:
    return [
        each
        for each in relations.scores(desk.database)
        if each.area == area
        and each.state == State.SUBMITTED.value
        and (case in each.cases if case else not each.cases)
    ]


def _item(desk: Desk, record: RecordId) -> Item:
    item = reading.item(desk, record)
    if item.kind != KIND or item.is_deleted:
        raise NotModeration
    return item


def _known(desk: Desk, members: Iterable[AuthorId]) -> tuple[AuthorId, ...]:
    people, found = reading.people_of(desk), tuple(dict.fromkeys(members))
    for each in found:
        if each not in people:
            raise NoSuchMember(member=each)
    return found


def _now(desk: Desk) -> str:
    return f"{desk.clock.now().astimezone(ZoneInfo(desk.clock.zone)):%Y-%m-%dT%H:%M}"
