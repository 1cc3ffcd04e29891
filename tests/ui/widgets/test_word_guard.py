from datetime import date

import pytest

from evidencekit.checks.identifiers import What
from evidencekit.checks.offers import Known
from evidencekit.checks.spelling import Speller
from ui.widgets import word_guard
from ui.widgets.word_guard import EVERYTHING, WordGuard


@pytest.fixture
def guard() -> WordGuard:
    made = WordGuard()
    made.start(Known(references=("SH-04",), let_be=frozenset({"holly lodge"})))
    return made


def words(guard: WordGuard, text: str, wanted: frozenset[What] = EVERYTHING) -> list[str]:
    return [text[mark.start : mark.end] for mark in guard.find(text, wanted)]


def test_it_is_off_until_a_workspace_is_open() -> None:
    off = WordGuard()
    assert not off.is_on
    assert off.find("Kayleigh Dawson", EVERYTHING) == ()


def test_a_name_is_not_a_misspelling_as_well(guard: WordGuard) -> None:
    guard.spell(Speller())
    assert words(guard, "Zuzanna Kowalczyk and her behavoir") == ["Zuzanna Kowalczyk", "behavoir"]


def test_only_what_is_wanted_is_found(guard: WordGuard) -> None:
    text = "Kayleigh Dawson, NHS 943 476 5919"
    assert words(guard, text, frozenset({What.NHS_NUMBER})) == ["943 476 5919"]


def test_where_a_body_is_named_its_name_is_not_misspelt(guard: WordGuard) -> None:
    guard.spell(Speller())
    assert words(guard, "Zblorp trust, behavoir", frozenset({What.NHS_NUMBER})) == ["behavoir"]
    assert words(guard, "Zblorp behavoir", frozenset()) == []


def test_ones_own_words_are_right_at_once(guard: WordGuard) -> None:
    guard.spell(Speller())
    assert words(guard, "the zblorp") == ["zblorp"]
    guard.use_words(["zblorp"])
    assert words(guard, "the zblorp") == []


def test_spelling_can_be_turned_off(guard: WordGuard) -> None:
    guard.spell(Speller())
    guard.spell(None)
    assert not guard.spells
    assert words(guard, "the zblorp") == []


def test_each_mark_says_what_it_is_and_what_could_be_written(guard: WordGuard) -> None:
    guard.today = lambda: date(2012, 11, 19)
    text = "DOB 12/03/2002 on it"
    (mark,) = guard.find(text, EVERYTHING)
    assert "date of birth" in mark.says
    assert guard.instead(text, mark) == ("aged 10 to 13",)


def test_a_lock_forgets_everything(guard: WordGuard) -> None:
    guard.stop()
    assert not guard.is_on
    assert words(guard, "Kayleigh Dawson") == []


def test_there_is_one_guard_for_the_app() -> None:
    assert word_guard.current() is word_guard.current()
