"""One certificate against what is known on this laptop; the whole team is in test_certificates."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from evidencekit.bundle.certificate import Certificate
from evidencekit.bundle.roster import Member
from evidencekit.operations import certificate_match, proposing, trusting
from evidencekit.operations.desk import trust_on
from tests.world import Person, World


@pytest.fixture(scope="module")
def team(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Person, Person]]:
    world = World(tmp_path_factory.mktemp("world"))
    yield world.team()
    world.closes()


@pytest.fixture
def member(team: tuple[Person, Person]) -> Member:
    lead, ben = team
    return trust_on(lead.desk).member(ben.desk.me.id)


@pytest.fixture
def made(team: tuple[Person, Person]) -> Certificate:
    lead, ben = team
    mine = proposing.propose(ben.desk, "Reviewed.")
    agreed = proposing.confirm(lead.desk, mine)
    return Certificate(
        proposal=mine,
        confirmation=agreed,
        began=agreed.made,
        finished=agreed.made,
        left=0,
        sent=mine.sent,
        received=mine.received,
        copies=mine.copies,
    )


def test_a_laptop_on_which_nothing_was_written_fits(
    team: tuple[Person, Person], member: Member, made: Certificate
) -> None:
    assert certificate_match.misfits(team[0].desk, member, made) == ()


def test_an_unfinished_one_and_one_by_one_person_do_not_fit(
    team: tuple[Person, Person], member: Member, made: Certificate
) -> None:
    alone = replace(made, finished="", left=2, confirmation=None)
    assert certificate_match.misfits(team[0].desk, member, alone) == (
        "It says that the destruction began, not that it ended.",
        "2 files could not be removed; their keys are destroyed.",
        "Nobody confirmed it.",
    )


def test_a_confirmation_by_a_stranger_does_not_fit(
    team: tuple[Person, Person], member: Member, made: Certificate
) -> None:
    assert made.confirmation is not None
    stranger = replace(made.confirmation.by, sign_key="ab" * 32)
    other = replace(made, confirmation=replace(made.confirmation, by=stranger))
    (words,) = certificate_match.misfits(team[0].desk, member, other)
    assert "is not on the roster with that key" in words


def test_the_notes_name_what_a_person_still_has_to_deal_with(
    team: tuple[Person, Person], member: Member, made: Certificate
) -> None:
    lead, _ben = team
    state = replace(made.proposal.state, unsaved=3, case_key="elsewhere")
    changed = replace(made, proposal=replace(made.proposal, state=state), received=())
    words = " ".join(certificate_match.notes(lead.desk, member, changed))
    assert "3 unfinished texts went with it." in words
    assert "Its case key was not beside it" in words
    assert "Packs made for it and never joined there: no. 1." in words


def test_an_inspector_does_not_claim_to_know_what_the_lead_held(
    team: tuple[Person, Person], made: Certificate
) -> None:
    lead, ben = team
    of_lead = trust_on(ben.desk).member(lead.desk.me.id)
    notes = certificate_match.notes(ben.desk, of_lead, made)
    assert "What it held is not gathered here, so that was not compared." in notes


def test_without_a_certificate_only_the_roster_speaks(world: World) -> None:
    lead, ben = world.team()
    member = trust_on(lead.desk).member(ben.desk.me.id)
    assert certificate_match.notes(lead.desk, member, None) == ()
    trusting.revoke(lead.desk, member.id)
    gone = trust_on(lead.desk).member(member.id)
    assert certificate_match.notes(lead.desk, gone, None) == (
        "Taken off the roster on 2012-11-19.",
    )
