"""The agenda of a team meeting, drawn from what is open: differences, gaps, claims, questions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from evidencekit.analysis.disputes import disputes
from evidencekit.analysis.snapshot import Person, Snapshot
from evidencekit.analysis.tomorrow import suggestions
from evidencekit.canonical import Json
from evidencekit.checks.safety import is_closed
from evidencekit.errors.work import LeadOnly
from evidencekit.ids import RecordId
from evidencekit.operations import asking, reading
from evidencekit.operations.asking import Standing
from evidencekit.operations.capture import Captured, Entry, capture
from evidencekit.operations.desk import Desk
from evidencekit.operations.today import this_day
from evidencekit.records.kinds import KINDS
from evidencekit.store.listing import Only

KIND = "team-meeting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point to talk about, and why; it says nothing of a score."""

    item: str
    why: str = ""
    area: str = ""
    about: str = ""

    def to_row(self) -> dict[str, Json]:
        """Give it as a row of the record."""
        answers: dict[str, Json] = {
            "item": self.item, "why": self.why, "area": self.area, "about": self.about,
        }  # fmt: skip
        return {key: answer for key, answer in answers.items() if answer}


def agenda(desk: Desk) -> tuple[Point, ...]:
    """Give what is open now: where inspectors differ first, then what is missing."""
    snapshot = reading.snapshot(desk)
    return tuple(dict.fromkeys((
        *_concerns(snapshot), *_differences(snapshot), *_missing(snapshot), *_questions(desk),
    )))  # fmt: skip


def new_points(desk: Desk, items: Iterable[Json]) -> tuple[Point, ...]:
    """Give what is open now and not on an agenda yet."""
    known = {each.get("item") for each in items if isinstance(each, dict)}
    return tuple(point for point in agenda(desk) if point.item not in known)


def begun(desk: Desk) -> dict[str, Json]:
    """Give the answers a new meeting begins with: now, the inspectorates and the agenda."""
    now = desk.clock.now().astimezone(ZoneInfo(desk.clock.zone))
    return {
        "title": f"Team meeting, {this_day(desk).day} {this_day(desk):%B}",
        "started": f"{now:%Y-%m-%dT%H:%M}",
        "present": list(_present(desk)),
        "items": [point.to_row() for point in agenda(desk)],
    }


def begin(desk: Desk) -> Captured:
    """Write a draft of a meeting with its agenda; the lead's alone."""
    if not desk.is_lead:
        raise LeadOnly(kind=KINDS[KIND].label.lower())
    return capture(desk, Entry(kind=KIND, fields=begun(desk)))


def meetings(desk: Desk) -> tuple[reading.Row, ...]:
    """Give every team meeting, the latest first."""
    return reading.rows(desk, Only(kind=KIND), limit=reading.EVERY)


def _present(desk: Desk) -> Iterator[Json]:
    by: dict[str, list[Person]] = {}
    for person in reading.people_of(desk).values():
        by.setdefault(person.inspectorate, []).append(person)
    for each in desk.pack.inspectorates:
        if each.id in by:
            who: list[Json] = [person.id for person in by[each.id]]
            yield {"inspectorate": each.id, "who": who}


def _concerns(snapshot: Snapshot) -> Iterator[Point]:
    # Only that there is one: what a concern says is read where it stands.
    for item in snapshot.of_kind("concern"):
        if not is_closed(item.fields):
            yield Point(item="A concern is still open", why="It must be closed before the end.",
                        about=item.record)  # fmt: skip


def _differences(snapshot: Snapshot) -> Iterator[Point]:
    for each in disputes(snapshot):
        if each.is_open:
            case = snapshot.items.get(each.case)
            child = f" for {case.title}" if case else ""
            area = snapshot.pack.label("pack.areas", each.area)
            yield Point(item=f"Inspectors differ on {area}{child}", why=each.stand.words,
                        area=each.area, about=each.case)  # fmt: skip


def _missing(snapshot: Snapshot) -> Iterator[Point]:
    differ = {(each.area, each.case) for each in disputes(snapshot) if each.is_open}
    for each in suggestions(snapshot):
        if (each.area, each.case) not in differ:
            yield Point(item=each.what, why=each.why, area=each.area,
                        about=each.about or each.case)  # fmt: skip


def _questions(desk: Desk) -> Iterator[Point]:
    for each in asking.conversations(desk):
        if each.standing is Standing.WAITING:
            yield Point(item=f"Not answered yet by {each.to_name}", why=_short(each.question),
                        about=RecordId(each.query))  # fmt: skip


def _short(words: str, longest: int = 120) -> str:
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"
