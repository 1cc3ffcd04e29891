"""A form as text: names of questions, answers, and nothing of ours."""

from evidencekit.canonical import Json
from ui.places.plain_words import plain_words


def test_answers_stand_below_their_questions() -> None:
    content = {"headline": "Held late", "i_saw": "A bruise.", "case": "", "base": "abc"}
    words = plain_words("case-note", content)
    assert words.startswith("Case note\n")
    assert "Held late" in words
    assert "A bruise." in words
    assert "abc" not in words


def test_lines_of_a_meeting_and_half_typed_words_are_all_there() -> None:
    content: dict[str, Json] = {
        "lines": [{"key": "1", "text": "The chair opens.", "time": "09:31"}],
        "composer": {"typed": "The health vis", "caret": 14},
    }
    words = plain_words("observation", content)
    assert "The chair opens." in words
    assert "The health vis" in words


def test_a_text_of_no_known_kind_is_given_as_it_is() -> None:
    assert plain_words("reason", {"text": "Wrong stick.", "place": "Merge"}) == "Wrong stick."
