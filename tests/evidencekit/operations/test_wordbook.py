import pytest

from evidencekit.errors.words import NotAWord
from evidencekit.operations import wordbook
from tests.world import Person


def test_ones_own_words_are_kept_in_order_and_can_be_dropped(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    assert wordbook.my_words(ben.desk) == ()

    wordbook.add_word(ben.desk, " reablement ")
    wordbook.add_word(ben.desk, "Amberford")
    wordbook.add_word(ben.desk, "Amberford")

    assert wordbook.my_words(ben.desk) == ("Amberford", "reablement")
    assert wordbook.drop_word(ben.desk, "Amberford") == ("reablement",)


def test_what_is_no_name_is_let_be_whatever_its_capitals(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    wordbook.add_no_name(ben.desk, "Holly Lodge")

    assert "holly lodge" in wordbook.let_be(ben.desk)
    wordbook.drop_no_name(ben.desk, "holly lodge")
    assert "holly lodge" not in wordbook.let_be(ben.desk)


def test_the_whole_names_of_the_team_are_let_be_in_records_and_no_first_name_is(
    team: tuple[Person, Person],
) -> None:
    _lead, ben = team
    assert "lena marsh" in wordbook.let_be_in_records(ben.desk)
    assert "lena" not in wordbook.let_be_in_records(ben.desk)
    assert "lena marsh" not in wordbook.let_be(ben.desk)


@pytest.mark.parametrize("word", ["", "   ", "x" * 65, "two\nlines"])
def test_what_is_no_word_is_refused_and_nothing_is_kept(
    team: tuple[Person, Person], word: str
) -> None:
    _lead, ben = team
    with pytest.raises(NotAWord):
        wordbook.add_word(ben.desk, word)

    assert wordbook.my_words(ben.desk) == ()


def test_spelling_is_on_until_it_is_turned_off(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    assert wordbook.is_spelling_on(ben.desk)
    wordbook.turn_spelling(ben.desk, on=False)
    assert not wordbook.is_spelling_on(ben.desk)


def test_words_never_leave_in_a_bundle(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    before = ben.desk.database.value("SELECT count(*) FROM revision")
    wordbook.add_word(ben.desk, "zblorp")

    assert ben.desk.database.value("SELECT count(*) FROM revision") == before
