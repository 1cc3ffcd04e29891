from evidencekit.report.outline import Heading, Paragraph, Points
from evidencekit.report.sections import inspectorates
from tests.evidencekit.report.amberford import CHIDI, Amberford, links, section, words_of


def test_each_inspectorate_in_the_team_has_its_own_short_part() -> None:
    blocks = inspectorates.blocks(Amberford().base(), section("inspectorates"))
    names = [block.text for block in blocks if isinstance(block, Heading) and block.level == 2]
    assert names == ["Ofsted", "CQC", "HMIC", "HMI Probation"]


def test_it_says_what_was_looked_at_and_what_was_found() -> None:
    world = Amberford()
    case = world.add("case", {"reference": "SH-01"})
    for _ in range(2):
        world.add("case-note", {"case": case, "areas": links("E2")}, CHIDI)
    world.add("finding", {"text": "Police notify late.", "finding_kind": "agency-weakness"}, CHIDI)
    blocks = inspectorates.blocks(world.base(), section("inspectorates"))
    paragraphs = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert any(
        "Its inspectors recorded 2 case notes. Cases: SH-01. Areas: E2." in text
        for text in paragraphs
    )
    points = next(block for block in blocks if isinstance(block, Points))
    assert points.items[0].text == "Weakness of an agency: Police notify late."
    assert points.items[0].evidence[0].label == "F1"


def test_no_grade_stands_in_these_parts() -> None:
    world = Amberford()
    world.add("score", {"area": "E1", "grade": "inadequate", "status": "graded"}, CHIDI)
    world.add("judgement", {"judgement": "J1", "owner": "hmic", "grade": "inadequate"}, CHIDI)
    said = words_of(inspectorates.blocks(world.base(), section("inspectorates")))
    assert "nadequate" not in said
