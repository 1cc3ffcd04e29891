"""Judging a passphrase somebody chose."""

import pytest
from hypothesis import given, settings, strategies as st

from evidencekit.crypto.passphrase import suggest
from evidencekit.crypto.strength import ENOUGH_BITS, Strength, strength


@pytest.mark.parametrize(
    "chosen",
    ["five plain words that wander", "I walk my dog at 7 every morning", "x7Kq!9zP2mWd4$Lr",
     "9f86d081884c7d659a2feaa0c55ad015", "prism lute circus pelican device"],
)  # fmt: skip
def test_length_and_variety_are_enough(chosen: str) -> None:
    assert strength(chosen).is_enough


@pytest.mark.parametrize(
    "chosen",
    [
        "", " ", "a", "password", "Password1!", "LETMEIN2012", "passw0rd", "Inspection2012",
        "aaaaaaaaaaaaaaaaaaaa", "abcabcabcabcabcabc", "1234567890123456", "98765432109876543210",
        "qwertyuiopasdfghjkl", "abcdefghijklmnopqrstuvwxyz", "12121212121212121212",
        "correct horse battery staple", "abbey abbey abbey abbey abbey", "prism lute circus",
        "monday tuesday", "x7Kq!9z", "summer 2012", "                    ", "!!!!!!!!!!!!",
    ],
    ids=range(23),
)  # fmt: skip
def test_what_a_guesser_tries_first_is_not_enough(chosen: str) -> None:
    assert not strength(chosen).is_enough


def test_the_words_of_this_inspection_count_for_little() -> None:
    chosen = "amberford coldharbour mill lane school"
    assert strength(chosen).is_enough
    known = ("Amberford", "Coldharbour Mill", "Lane School")
    assert not strength(chosen, known).is_enough


@given(st.integers(5, 8))
@settings(max_examples=30)
def test_every_suggestion_of_five_words_or_more_is_enough(words: int) -> None:
    assert strength(suggest(words)).is_enough


def test_four_words_are_not_yet_enough() -> None:
    assert not strength(suggest(4)).is_enough


def test_a_short_one_is_never_enough_however_varied() -> None:
    judged = strength("ß9!ø8?ł7%đ6")
    assert judged.bits < ENOUGH_BITS or not judged.is_enough


def test_the_verdict_is_in_words() -> None:
    for chosen, words in (
        ("Password1", "This is one of the first that anyone would try."),
        ("prism",
         "Too easy to guess. Five words that have nothing to do with each other are good."),
        ("prism lute circus pelican",
         "Not strong enough yet. Add another word that has nothing to do with the others."),
        ("prism lute circus pelican device", "Strong enough."),
        ("prism lute circus pelican device yarn zebra", "Very strong."),
    ):  # fmt: skip
        assert strength(chosen).words == words


@given(st.text(max_size=400))
@settings(max_examples=60)
def test_anything_can_be_judged_and_nothing_of_it_is_kept(chosen: str) -> None:
    judged = strength(chosen)
    assert judged.bits >= 0
    assert judged == Strength(judged.bits, judged.words, judged.is_enough)
    assert strength(chosen + suggest()).bits >= judged.bits - 10


def test_a_very_long_one_is_judged_at_once() -> None:
    assert strength("aé9! " * 1_000_000).bits >= 0
