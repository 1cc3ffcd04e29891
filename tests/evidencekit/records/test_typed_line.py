"""Marks are read; what is not understood stays in the text."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from evidencekit.records.typed_line import (
    MY_VIEW,
    QUOTE,
    MarkKind,
    TypedLine,
    code_of,
    read_line,
    speaker_codes,
)
from evidencekit.records.words import VOCABULARIES

AREAS = {"5": "E5", "6": "E6", "e6": "E6", "inf": "E6", "p1": "P1"}


def find_area(typed: str) -> str | None:
    return AREAS.get(typed.casefold())


def read(typed: str, before: str = "") -> TypedLine:
    return read_line(typed, find_area, before)


def test_plain_words_are_the_text() -> None:
    assert read("The baby was asleep.") == TypedLine(text="The baby was asleep.")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("sw:abc", TypedLine(text="abc", speaker="social-worker")),
        ("SW: abc", TypedLine(text="abc", speaker="social-worker")),
        ('"abc', TypedLine(text="abc", kind=QUOTE)),
        ('"abc"', TypedLine(text="abc", kind=QUOTE)),
        ("“abc”", TypedLine(text="abc", kind=QUOTE)),
        ("!abc", TypedLine(text="abc", kind=MY_VIEW)),
        ("abc #6", TypedLine(text="abc", areas=("E6",))),
        ("abc #inf", TypedLine(text="abc", areas=("E6",))),
        ("abc #E6 #6", TypedLine(text="abc", areas=("E6",))),
        ("abc #cv", TypedLine(text="abc", child_voice=True)),
        ("@1032 abc", TypedLine(text="abc", time="10:32")),
        ("@9.05 abc", TypedLine(text="abc", time="09:05")),
        ("@9:05 po: abc", TypedLine(text="abc", time="09:05", speaker="police")),
        ("po: @0905 abc", TypedLine(text="abc", time="09:05", speaker="police")),
        (
            'mo:"abc #6 #cv',
            TypedLine(
                text="abc", speaker="mother", kind=QUOTE, areas=("E6",), child_voice=True
            ),
        ),
        (
            'mo: "abc" #5 #6',
            TypedLine(text="abc", speaker="mother", kind=QUOTE, areas=("E5", "E6")),
        ),
    ],
)  # fmt: skip
def test_a_mark_says_what_it_says(typed: str, expected: TypedLine) -> None:
    assert read(typed) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "abc #zzz",
        "no: abc",
        "@2575 abc",
        "@9 abc",
        "@1032",
        "house#6",
        "#6abc is a flat",
        "sw abc",
        "::abc",
        "12:30 the bell",
        "sw::abc",
    ],
)
def test_what_is_not_understood_stays_in_the_text(typed: str) -> None:
    assert read(typed) == TypedLine(text=typed)


def test_the_speaker_of_the_line_before_is_named_again() -> None:
    assert read(":: and the school", "police") == TypedLine(text="and the school", speaker="police")


def test_a_mark_in_the_middle_leaves_the_rest_as_it_was() -> None:
    assert read("Shared #6, then  left.").text == "Shared, then  left."
    assert read("#6 shared").text == "shared"


def test_exact_words_are_never_read_for_a_speaker_or_a_view() -> None:
    assert read('"sw: is late!').text == "sw: is late!"


def test_words_after_the_closing_mark_keep_both_marks() -> None:
    found = read('"I was cold," he said.')
    assert found.kind == QUOTE
    assert found.text == '"I was cold," he said.'


def test_a_quotation_within_a_quotation_keeps_its_marks() -> None:
    assert read('"He said "go" to me"').text == 'He said "go" to me'


def test_each_mark_tells_where_it_stands() -> None:
    typed = '@1032 mo:"abc" #6 #cv #zzz'
    marks = [(mark.kind, typed[mark.start : mark.end]) for mark in read(typed).marks]
    assert marks == [
        (MarkKind.TIME, "@1032"),
        (MarkKind.SPEAKER, "mo:"),
        (MarkKind.KIND, '"'),
        (MarkKind.AREA, "#6"),
        (MarkKind.CHILD_VOICE, "#cv"),
    ]


def test_the_closing_mark_is_marked_too() -> None:
    typed = 'mo:"abc" #6'
    kinds = [typed[m.start : m.end] for m in read(typed).marks if m.kind is MarkKind.KIND]
    assert kinds == ['"', '"']


def test_every_speaker_code_is_two_letters_and_says_one_speaker() -> None:
    words = VOCABULARIES["practitioner-roles"].words
    assert all(len(code) == 2 for code in speaker_codes())
    assert len(speaker_codes()) == sum(bool(word.code) for word in words)
    assert code_of("social-worker") == "sw"
    assert code_of("somebody-newer") == ""


@given(st.text(max_size=60))
def test_no_letter_is_lost_that_no_mark_accounts_for(typed: str) -> None:
    found = read(typed)
    taken = {place for mark in found.marks for place in range(mark.start, mark.end)}
    left = "".join(c for place, c in enumerate(typed) if place not in taken and not c.isspace())
    assert "".join(found.text.split()).removeprefix('"') == left.removeprefix('"')


@given(st.text(alphabet='swmo:"!#65cv@1032 ab.', max_size=40))
def test_reading_never_fails_and_keeps_marks_in_order(typed: str) -> None:
    found = read(typed, "police")
    leading = [m for m in found.marks if m.kind in {MarkKind.TIME, MarkKind.SPEAKER}]
    assert all(one.end <= other.start for one, other in pairwise(leading))
