from evidencekit.report.outline import Entry, Heading, Paragraph, Points
from evidencekit.report.sections import evidence_annex
from tests.evidencekit.report.amberford import Amberford, links


def test_each_piece_is_printed_once_and_named_again_under_its_other_areas() -> None:
    world = Amberford()
    world.add("case-note", {"headline": "both", "areas": links("E1", "E3")})
    blocks = evidence_annex.blocks(world.base())
    assert [block.number for block in blocks if isinstance(block, Entry)] == [1]
    again = next(
        block for block in blocks if isinstance(block, Paragraph) and block.text.startswith("Also")
    )
    assert [citation.label for citation in again.evidence] == ["1"]


def test_what_speaks_to_no_area_is_printed_too() -> None:
    world = Amberford()
    world.add("case-note", {"headline": "loose", "areas": links("Z99")})
    blocks = evidence_annex.blocks(world.base())
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert "Evidence that speaks to no area of the framework" in headings
    assert any(isinstance(block, Entry) for block in blocks)


def test_areas_without_evidence_are_named_together() -> None:
    world = Amberford()
    world.add("case-note", {"areas": links("E1")})
    points = evidence_annex.blocks(world.base())[-1]
    assert isinstance(points, Points)
    assert len(points.items) == 18
