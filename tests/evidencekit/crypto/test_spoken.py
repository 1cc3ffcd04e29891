"""The thirty digits two people compare by voice."""

import hashlib

import pytest
from hypothesis import given, settings, strategies as st

from evidencekit.crypto import spoken

SIGN = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
AGE = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"
DIGITS = spoken.digits("7Q2M4X", "KD01ZR8W3B", SIGN, AGE)


def test_the_digits_are_those_written_down_when_the_format_was_fixed() -> None:
    named = (
        f'{{"age":"{AGE}","member":"KD01ZR8W3B","purpose":"evidencekit-spoken-v1",'
        f'"sign":"{SIGN.hex()}","team":"7Q2M4X"}}'
    ).encode()
    state = hashlib.sha512(named).digest()
    for _ in range(5199):
        state = hashlib.sha512(state + named).digest()
    expected = "".join(
        f"{int.from_bytes(state[at : at + 5], 'big') % 100_000:05d}" for at in range(0, 30, 5)
    )
    assert expected == DIGITS
    assert spoken.grouped(DIGITS) == "05603 64691 66168 44631 33664 51780"


def test_there_are_thirty_digits_in_six_groups_of_five() -> None:
    assert len(DIGITS) == 30
    assert DIGITS.isdigit()
    assert [len(group) for group in spoken.grouped(DIGITS).split(" ")] == [5] * 6


@pytest.mark.parametrize(
    "other",
    [
        ("7Q2M4Y", "KD01ZR8W3B", SIGN, AGE),
        ("7Q2M4X", "KD01ZR8W3C", SIGN, AGE),
        ("7Q2M4X", "KD01ZR8W3B", bytes(32), AGE),
        ("7Q2M4X", "KD01ZR8W3B", SIGN, AGE[:-1] + "q"),
        ("7Q2M4", "XKD01ZR8W3B", SIGN, AGE),
    ],
    ids=["team", "member", "signing key", "age key", "border moved"],
)
def test_anything_else_named_gives_other_digits(other: tuple[str, str, bytes, str]) -> None:
    assert spoken.digits(*other) != DIGITS


@given(st.text(st.sampled_from("0123456789"), min_size=30, max_size=30))
@settings(max_examples=30)
def test_spaces_and_dashes_make_no_difference(number: str) -> None:
    assert spoken.same(number, spoken.grouped(number))
    assert spoken.same(f" {number[:10]}-{number[10:]}\n", number)


def test_one_other_digit_makes_a_difference() -> None:
    for at in range(30):
        changed = DIGITS[:at] + str((int(DIGITS[at]) + 1) % 10) + DIGITS[at + 1 :]
        assert not spoken.same(DIGITS, changed)


@pytest.mark.parametrize("text", ["", "   ", DIGITS[:29], DIGITS + "1", "x" * 30, "٣" * 30])
def test_what_is_not_thirty_digits_is_the_same_as_nothing_even_itself(text: str) -> None:
    assert not spoken.same(text, text)
    assert not spoken.same(text, DIGITS)
