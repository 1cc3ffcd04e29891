import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.base import Planned
from evidencekit.errors.bundle import (
    DigitsDiffer,
    NotASetUp,
    NotHeldBack,
    SenderRevoked,
    WrongCard,
)
from evidencekit.errors.work import LeadOnly, NotJoined, ReasonNeeded
from evidencekit.operations import reading, remembering, trusting
from tests.world import Person, World, case


def test_two_people_come_to_trust_each_other_by_voice(world: World) -> None:
    lead, ben = world.lead(), world.inspector()
    card = trusting.join_card(ben.desk)
    admitted = trusting.admit(lead.desk, card, trusting.my_digits(ben.desk))
    pack = lead.hands_over(BundleKind.SET_UP)
    pinned = trusting.pin(ben.desk, pack.path, trusting.my_digits(lead.desk))
    assert admitted.member.name == "Ben Okoro"
    assert pinned.lead_name == "Lena Marsh"
    assert trusting.team_of(ben.desk).members == trusting.team_of(lead.desk).members
    assert len(trusting.my_digits(ben.desk).replace(" ", "")) == 30


def test_other_digits_admit_and_pin_nobody(world: World) -> None:
    lead, ben = world.lead(), world.inspector()
    card = trusting.join_card(ben.desk)
    with pytest.raises(DigitsDiffer):
        trusting.admit(lead.desk, card, "12345 67890 12345 67890 12345 67890")
    assert trusting.team_of(lead.desk).seq == 1
    trusting.admit(lead.desk, card, trusting.my_digits(ben.desk))
    pack = lead.hands_over(BundleKind.SET_UP)
    with pytest.raises(DigitsDiffer):
        trusting.pin(ben.desk, pack.path, trusting.my_digits(ben.desk))
    assert ben.desk.trust is None


def test_a_card_that_was_altered_is_refused(world: World) -> None:
    lead, ben = world.lead(), world.inspector()
    card = trusting.join_card(ben.desk).replace(b"Ben Okoro", b"Bob Okoro")
    with pytest.raises(WrongCard):
        trusting.read_card(card)
    with pytest.raises(Planned):
        trusting.admit(lead.desk, card, trusting.my_digits(ben.desk))


def test_only_a_set_up_pack_can_be_pinned(team: tuple[Person, Person]) -> None:
    lead, ben = team
    lead.writes("document", title="One")
    with pytest.raises(NotASetUp):
        trusting.setup_offer(ben.desk, lead.hands_over(BundleKind.FULL).path)


def test_a_set_up_pack_says_who_its_lead_claims_to_be(world: World) -> None:
    lead, ben = world.lead(), world.inspector()
    trusting.admit(lead.desk, trusting.join_card(ben.desk), trusting.my_digits(ben.desk))
    offer = trusting.setup_offer(ben.desk, lead.hands_over(BundleKind.SET_UP).path)
    assert (offer.lead.name, ben.desk.trust) == ("Lena Marsh", None)


def test_trust_survives_locking(world: World) -> None:
    _lead, ben = world.team()
    before = trusting.team_of(ben.desk)
    ben.locks()
    world.reopens(ben)
    assert trusting.team_of(ben.desk) == before


def test_a_revoked_member_stays_by_name_and_out_of_allowed_signers(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    seen = trusting.revoke(lead.desk, ben.desk.me.id)
    assert [m.revoked for m in seen.members if m.id == ben.desk.me.id] == [True]
    assert ben.desk.me.id.encode() not in trusting.allowed_signers(lead.desk)
    assert lead.desk.me.id.encode() in trusting.allowed_signers(lead.desk)


def test_a_bundle_of_before_the_loss_is_let_in_and_a_later_one_is_not(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    held = ben.writes("case", **case("B-01", "inspectorate-tracked")).record
    before = ben.hands_over().path
    with pytest.raises(NotHeldBack):
        trusting.admit_bundle(lead.desk, before, "It left on Monday.")
    trusting.revoke(lead.desk, ben.desk.me.id)
    ben.writes("case", **case("B-02", "inspectorate-tracked"))
    after = ben.hands_over().path
    with pytest.raises(ReasonNeeded):
        trusting.admit_bundle(lead.desk, before, " ")
    with pytest.raises(SenderRevoked):
        lead.receives(before)
    digest = trusting.admit_bundle(lead.desk, before, "It left on Monday.")
    lead.receives(before)
    assert reading.item(lead.desk, held).title == "B-01"
    with pytest.raises(SenderRevoked):
        lead.receives(after)
    assert any(digest in str(each) for each in remembering.log_entries(lead.desk))


def test_a_bundle_that_is_damaged_is_not_let_in_either(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("case", **case("B-01", "inspectorate-tracked"))
    path = ben.hands_over().path
    trusting.revoke(lead.desk, ben.desk.me.id)
    seq = trusting.team_of(lead.desk).seq
    content = bytearray(path.read_bytes())
    content[-100] ^= 1
    path.write_bytes(content)
    with pytest.raises(Planned):
        trusting.admit_bundle(lead.desk, path, "It left on Monday.")
    assert trusting.team_of(lead.desk).seq == seq


def test_only_the_lead_changes_the_roster(team: tuple[Person, Person]) -> None:
    lead, ben = team
    with pytest.raises(LeadOnly):
        trusting.revoke(ben.desk, lead.desk.me.id)


def test_before_joining_there_is_no_team(world: World) -> None:
    with pytest.raises(NotJoined):
        trusting.team_of(world.inspector().desk)


def test_giving_out_the_reading_key_is_written_down(lead: Person) -> None:
    key = trusting.reading_key(lead.desk)
    assert key.startswith(b"AGE-SECRET-KEY-1")
    entries = remembering.log_entries(lead.desk)
    assert isinstance(entries[-1], dict)
    assert entries[-1]["what"] == "reading-key exported"
