"""A line goes to JSON and back, and can be typed again."""

import pytest
from hypothesis import given, strategies as st

from evidencekit.canonical import Json
from evidencekit.records.meeting_line import MeetingLine, joined, line_of, lines_of, respelt, spelt
from evidencekit.records.typed_line import MY_VIEW, OBSERVED, QUOTE, read_line


def find_area(typed: str) -> str | None:
    return typed.upper() if typed.upper() in {"E5", "E6"} else None


FULL = MeetingLine(
    key="a", time="10:32", speaker="mother", kind=QUOTE, text="I was cold", areas=("E6",),
    child_voice=True, typed='mo:"I was cold #e6 #cv', edited="2012-11-19T10:40",
)  # fmt: skip


def test_a_line_survives_the_record() -> None:
    assert line_of(FULL.to_json()) == FULL


def test_what_a_line_shows_survives_and_an_old_row_reads_as_before() -> None:
    row: dict[str, Json] = {"key": "a", "text": "x", "kind": "quote", "areas": ["E6"]}
    assert line_of(row).to_json() == row
    sorted_row = {**row, "polarity": "weakness", "weight": "pattern"}
    line = line_of(sorted_row)
    assert (line.polarity, line.weight) == ("weakness", "pattern")
    assert line.to_json() == sorted_row


def test_what_was_changed_otherwise_than_by_typing_is_spelt_again() -> None:
    assert respelt(FULL, find_area).typed == 'mo: "I was cold" #E6 #cv'


def test_a_blank_answer_is_left_out() -> None:
    assert MeetingLine(key="a", text="x").to_json() == {"key": "a", "text": "x", "kind": "observed"}


def test_what_a_newer_version_wrote_is_kept() -> None:
    row: dict[str, Json] = {"key": "a", "text": "x", "mood": "calm", "child_voice": "unclear"}
    assert line_of(row).to_json() == {**row, "kind": OBSERVED}


def test_lines_without_a_key_are_named_by_their_place() -> None:
    found = lines_of({"lines": [{"text": "one"}, {"key": "z", "text": "two"}, "junk"]})
    assert [line.key for line in found] == ["line-1", "z"]
    assert lines_of({}) == ()


def test_a_line_is_given_back_as_it_was_typed() -> None:
    assert spelt(FULL, find_area) == FULL.typed


@pytest.mark.parametrize(
    "line",
    [
        MeetingLine(key="a", text="plain"),
        MeetingLine(key="a", text="seen", speaker="police", areas=("E5", "E6")),
        MeetingLine(key="a", text="said", kind=QUOTE, child_voice=True),
        MeetingLine(key="a", text="thought", kind=MY_VIEW, typed="!something else"),
        MeetingLine(key="a", text='"I was cold," he said.', kind=QUOTE),
    ],
)
def test_a_line_that_was_not_typed_is_spelt_with_marks(line: MeetingLine) -> None:
    read = read_line(spelt(line, find_area), find_area)
    assert (read.text, read.speaker, read.areas) == (line.text, line.speaker, line.areas)
    assert read.kind in {line.kind, ""}
    assert read.child_voice is line.child_voice


def test_joining_loses_no_line_and_the_later_edit_wins() -> None:
    now = (
        MeetingLine(key="a", time="10:00", text="a"),
        MeetingLine(key="b", time="10:05", text="b later", edited="2012-11-19T11:00"),
    )
    kept = (
        MeetingLine(key="a", time="10:00", text="a changed", edited="2012-11-19T10:30"),
        MeetingLine(key="b", time="10:05", text="b older", edited="2012-11-19T10:10"),
        MeetingLine(key="c", time="10:02", text="c"),
    )
    assert [line.text for line in joined(now, kept)] == ["a changed", "c", "b later"]


@given(st.text(alphabet="abc ", min_size=1).filter(str.strip))
def test_plain_words_are_spelt_as_they_are(words: str) -> None:
    line = MeetingLine(key="a", text=words.strip())
    assert spelt(line, find_area) == words.strip()
