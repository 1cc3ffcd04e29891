from evidencekit.records.revision import State
from evidencekit.report.outline import Heading, Notice, Paragraph
from evidencekit.report.sections import findings
from tests.evidencekit.report.amberford import BEN, Amberford, links, section, words_of


def test_a_finding_names_the_evidence_on_both_sides_and_what_is_not_printed() -> None:
    world = Amberford()
    note = world.add("case-note", {"headline": "n", "areas": links("E1")})
    draft = world.add("case-note", {"headline": "d"}, state=State.DRAFT.value)
    world.add(
        "finding",
        {"text": "Seen late.", "finding_kind": "area-for-improvement", "addressee": "police",
         "areas": [{"area": "E1"}], "evidence": [note, draft], "counter_evidence": [note],
         "impact": "Waited.", "weighing": "Mostly."},
    )  # fmt: skip
    blocks = findings.blocks(world.base(), section("improvements"))
    heading = blocks[1]
    assert isinstance(heading, Heading)
    assert heading.text == "F1 · Police · E1"
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    assert [paragraph.text for paragraph in paragraphs] == [
        "Seen late.",
        "What it meant for children: Waited.",
        "For and against: Mostly.",
        "Evidence (1 more not printed: draft, deleted or not here):",
        "Evidence against:",
        "Written by Anna Bell. Not yet agreed by the team.",
    ]
    assert paragraphs[3].evidence[0].label == "1"


def test_a_finding_without_evidence_is_flagged() -> None:
    world = Amberford()
    world.add("finding", {"text": "x", "finding_kind": "strength"}, BEN)
    blocks = findings.blocks(world.base(), section("strengths"))
    assert any(isinstance(block, Notice) and block.title == "No evidence" for block in blocks)


def test_adoption_and_agreement_are_told() -> None:
    world = Amberford()
    adopted = world.add("finding", {"text": "a", "finding_kind": "strength"})
    world.decide(adopted, "adopt")
    world.add("finding", {"text": "b", "finding_kind": "strength", "status": "agreed"})
    said = words_of(findings.blocks(world.base(), section("strengths")))
    assert "Adopted by the lead." in said
    assert "Agreed by the team." in said


def test_kinds_get_headings_of_their_own_where_there_are_two() -> None:
    world = Amberford()
    world.add("finding", {"text": "a", "finding_kind": "priority-action"})
    world.add("finding", {"text": "b", "finding_kind": "agency-weakness"})
    blocks = findings.blocks(world.base(), section("improvements"))
    levels = [(block.text, block.level) for block in blocks if isinstance(block, Heading)]
    assert ("Area for priority action", 2) in levels
    assert ("Weakness of an agency", 2) in levels


def test_a_section_without_findings_says_so() -> None:
    assert findings.blocks(Amberford().base(), section("strengths"))[1:] == (
        Paragraph(text="None is recorded."),
    )


def test_a_disputed_finding_is_not_chosen_between() -> None:
    world = Amberford()
    first = world.version("finding", {"text": "a", "finding_kind": "strength"})
    for text in ("left", "right"):
        world.version("finding", {"text": text, "finding_kind": "strength"},
                      record=first.header.record, parents=[first])  # fmt: skip
    said = words_of(findings.blocks(world.base(), section("strengths")))
    assert "Two versions stand" in said
    assert "left" not in said
    assert "right" not in said


def test_other_findings_are_those_that_no_section_prints() -> None:
    world = Amberford()
    world.add("finding", {"text": "seen", "finding_kind": "emerging"})
    base = world.base()
    assert "seen" in words_of(findings.others(base, frozenset({"strength"})))
    assert findings.others(base, frozenset({"emerging"})) == ()
