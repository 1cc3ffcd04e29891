"""The shipped lists of words."""

from itertools import pairwise

from evidencekit.crypto.words import common_passwords, word_list


def test_there_are_enough_different_words_for_ten_bits_each() -> None:
    assert len(word_list()) >= 1296
    assert len(set(word_list())) == len(word_list())


def test_every_word_is_four_to_eight_plain_letters() -> None:
    for word in word_list():
        assert 4 <= len(word) <= 8, word
        assert word.isascii(), word
        assert word.isalpha(), word
        assert word.islower(), word


def test_no_word_is_the_beginning_of_another() -> None:
    for word, following in pairwise(sorted(word_list())):
        assert not following.startswith(word), (word, following)


def test_no_word_belongs_to_the_work_or_could_hurt_in_it() -> None:
    of_the_work = {
        "abuse", "baby", "bruise", "child", "children", "cruel", "death", "family", "father",
        "gift", "harm", "hurt", "mother", "neglect", "parent", "police", "secret", "victim",
    }  # fmt: skip
    assert of_the_work.isdisjoint(word_list())


def test_common_passwords_are_written_as_they_are_compared() -> None:
    assert {"password", "letmein", "qwerty", "inspection"} <= common_passwords()
    assert all(word == word.casefold() for word in common_passwords())
