"""Two people, two keys: what is proposed, and what stands against confirming it."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from evidencekit.bundle.disposal import Confirmation, Proposal
from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.disposal import (
    NotAllHere,
    NotYourTeam,
    RanOut,
    SamePerson,
    TakenOff,
    WrongPaper,
)
from evidencekit.errors.work import AlreadyThere, LegalHold, NotJoined, ReasonNeeded
from evidencekit.operations import backup, care, drafting, holding, holds, proposing, trusting
from evidencekit.operations.holding import Wanted
from tests.evidencekit.operations.ending import copy_of
from tests.world import Person, World

REASON = "Reviewed; six years have passed."


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    world = World(tmp_path_factory.mktemp("world"))
    lead, ben = world.team()
    cara = world.inspector("Cara Holt", "cqc")
    world.joins(cara, lead)
    ben.receives(lead.hands_over(BundleKind.RETURN))
    ben.writes("document", title="Monday")
    lead.receives(ben.hands_over())
    yield world
    world.closes()


@pytest.fixture
def lead(shared: World) -> Person:
    return shared.people[0]


@pytest.fixture
def ben(shared: World) -> Person:
    return shared.people[1]


@pytest.fixture
def cara(shared: World) -> Person:
    return shared.people[2]


def test_a_proposal_says_what_the_workspace_holds_in_numbers_and_no_content(ben: Person) -> None:
    made = proposing.propose(ben.desk, REASON, "Six years after the end")
    state = care.fingerprint(ben.desk)
    assert (made.state.fingerprint, made.state.revisions) == (state.sha256, state.revisions)
    assert made.state.counts["document"] >= 1
    assert proposing.reach(made, ben.desk.me.id) >= 1
    assert [each.kind for each in made.sent][:1] == ["since"]
    assert {each.kind for each in made.received} == {"set-up", "return"}
    assert b"Monday" not in made.encode()
    assert proposing.newest(ben.desk) == made


def test_a_proposal_and_a_confirmation_need_a_reason_and_no_hold(lead: Person, ben: Person) -> None:
    with pytest.raises(ReasonNeeded):
        proposing.propose(ben.desk, " ")
    made = proposing.propose(ben.desk, REASON)
    held = holding.put_on(lead.desk, Wanted(ground="court", reason="Proceedings are open."))
    with pytest.raises(LegalHold):  # on the lead's base: no inspector's laptop goes either
        proposing.confirm(lead.desk, made)
    with pytest.raises(LegalHold):
        proposing.propose(lead.desk, REASON)
    holding.lift(lead.desk, held.record, "The court wrote.")
    assert holds.standing(lead.desk) == ()
    assert Confirmation.decode(proposing.confirm(lead.desk, made).encode()).proposal == made.digest


def test_the_lead_holds_all_that_the_proposer_wrote_or_says_why_not(
    lead: Person, ben: Person, tmp_path: Path
) -> None:
    other = copy_of(ben, tmp_path / "ben.evidence")
    other.writes("document", title="Tuesday, never handed over")
    made = proposing.propose(other.desk, REASON)
    theirs = proposing.reach(made, ben.desk.me.id)
    with pytest.raises(NotAllHere) as refused:
        proposing.confirm(lead.desk, made)
    assert refused.value.facts["missing"] == f"no. {theirs}"
    agreed = proposing.confirm(lead.desk, made, "A test note, seen on the telephone.")
    assert (agreed.held_to, agreed.note) == (theirs - 1, "A test note, seen on the telephone.")
    other.locks()


def test_nobody_confirms_their_own_proposal(lead: Person) -> None:
    with pytest.raises(SamePerson):
        proposing.confirm(lead.desk, proposing.propose(lead.desk, REASON))


def test_any_colleague_on_the_roster_confirms_the_leads(lead: Person, cara: Person) -> None:
    made = proposing.propose(lead.desk, REASON)
    assert proposing.confirm(cara.desk, made).by.member == cara.desk.me.id


def test_a_proposal_runs_out(shared: World, lead: Person, ben: Person) -> None:
    made = proposing.propose(ben.desk, REASON)
    before = shared.clock.at
    shared.clock.at = before + timedelta(days=14, minutes=1)
    try:
        with pytest.raises(RanOut, match="3 December 2012"):
            proposing.confirm(lead.desk, made)
    finally:
        shared.clock.at = before


def test_a_stranger_another_team_and_a_workspace_alone_cannot_take_part(
    tmp_path: Path, lead: Person, ben: Person
) -> None:
    elsewhere = World(tmp_path)
    stranger = elsewhere.inspector("Eve Moss", "hmic")
    theirs = proposing.propose(stranger.desk, REASON)
    with pytest.raises(NotYourTeam):
        proposing.confirm(lead.desk, theirs)
    with pytest.raises(NotJoined):
        proposing.confirm(stranger.desk, proposing.propose(ben.desk, REASON))
    elsewhere.closes()


def test_somebody_taken_off_the_roster_neither_proposes_nor_confirms(world: World) -> None:
    lead, ben = world.team()
    made = proposing.propose(ben.desk, REASON)
    of_lead = proposing.propose(lead.desk, REASON)
    trusting.revoke(lead.desk, ben.desk.me.id)
    with pytest.raises(TakenOff, match="Ben Okoro"):
        proposing.confirm(lead.desk, made)
    cara = world.inspector("Cara Holt", "cqc")
    world.joins(cara, lead)
    assert proposing.confirm(cara.desk, of_lead).by.name == "Cara Holt"
    trusting.revoke(lead.desk, cara.desk.me.id)
    assert lead.desk.trust is not None
    assert cara.desk.trust is not None
    cara.desk.trust = cara.desk.trust.adopt(lead.desk.trust.signed)
    with pytest.raises(TakenOff, match="Cara Holt"):
        proposing.confirm(cara.desk, of_lead)


def test_the_files_are_named_by_ids_and_never_written_over(
    lead: Person, ben: Person, tmp_path: Path
) -> None:
    path = proposing.save_proposal(ben.desk, tmp_path, REASON)
    assert path.name == f"proposal-{ben.desk.me.id}-2012-11-19.json"
    kept = proposing.newest(ben.desk)
    with pytest.raises(AlreadyThere):
        proposing.save_proposal(ben.desk, tmp_path, "Another reason.")
    assert proposing.newest(ben.desk) == kept
    seen = proposing.see_proposal(lead.desk, path)
    assert seen == kept
    answer = proposing.save_confirmation(lead.desk, seen, tmp_path)
    assert Confirmation.decode(answer.read_bytes()).by.name == "Lena Marsh"
    assert proposing.confirmed(lead.desk)[ben.desk.me.id] == {
        "made": Confirmation.decode(answer.read_bytes()).made, "until": seen.until,
    }  # fmt: skip
    with pytest.raises(WrongPaper):
        proposing.see_proposal(lead.desk, answer)


def test_it_names_the_copies_it_knows_of_and_what_is_being_written(
    ben: Person, tmp_path: Path
) -> None:
    backup.backup(ben.desk, tmp_path / "safe.evidence")
    drafting.keep_draft(ben.desk, "document:new", "document", {"title": "Half a"})
    made = proposing.propose(ben.desk, REASON)
    assert made.copies[-1].what == "A backup, with its keys"
    assert made.state.unsaved == 1
    assert b"safe.evidence" not in made.encode()
    assert Proposal.decode(made.encode()) == made
    drafting.drop_draft(ben.desk, "document:new")
