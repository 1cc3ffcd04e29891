from datetime import date

import pytest
from hypothesis import given, strategies as st

from evidencekit.checks.identifiers import find_identifiers
from evidencekit.checks.offers import Known, age_on, band, offers

TODAY = date(2012, 11, 19)
KNOWN = Known(references=("SH-04", "SH-05"))


def offered(text: str) -> tuple[str, ...]:
    (span,) = find_identifiers(text)
    return offers(text, span, KNOWN, TODAY)


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("I saw Kayleigh Dawson.", "SH-04"),
        ("Told by Mrs Patel.", "the mother"),
        ("DOB 12/03/2012 on file.", "under 1"),
        ("DOB 2003-01-09 on file.", "aged 5 to 9"),
        ("Born in June 2001, third of four.", "aged 10 to 13"),
        ("We spoke of J.S., 7, only.", "SH-04"),
        ("Ring 07700 900123 now.", "[telephone number left out]"),
        ("They live at 7 Mill Lane still.", "the family home"),
        ("NHS 943 476 5919 on it.", "SH-04"),
    ],
)
def test_the_likeliest_offer_comes_first(text: str, offer: str) -> None:
    assert offered(text)[0] == offer


def test_a_reference_that_the_text_tells_already_comes_first() -> None:
    assert offered("In SH-05 I saw Kayleigh Dawson.")[:2] == ("SH-05", "SH-04")


def test_a_child_with_an_age_may_become_a_child_of_a_band() -> None:
    assert "a child aged 5 to 9" in offered("We spoke of J.S., 7, only.")


def test_a_school_becomes_its_kind() -> None:
    text = "J.S., 7, St Mary's Primary School, was seen."
    school = find_identifiers(text)[-1]

    assert offers(text, school, KNOWN, TODAY)[0] == "a primary school"


@pytest.mark.parametrize("words", ["090806", "31/02", "17th July", "99/99/9999"])
def test_a_day_that_is_not_clear_gives_no_age(words: str) -> None:
    assert age_on(words, TODAY) is None


def test_every_age_has_a_band() -> None:
    assert [band(age) for age in (0, 4, 9, 13, 15, 17, 18)] == [
        "under 1", "aged 1 to 4", "aged 5 to 9", "aged 10 to 13", "aged 14 to 15",
        "aged 16 to 17", "an adult",
    ]  # fmt: skip


@given(st.text(max_size=160))
def test_every_mark_has_an_offer_and_no_offer_repeats_the_words(text: str) -> None:
    for span in find_identifiers(text):
        made = offers(text, span, KNOWN, TODAY)
        assert made
        assert text[span.start : span.end] not in made
