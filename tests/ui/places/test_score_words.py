"""Without a scale, no word of one stands on the page."""

from dataclasses import astuple, replace

from tests.ui.places.conftest import Known
from ui.places.score_words import waiting_words, words_for
from ui.places.workplace import Workplace


def test_a_framework_in_words_has_no_word_of_grades(workplace: Workplace, known: Known) -> None:
    said = " ".join(astuple(words_for(replace(workplace.pack, grades=()))))
    assert "grade" not in said.lower()
    assert "scale" not in said.lower()
    assert words_for(workplace.pack).choice == "Grade"


def test_how_many_wait_is_said_and_nothing_of_what_they_say() -> None:
    assert waiting_words(0) == ""
    assert waiting_words(1).startswith("A colleague's score is in.")
    assert waiting_words(3).startswith("3 scores by colleagues are in.")
