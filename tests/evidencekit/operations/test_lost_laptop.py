"""What was on a lost laptop comes from chains, packs and receipts."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.crypto import sshsig
from evidencekit.errors.work import NoSuchMember
from evidencekit.ids import AuthorId
from evidencekit.operations import colleagues, lost_laptop, receipts
from evidencekit.operations.hand_over import HandedOver
from tests.world import Person, World, case


@dataclass
class Lost:
    world: World
    lead: Person
    ben: Person
    kept_back: HandedOver


@pytest.fixture(scope="module")
def lost(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lost]:
    """Ben's second bundle never came, and he wrote more after the third."""
    world = World(tmp_path_factory.mktemp("world"))
    lead = world.lead()
    shared = lead.writes("case", **case("SH-01")).record
    lead.writes("case", **case("SH-02"))
    ben = world.inspector()
    world.joins(ben, lead)
    lead.writes("document", title="Written after the pack")
    ben.notes(shared, "The cot was empty.")
    lead.receives(ben.hands_over())
    ben.writes("document", title="On a stick only")
    kept_back = ben.hands_over()
    own = ben.writes("case", **case("OB-01", "own-tracked")).record
    ben.notes(own, "A quiet room.")
    lead.receives(ben.hands_over())
    ben.writes("document", title="Never handed over")
    receipts.write_receipts(lead.desk, lead.stick)
    yield Lost(world, lead, ben, kept_back)
    world.closes()


def test_it_counts_what_they_wrote_and_what_the_packs_brought(lost: Lost) -> None:
    found = lost_laptop.look(lost.lead.desk, lost.ben.desk.me.id)
    assert (found.own.upto, found.own.counts) == (4, {"Case notes": 2, "Cases": 1})
    assert found.own.cases == ("OB-01", "SH-01")
    assert found.given.counts == {"Cases": 2, "Inspections": 1}
    assert found.given.cases == ("SH-01", "SH-02")
    assert [(each.kind, each.seq) for each in found.packs] == [("set-up", 1)]
    assert not found.has_whole


def test_it_names_what_is_known_to_be_missing_and_when_the_last_bundle_came(lost: Lost) -> None:
    found = lost_laptop.look(lost.lead.desk, lost.ben.desk.me.id)
    assert found.missing == ((2, 2),)
    assert len(found.came) == 2
    assert found.came_last > found.sealed_last > found.own.until
    assert found.receipt > found.came_last


def test_it_names_the_keys_and_no_content(lost: Lost) -> None:
    found = lost_laptop.look(lost.lead.desk, lost.ben.desk.me.id)
    assert found.key == sshsig.fingerprint(lost.ben.desk.signing.public)
    assert found.recipient == lost.ben.desk.reading.recipient
    assert "cot" not in repr(found)


def test_somebody_who_is_not_on_the_roster_has_no_laptop_here(lost: Lost) -> None:
    with pytest.raises(NoSuchMember):
        lost_laptop.look(lost.lead.desk, AuthorId("ZZZZZZZZZZ"))


def test_revoking_a_whole_bundle_and_a_return_pack_all_show(world: World) -> None:
    lead, ben = world.team()
    lead.writes("document", title="For all")
    lead.hands_over(BundleKind.RETURN)
    lead.hands_over(BundleKind.FULL)
    before = lost_laptop.look(lead.desk, ben.desk.me.id)
    assert [each.kind for each in before.packs] == ["set-up", "return", "full"]
    assert before.has_whole
    assert (before.own.upto, before.came_last, before.receipt) == (0, "", "")
    colleagues.revoke(lead.desk, ben.desk.me.id, "Left on a train.")
    after = lost_laptop.look(lead.desk, ben.desk.me.id)
    assert (after.revoked, after.why_revoked) == ("2012-11-19", "Left on a train.")
