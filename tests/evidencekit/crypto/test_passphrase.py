"""Stretching and suggesting passphrases."""

import unicodedata

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from evidencekit.crypto.passphrase import (
    DEFAULT_COST,
    FLOOR,
    TEST_COST,
    Cost,
    check_new,
    check_strong,
    strength,
    stretch,
    suggest,
)
from evidencekit.crypto.words import word_list
from evidencekit.errors.crypto import CostOutOfBounds, GuessablePassphrase, WeakPassphrase

SALT = bytes(range(16))


def test_a_passphrase_is_stretched_by_argon2id_at_the_cost_given() -> None:
    plain = Argon2id(salt=SALT, length=32, iterations=1, lanes=1, memory_cost=FLOOR)
    assert stretch("violet kettle", SALT, TEST_COST) == plain.derive(b"violet kettle")


def test_salt_and_cost_change_the_key() -> None:
    keys = {
        stretch("violet kettle", SALT, TEST_COST),
        stretch("violet kettlf", SALT, TEST_COST),
        stretch("violet kettle", bytes(16), TEST_COST),
        stretch("violet kettle", SALT, Cost(FLOOR, 2, 1)),
        stretch("violet kettle", SALT, Cost(FLOOR, 1, 2)),
    }
    assert len(keys) == 5
    assert {len(key) for key in keys} == {32}


def test_the_same_letters_typed_on_another_keyboard_are_the_same_passphrase() -> None:
    composed = unicodedata.normalize("NFC", "café Zoë")
    decomposed = unicodedata.normalize("NFD", "café Zoë")
    assert composed != decomposed
    assert stretch(composed, SALT, TEST_COST) == stretch(decomposed, SALT, TEST_COST)


@pytest.mark.parametrize("odd", ["", "\ud800 lone", "\0", "密码", "x" * 10_000], ids=range(5))
def test_any_text_can_be_stretched_without_an_error_that_quotes_it(odd: str) -> None:
    assert len(stretch(odd, SALT, TEST_COST)) == 32


def test_the_default_cost_is_the_one_of_the_format() -> None:
    assert Cost(256 * 1024, 3, 4) == DEFAULT_COST
    DEFAULT_COST.check()
    TEST_COST.check()
    Cost(4 * 1024 * 1024, 20, 16).check()


@pytest.mark.parametrize(
    "cost",
    [
        Cost(FLOOR - 1, 3, 4), Cost(4 * 1024 * 1024 + 1, 3, 4), Cost(0, 3, 4), Cost(-1, 3, 4),
        Cost(FLOOR, 0, 4), Cost(FLOOR, 21, 4), Cost(FLOOR, 3, 0), Cost(FLOOR, 3, 17),
    ],
)  # fmt: skip
def test_a_cost_out_of_bounds_is_refused_before_it_is_paid(cost: Cost) -> None:
    with pytest.raises(CostOutOfBounds):
        stretch("violet kettle", SALT, cost)


def test_a_suggestion_is_five_different_words_of_the_list() -> None:
    words = suggest().split(" ")
    assert len(set(words)) == 5
    assert set(words) <= set(word_list())
    assert len(suggest(7).split(" ")) == 7


def test_two_suggestions_differ() -> None:
    assert suggest() != suggest()


@pytest.mark.parametrize("new", ["", "   ", "x" * 1025])
def test_an_empty_or_endless_passphrase_cannot_be_chosen(new: str) -> None:
    with pytest.raises(WeakPassphrase) as refusal:
        check_new(new)
    assert "xxx" not in str(refusal.value)


def test_a_pin_has_a_least_length() -> None:
    check_new("482915", least=6)
    with pytest.raises(WeakPassphrase):
        check_new("48291", least=6)


def test_strength_is_found_here_too() -> None:
    assert strength(suggest()).is_enough


def test_what_is_easy_to_guess_is_refused_and_what_is_suggested_never_is() -> None:
    for weak in ("password", "Amberford 2012", "qwertyuiop asdfghjkl"):
        with pytest.raises(GuessablePassphrase) as refusal:
            check_strong(weak)
        assert weak not in refusal.value.words
    for _ in range(20):
        check_strong(suggest())
    with pytest.raises(WeakPassphrase):
        check_strong("")
