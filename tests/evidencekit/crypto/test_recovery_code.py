"""The recovery code on the printed page."""

import re

import pytest
from hypothesis import given, settings, strategies as st

from evidencekit.crypto.recovery_code import format_code, new_code, parse_code
from evidencekit.errors.crypto import MistypedGroup, WrongNumberOfGroups

CODES = st.binary(min_size=16, max_size=16)


def test_a_code_is_eight_groups_of_six_digits_each_divisible_by_eleven() -> None:
    code = new_code()
    assert re.fullmatch(r"[0-9]{6}(-[0-9]{6}){7}", code)
    assert all(int(group) % 11 == 0 for group in code.split("-"))


def test_two_codes_differ() -> None:
    assert new_code() != new_code()


@given(CODES)
@settings(max_examples=50)
def test_every_code_carries_its_128_bits(secret: bytes) -> None:
    assert parse_code(format_code(secret)) == secret


def test_the_smallest_and_the_largest_code_are_spelled_in_full() -> None:
    assert format_code(bytes(16)) == "-".join(["000000"] * 8)
    assert format_code(b"\xff" * 16) == "-".join(["720885"] * 8)


@pytest.mark.parametrize("between", [" ", "-", "", "\n", " - ", "\u2013", "\u00a0", ". ", ", "])
def test_it_may_be_typed_with_any_sign_between_groups(between: str) -> None:
    code = format_code(bytes(range(16)))
    assert parse_code(f"  {code.replace('-', between)}\n") == bytes(range(16))


@given(secret=CODES, group=st.integers(0, 7), at=st.integers(0, 5), digit=st.integers(1, 9))
@settings(max_examples=50)
def test_one_wrong_digit_is_found_in_its_group(
    secret: bytes, group: int, at: int, digit: int
) -> None:
    groups = format_code(secret).split("-")
    old = groups[group]
    groups[group] = old[:at] + str((int(old[at]) + digit) % 10) + old[at + 1 :]
    with pytest.raises(MistypedGroup) as refusal:
        parse_code("-".join(groups))
    assert refusal.value.facts == {"group": group + 1}


@given(secret=CODES, group=st.integers(0, 7), at=st.integers(0, 4))
@settings(max_examples=50)
def test_two_neighbours_swapped_are_found_in_their_group(
    secret: bytes, group: int, at: int
) -> None:
    groups = format_code(secret).split("-")
    old = groups[group]
    groups[group] = old[:at] + old[at + 1] + old[at] + old[at + 2 :]
    if groups[group] == old:
        assert parse_code("-".join(groups)) == secret
    else:
        with pytest.raises(MistypedGroup):
            parse_code("-".join(groups))


@pytest.mark.parametrize(
    "group", ["72089", "0720885", "O20885", "720896", "+00011", "\u0660" * 6, "1e5"]
)
def test_a_group_that_no_code_contains_is_named(group: str) -> None:
    groups = ["000000"] * 8
    groups[2] = group
    with pytest.raises(MistypedGroup) as refusal:
        parse_code(" ".join(groups))
    assert refusal.value.facts == {"group": 3}
    assert refusal.value.what_happened == "Group 3 of the recovery code is mistyped."


@pytest.mark.parametrize(("typed", "found"), [("", 0), ("000000", 1), ("000000 " * 7, 7),
                                              ("000000 " * 9, 9), ("0" * 47, 1)])  # fmt: skip
def test_too_few_or_too_many_groups_are_counted(typed: str, found: int) -> None:
    with pytest.raises(WrongNumberOfGroups) as refusal:
        parse_code(typed)
    assert refusal.value.facts["found"] == found


def test_no_refusal_shows_what_was_typed() -> None:
    groups = ["720885"] * 7 + ["720886"]
    for typed in (" ".join(groups), " ".join(groups[:7])):
        with pytest.raises((MistypedGroup, WrongNumberOfGroups)) as refusal:
            parse_code(typed)
        assert "7208" not in f"{refusal.value} {refusal.value!r}"
