from pathlib import Path

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.bundle import LeadStays, WrongCard
from evidencekit.errors.work import AlreadyThere, LeadOnly, ReasonNeeded
from evidencekit.operations import care, colleagues, decide, reading, remembering, trusting
from tests.world import Person, World, case


def test_somebody_without_a_team_sees_themselves_and_their_digits(world: World) -> None:
    ben = world.inspector()
    view = colleagues.look(ben.desk)
    assert (view.is_joined, view.leads, view.lead_name) == (False, False, "")
    assert [(each.name, each.inspectorate, each.is_me) for each in view.people] == [
        ("Ben Okoro", "HMIC", True)
    ]
    assert view.digits == trusting.my_digits(ben.desk)


def test_a_card_is_a_file_whose_name_tells_nobody_who_it_is_of(
    world: World, tmp_path: Path
) -> None:
    lead, ben = world.lead(), world.inspector()
    path = colleagues.save_card(ben.desk, tmp_path)
    assert "ben" not in path.name.lower()
    seen = colleagues.see_card(lead.desk, path)
    assert (seen.name, seen.inspectorate, seen.is_known) == ("Ben Okoro", "HMIC", False)
    with pytest.raises(AlreadyThere):
        colleagues.save_card(ben.desk, tmp_path)
    path.write_bytes(b"{}")
    with pytest.raises(WrongCard):
        colleagues.see_card(lead.desk, path)


def test_a_pack_names_its_lead_before_anybody_is_trusted(world: World) -> None:
    lead, ben = world.lead(), world.inspector()
    trusting.admit(lead.desk, trusting.join_card(ben.desk), trusting.my_digits(ben.desk))
    seen = colleagues.see_pack(ben.desk, lead.hands_over(BundleKind.SET_UP).path)
    assert (seen.lead_name, seen.lead_inspectorate) == ("Lena Marsh", "Ofsted")
    assert ben.desk.trust is None


def test_the_lead_names_a_deputy_and_takes_it_back(team: tuple[Person, Person]) -> None:
    lead, ben = team
    colleagues.make_deputy(lead.desk, ben.desk.me.id)
    assert [each.is_deputy for each in colleagues.look(lead.desk).people] == [False, True]
    colleagues.make_deputy(lead.desk, ben.desk.me.id, deputy=False)
    assert not any(each.is_deputy for each in colleagues.look(lead.desk).people)
    with pytest.raises(LeadStays):
        colleagues.make_deputy(lead.desk, lead.desk.me.id)
    with pytest.raises(LeadOnly):
        colleagues.make_deputy(ben.desk, ben.desk.me.id)


def test_what_a_deputy_wrote_stands_for_who_joins_after_they_are_one_no_more(
    world: World,
) -> None:
    lead, dora = world.lead(), world.inspector("Dora Finch", "cqc")
    world.joins(dora, lead, deputy=True)
    child = dora.writes("case", **case()).record
    decide.set_aside(dora.desk, child, "Chosen twice.")
    lead.receives(dora.hands_over(BundleKind.FULL))
    colleagues.make_deputy(lead.desk, dora.desk.me.id, deputy=False)
    cara = world.inspector("Cara Lin", "hmic")
    world.joins(cara, lead)  # the set-up pack alone brings the deputy's case and decision
    assert reading.item(cara.desk, child).accepted == "set-aside"
    dora.receives(lead.hands_over(BundleKind.RETURN))
    with pytest.raises(LeadOnly):
        decide.set_aside(dora.desk, child, "Once more.")
    assert care.fingerprint(cara.desk) == care.fingerprint(lead.desk)


def test_revoking_needs_a_reason_which_is_written_down(team: tuple[Person, Person]) -> None:
    lead, ben = team
    with pytest.raises(ReasonNeeded):
        colleagues.revoke(lead.desk, ben.desk.me.id, "  ")
    colleagues.revoke(lead.desk, ben.desk.me.id, "The laptop was lost.")
    revoked = colleagues.look(lead.desk).people[-1]
    assert (revoked.name, revoked.revoked) == ("Ben Okoro", "2012-11-19")
    assert "The laptop was lost." in str(remembering.log_entries(lead.desk)[-1])
