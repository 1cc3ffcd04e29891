import shutil
from pathlib import Path

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.bundle import BundleThere, NotAsWritten, PlaceUnusable
from evidencekit.errors.work import LeadOnly, NoSuchMember, NothingNew, NotJoined
from evidencekit.ids import AuthorId
from evidencekit.operations import attaching, drafting, hand_over, remembering
from evidencekit.operations.hand_over import Wanted, kind_of
from evidencekit.progress import Stopped
from evidencekit.store.connection import WrongUse
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


def test_a_stick_taken_out_midway_is_said_and_the_number_stays_free(
    team: tuple[Person, Person], tmp_path: Path
) -> None:
    _lead, ben = team
    ben.writes("document", title="Threshold document")
    ready = hand_over.gather(ben.desk, Wanted())
    stick = tmp_path / "other-stick"
    stick.mkdir()

    def taken_out(_done: int, _of: int) -> None:
        shutil.rmtree(stick, ignore_errors=True)

    with pytest.raises(PlaceUnusable):
        hand_over.seal(ready, stick / ready.file_name, taken_out)
    assert not stick.exists()
    assert remembering.last_sent(ben.desk).seq == 0
    assert ben.hands_over().seq == 1


def test_a_stick_that_gives_back_other_bytes_is_found_out_before_the_bundle_counts(
    team: tuple[Person, Person], tmp_path: Path
) -> None:
    _lead, ben = team
    scan = tmp_path / "scan.bin"
    scan.write_bytes(bytes(16 * 1024 * 1024))  # far more than waits between two threads
    ben.writes(
        "document", title="Threshold document",
        attachments=[attaching.attach_file(ben.desk, scan)],
    )  # fmt: skip
    ready = hand_over.gather(ben.desk, Wanted())
    stick = tmp_path / "worn-out"
    stick.mkdir()
    worn: list[Path] = []

    def wears_out(_done: int, _of: int) -> None:
        for half in stick.iterdir():
            if not worn and half.stat().st_size:
                worn.append(half)
                with half.open("r+b") as file:
                    file.seek(-100, 2)
                    file.write(bytes(50))

    with pytest.raises(NotAsWritten) as refused:
        hand_over.seal(ready, stick, wears_out)
    assert refused.value.exit_status == 4
    assert worn
    assert list(stick.iterdir()) == []


def test_a_bundle_that_cannot_be_remembered_is_taken_back(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("document", title="Threshold document")
    ready = hand_over.gather(ben.desk, Wanted())
    sealed = hand_over.seal(ready, ben.stick)
    with ben.desk.database.transaction(), pytest.raises(WrongUse):
        hand_over.record(ben.desk, ready, sealed)  # the desk is in the middle of something else
    assert not sealed.path.exists()
    assert ben.hands_over().seq == 1


def test_a_bundle_has_no_name_before_it_was_read_back(
    team: tuple[Person, Person], tmp_path: Path
) -> None:
    _lead, ben = team
    ben.writes("document", title="Threshold document")
    ready = hand_over.gather(ben.desk, Wanted())
    stick = tmp_path / "slow-stick"
    stick.mkdir()
    seen: set[str] = set()
    hand_over.seal(ready, stick, lambda _done, _of: seen.update(p.name for p in stick.iterdir()))
    assert seen == {f".{ready.file_name}.part"}
    assert [each.name for each in stick.iterdir()] == [ready.file_name]


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
