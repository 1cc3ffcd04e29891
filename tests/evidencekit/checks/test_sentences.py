from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from evidencekit.checks.sentences import sentences, words_in


def said(text: str) -> list[str]:
    return [each.text for each in sentences(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Children wait. Nobody says why.", ["Children wait.", "Nobody says why."]),
        ("At 3.5 weeks, e.g. in May, Dr. Osei wrote to St. Anne's ward.", None),
        ("It was late (by 9 days!). “It was,” she said. It was.", 3),
        ("Is it safe? Nobody knew… Then they did.", 3),
        ("First line\nSecond line", ["First line", "Second line"]),
        ("- One point\n- Another point. And more.", ["One point", "Another point.", "And more."]),
        ("1. Number one\n2. Number two", ["Number one", "Number two"]),
        ("", []),
        ("  \n --- \n", []),
        ("No. 4 was open. no. 5 was shut.", ["No. 4 was open. no. 5 was shut."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, wanted: list[str] | int | None) -> None:
    found = said(text)
    if wanted is None:
        assert found == [text]
    elif isinstance(wanted, int):
        assert len(found) == wanted
    else:
        assert found == wanted


@given(st.text(alphabet='aB1 .!?\n"(-•é', max_size=80))
def test_each_sentence_stands_where_it_says_and_no_word_is_lost(text: str) -> None:
    found = sentences(text)
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    letters = [each for each in text if each.isalpha()]
    assert [each for one in found for each in one.text if each.isalpha()] == letters


def test_words_are_counted_as_a_word_processor_counts_them() -> None:
    assert words_in("Two  well-known\nwords, here") == 4
