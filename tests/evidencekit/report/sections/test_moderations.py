"""Moderation on paper: alone, laid open, agreed, and who does not agree."""

from evidencekit.canonical import Json
from evidencekit.framework import library
from evidencekit.records.revision import State
from evidencekit.report.base import Base
from evidencekit.report.build import build
from evidencekit.report.outline import Facts, Heading, Quote, Table
from evidencekit.report.sections import moderations
from tests.evidencekit.report.amberford import ANNA, BEN, Amberford, words_of


def moderated(world: Amberford, **more: Json) -> None:
    scores: list[Json] = [
        world.add("score", {"area": "E4", "grade": grade, "rationale": why}, author)
        for author, grade, why in ((ANNA, "good", "Seen early."), (BEN, "adequate", "Seen late."))
    ]
    fields: dict[str, Json] = {
        "area": "E4", "named": [ANNA, BEN], "revealed_at": "2012-11-22T16:00", "scores": scores,
        "view": "Most children are seen in time.", "grade": "adequate", "agreed_by": [ANNA],
        "dissent": [{"by": BEN, "says": "Two of five were not."}], **more,
    }  # fmt: skip
    world.add("moderation", fields, ANNA)


def test_scores_stand_side_by_side_with_the_view_and_the_dissent() -> None:
    world = Amberford()
    moderated(world)
    found = moderations.blocks(world.base())
    (table,) = (block for block in found if isinstance(block, Table))
    assert table.rows == (
        ("Anna Bell", "Good", "Seen early."), ("Ben Thorne", "Adequate", "Seen late."),
    )  # fmt: skip
    facts = next(block for block in found if isinstance(block, Facts))
    assert ("Agreed score", "Adequate") in facts.rows
    assert ("Laid open", "22 November 2012, 16:00") in facts.rows
    (dissent,) = (block for block in found if isinstance(block, Quote))
    assert (dissent.text, dissent.who) == ("Two of five were not.", "Ben Thorne does not agree")
    assert "Most children are seen in time." in words_of(found)
    headings = [each.text for each in build(world.snapshot(), world.base().pack).headings()]
    assert "Moderation" in headings


def test_what_is_not_laid_open_or_not_handed_in_is_not_printed() -> None:
    world = Amberford()
    world.add("moderation", {"area": "E4", "named": [ANNA, BEN]}, ANNA)
    fields: dict[str, Json] = {"area": "E4", "revealed_at": "2012-11-22T16:00", "view": "Half."}
    world.add("moderation", fields, ANNA, state=State.DRAFT.value)
    assert moderations.blocks(world.base()) == ()


def test_a_framework_without_grades_prints_the_words_alone() -> None:
    world = Amberford()
    moderated(world)
    pack = library.get("jtai-2015")
    found = moderations.blocks(Base(world.snapshot(pack), pack))
    said = words_of(found)
    assert "Adequate" not in said
    assert "Good" not in said
    facts = next(block for block in found if isinstance(block, Facts))
    assert "Agreed score" not in dict(facts.rows)
    assert any(isinstance(block, Heading) for block in found)


def test_a_score_that_is_not_here_is_said_to_be_missing() -> None:
    world = Amberford()
    moderated(world, scores=["0" * 32])
    (table,) = (each for each in moderations.blocks(world.base()) if isinstance(each, Table))
    assert table.rows[0][1] == "Not here"
