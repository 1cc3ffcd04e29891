"""Who is trusted, and how a roster may move: format.md §4."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from evidencekit.bundle.roster import Role, SignedRoster
from evidencekit.bundle.trust import (
    Trust,
    admit,
    admit_bundle,
    allowed_signers,
    digits_of,
    found_team,
    pin,
    revoke,
    set_policy,
    set_role,
)
from evidencekit.crypto import spoken, sshsig
from evidencekit.errors import Planned
from evidencekit.errors.bundle import (
    DigitsDiffer,
    LeadStays,
    NoSuchColleague,
    NotTheLead,
    OtherTeam,
    RosterForked,
    RosterNotSigned,
    RosterRolledBack,
    SharedKey,
)
from evidencekit.ids import TeamId
from tests.evidencekit.bundle.team import Person, Team, member_of, person, signing_key

DAY = "2012-11-20"


def admitted(team: Team, someone: Person, digits: str | None = None) -> Trust:
    card = someone.card
    heard = card.digits if digits is None else digits
    return admit(
        team.lead.trusting, team.lead.key, card, digits=heard, role="inspector", admitted=DAY
    )


def test_a_team_begins_with_its_lead_alone(team: Team) -> None:
    trust = found_team(TeamId("ABCDEF"), member_of(team.lead, Role.LEAD.value), team.lead.key)
    assert (trust.team, trust.roster.seq, trust.roster.prev) == ("ABCDEF", 1, "")
    assert trust.is_lead
    assert not team.anna.trusting.is_lead


def test_each_roster_names_the_one_before(team: Team) -> None:
    before = team.lead.trusting
    after = admitted(team, person("Cara", 4))
    assert (after.roster.seq, after.roster.prev) == (before.roster.seq + 1, before.roster.digest)
    after.signed.verify(team.lead.key.public)


def test_a_member_is_admitted_by_the_digits_that_were_heard(team: Team) -> None:
    cara = person("Cara", 4)
    digits = spoken.grouped(cara.card.digits)
    assert admitted(team, cara, digits).member(cara.id).name == "Cara"


@pytest.mark.parametrize("digits", ["", "1", "12345 " * 6, "x" * 30])
def test_other_digits_admit_nobody(team: Team, digits: str) -> None:
    with pytest.raises(DigitsDiffer):
        admitted(team, person("Cara", 4), digits)


def test_a_changed_key_needs_its_own_spoken_number(team: Team) -> None:
    new = replace(team.anna, key=signing_key("Anna's new laptop"))
    with pytest.raises(DigitsDiffer):
        admitted(team, new, team.anna.card.digits)
    assert admitted(team, new).member(new.id).public == new.key.public


def test_nobody_is_admitted_with_a_key_somebody_has(team: Team) -> None:
    copycat = replace(person("Cara", 4), key=team.anna.key)
    with pytest.raises(SharedKey):
        admitted(team, copycat)


def test_only_the_lead_changes_the_roster(team: Team) -> None:
    anna, cara = team.anna, person("Cara", 4)
    with pytest.raises(NotTheLead):
        admit(anna.trusting, anna.key, cara.card, digits=cara.card.digits, role="inspector",
              admitted=DAY)  # fmt: skip
    with pytest.raises(NotTheLead):
        revoke(anna.trusting, anna.key, team.ben.id, revoked_at=DAY)


def test_there_is_one_lead_who_stays(team: Team) -> None:
    lead, cara = team.lead, person("Cara", 4)
    with pytest.raises(LeadStays):
        admit(lead.trusting, lead.key, cara.card, digits=cara.card.digits, role="lead",
              admitted=DAY)  # fmt: skip
    with pytest.raises(LeadStays):
        admit(lead.trusting, lead.key, lead.card, digits=lead.card.digits, role="inspector",
              admitted=DAY)  # fmt: skip
    with pytest.raises(LeadStays):
        revoke(lead.trusting, lead.key, lead.id, revoked_at=DAY)
    with pytest.raises(LeadStays):
        set_role(lead.trusting, lead.key, lead.id, "inspector")
    with pytest.raises(LeadStays):
        set_role(lead.trusting, lead.key, team.anna.id, "lead")


def test_the_revoked_stay_on_the_roster_by_name(team: Team) -> None:
    trust = revoke(team.lead.trusting, team.lead.key, team.anna.id, revoked_at=DAY)
    anna = trust.member(team.anna.id)
    assert (anna.revoked, anna.revoked_at, anna.name) == (True, DAY, "Anna")


def test_a_bundle_on_its_way_is_admitted_by_its_hash(team: Team) -> None:
    lead = team.lead
    trust = revoke(lead.trusting, lead.key, team.anna.id, revoked_at=DAY)
    for digest in ("cd" * 64, "ab" * 64, "ab" * 64):
        trust = admit_bundle(trust, lead.key, team.anna.id, digest)
    assert trust.member(team.anna.id).excepted == ("ab" * 64, "cd" * 64)
    assert trust.member(team.anna.id).revoked


def test_a_deputy_is_named_in_the_roster(team: Team) -> None:
    trust = set_role(team.lead.trusting, team.lead.key, team.anna.id, "deputy")
    assert trust.member(team.anna.id).role == "deputy"


def test_a_policy_travels_in_the_roster(team: Team) -> None:
    trust = set_policy(team.lead.trusting, team.lead.key, {"retention_years": 6})
    assert SignedRoster.decode(trust.signed.encode()).roster.policy == {"retention_years": 6}


def test_nobody_else_is_a_member(team: Team) -> None:
    with pytest.raises(NoSuchColleague):
        revoke(team.lead.trusting, team.lead.key, "ZZZZZZZZZZ", revoked_at=DAY)


def test_a_newer_roster_is_adopted_and_the_same_one_changes_nothing(team: Team) -> None:
    newer = admitted(team, person("Cara", 4)).signed
    after = team.anna.trusting.adopt(newer)
    assert after.roster.seq == newer.roster.seq
    assert after.me == team.anna.id
    assert after.adopt(newer) == after


def test_a_lower_roster_is_a_rollback(team: Team) -> None:
    older = team.lead.trusting.signed
    newer = team.anna.trusting.adopt(admitted(team, person("Cara", 4)).signed)
    with pytest.raises(RosterRolledBack):
        newer.adopt(older)


def test_the_same_number_with_other_bytes_is_a_fork(team: Team) -> None:
    one, other = (admitted(team, person(name, 4)) for name in ("Cara", "Dan"))
    with pytest.raises(RosterForked):
        one.adopt(other.signed)


def test_a_roster_that_does_not_follow_ours_is_a_fork(team: Team) -> None:
    one = admitted(team, person("Cara", 4))
    team.lead.trust = admitted(team, person("Dan", 4))
    onward = admitted(team, person("Eve", 5))
    with pytest.raises(RosterForked):
        one.adopt(onward.signed)


def test_a_roster_of_another_lead_is_refused(team: Team) -> None:
    anna = team.anna
    usurped = found_team(team.lead.trusting.team, member_of(anna, Role.LEAD.value), anna.key)
    with pytest.raises(RosterNotSigned):
        team.ben.trusting.adopt(usurped.signed)


def test_a_roster_of_another_team_is_refused(team: Team) -> None:
    other = found_team(TeamId("ABCDEF"), member_of(team.lead, Role.LEAD.value), team.lead.key)
    with pytest.raises(OtherTeam):
        team.anna.trusting.adopt(other.signed)


def test_trust_cannot_be_made_from_an_unsigned_roster(team: Team) -> None:
    forged = replace(team.lead.trusting.signed, sig="nothing")
    with pytest.raises(RosterNotSigned):
        Trust(me=team.anna.id, lead_key=team.lead.key.public.hex(), signed=forged)


def test_the_lead_is_pinned_by_voice(team: Team) -> None:
    signed = team.lead.trusting.signed
    digits = digits_of(signed.roster.team, signed.roster.lead)
    trust = pin(signed, team.anna.id, spoken.grouped(digits))
    assert trust == team.anna.trusting
    for wrong in ("", digits[::-1], team.anna.card.digits):
        with pytest.raises(DigitsDiffer):
            pin(signed, team.anna.id, wrong)


def test_who_is_not_on_the_roster_pins_nothing(team: Team) -> None:
    signed = team.lead.trusting.signed
    with pytest.raises(NoSuchColleague):
        pin(signed, person("Cara", 4).id, digits_of(signed.roster.team, signed.roster.lead))


def test_a_card_nobody_can_use_never_reaches_the_roster(team: Team) -> None:
    with pytest.raises(Planned):
        admit(team.lead.trusting, team.lead.key, team.anna.card, digits=team.anna.card.digits,
              role="boss", admitted=DAY)  # fmt: skip


def test_stock_ssh_keygen_takes_the_allowed_signers(team: Team, tmp_path: Path) -> None:
    trust = revoke(team.lead.trusting, team.lead.key, team.ben.id, revoked_at=DAY)
    allowed = tmp_path / "allowed_signers"
    allowed.write_text(allowed_signers(trust.roster))
    message = b"exact bytes"
    for someone, status in ((team.anna, 0), (team.lead, 0), (team.ben, 255)):
        signature = tmp_path / "sig"
        signature.write_text(sshsig.sign(message, someone.key, sshsig.NAMESPACE_BUNDLE))
        done = subprocess.run(
            ["ssh-keygen", "-Y", "verify", "-f", allowed, "-I", someone.id, "-n",
             sshsig.NAMESPACE_BUNDLE, "-s", signature],
            input=message, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == status, done.stderr
