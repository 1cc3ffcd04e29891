"""Who may hand over what to whom, tried on real bundles that say something else."""

from dataclasses import replace
from pathlib import Path

import pytest

from evidencekit.bundle import sealing
from evidencekit.bundle.manifest import BundleKind
from evidencekit.bundle.opening import open_bundle
from evidencekit.bundle.parcel import Sender
from evidencekit.bundle.sealing import Sealed
from evidencekit.bundle.sequence import SequenceState
from evidencekit.bundle.trust import admit_bundle, found_team, revoke, set_policy, set_role
from evidencekit.errors.bundle import (
    KeyChanged,
    NotForThisReader,
    OnlyTheLead,
    OtherTeam,
    RosterForked,
    RosterNotSigned,
    RosterRolledBack,
    SenderNotSigner,
    SenderRevoked,
    SenderUnknown,
    WrongBundleHeader,
)
from evidencekit.errors.crypto import NotAddressedToYou
from evidencekit.ids import TeamId
from tests.evidencekit.bundle.forge import Forgery
from tests.evidencekit.bundle.team import Person, Team, member_of, person, signing_key

DAY = "2012-11-20"


def everybody(team: Team) -> tuple[str, str]:
    return team.lead.identity.recipient, team.anna.identity.recipient


def revoke_anna(team: Team) -> None:
    team.lead.trust = revoke(team.lead.trusting, team.lead.key, team.anna.id, revoked_at=DAY)


def test_a_member_is_admitted(team: Team, sealed: Sealed) -> None:
    verified = team.lead.opens(sealed.path)
    assert verified.sender.name == "Anna"
    assert verified.trust == team.lead.trusting


def test_a_stranger_is_refused(team: Team, folder: Path, forgery: Forgery) -> None:
    eve = signing_key("Eve")
    changed = forgery.with_header(sender="EEEEEEEEEE", sender_key=eve.public.hex()).signed(eve)
    with pytest.raises(SenderUnknown):
        team.lead.opens(changed.sealed(folder / "x.evb", *everybody(team)))


def test_a_stranger_with_a_hostile_header_is_still_a_stranger(
    team: Team, folder: Path, forgery: Forgery
) -> None:
    changed = forgery.with_member("bundle.json", b'{"a":1,"a":2}').signed(signing_key("Eve"))
    with pytest.raises(SenderUnknown):
        team.lead.opens(changed.sealed(folder / "x.evb", *everybody(team)))


def test_a_stranger_who_brings_a_roster_of_their_own_is_refused(
    team: Team, folder: Path, forgery: Forgery
) -> None:
    eve = person("Eve", 9)
    usurped = found_team(team.lead.trusting.team, member_of(eve, "lead"), eve.key)
    changed = forgery.with_header(
        sender=eve.id, sender_key=eve.key.public.hex(), roster=usurped.signed.to_json(),
        roster_seq=1,
    ).signed(eve.key)  # fmt: skip
    with pytest.raises(SenderUnknown):
        team.lead.opens(changed.sealed(folder / "x.evb", *everybody(team)))


def test_a_known_person_with_another_key_is_named(
    team: Team, folder: Path, forgery: Forgery
) -> None:
    new = signing_key("Anna's other laptop")
    changed = forgery.with_header(sender_key=new.public.hex()).signed(new)
    with pytest.raises(KeyChanged) as refused:
        team.lead.opens(changed.sealed(folder / "x.evb", *everybody(team)))
    assert refused.value.facts == {"member": team.anna.id}


@pytest.mark.parametrize("field", ["sender", "sender_key"])
def test_the_sender_must_be_the_signer(
    team: Team, folder: Path, forgery: Forgery, field: str
) -> None:
    bens = {"sender": str(team.ben.id), "sender_key": team.ben.key.public.hex()}[field]
    changed = forgery.with_header(**{field: bens}).signed(team.anna.key)
    with pytest.raises(SenderNotSigner):
        team.lead.opens(changed.sealed(folder / "x.evb", *everybody(team)))


def test_a_bundle_that_somebody_else_signed_again_is_refused(
    team: Team, folder: Path, forgery: Forgery
) -> None:
    changed = forgery.signed(team.ben.key)
    with pytest.raises(SenderNotSigner):
        team.lead.opens(changed.sealed(folder / "x.evb", *everybody(team)))


def test_another_teams_bundle_is_refused(team: Team, folder: Path, forgery: Forgery) -> None:
    changed = forgery.with_header(team="ABCDEF").signed(team.anna.key)
    with pytest.raises(OtherTeam):
        team.lead.opens(changed.sealed(folder / "x.evb", *everybody(team)))


def test_a_roster_of_another_team_is_refused(team: Team, folder: Path, forgery: Forgery) -> None:
    other = found_team(TeamId("ABCDEF"), member_of(team.lead, "lead"), team.lead.key)
    changed = forgery.with_header(roster=other.signed.to_json(), roster_seq=1)
    with pytest.raises(OtherTeam):
        team.lead.opens(changed.signed(team.anna.key).sealed(folder / "x.evb", *everybody(team)))


def test_the_folder_names_the_bundle(team: Team, folder: Path, forgery: Forgery) -> None:
    changed = forgery.with_header(bundle="00000000-0000-7000-8000-000000000000")
    with pytest.raises(WrongBundleHeader):
        team.lead.opens(changed.signed(team.anna.key).sealed(folder / "x.evb", *everybody(team)))


def test_a_bundle_sealed_for_others_does_not_open(team: Team, sealed: Sealed) -> None:
    with pytest.raises(NotAddressedToYou):
        team.ben.opens(sealed.path)


def test_a_bundle_sealed_again_for_somebody_else_is_refused(
    team: Team, folder: Path, forgery: Forgery
) -> None:
    """The signed header names its readers: a copy passed on by one of them is not for others."""
    path = forgery.sealed(folder / "x.evb", team.ben.identity.recipient)
    with pytest.raises(NotForThisReader):
        team.ben.opens(path)


def test_a_reader_named_with_another_key_is_not_the_reader(
    team: Team, folder: Path, forgery: Forgery
) -> None:
    recipients = [
        {"id": str(team.anna.id), "enc": team.anna.identity.recipient},
        {"id": str(team.ben.id), "enc": team.lead.identity.recipient},
    ]
    changed = forgery.with_header(recipients=recipients).signed(team.anna.key)
    with pytest.raises(NotForThisReader):
        team.ben.opens(changed.sealed(folder / "x.evb", team.ben.identity.recipient))


def test_more_readers_than_are_named_are_refused(
    team: Team, folder: Path, forgery: Forgery
) -> None:
    path = forgery.sealed(folder / "x.evb", *everybody(team), team.ben.identity.recipient)
    with pytest.raises(WrongBundleHeader):
        team.lead.opens(path)


@pytest.mark.parametrize("kind", [BundleKind.SET_UP, BundleKind.RETURN])
def test_some_kinds_come_from_the_lead_alone(team: Team, folder: Path, kind: BundleKind) -> None:
    sealed = team.anna.hands_over([team.ben], folder, team.anna.parcel(kind=kind))
    with pytest.raises(OnlyTheLead):
        team.ben.opens(sealed.path)


def test_a_deputy_named_in_the_roster_may_stand_in(team: Team, folder: Path) -> None:
    team.lead.trust = set_role(team.lead.trusting, team.lead.key, team.anna.id, "deputy")
    team.share_roster()
    parcel = team.anna.parcel(kind=BundleKind.RETURN)
    sealed = team.anna.hands_over([team.ben], folder, parcel)
    assert team.ben.opens(sealed.path).header.kind is BundleKind.RETURN


def test_a_revoked_sender_is_refused_and_the_digest_told(team: Team, sealed: Sealed) -> None:
    revoke_anna(team)
    with pytest.raises(SenderRevoked) as refused:
        team.lead.opens(sealed.path)
    facts = refused.value.facts
    assert facts == {"sender": team.anna.id, "revoked_at": DAY, "digest": sealed.tag_digest}


def test_a_bundle_already_on_its_way_is_admitted_by_its_hash(team: Team, sealed: Sealed) -> None:
    revoke_anna(team)
    team.lead.trust = admit_bundle(
        team.lead.trusting, team.lead.key, team.anna.id, sealed.tag_digest
    )
    assert len(team.lead.opens(sealed.path).revisions) == 2


def test_revocation_counts_from_the_roster_the_bundle_itself_brings(
    team: Team, folder: Path
) -> None:
    revoke_anna(team)
    note = team.lead.notes("The lead's note.")
    assert note.header.seq == 1
    news = team.lead.hands_over([team.ben], folder, team.lead.parcel(kind=BundleKind.RETURN))
    late = team.anna.hands_over([team.ben], folder)
    assert team.ben.opens(late.path).sender.name == "Anna"
    team.ben.receives(news.path)
    with pytest.raises(SenderRevoked):
        team.ben.opens(late.path)


def test_a_newer_roster_travels_with_a_bundle(team: Team, folder: Path) -> None:
    cara = person("Cara", 4)
    team.admits(cara)
    cara.trust = replace(team.lead.trusting, me=cara.id)
    cara.notes("Cara's first note.")
    sealed = cara.hands_over([team.ben], folder)
    verified = team.ben.receives(sealed.path)
    assert verified.sender.name == "Cara"
    assert team.ben.trusting.roster == team.lead.trusting.roster


def test_an_inspector_with_an_older_roster_can_still_hand_over(team: Team, sealed: Sealed) -> None:
    team.admits(person("Cara", 4))
    verified = team.lead.opens(sealed.path)
    assert verified.trust == team.lead.trusting


def lead_sends(team: Team, folder: Path, to: Person) -> Sealed:
    return team.lead.hands_over([to], folder, team.lead.parcel(kind=BundleKind.SET_UP))


def test_the_lead_never_goes_back_to_a_lower_roster(team: Team, folder: Path) -> None:
    old = team.lead.trusting
    team.admits(person("Cara", 4))
    team.anna.receives(lead_sends(team, folder, team.anna).path)
    team.lead.trust = old
    with pytest.raises(RosterRolledBack):
        team.anna.opens(lead_sends(team, folder, team.anna).path)


def test_an_old_pack_of_the_lead_that_comes_late_is_read(team: Team, folder: Path) -> None:
    first = lead_sends(team, folder, team.anna)
    team.admits(person("Cara", 4))
    second = lead_sends(team, folder, team.anna)
    assert team.anna.receives(second.path).missing == (1,)
    newest = team.anna.trusting
    assert team.anna.receives(first.path).missing == ()
    assert team.anna.receives(first.path).is_held
    assert team.anna.trusting == newest


def test_two_rosters_with_one_number_are_a_fork(team: Team, folder: Path) -> None:
    before = team.lead.trusting
    team.lead.trust = set_policy(before, team.lead.key, {"retention_years": 6})
    team.anna.receives(lead_sends(team, folder, team.anna).path)
    team.lead.trust = set_policy(before, team.lead.key, {"retention_years": 7})
    with pytest.raises(RosterForked):
        team.anna.opens(lead_sends(team, folder, team.anna).path)


def test_a_roster_changed_by_its_bearer_is_refused(
    team: Team, folder: Path, forgery: Forgery
) -> None:
    signed = forgery.header["roster"]
    signed["roster"]["policy"] = {"anything": "goes"}
    changed = forgery.with_header(roster=signed).signed(team.anna.key)
    with pytest.raises(RosterNotSigned):
        team.lead.opens(changed.sealed(folder / "x.evb", *everybody(team)))


def test_a_key_replaced_in_a_newer_roster_no_longer_counts(team: Team, folder: Path) -> None:
    old = replace(team.anna)
    stale = old.hands_over([team.ben], folder)
    team.anna.key = signing_key("Anna's new laptop")
    team.admits(team.anna)
    sender = Sender(trust=replace(team.lead.trusting, me=team.anna.id), key=team.anna.key)
    ben = team.lead.trusting.member(team.ben.id)
    fresh = sealing.seal(team.ben.parcel(), team.anna.number(), sender, [ben], folder / "fresh.evb")
    assert team.ben.opens(stale.path).sender.id == team.anna.id
    trust = open_bundle(
        fresh.path, team.ben.identity, team.ben.trusting, sequence=SequenceState()
    ).trust
    team.ben.trust = trust
    with pytest.raises(KeyChanged):
        team.ben.opens(stale.path)


def test_a_bundle_that_brings_the_news_of_its_own_key_is_refused(
    team: Team, folder: Path, forgery: Forgery
) -> None:
    before, old = team.lead.trusting, team.anna.key
    team.anna.key = signing_key("Anna's new laptop")
    team.admits(team.anna)
    newer, team.lead.trust = team.lead.trusting.signed, before
    changed = forgery.with_header(roster=newer.to_json(), roster_seq=newer.roster.seq)
    with pytest.raises(KeyChanged):
        team.lead.opens(changed.signed(old).sealed(folder / "x.evb", *everybody(team)))
