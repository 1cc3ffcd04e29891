import pytest

from evidencekit.errors.work import NoSuchMember
from evidencekit.ids import AuthorId
from evidencekit.operations import retention
from tests.world import Person


def test_a_statement_says_what_a_lost_laptop_held(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="Monday")
    monday = ben.hands_over()
    ben.writes("document", title="Tuesday")
    ben.writes("document", title="Wednesday")
    tuesday = ben.hands_over()
    lead.receives(tuesday)
    found = retention.statement(lead.desk, ben.desk.me.id)
    assert found.document["held_to"] == 3
    assert found.document["missing"] == [[1, 1]]
    assert found.document["sent"]
    lead.receives(monday)
    assert retention.statement(lead.desk, ben.desk.me.id).document["missing"] == []


def test_a_statement_is_about_somebody_on_the_roster(lead: Person) -> None:
    with pytest.raises(NoSuchMember):
        retention.statement(lead.desk, AuthorId("ZZZZZZZZZZ"))
