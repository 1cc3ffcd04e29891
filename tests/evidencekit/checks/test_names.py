import pytest

from evidencekit.checks import names


@pytest.mark.parametrize("listed", ["places", "trade", "openers", "given-names"])
def test_the_lists_are_sorted_small_letters_each_once(listed: str) -> None:
    found = names.words(listed)

    assert found
    assert all(word == word.lower() and " " not in word for word in found)


def test_a_word_is_told_for_what_it_is() -> None:
    assert names.is_given_name("kayleigh")
    assert names.is_place("school")
    assert names.is_trade("conference")
    assert names.opens_sentences("yesterday")


def test_names_that_are_also_words_are_left_out() -> None:
    for word in ("grace", "mark", "june", "faith", "hope", "will", "may", "rose"):
        assert not names.is_given_name(word), word


def test_no_given_name_is_also_a_word_of_the_trade() -> None:
    assert not names.words("given-names") & (names.words("trade") | names.words("openers"))
