from evidencekit.operations.authority import authority_of
from tests.world import Person, World


def test_before_a_team_is_joined_an_inspector_leads_nobody(world: World) -> None:
    ben = world.inspector()
    authority = authority_of(ben.desk)
    assert authority.knows(ben.desk.me.id)
    assert not authority.leads(ben.desk.me.id)


def test_the_roster_says_who_leads_and_which_sample_is_shared(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    authority = authority_of(ben.desk)
    assert authority.leads(lead.desk.me.id)
    assert not authority.leads(ben.desk.me.id)
    assert authority.shared_samples == {"shared-tracked"}
