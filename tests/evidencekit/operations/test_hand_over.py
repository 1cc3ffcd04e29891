from pathlib import Path

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.bundle import BundleThere, PlaceUnusable
from evidencekit.errors.work import LeadOnly, NoSuchMember, NothingNew, NotJoined
from evidencekit.ids import AuthorId
from evidencekit.operations import drafting, hand_over, remembering
from evidencekit.operations.hand_over import Wanted, kind_of
from evidencekit.progress import Stopped
from tests.world import Person, World, case


def test_each_bundle_begins_where_the_last_one_ended(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("document", title="Threshold document")
    first = ben.hands_over()
    ben.writes("document", title="Missing protocol")
    ben.writes("document", title="Audit of June")
    second = ben.hands_over()
    assert (first.seq, first.revisions, second.seq, second.revisions) == (1, 1, 2, 2)
    assert second.counts == {"document": 2}


def test_a_bundle_has_a_neutral_name(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("document", title="Threshold document")
    made = ben.hands_over()
    assert ben.desk.trust is not None
    assert made.path.name == f"{ben.desk.trust.team}-{ben.desk.me.id}-000001.evb"
    assert b"Okoro" not in made.path.read_bytes()


def test_a_full_bundle_holds_everything_again(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("document", title="Threshold document")
    ben.hands_over()
    ben.writes("document", title="Missing protocol")
    assert ben.hands_over(BundleKind.FULL).revisions == 2


def test_with_nothing_new_nothing_is_handed_over(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    with pytest.raises(NothingNew):
        ben.hands_over()
    assert list(ben.stick.glob("*000001.evb*")) == list(ben.stick.glob("*.evb"))


def test_before_joining_a_team_nothing_can_leave(world: World) -> None:
    ben = world.inspector()
    ben.writes("document", title="Threshold document")
    with pytest.raises(NotJoined):
        ben.hands_over()


def test_a_set_up_pack_comes_from_the_lead_alone(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    with pytest.raises(LeadOnly):
        ben.hands_over(BundleKind.SET_UP)


def test_a_reader_must_be_on_the_roster(team: tuple[Person, Person]) -> None:
    lead, _ben = team
    wanted = Wanted(BundleKind.FULL, (AuthorId("ZZZZZZZZZZ"),))
    with pytest.raises(NoSuchMember):
        hand_over.hand_over(lead.desk, lead.stick, wanted)


def test_what_is_still_being_typed_is_named_as_left_out(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("document", title="Threshold document")
    drafting.keep_draft(ben.desk, "new", "document", {"title": "Half a ti"})
    assert ben.hands_over().left_out == ("1 draft: still being written",)


def test_a_stopped_or_failed_bundle_leaves_no_half_file(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("document", title="Threshold document")
    ready = hand_over.gather(ben.desk, Wanted())

    def stop(_done: int, _of: int) -> None:
        raise Stopped

    before = sorted(ben.stick.iterdir())
    with pytest.raises(Stopped):
        hand_over.seal(ready, ben.stick, stop)
    with pytest.raises(PlaceUnusable):
        hand_over.seal(ready, ben.stick / "gone" / "x.evb")
    assert sorted(ben.stick.iterdir()) == before
    assert remembering.last_sent(ben.desk).seq == 0


def test_a_bundle_is_never_written_over(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("document", title="Threshold document")
    ready = hand_over.gather(ben.desk, Wanted())
    path: Path = hand_over.seal(ready, ben.stick).path
    with pytest.raises(BundleThere):
        hand_over.seal(ready, path)


def test_the_words_of_the_command_line_name_a_kind() -> None:
    assert kind_of() is BundleKind.SINCE
    assert kind_of(full=True) is BundleKind.FULL
    assert kind_of(set_up=True) is BundleKind.SET_UP
    assert kind_of(back=True) is BundleKind.RETURN


def test_a_return_pack_brings_the_leads_decisions(team: tuple[Person, Person]) -> None:
    lead, ben = team
    lead.writes("case", **case("SH-02"))
    assert ben.receives(lead.hands_over(BundleKind.RETURN)).counts["new"] == 1
