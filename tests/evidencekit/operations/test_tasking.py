"""What to look for tomorrow: written by the lead, done by a named inspector, answered."""

from datetime import date

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.records import WrongField
from evidencekit.errors.seeing import NotATask, NotYourTask, WordsMissing
from evidencekit.errors.work import LeadOnly, NoSuchArea, NoSuchMember, NoSuchRecord
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import reading, tasking
from evidencekit.operations.tasking import Due, Task, Wanted
from tests.world import Person, case

TUESDAY = date(2012, 11, 20)


def tasks(person: Person, day: date = TUESDAY, to: AuthorId | None = None) -> tuple[Task, ...]:
    return tasking.tasks(reading.snapshot(person.desk), day, to)


def test_a_task_travels_to_the_named_inspector_and_the_answer_comes_back(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    child = lead.writes("case", **case()).record
    made = tasking.give(
        lead.desk,
        Wanted(what=" Read the\nhealth record ", to=ben.desk.me.id, area="E4", case=child, why="x"),
    )
    ben.receives(lead.hands_over(BundleKind.FULL))
    (found,) = tasks(ben, to=ben.desk.me.id)
    assert (found.what, found.reference, found.day) == (
        "Read the health record", "SH-01", "2012-11-20",
    )  # fmt: skip
    assert (found.due, found.to_name) == (Due.TODAY, "Ben Okoro")
    tasking.answer(ben.desk, made.record, "Read: two visits, both late.")
    lead.receives(ben.hands_over())
    (back,) = tasks(lead)
    assert (back.due, back.answers) == (Due.DONE, ("Read: two visits, both late.",))


def test_a_task_is_late_after_its_day_and_what_is_done_comes_last(lead: Person) -> None:
    me = lead.desk.me.id
    first = tasking.give(lead.desk, Wanted(what="One", to=me, day="2012-11-19")).record
    tasking.give(lead.desk, Wanted(what="Two", to=me, day="2012-11-19"))
    tasking.give(lead.desk, Wanted(what="Three", to=me, day="2012-11-22"))
    tasking.answer(lead.desk, first, "Done.")
    assert [(each.what, each.due) for each in tasks(lead)] == [
        ("Two", Due.LATE), ("Three", Due.LATER), ("One", Due.DONE),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "refusal"),
    [
        ({"what": "  "}, WordsMissing),
        ({"to": AuthorId("NOBODY")}, NoSuchMember),
        ({"area": "E99"}, NoSuchArea),
        ({"case": RecordId("0" * 32)}, NoSuchRecord),
        ({"day": "tomorrow"}, WrongField),
        ({"day": "2012-13-40"}, WrongField),
    ],
)
def test_a_task_that_cannot_be_done_is_refused_and_nothing_is_written(
    lead: Person, wanted: dict[str, str], refusal: type[Exception]
) -> None:
    whole = {"what": "Read it", "to": lead.desk.me.id, **wanted}
    with pytest.raises(refusal):
        tasking.give(lead.desk, Wanted(**whole))  # type: ignore[arg-type]
    assert tasks(lead) == ()


def test_only_the_lead_gives_tasks_and_only_who_was_asked_answers(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    with pytest.raises(LeadOnly):
        tasking.give(ben.desk, Wanted(what="Read it", to=lead.desk.me.id))
    made = tasking.give(lead.desk, Wanted(what="Read it", to=lead.desk.me.id)).record
    ben.receives(lead.hands_over(BundleKind.FULL))
    with pytest.raises(NotYourTask):
        tasking.answer(ben.desk, made, "Done.")
    with pytest.raises(WordsMissing):
        tasking.answer(lead.desk, made, " ")
    with pytest.raises(NotATask):
        tasking.answer(lead.desk, lead.writes("case", **case()).record, "Done.")
