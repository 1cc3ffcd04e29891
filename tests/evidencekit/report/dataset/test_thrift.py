"""The compact spelling of structs, against examples worked out by hand."""

import pytest

from evidencekit.report.dataset.thrift import Listed, Truth, Whole, encode, varint


@pytest.mark.parametrize(
    ("number", "spelled"), [(0, "00"), (1, "01"), (127, "7f"), (128, "8001"), (300, "ac02")]
)
def test_a_number_is_spelled_in_groups_of_seven_bits(number: int, spelled: str) -> None:
    assert varint(number).hex() == spelled


@pytest.mark.parametrize(
    ("value", "spelled"), [(0, "1500"), (-1, "1501"), (1, "1502"), (-64, "157f"), (64, "158001")]
)
def test_small_numbers_of_either_sign_stay_short(value: int, spelled: str) -> None:
    assert encode({1: Whole(value)}).hex() == f"{spelled}00"


def test_a_field_far_from_the_last_is_named_in_full() -> None:
    assert encode({1: Whole(0), 20: Whole(0)}).hex() == "1500" + "052800" + "00"


def test_texts_truths_and_structs_are_marked_as_what_they_are() -> None:
    assert encode({1: b"ab", 2: Truth(), 3: {1: Whole(1, Whole.I64)}}).hex() == (
        "18026162" + "11" + "1c160200" + "00"
    )


def test_a_list_says_its_length_and_form() -> None:
    assert encode({1: Listed([1, 2])}).hex() == "19250204" + "00"
    assert encode({1: Listed([b"a"] * 15)}).hex() == "19f80f" + "0161" * 15 + "00"
    assert encode({1: Listed([])}).hex() == "190c" + "00"
