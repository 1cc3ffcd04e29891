"""Words that are withheld: found wherever they stand, and nothing of them left."""

import re

import pytest
from hypothesis import given, strategies as st

from evidencekit.analysis.redactions import (
    block,
    burned,
    burned_fields,
    length_of,
    spans_of,
    texts_of,
    whole_words,
    withheld,
)
from evidencekit.canonical import Json

SARAH = withheld("Sarah Connor", "s40(2)")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Sarah Connor rang.", "■■■■■■ [s40(2)] rang."),
        ("SARAH\n  CONNOR's file", "■■■■■■ [s40(2)]'s file"),
        ("Sarah Connors rang.", "Sarah Connors rang."),
        ("(sarah connor)", "(■■■■■■ [s40(2)])"),
        ("Sarah rang Connor.", "Sarah rang Connor."),
    ],
)
def test_whole_words_are_withheld_in_any_case_and_over_any_line_break(
    said: str, expected: str
) -> None:
    assert burned(said, (SARAH,)) == expected


def test_an_apostrophe_and_a_hyphen_are_found_however_they_were_typed() -> None:
    wanted = (withheld("O'Brien-Ali", "s40(2)"),)
    for typed in ("O\N{RIGHT SINGLE QUOTATION MARK}Brien-Ali", "o'brien\N{EN DASH}ali"):
        assert "rien" not in burned(f"Mrs {typed} came.", wanted)


def test_what_overlaps_is_one_block_under_both_grounds() -> None:
    wanted = (withheld("Mr Smith said", "s41"), withheld("Smith said he hit her", "s40(2)"))
    assert burned("Mr Smith said he hit her.", wanted) == "■■■■■■■■■■■■ [s41, s40(2)]."


def test_a_block_tells_the_class_of_length_and_not_the_length() -> None:
    assert block("Al", ["s31"]) == block("Bartholomew", ["s31"]) == "■■■ [s31]"
    assert block("one two", ["s31"]) == block("one two three four five", ["s31"])
    assert [length_of("x " * n) for n in (1, 5, 6)] == [
        "a word", "a few words", "more than a few words",
    ]  # fmt: skip


WORDS = st.lists(st.sampled_from(["ann", "Lee", "o'neil", "x-y", "ten"]), min_size=1, max_size=3)


@given(WORDS, st.lists(WORDS, max_size=6), st.sampled_from([" ", "\n", ", "]))
def test_nothing_that_is_withheld_is_ever_left(
    secret: list[str], said: list[list[str]], between: str
) -> None:
    wanted = (withheld(" ".join(secret), "s40(2)"),)
    text = between.join(" ".join(each) for each in [*said, secret, *said])
    assert spans_of(text, wanted)
    assert not spans_of(burned(text, wanted), wanted)


def test_the_texts_of_a_record_are_burned_and_its_dates_and_links_stay() -> None:
    fields: dict[str, Json] = {
        "started": "2012-11-19T09:00", "title": "Sarah Connor", "what": "sarah connor",
        "lines": [{"text": "Sarah Connor came.", "time": "09:05", "areas": ["E1"]}],
    }  # fmt: skip
    now = burned_fields("observation", fields, (SARAH,))
    assert now["lines"] == [
        {"text": "■■■■■■ [s40(2)] came.", "time": "09:05", "areas": ["E1"]}
    ]  # fmt: skip
    assert (now["started"], now["what"]) == ("2012-11-19T09:00", "sarah connor")
    assert fields["title"] == "Sarah Connor"
    assert ("lines.0.text", "Sarah Connor came.") in set(texts_of("observation", fields))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (2, 3, "Sarah"),
        (0, 8, "Sarah Connor"),
        (5, 6, ""),
        (-4, 99, "Sarah Connor came."),
        (9, 2, ""),
    ],
)
def test_a_selection_becomes_whole_words(start: int, end: int, expected: str) -> None:
    said = "Sarah Connor came."
    first, last = whole_words(said, start, end)
    assert said[first:last] == expected


def test_words_are_never_read_as_a_pattern() -> None:
    assert burned("a.c abc", (withheld("a.c", "s31"),)) == "■■■ [s31] abc"
    assert re.fullmatch(r"■+ \[s31\]", burned("(.*)", (withheld("(.*)", "s31"),)))
