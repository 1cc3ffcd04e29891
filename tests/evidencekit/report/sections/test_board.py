from evidencekit.framework import library
from evidencekit.report.base import Base
from evidencekit.report.sections import board, judgements
from tests.evidencekit.report.amberford import Amberford, links, words_of

FOUR = library.get("integrated-2014")
SECTION = next(one for one in FOUR.sections if one.id == "board")


def base(world: Amberford) -> Base:
    return Base(world.snapshot(FOUR), FOUR)


def test_the_board_has_its_shared_judgement_in_words_and_its_findings() -> None:
    world = Amberford()
    world.add("judgement", {"judgement": "BD1", "narrative": "The Board asks well."})
    world.add("finding", {"text": "Heard.", "finding_kind": "strength", "areas": links("L1")})
    world.add("finding", {"text": "Other.", "finding_kind": "strength", "areas": links("C1")})
    said = words_of(board.blocks(base(world), SECTION))
    assert "The Board asks well." in said
    assert "Findings that speak to it: F1." in said


def test_a_board_that_nobody_judged_says_so() -> None:
    said = words_of(board.blocks(base(Amberford()), SECTION))
    assert "No judgement is recorded." in said
    assert "No finding speaks to it yet." in said


def test_a_judgement_under_another_inspectorate_is_not_printed() -> None:
    world = Amberford()
    world.add("judgement", {"judgement": "LA3", "owner": "hmic", "grade": "good"})
    printed, refused = judgements.printable(base(world))
    assert (printed, refused) == ((), 1)


def test_a_judgement_without_a_scale_is_told_as_in_words() -> None:
    world = Amberford()
    world.add("judgement", {"judgement": "PO2", "narrative": "Brought home."})
    ((item,), _) = judgements.printable(base(world))
    assert judgements.grade_of(base(world), item) == "In words"
