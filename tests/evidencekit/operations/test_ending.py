"""The end of an inspection at a glance."""

from collections.abc import Iterator

import pytest

from evidencekit.operations import ending, holding, proposing
from evidencekit.operations.certificate_list import Standing
from evidencekit.operations.holding import Wanted
from tests.world import Person, World


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Person, Person]]:
    world = World(tmp_path_factory.mktemp("world"))
    yield world.team()
    world.closes()


def test_before_anything_was_done_it_says_what_there_is(team: tuple[Person, Person]) -> None:
    lead, ben = team
    found = ending.look(lead.desk)
    assert (found.needs_second, found.is_joined, found.leads) == (True, True, True)
    assert [each.standing for each in found.people] == [Standing.MISSING, Standing.HERE]
    assert found.bundles == 1
    assert ending.look(ben.desk).people == ()  # an inspector's own laptop has no list


def test_a_proposal_shows_until_the_base_changes(team: tuple[Person, Person]) -> None:
    lead, ben = team
    made = proposing.propose(ben.desk, "Reviewed.")
    found = ending.look(ben.desk).proposed
    assert found is not None
    assert (found.reason, found.ran_out, found.changed) == ("Reviewed.", False, False)
    words = ending.proposed_words(lead.desk, made)
    assert words[0].startswith("Records: ")
    assert words[1].startswith("Proposed on 19 November 2012, to be done by 3 December 2012.")
    assert words[-1] == "All that they wrote is here."
    ben.writes("document", title="One more")
    later = ending.look(ben.desk).proposed
    assert later is not None
    assert later.changed
    more = ending.proposed_words(lead.desk, proposing.propose(ben.desk, "Reviewed."))
    assert "Not everything they wrote is here: no. 1. It would be gone." in more


def test_holds_that_stand_come_before_those_that_were_lifted(team: tuple[Person, Person]) -> None:
    lead, _ben = team
    first = holding.put_on(lead.desk, Wanted(ground="court", reason="One."))
    holding.lift(lead.desk, first.record, "Over.")
    holding.put_on(lead.desk, Wanted(ground="police", reason="Two."))
    holding.put_on(lead.desk, Wanted(ground="complaint", reason="Three."))
    assert [each.stands for each in ending.look(lead.desk).holds] == [True, True, False]
