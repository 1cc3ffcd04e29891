from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.base import Planned
from evidencekit.errors.bundle import NotForThisReader, SenderRevoked, SenderUnknown
from evidencekit.errors.crypto import NotAddressedToYou
from evidencekit.errors.work import PlanOutdated, ReasonNeeded
from evidencekit.operations import (
    capture,
    care,
    reading,
    receive,
    trusting,
    withdrawing,
)
from evidencekit.store import batches
from tests.world import Person, World, case, note


def test_a_preview_writes_nothing(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="Threshold document")
    made, before = ben.hands_over(), care.fingerprint(lead.desk)
    preview = receive.preview(lead.desk, made.path, receive.verify(lead.desk, made.path))
    assert preview.counts["new"] == 1
    assert preview.sender_name == "Ben Okoro"
    assert care.fingerprint(lead.desk) == before


def test_a_merge_reconciles_what_was_announced_with_what_was_written(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    ben.writes("document", title="Threshold document")
    ben.writes("document", title="Missing protocol")
    joined = lead.receives(ben.hands_over())
    assert (joined.announced, joined.written) == (2, 2)
    assert {row.title for row in reading.rows(lead.desk)} >= {
        "Threshold document", "Missing protocol",
    }  # fmt: skip


def test_a_bundle_that_arrives_twice_changes_nothing(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="Threshold document")
    made = ben.hands_over()
    lead.receives(made)
    before = care.fingerprint(lead.desk)
    again = lead.receives(made)
    assert (again.written, again.counts["held"]) == (0, 1)
    assert care.fingerprint(lead.desk) == before


def test_any_order_gives_the_same_base(tmp_path: Path) -> None:
    found = set()
    for number, order in enumerate(permutations(range(3))):
        folder = tmp_path / str(number)
        folder.mkdir()
        world = World(folder)
        lead, ben = world.team()
        packs = []
        for title in ("Monday", "Tuesday", "Wednesday"):
            ben.writes("document", title=title)
            packs.append(ben.hands_over())
        for at in order:
            lead.receives(packs[at])
        found.add(care.fingerprint(lead.desk).groups)
        assert care.check(lead.desk).is_sound
        world.closes()
    assert len(found) == 1


def test_a_hole_is_shown_and_the_late_bundle_fills_it(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="Monday")
    monday = ben.hands_over()
    ben.writes("document", title="Tuesday")
    tuesday = ben.hands_over()
    preview = receive.preview(lead.desk, tuesday.path, receive.verify(lead.desk, tuesday.path))
    assert preview.incomplete == [1]
    receive.join(lead.desk, preview)
    late = receive.verify(lead.desk, monday.path)
    assert late.missing == ()
    lead.receives(monday)
    assert {"Monday", "Tuesday"} <= {row.title for row in reading.rows(lead.desk)}


def test_a_correction_waits_for_the_version_it_corrects(team: tuple[Person, Person]) -> None:
    lead, ben = team
    first = ben.writes("document", title="Threshold document")
    monday = ben.hands_over()
    ben.corrects(first.record, "The year was wrong.", title="Threshold document 2011")
    tuesday = ben.hands_over()
    assert lead.receives(tuesday).counts["waiting"] == 1
    assert first.record not in {row.record for row in reading.rows(lead.desk)}
    lead.receives(monday)
    assert reading.item(lead.desk, first.record).title == "Threshold document 2011"


def test_an_erasure_travels_and_destroys_what_was_handed_over_before(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    child = lead.writes("case", **case()).record
    ben.receives(lead.hands_over(BundleKind.RETURN))
    named = ben.notes(child, "Quillon Vetch was at home.")
    lead.receives(ben.hands_over())
    assert reading.search(lead.desk, "Quillon")
    ben.corrects(named.record, "A name.", **note(child, "The child was at home."))
    capture.erase(ben.desk, named.revision.id, "A child's name.")
    lead.receives(ben.hands_over())
    assert reading.search(lead.desk, "Quillon") == ()
    assert reading.history(lead.desk, named.record)[0].is_erased
    assert care.fingerprint(lead.desk).groups == care.fingerprint(ben.desk).groups
    assert care.check(lead.desk).is_sound


def test_a_withdrawn_merge_leaves_the_base_as_it_was_and_can_come_back(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    seen = ben.writes("document", title="Threshold document")
    before = care.fingerprint(lead.desk).groups
    made = ben.hands_over()
    joined = lead.receives(made)
    after = care.fingerprint(lead.desk).groups
    lead.writes("finding", text="Thresholds are clear.", evidence=[seen.record])
    withdrawn = withdrawing.withdraw(lead.desk, (joined.batch,), "The wrong stick.")
    assert withdrawn.revisions == 1
    assert [title for _record, title in withdrawn.impact] == ["Finding: Thresholds are clear."]
    assert batches.get(lead.desk.database, joined.batch).reason == "The wrong stick."
    lead.receives(made)
    assert {row.title for row in reading.rows(lead.desk)} >= {"Threshold document"}
    assert before != after


def test_a_withdrawal_needs_a_reason(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="Threshold document")
    joined = lead.receives(ben.hands_over())
    with pytest.raises(ReasonNeeded):
        withdrawing.withdraw(lead.desk, (joined.batch,), "")


def test_a_preview_made_before_another_merge_is_made_again(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="Threshold document")
    made = ben.hands_over()
    stale = receive.preview(lead.desk, made.path, receive.verify(lead.desk, made.path))
    lead.receives(made)
    with pytest.raises(PlanOutdated):
        receive.join(lead.desk, stale)


def test_a_bundle_for_somebody_else_is_refused(world: World) -> None:
    lead, ben = world.team()
    sara = world.inspector("Sara Lind", "cqc")
    world.joins(sara, lead)
    ben.writes("document", title="Threshold document")
    with pytest.raises((NotAddressedToYou, NotForThisReader)):
        sara.receives(ben.hands_over())


def test_a_stranger_is_refused(world: World) -> None:
    lead, _ben = world.team()
    other = World(world.folder / "other", is_another=True)
    other.folder.mkdir()
    _their_lead, mallory = other.team()
    mallory.writes("document", title="Threshold document")
    made = mallory.hands_over(BundleKind.FULL)
    with pytest.raises((NotAddressedToYou, SenderUnknown)):
        lead.receives(made)
    other.closes()


def test_a_revoked_member_is_refused(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="Threshold document")
    made = ben.hands_over()
    trusting.revoke(lead.desk, ben.desk.me.id)
    with pytest.raises(SenderRevoked):
        lead.receives(made)


@pytest.mark.parametrize("offset", range(0, 100, 7))
def test_an_altered_byte_anywhere_refuses_the_whole(
    team: tuple[Person, Person], offset: int
) -> None:
    lead, ben = team
    ben.writes("document", title="Threshold document")
    made = ben.hands_over()
    content = bytearray(made.path.read_bytes())
    content[len(content) * offset // 100] ^= 1
    altered = made.path.with_name("altered.evb")
    altered.write_bytes(content)
    before = care.fingerprint(lead.desk)
    with pytest.raises(Planned) as refusal:
        lead.receives(altered)
    assert refusal.value.exit_status == 4
    assert care.fingerprint(lead.desk) == before
    assert "Threshold" not in str(refusal.value)


def test_what_the_roster_does_not_allow_is_kept_aside_and_shown(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    # A laptop that takes itself for the lead's writes what only the lead may.
    me, trust = ben.desk.me, ben.desk.trust
    ben.desk.me, ben.desk.trust = replace(me, role="lead"), None
    ben.writes("judgement", judgement="J1")
    ben.desk.me, ben.desk.trust = me, trust
    joined = lead.receives(ben.hands_over())
    assert joined.counts["refused"] == 1
    assert "judgement" not in {row.kind for row in reading.rows(lead.desk)}


def test_what_two_merges_brought_stays_when_one_is_withdrawn(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    ben.writes("document", title="One")
    first = lead.receives(ben.hands_over())
    ben.writes("document", title="Two")
    lead.receives(ben.hands_over(BundleKind.FULL))
    withdrawn = withdrawing.withdraw(lead.desk, (first.batch,), "Sent twice.")
    assert withdrawn.revisions == 0
    assert {"One", "Two"} <= {row.title for row in reading.rows(lead.desk)}
