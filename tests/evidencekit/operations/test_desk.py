import pytest

from evidencekit.errors.work import LeadOnly, NotJoined
from evidencekit.operations.desk import lead_trust, trust_on
from tests.world import Person, World


def test_a_desk_says_whether_its_person_leads(team: tuple[Person, Person]) -> None:
    lead, ben = team
    assert (lead.desk.is_lead, ben.desk.is_lead) == (True, False)
    assert lead_trust(lead.desk) is lead.desk.trust
    with pytest.raises(LeadOnly):
        lead_trust(ben.desk)


def test_without_a_team_there_is_no_trust(world: World) -> None:
    with pytest.raises(NotJoined):
        trust_on(world.inspector().desk)
