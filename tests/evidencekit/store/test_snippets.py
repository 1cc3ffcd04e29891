"""What was typed into a search box, and the place in a text where it stands."""

import pytest
from hypothesis import given, strategies as st

from evidencekit.store.snippets import Terms, fold


@pytest.mark.parametrize(
    ("typed", "spelled"),
    [
        ("", ""),
        ("  —  ", ""),
        ("baby", '"baby"*'),
        ("baby ", '"baby"'),
        ("ba", '"ba"'),
        ("the baby", '"the" AND "baby"*'),
        ("the ba", '"the" AND "ba"'),
        ('"the baby"', '"the baby"'),
        ('"the baby" asl', '"the baby" AND "asl"*'),
        ('baby"', '"baby"*'),
        ("case-note", '"case note"*'),
        ("re-do", '"re do"'),
        ("Crème", '"Crème"*'),
        ("NEAR(a b) OR NOT words:x*", '"NEAR a" AND "b" AND "OR" AND "NOT" AND "words x"'),
    ],
)
def test_what_is_typed_never_acts_as_an_operator(typed: str, spelled: str) -> None:
    assert Terms(typed).spelled == spelled
    assert bool(Terms(typed)) == bool(spelled)


def test_a_snippet_shows_the_words_found_on_one_line() -> None:
    text = "x" * 30 + " word" * 40 + "\nThe BABY was\tasleep. " + "more " * 60
    snippet, marks = Terms("asleep bab").snippet(text)
    assert "\n" not in snippet
    assert snippet.startswith("…")
    assert snippet.endswith("…")
    assert [snippet[at : at + length] for at, length in marks] == ["BABY", "asleep"]


def test_a_short_text_is_shown_whole() -> None:
    assert Terms("crem").snippet("Crème brûlée") == ("Crème brûlée", ((0, 5),))
    assert Terms("brulee ").snippet("Crème brûlée") == ("Crème brûlée", ((6, 6),))


def test_a_text_without_the_words_is_shown_from_its_start() -> None:
    assert Terms("asleep").snippet("The baby was awake.") == ("The baby was awake.", ())
    assert Terms("asleep").snippet("") == ("", ())


def test_a_part_of_a_word_is_not_marked() -> None:
    assert Terms("art ").snippet("Part of the art.") == ("Part of the art.", ((12, 3),))
    assert Terms("part").snippet("Apart, partly.") == ("Apart, partly.", ((7, 6),))


@given(st.text())
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(), st.text())
def test_marks_lie_inside_the_snippet(typed: str, text: str) -> None:
    terms = Terms(typed)
    if not terms:
        return
    snippet, marks = terms.snippet(text)
    assert len(snippet) <= 200
    assert all(at >= 0 and at + length <= len(snippet) for at, length in marks)
