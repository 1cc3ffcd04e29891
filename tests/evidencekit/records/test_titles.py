"""One line that names a record."""

import pytest
from hypothesis import given, strategies as st

from evidencekit.canonical import Json
from evidencekit.records.kinds import KINDS
from evidencekit.records.titles import TITLE_LIMIT, shortened, title_of


@pytest.mark.parametrize(
    ("kind", "fields", "title"),
    [
        ("case", {"reference": "SH-04"}, "SH-04"),
        ("observation", {"title": "Core group for SH-04", "what": "core-group"},
         "Core group for SH-04"),
        ("observation", {"what": "marac"}, "MARAC"),
        ("observation", {"what": "of-tomorrow"}, "of-tomorrow"),
        ("case-note", {"headline": "  ", "i_saw": "Two beds.\n\nNo cot."}, "Two beds. No cot."),
        ("concern", {"identity": "Wren Invented", "concern_kind": "not-seen"},
         "A child not seen or not found"),
        ("score", {"area": "E4"}, "E4"),
        ("voice", {}, "Voice"),
        ("voice", {"own_words": 3}, "Voice"),
        ("erasure", {"target": "1" * 64}, "Erasure"),
        ("of-tomorrow", {"title": "x"}, "of-tomorrow"),
    ],
)  # fmt: skip
def test_the_first_filled_answer_names_the_record(
    kind: str, fields: dict[str, Json], title: str
) -> None:
    assert title_of(kind, fields) == title


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_record_has_a_title_too(kind: str) -> None:
    assert title_of(kind, {}) == KINDS[kind].label


def test_a_long_text_is_cut_at_a_word() -> None:
    short = shortened("the child was seen " * 100)
    assert len(short) <= TITLE_LIMIT
    assert short.endswith(("child…", "was…", "seen…", "the…"))


@given(st.text(max_size=400))
def test_a_title_is_one_short_line(text: str) -> None:
    short = shortened(text)
    assert len(short) <= TITLE_LIMIT
    assert short == " ".join(short.split())


def test_a_text_that_fits_is_not_cut() -> None:
    text = "x" * TITLE_LIMIT
    assert shortened(text) == text
    assert shortened(text + "x") == "x" * (TITLE_LIMIT - 1) + "…"
