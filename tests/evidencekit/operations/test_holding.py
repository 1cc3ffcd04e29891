"""Putting a legal hold on, and lifting it."""

from collections.abc import Iterator

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.records import WrongField
from evidencekit.errors.work import NoSuchRecord, NotAHold, NotYours, ReasonNeeded
from evidencekit.ids import RecordId
from evidencekit.operations import holding, holds, remembering, submit
from evidencekit.operations.holding import Wanted
from evidencekit.store import revisions
from tests.world import Person, World

COURT = Wanted(ground="court", reason="Proceedings are open.", asked_by="The county court")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Person, Person]]:
    world = World(tmp_path_factory.mktemp("world"))
    yield world.team()
    world.closes()


@pytest.fixture
def team(shared: tuple[Person, Person]) -> Iterator[tuple[Person, Person]]:
    """Give the lead and Ben, with every hold of the test before lifted."""
    yield shared
    lead, ben = shared
    if (
        remembering.last_sent(ben.desk).upto
        < revisions.last_of(ben.desk.database, ben.desk.me.id)[0]
    ):
        lead.receives(ben.hands_over())
    for each in holds.standing(lead.desk):
        holding.lift(lead.desk, each.record, "The test is over.")
    ben.receives(lead.hands_over(BundleKind.RETURN))


@pytest.fixture
def lead(team: tuple[Person, Person]) -> Person:
    return team[0]


def test_a_hold_is_put_on_with_a_reason_and_lifted_with_another(lead: Person) -> None:
    made = holding.put_on(lead.desk, COURT)
    (held,) = holds.standing(lead.desk)
    assert (held.record, held.reason, held.asked_by) == (
        made.record, "Proceedings are open.", "The county court",
    )  # fmt: skip
    holding.lift(lead.desk, made.record, "The court wrote on Friday.")
    assert holds.standing(lead.desk) == ()
    past = holds.all_of(lead.desk)[0]
    assert not past.stands
    assert (past.by_name, past.lifted_by) == ("Lena Marsh", "Lena Marsh")
    assert past.lifted_because == "The court wrote on Friday."
    assert past.reason == "Proceedings are open."


def test_both_need_a_reason_and_lifting_needs_a_hold_that_stands(lead: Person) -> None:
    with pytest.raises(ReasonNeeded):
        holding.put_on(lead.desk, Wanted(ground="court", reason="  "))
    assert holds.standing(lead.desk) == ()
    made = holding.put_on(lead.desk, COURT)
    with pytest.raises(ReasonNeeded):
        holding.lift(lead.desk, made.record, " ")
    holding.lift(lead.desk, made.record, "Over.")
    for record in (made.record, RecordId("00000000-0000-4000-8000-000000000000")):
        with pytest.raises(NotAHold):
            holding.lift(lead.desk, record, "Over.")


def test_a_hold_is_for_a_known_ground_and_cases_that_are_here(lead: Person) -> None:
    with pytest.raises(NoSuchRecord):
        holding.put_on(
            lead.desk, Wanted(ground="court", reason="Heard.", cases=(RecordId("nothing"),))
        )
    with pytest.raises(WrongField):
        holding.put_on(lead.desk, Wanted(ground="because", reason="Heard."))
    assert holds.standing(lead.desk) == ()


def test_the_lead_lifts_a_colleagues_hold_and_an_inspector_only_their_own(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    of_lead = holding.put_on(lead.desk, COURT)
    of_ben = holding.put_on(ben.desk, COURT)
    lead.receives(ben.hands_over())
    ben.receives(lead.hands_over(BundleKind.RETURN))
    with pytest.raises(NotYours):
        holding.lift(ben.desk, of_lead.record, "I think it is over.")
    holding.lift(lead.desk, of_ben.record, "The court wrote.")
    ben.receives(lead.hands_over(BundleKind.RETURN))
    assert [each.record for each in holds.standing(ben.desk)] == [of_lead.record]


def test_a_lift_that_crosses_with_a_change_leaves_the_hold_standing(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    made = holding.put_on(ben.desk, COURT)
    lead.receives(ben.hands_over())
    before = holds.standing(ben.desk)[0]
    ben.corrects(
        made.record, "More is asked for.", ground="court", reason="The inquest as well.",
        asked_by=before.asked_by,
    )  # fmt: skip
    submit.submit(ben.desk, made.record)
    holding.lift(lead.desk, made.record, "The court wrote.")
    lead.receives(ben.hands_over())
    assert [each.record for each in holds.standing(lead.desk)] == [made.record]
    holding.lift(lead.desk, made.record, "The inquest is over too.")
    assert holds.standing(lead.desk) == ()
