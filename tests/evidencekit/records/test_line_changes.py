"""Lines of a meeting may be split, joined and moved; every word stays."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from evidencekit.records.line_changes import (
    Change,
    Typed,
    at_time,
    join,
    place_by_time,
    shifted,
    split,
    with_area,
)
from evidencekit.records.meeting_line import MeetingLine, spelt
from evidencekit.records.typed_line import MY_VIEW, OBSERVED, QUOTE, read_line

WORDS = re.compile(r"\w+")


def find_area(typed: str) -> str | None:
    return typed.upper() if typed.upper() in {"E5", "E6"} else None


CHANGE = Change("2012-11-19T10:43", find_area)
LINE = MeetingLine(key="a", time="10:32", text="He was late. Nobody rang.", areas=("E6",))
SAID = replace(LINE, speaker="mother", kind=QUOTE, text="I was cold. I was hungry.")


def typed_of(line: MeetingLine, at: str) -> Typed:
    whole = spelt(line, find_area)
    before, after = whole.split(at)
    return Typed(before, after)


def test_both_parts_of_a_split_keep_time_speaker_and_areas() -> None:
    made = split(
        SAID, typed_of(SAID, " I was hungry")._replace(after=' I was hungry."'), "b", CHANGE
    )
    assert made is not None
    first, second = made
    assert (first.text, second.text) == ("I was cold.", "I was hungry.")
    assert (first.key, second.key) == ("a", "b")
    for part in made:
        assert (part.time, part.speaker, part.kind) == ("10:32", "mother", QUOTE)
        assert part.areas == ("E6",)
        assert part.edited == "2012-11-19T10:43"
        assert read_line(part.typed, find_area).text == part.text


def test_marks_at_the_start_of_the_second_part_count() -> None:
    made = split(LINE, Typed("sw: He is fine. ", "mo: !No he is not #e5"), "b", CHANGE)
    assert made is not None
    assert (made[1].speaker, made[1].kind) == ("mother", MY_VIEW)
    assert made[1].areas == made[0].areas == ("E6", "E5")


@pytest.mark.parametrize("typed", [Typed("", "all of it"), Typed("all", "  "), Typed("sw: ", "x")])
def test_a_line_without_words_is_never_made(typed: Typed) -> None:
    assert split(LINE, typed, "b", CHANGE) is None


def test_lines_said_alike_are_joined_as_they_are() -> None:
    below = replace(SAID, key="b", text="Nobody came.", areas=("E5",), child_voice=True)
    made = join(SAID, below, CHANGE)
    assert made.text == "I was cold. I was hungry. Nobody came."
    assert (made.key, made.speaker, made.kind) == ("a", "mother", QUOTE)
    assert (made.areas, made.child_voice) == (("E6", "E5"), True)


def test_words_of_two_people_never_become_the_words_of_one() -> None:
    below = MeetingLine(key="b", text="Three calls.", speaker="police", time="10:40")
    made = join(SAID, below, CHANGE)
    assert made.text == "Mother: “I was cold. I was hungry.” Police: Three calls."
    assert (made.speaker, made.kind, made.time) == ("", OBSERVED, "10:32")
    thought = join(LINE, replace(LINE, key="c", kind=MY_VIEW, text="Odd."), CHANGE)
    assert thought.text == "He was late. Nobody rang. My view: Odd."


def test_what_joined_lines_show_stays_only_where_they_agree() -> None:
    one = replace(LINE, polarity="strength", weight="some")
    assert join(one, replace(LINE, key="b"), CHANGE).polarity == "strength"
    differing = join(one, replace(LINE, key="b", polarity="weakness", weight="some"), CHANGE)
    assert (differing.polarity, differing.weight) == ("", "some")


def test_another_time_is_not_undone_by_the_time_that_was_typed() -> None:
    line = replace(LINE, typed="@1032 He was late. Nobody rang. #e6")
    moved = at_time(line, "10:20", CHANGE)
    assert moved.time == "10:20"
    assert read_line(moved.typed, find_area).time == ""


def test_an_area_comes_and_goes() -> None:
    more = with_area(LINE, "E5", CHANGE)
    assert more.areas == ("E6", "E5")
    assert with_area(more, "E6", CHANGE).areas == ("E5",)


@pytest.mark.parametrize(
    ("time", "by", "then"), [("10:32", 1, "10:33"), ("00:00", -1, "23:59"), ("23:59", 1, "00:00")]
)
def test_minutes_go_round_midnight(time: str, by: int, then: str) -> None:
    assert shifted(time, by) == then


def test_a_line_stands_behind_those_that_are_not_later() -> None:
    lines = [MeetingLine(key=t, text="x", time=t) for t in ("22:10", "23:50", "00:20")]
    assert place_by_time(lines, "23:50", "22:00") == 2
    assert place_by_time(lines, "00:05", "22:00") == 2
    assert place_by_time(lines, "21:55", "22:00") == 0
    assert place_by_time([], "10:00") == 0


words = st.text(alphabet="ab cd\n", min_size=1, max_size=30)


@given(words, words)
def test_a_split_loses_no_word(before: str, after: str) -> None:
    whole = MeetingLine(key="a", text=f"{before}{after}")
    made = split(whole, Typed(before, after), "b", CHANGE)
    assert (made is None) == (not before.strip() or not after.strip())
    if made is not None:
        assert [part.text for part in made] == [before.strip(), after.strip()]


@given(
    st.sampled_from(["", "police", "mother"]), st.sampled_from([OBSERVED, QUOTE, MY_VIEW]),
    words.filter(str.strip), words.filter(str.strip),
)  # fmt: skip
def test_a_join_loses_no_word(speaker: str, kind: str, one: str, other: str) -> None:
    below = MeetingLine(key="b", text=other, speaker=speaker, kind=kind)
    made = join(replace(LINE, text=one), below, CHANGE)
    left = WORDS.findall(made.text)
    for word in [*WORDS.findall(one), *WORDS.findall(other)]:
        left.remove(word)
