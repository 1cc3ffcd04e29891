"""The form of a case reference."""

import pytest
from hypothesis import given, strategies as st

from evidencekit.records.case_refs import is_case_reference, next_reference, tidied


@pytest.mark.parametrize("text", ["SH-04", "OF-02", "CQC-17", "HMIP-0001"])
def test_letters_a_hyphen_and_a_number_are_a_reference(text: str) -> None:
    assert is_case_reference(text)


@pytest.mark.parametrize(
    "text",
    ["", "SH04", "sh-04", "S-04", "SH-4", "SH-04 ", "SH-04\n", "J.S., 7, St Mary's", "Kay-07",
     "SH-٠٤", "ABCDE-01", "SH-12345"],
)  # fmt: skip
def test_anything_else_is_not(text: str) -> None:
    assert not is_case_reference(text)


@pytest.mark.parametrize("typed", ["sh 4", "SH4", "sh-04", " Sh - 04 "])
def test_a_reference_typed_in_haste_is_tidied(typed: str) -> None:
    assert tidied(typed) == "SH-04"


@given(st.text(max_size=20))
def test_other_text_is_left_as_it_is_or_becomes_a_reference(text: str) -> None:
    found = tidied(text)
    assert found == text or is_case_reference(found)


def test_the_next_reference_follows_the_highest_ever_taken() -> None:
    assert next_reference("SH", frozenset()) == "SH-01"
    assert next_reference("SH", frozenset({"SH-01", "SH-09", "OF-40", "SH-x"})) == "SH-10"
