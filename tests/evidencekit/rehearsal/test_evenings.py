import pytest

from evidencekit.operations import reading, receipts, receive, remembering
from evidencekit.rehearsal.evenings import Relay
from tests.evidencekit.rehearsal.conftest import Amberford

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

INSPECTORS = ("tom", "priya", "gwen")


def received_from(amberford: Amberford, who: str) -> list[int]:
    sender = amberford.desk(who).me.id
    merged = sorted(remembering.received(amberford.desk("lead")), key=lambda each: each.batch)
    return [each.seq for each in merged if each.sender == sender]


@pytest.mark.parametrize("who", INSPECTORS)
def test_the_lead_holds_every_bundle_of_everybody(amberford: Amberford, who: str) -> None:
    sent = [each.seq for each in remembering.sent(amberford.desk(who))]
    assert len(sent) >= 4
    assert set(received_from(amberford, who)) == set(sent)


@pytest.mark.parametrize("who", INSPECTORS)
def test_every_bundle_is_answered_by_a_receipt_its_sender_holds(
    amberford: Amberford, who: str
) -> None:
    desk = amberford.desk(who)
    answered = {seq for answer in receipts.answers(desk) for seq in answer.bundles}
    assert answered == {each.seq for each in remembering.sent(desk)}


def test_the_late_bundle_left_a_hole_that_was_seen_and_filled(amberford: Amberford) -> None:
    hole = amberford.heard.index("  Not received from Tom Hartwell: no. 2.")
    filled = next(n for n, line in enumerate(amberford.heard) if "-000002.evb from Tom" in line)
    assert hole < filled
    assert received_from(amberford, "tom")[:4] == [1, 3, 2, 4]


def test_a_bundle_handed_in_twice_brought_nothing(amberford: Amberford) -> None:
    assert [line for line in amberford.heard if line.endswith("handed in twice: 0 new.")]


def test_a_bundle_merged_once_more_still_brings_nothing(amberford: Amberford) -> None:
    desk = amberford.desk("lead")
    merged = amberford.staged.document["merged"]
    assert isinstance(merged, list)
    path = amberford.folder / "bundles" / str(merged[0])
    assert not receive.preview(desk, path, receive.verify(desk, path)).plan.add


def test_evidence_until_thursday_is_accepted_and_no_score_is(amberford: Amberford) -> None:
    rows = reading.rows(amberford.desk("lead"), limit=reading.EVERY)
    notes = [row for row in rows if row.kind in {"observation", "case-note"} and row.accepted]
    assert len(notes) >= 50
    assert not [row for row in rows if row.kind == "score" and row.accepted]


def test_the_team_holds_the_cases_and_the_judgements_of_the_lead(amberford: Amberford) -> None:
    for who in INSPECTORS:
        assert len([r for r in amberford.rows("case", who) if r.title.startswith("SH-")]) == 8
        assert len(amberford.rows("judgement", who)) == 4


def test_a_relay_begins_with_nothing_on_the_way(amberford: Amberford) -> None:
    relay = Relay(None, amberford.heard.append)  # type: ignore[arg-type]
    assert relay.received == ()
