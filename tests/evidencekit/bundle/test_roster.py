"""The roster: its one spelling, its signature, and the teams it refuses."""

from typing import Any

import pytest

from evidencekit import canonical
from evidencekit.bundle.roster import Member, Roster, SignedRoster
from evidencekit.canonical import Json
from evidencekit.crypto import sshsig
from evidencekit.crypto.keys import AgeIdentity
from evidencekit.errors import Planned
from evidencekit.errors.bundle import HostileJson, RosterNotSigned, SharedKey, WrongRoster
from evidencekit.errors.crypto import WeakKey, WrongRecipient
from tests.evidencekit.bundle.team import Team, signing_key
from tests.evidencekit.crypto.weak_points import SECOND_SPELLINGS, SMALL_ORDER


@pytest.fixture
def roster(team: Team) -> Roster:
    return team.lead.trusting.roster


def changed(roster: Roster, number: int, **changes: Json) -> dict[str, Any]:
    """The roster as JSON, with one member changed."""
    spelled: dict[str, Any] = canonical.decode_object(roster.encode())
    spelled["members"][number].update(changes)
    return spelled


def test_it_reads_back(roster: Roster) -> None:
    assert Roster.decode(roster.encode()) == roster
    assert [member.name for member in roster.members] == ["Lead", "Anna", "Ben"]


def test_it_holds_exactly_the_fields_of_the_format(roster: Roster) -> None:
    spelled = canonical.decode_object(roster.encode())
    assert set(spelled) == {"team", "seq", "prev", "members", "policy"}


def test_members_are_found_by_id_and_by_key(roster: Roster, team: Team) -> None:
    anna = roster.member(team.anna.id)
    assert anna is not None
    assert roster.holder(team.anna.key.public) == anna
    assert roster.member("ZZZZZZZZZZ") is None
    assert roster.holder(signing_key("nobody").public) is None
    assert roster.lead.id == team.lead.id


def test_the_leads_signature_holds_and_no_other(roster: Roster, team: Team) -> None:
    signed = SignedRoster.sign(roster, team.lead.key)
    signed.verify(team.lead.key.public)
    for wrong in (SignedRoster.sign(roster, team.anna.key), SignedRoster(roster=roster, sig="x")):
        with pytest.raises(RosterNotSigned):
            wrong.verify(team.lead.key.public)


def test_somebody_elses_roster_is_not_the_pinned_leads(roster: Roster, team: Team) -> None:
    with pytest.raises(RosterNotSigned):
        SignedRoster.sign(roster, team.anna.key).verify(team.anna.key.public)


def test_a_signature_for_another_purpose_is_refused(roster: Roster, team: Team) -> None:
    sig = sshsig.sign(roster.encode(), team.lead.key, sshsig.NAMESPACE_BUNDLE)
    with pytest.raises(RosterNotSigned):
        SignedRoster(roster=roster, sig=sig).verify(team.lead.key.public)


def test_a_signed_roster_reads_back(roster: Roster, team: Team) -> None:
    signed = SignedRoster.sign(roster, team.lead.key)
    assert SignedRoster.decode(signed.encode()) == signed


def test_a_signed_roster_in_another_spelling_is_refused() -> None:
    with pytest.raises(HostileJson):
        SignedRoster.decode(b'{"sig": "x"}')


@pytest.mark.parametrize(
    "change",
    [
        {"id": "anna"},
        {"id": "0000000003"},
        {"name": ""},
        {"name": "a\u202eb"},
        {"inspectorate": "Ofsted!"},
        {"role": "boss"},
        {"role": "lead"},
        {"sign_key": "ab"},
        {"age": "age1short"},
        {"admitted": "today"},
        {"revoked": "yes"},
        {"revoked": True},
        {"revoked_at": "2012-11-20"},
        {"excepted": ["ab"]},
        {"excepted": [1]},
        {"excepted": ["cd" * 64, "ab" * 64]},
        {"more": 1},
    ],
)
def test_a_member_in_another_form_is_refused(roster: Roster, change: dict[str, Json]) -> None:
    with pytest.raises(WrongRoster):
        Roster.from_json(changed(roster, 1, **change))


@pytest.mark.parametrize("key", [*SMALL_ORDER, *SECOND_SPELLINGS])
def test_a_key_outside_the_prime_order_subgroup_is_refused(roster: Roster, key: str) -> None:
    with pytest.raises(WeakKey):
        Roster.from_json(changed(roster, 1, sign_key=key))


def test_an_age_key_that_is_none_is_refused(roster: Roster) -> None:
    with pytest.raises(WrongRecipient):
        Roster.from_json(changed(roster, 1, age="age1" + "q" * 58))


@pytest.mark.parametrize("field", ["sign_key", "age"])
def test_two_members_never_share_a_key(roster: Roster, field: str) -> None:
    bens = getattr(roster.members[2], field)
    with pytest.raises(SharedKey):
        Roster.from_json(changed(roster, 1, **{field: bens}))


def test_a_revoked_members_key_is_nobody_elses(roster: Roster) -> None:
    spelled = changed(roster, 1, revoked=True, revoked_at="2012-11-20")
    assert Roster.from_json(spelled).members[1].revoked
    spelled["members"][2]["sign_key"] = roster.members[1].sign_key
    with pytest.raises(SharedKey):
        Roster.from_json(spelled)


def test_a_team_has_one_lead_who_is_not_revoked(roster: Roster) -> None:
    for change in ({"role": "inspector"}, {"revoked": True, "revoked_at": "2012-11-20"}):
        with pytest.raises(WrongRoster):
            Roster.from_json(changed(roster, 0, **change))


@pytest.mark.parametrize(
    "change",
    [
        {"team": "x"},
        {"seq": 0},
        {"seq": 1},
        {"prev": ""},
        {"prev": "ab"},
        {"members": []},
        {"members": {}},
        {"members": [1]},
        {"policy": []},
        {"more": 1},
    ],
)
def test_a_roster_in_another_form_is_refused(roster: Roster, change: dict[str, Json]) -> None:
    with pytest.raises(WrongRoster):
        Roster.from_json({**roster.to_json(), **change})


def test_members_stand_in_order(roster: Roster) -> None:
    spelled = changed(roster, 1)
    spelled["members"].reverse()
    with pytest.raises(WrongRoster):
        Roster.from_json(spelled)


def test_a_roster_has_no_more_members_than_a_team(roster: Roster) -> None:
    with pytest.raises(Planned):
        Roster.from_json({**roster.to_json(), "members": [roster.members[0].to_json()] * 201})


def test_a_member_reads_back(team: Team) -> None:
    anna = team.lead.trusting.member(team.anna.id)
    assert Member.from_json(anna.to_json()) == anna
    assert AgeIdentity.from_text(team.anna.identity.text).recipient == anna.age
