import pytest
from hypothesis import given, strategies as st

from evidencekit.checks import numbers


def found(finder: object, text: str) -> list[str]:
    assert callable(finder)
    return [text[start:end] for start, end in finder(text)]


def with_check_digit(nine: str) -> str | None:
    total = sum(int(digit) * (10 - place) for place, digit in enumerate(nine))
    check = (11 - total % 11) % 11
    return None if check == 10 else f"{nine}{check}"


@given(st.from_regex(r"\A[0-9]{9}\Z"))
def test_every_number_with_its_check_digit_is_found_and_no_other(nine: str) -> None:
    right = with_check_digit(nine)
    if right is None or len(set(right)) == 1:
        return
    wrong = right[:9] + str((int(right[9]) + 1) % 10)

    assert found(numbers.nhs_numbers, f"no. {right} on file") == [right]
    assert found(numbers.nhs_numbers, f"no. {wrong} on file") == []


def test_a_number_of_one_digit_repeated_is_nobodys() -> None:
    assert found(numbers.nhs_numbers, "0000000000 and 1111111111") == []


@pytest.mark.parametrize(
    "text", ["SW1A 1AA", "EC1A 1BB", "M1 1AE", "B33 8TJ", "CR2 6XH", "DN55 1PT"]
)
def test_postcodes_of_every_form_are_found(text: str) -> None:
    assert found(numbers.postcodes, f"at {text}.") == [text]
    assert found(numbers.postcodes, f"at {text.lower()}.") == [text.lower()]


@pytest.mark.parametrize("text", ["E5 3rd", "P1 2AB", "SG1", "SH-04", "e3 2nd line", "QQ1 1QQ"])
def test_what_only_looks_like_a_postcode_is_let_be(text: str) -> None:
    assert found(numbers.postcodes, text) == []


@pytest.mark.parametrize(
    "text",
    ["07700 900123", "(020) 7946 0018", "+44 7700 900982", "0044 7700 900321", "01632960222"],
)
def test_telephone_numbers_are_found(text: str) -> None:
    assert found(numbers.phones, f"rang {text}, no answer") == [text]


@pytest.mark.parametrize("text", ["2012", "0900 and 1130", "02 11 2012", "1,400 of 3,450", "0123"])
def test_other_numbers_are_no_telephone(text: str) -> None:
    assert found(numbers.phones, text) == []


def test_only_a_day_of_birth_is_a_day_of_birth() -> None:
    assert found(numbers.birth_dates, "DOB: 04/07/2005") == ["04/07/2005"]
    assert found(numbers.birth_dates, "born on 3 November 2011") == ["3 November 2011"]
    assert found(numbers.birth_dates, "held on 3 November 2011") == []


def test_initials_with_an_age_are_a_child() -> None:
    assert found(numbers.initials, "J.S., 7, said so") == ["J.S., 7"]
    assert found(numbers.initials, "TM, aged 9, at the primary") == ["TM, aged 9"]
    assert found(numbers.initials, "GP 1, school 2") == []


def test_a_house_number_with_its_street_is_an_address() -> None:
    assert found(numbers.streets, "lives at 7b Mill Lane now") == ["7b Mill Lane"]
    assert found(numbers.streets, "the 3 Road Safety officers") == []
    assert found(numbers.emails, "to jo.bloggs@example.org.") == ["jo.bloggs@example.org"]
