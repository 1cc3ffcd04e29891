import pytest

from evidencekit.records.revision import State
from evidencekit.report.outline import Facts, Notice, Paragraph
from evidencekit.report.sections import judgements
from tests.evidencekit.report.amberford import ANNA, BEN, DANA, Amberford, section, words_of


def said(world: Amberford) -> str:
    return words_of(judgements.blocks(world.base(), section("judgements")))


def test_a_judgement_is_printed_with_its_reasons_and_who_did_not_agree() -> None:
    world = Amberford()
    world.add(
        "judgement",
        {"judgement": "J1", "grade": "adequate", "agreed_by": [ANNA, BEN], "not_agreed_by": [DANA],
         "rationale": {"agency_impact": "Some."}, "dissent": "Too kind.",
         "agreed_at": "2012-11-29T16:30"},
    )  # fmt: skip
    blocks = judgements.blocks(world.base(), section("judgements"))
    facts = next(block for block in blocks if isinstance(block, Facts))
    assert facts.rows == (
        ("Recorded", "Adequate"),
        ("Agreed by", "Anna Bell, Ben Thorne"),
        ("Not agreed by", "Dana Nguyễn"),
        ("Agreed at", "29 November 2012, 16:30"),
    )
    assert Paragraph(text="Some.") in blocks
    assert Paragraph(text="Too kind.") in blocks


@pytest.mark.parametrize(
    "fields",
    [
        {"judgement": "J2", "owner": "hmic", "grade": "inadequate", "narrative": "Police alone."},
        {"judgement": "police", "grade": "good", "narrative": "Police alone."},
        {"judgement": "J2", "grade": "requires-improvement", "narrative": "Police alone."},
    ],
    ids=["one agency", "not in the framework", "off the scale"],
)
def test_what_the_framework_forbids_is_counted_and_never_printed(fields: dict[str, str]) -> None:
    world = Amberford()
    world.add("judgement", fields)
    blocks = judgements.blocks(world.base(), section("judgements"))
    assert any(isinstance(block, Notice) and block.title == "Not printed" for block in blocks)
    assert "Police alone" not in words_of(blocks)


def test_a_draft_judgement_is_not_printed() -> None:
    world = Amberford()
    world.add("judgement", {"judgement": "J1", "grade": "good", "narrative": "Maybe."},
              state=State.DRAFT.value)  # fmt: skip
    assert "Maybe" not in said(world)


def test_a_disputed_judgement_shows_no_grade() -> None:
    world = Amberford()
    first = world.version("judgement", {"judgement": "J1", "grade": "good"})
    for grade in ("adequate", "inadequate"):
        world.version("judgement", {"judgement": "J1", "grade": grade},
                      record=first.header.record, parents=[first])  # fmt: skip
    text = said(world)
    assert "Inadequate" not in text
    assert "Two versions stand" in text


def test_what_the_source_did_not_publish_is_said() -> None:
    assert "did not publish" in said(Amberford())
