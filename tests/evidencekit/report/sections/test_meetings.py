from evidencekit.canonical import Json
from evidencekit.records.revision import State
from evidencekit.report.outline import Facts, Table
from evidencekit.report.sections import meetings
from tests.evidencekit.report.amberford import ANNA, BEN, Amberford, words_of

HELD: dict[str, Json] = {
    "title": "Team meeting, second day", "started": "2012-11-20T17:00",
    "present": [{"inspectorate": "ofsted", "who": [ANNA], "note": "One by telephone"}],
    "items": [{"item": "Inspectors differ on E4", "said": "Two files read.", "outcome": "Open."}],
    "challenge": [{"by": BEN, "about": "E4", "challenge": "One case.", "response": "Two more."}],
    "dissent": [{"by": BEN, "says": "It is worse than we write."}],
    "deployments": [{"member": ANNA, "day": "2012-11-21", "doing": "Read SH-02"}],
    "summary": "We look again tomorrow.",
}  # fmt: skip


def test_challenge_dissent_and_outcome_are_printed() -> None:
    world = Amberford()
    world.add("team-meeting", HELD)
    blocks = meetings.blocks(world.base())
    captions = [block.caption for block in blocks if isinstance(block, Table)]
    assert captions == ["Agenda", "Challenge", "Dissent", "Who goes where next"]
    challenge = [block for block in blocks if isinstance(block, Table)][1]
    assert challenge.rows == (("Ben Thorne", "E4", "One case.", "Two more.", "Not said"),)
    said = words_of(blocks)
    for words in ("It is worse than we write.", "21 November 2012", "We look again tomorrow."):
        assert words in said
    facts = next(block for block in blocks if isinstance(block, Facts))
    assert ("Held", "20 November 2012, 17:00") in facts.rows


def test_a_draft_of_a_meeting_is_not_printed_and_none_leaves_no_heading() -> None:
    world = Amberford()
    world.add("team-meeting", HELD, state=State.DRAFT.value)
    assert meetings.blocks(world.base()) == ()
