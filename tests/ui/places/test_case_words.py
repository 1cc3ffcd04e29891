"""What a case is called on screen."""

import pytest

from evidencekit.ids import RecordId
from evidencekit.operations.sample import CaseLine
from tests.ui.places.conftest import do
from ui.places.case_words import (
    case_card,
    counted,
    day_words,
    moment_words,
    plan_and_age,
    words_in,
    written_words,
)
from ui.places.workplace import Workplace

LINE = CaseLine(
    record=RecordId("r1"), reference="SH-01", sample_type="shared-tracked", is_shared=True,
    is_tracked=True, tracking="started", plan="child-protection", age_band="5-9",
    stages=("assessment",), notes=26, touched="2012-11-20T10:00:00Z", is_disputed=False,
)  # fmt: skip


def test_a_card_reads_as_the_sentence_people_expect(workplace: Workplace) -> None:
    card = case_card(LINE, workplace.pack, "Europe/London", 2012)
    assert card.spoken == (
        "SH-01. Shared sample. Tracked. Child protection plan. Age 5 to 9. 26 notes."
    )
    assert card.by.startswith("26 notes · last touched 20 November, 10:00")
    assert do(workplace, lambda desk: desk.is_lead)


def test_amounts_and_days_are_said_in_words() -> None:
    assert [counted(n) for n in (0, 1, 2)] == ["No notes yet", "1 note", "2 notes"]
    assert day_words("2012-11-19", 2012) == "19 November"
    assert day_words("2011-11-19", 2012) == "19 November 2011"
    assert day_words("some day") == "some day"
    assert moment_words("2012-11-19T10:30", 2012) == "19 November, 10:30"
    assert written_words("", "Europe/London") == ""
    assert written_words("2012-06-19T10:30:00Z", "Europe/London", 2012) == "19 June, 11:30"


@pytest.mark.parametrize(
    ("plan", "age", "said"),
    [
        ("child-protection", "5-9", "Child protection plan. Age 5 to 9."),
        ("", "unborn", "Unborn."),
        ("", "", "Plan and age not filled in."),
    ],
)
def test_plan_and_age_stand_in_one_line(plan: str, age: str, said: str) -> None:
    assert plan_and_age(plan, age) == said


def test_a_case_is_found_by_its_words(workplace: Workplace) -> None:
    words = words_in(LINE, workplace.pack)
    assert "sh-01" in words
    assert "assessment" in words
    assert "child protection plan" in words
