"""Whose word a revision is: the sender's, the lead's, or an author's own checkpoint."""

from dataclasses import replace

import pytest

from evidencekit.bundle.chains import Sifted, sift
from evidencekit.bundle.checkpoint import Checkpoint
from evidencekit.bundle.ledger import Line
from evidencekit.bundle.set_aside import SetAside
from evidencekit.ids import AuthorId, RevisionId
from evidencekit.records.revision import Body, Revision, make_revision
from tests.evidencekit.bundle.team import Person, Team


def lines(*revisions: Revision) -> list[Line | SetAside]:
    return [Line(number, revision) for number, revision in enumerate(revisions, start=1)]


def sifted(
    team: Team, sender: Person, *revisions: Revision, checkpoints: tuple[Checkpoint, ...] = ()
) -> Sifted:
    roster = team.lead.trusting.roster
    member = roster.member(sender.id)
    assert member is not None
    return sift(lines(*revisions), checkpoints, member, roster)


def codes(found: Sifted) -> list[tuple[int, str]]:
    return [(aside.line, aside.code) for aside in found.set_aside]


@pytest.fixture
def written(team: Team) -> list[Revision]:
    return [team.anna.notes(str(number)) for number in range(4)]


def test_a_senders_own_revisions_count(team: Team, written: list[Revision]) -> None:
    found = sifted(team, team.anna, *written)
    assert found.revisions == tuple(written)
    assert found.set_aside == ()


def test_what_another_author_signed_for_counts(team: Team, written: list[Revision]) -> None:
    found = sifted(team, team.ben, *written, checkpoints=(team.anna.checkpoint,))
    assert found.revisions == tuple(written)
    assert found.checkpoints == (team.anna.checkpoint,)


def test_what_another_author_did_not_sign_for_is_set_aside(
    team: Team, written: list[Revision]
) -> None:
    found = sifted(team, team.ben, *written)
    assert found.revisions == ()
    assert codes(found) == [(n, "ledger.unproved-author") for n in (1, 2, 3, 4)]


def test_a_checkpoint_proves_only_what_leads_to_it(team: Team, written: list[Revision]) -> None:
    early = Checkpoint.sign(team.anna.id, 2, written[1].id, team.anna.key)
    found = sifted(team, team.ben, *written, checkpoints=(early,))
    assert found.revisions == tuple(written[:2])
    gap = sifted(team, team.ben, *written[:2], written[3], checkpoints=(team.anna.checkpoint,))
    assert gap.revisions == (written[3],)


def test_the_lead_may_pass_on_what_nobody_signed_for(team: Team, written: list[Revision]) -> None:
    assert sifted(team, team.lead, *written).revisions == tuple(written)


def test_a_forged_revision_never_takes_the_place_of_a_true_one(
    team: Team, written: list[Revision]
) -> None:
    forged = make_revision(written[1].header, Body(fields={"seen": "forged"}), b"0" * 16)
    order = [written[0], forged, *written[1:]]
    found = sifted(team, team.ben, *order, checkpoints=(team.anna.checkpoint,))
    assert found.revisions == tuple(written)
    assert codes(found) == [(2, "ledger.unproved-author")]


def test_a_revision_in_anothers_name_is_not_proved_by_a_chain_of_ones_own(team: Team) -> None:
    mine = team.ben.notes("mine")
    forged = replace(mine.header, author=team.anna.id, seq=2, prev=mine.id)
    revision = make_revision(forged, Body(), b"0" * 16)
    checkpoint = Checkpoint.sign(team.anna.id, 2, revision.id, team.ben.key)
    found = sifted(team, team.ben, mine, revision, checkpoints=(checkpoint,))
    assert found.revisions == (mine,)
    assert codes(found) == [(0, "checkpoint.unproved"), (2, "ledger.unproved-author")]


def test_a_checkpoint_of_a_stranger_proves_nothing(team: Team, written: list[Revision]) -> None:
    newest = written[-1]
    stranger = Checkpoint.sign(AuthorId("ZZZZZZZZZZ"), 4, newest.id, team.anna.key)
    found = sifted(team, team.anna, *written, checkpoints=(stranger,))
    assert found.checkpoints == ()
    assert codes(found) == [(0, "checkpoint.unproved")]


def test_a_checkpoint_with_the_wrong_number_proves_nothing(
    team: Team, written: list[Revision]
) -> None:
    wrong = Checkpoint.sign(team.anna.id, 9, written[-1].id, team.anna.key)
    assert sifted(team, team.ben, *written, checkpoints=(wrong,)).revisions == ()


def test_a_checkpoint_of_a_revision_that_is_not_in_the_bundle_is_kept(
    team: Team, written: list[Revision]
) -> None:
    found = sifted(team, team.anna, checkpoints=(team.anna.checkpoint,))
    assert found.checkpoints == (team.anna.checkpoint,)


def test_the_same_line_twice_counts_once(team: Team, written: list[Revision]) -> None:
    found = sifted(team, team.anna, *written, written[0])
    assert found.revisions == tuple(written)
    assert codes(found) == [(5, "ledger.repeated")]


def test_two_revisions_with_one_number_are_a_fork(team: Team, written: list[Revision]) -> None:
    other = make_revision(written[3].header, Body(fields={"seen": "other"}), b"0" * 16)
    found = sifted(team, team.anna, *written, other)
    assert found.revisions == tuple(written)
    assert codes(found) == [(5, "ledger.forked")]


@pytest.mark.parametrize("backwards", [False, True])
def test_a_broken_chain_is_set_aside(
    team: Team, written: list[Revision], *, backwards: bool
) -> None:
    broken = make_revision(
        replace(written[1].header, prev=RevisionId("ab" * 32)), Body(), b"0" * 16
    )
    order = [broken, written[0]] if backwards else [written[0], broken]
    found = sifted(team, team.anna, *order)
    assert found.revisions == (order[0],)
    assert codes(found) == [(2, "ledger.chain-broken")]


def test_any_order_of_lines_counts_the_same(team: Team, written: list[Revision]) -> None:
    found = sifted(team, team.ben, *reversed(written), checkpoints=(team.anna.checkpoint,))
    assert set(found.revisions) == set(written)
    assert found.set_aside == ()


def test_lines_set_aside_before_stay_named(team: Team, written: list[Revision]) -> None:
    earlier = SetAside(line=9, code="ledger.too-long")
    member = team.anna.trusting.member(team.anna.id)
    found = sift([earlier, *lines(*written)], (), member, team.anna.trusting.roster)
    assert found.set_aside == (earlier,)
