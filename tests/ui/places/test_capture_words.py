"""What is said of a line, and what # offers."""

import pytest

from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.meeting_line import MeetingLine
from evidencekit.records.typed_line import MY_VIEW, QUOTE
from ui.places.capture_words import CaptureWords, clock_time, speakers


@pytest.fixture
def words(pack: FrameworkPack) -> CaptureWords:
    return CaptureWords(pack)


def test_an_area_is_found_by_number_key_and_id(words: CaptureWords) -> None:
    assert words.find_area("6") == words.find_area("inf") == words.find_area("e6") == "E6"
    assert words.find_area("zzz") is None


def test_an_area_is_named_as_it_is_typed(words: CaptureWords, pack: FrameworkPack) -> None:
    joint, special = pack.joint_areas[5], pack.specialist_areas[0]
    assert words.area(joint.id) == f"6 {joint.label}"
    assert words.area(special.id) == f"{special.id} {special.label}"
    assert words.area("X9") == "X9"


def test_every_area_is_offered_at_first_and_those_heard_last_stand_first(
    words: CaptureWords, pack: FrameworkPack
) -> None:
    assert len(words.suggestions("")) == len(pack.areas) + 1
    assert words.suggestions("", ["E9", "E2"])[0][0] == "9"
    assert words.suggestions("", ["E9", "E2"])[1][0] == "2"


def test_the_childs_voice_is_offered_like_an_area(words: CaptureWords) -> None:
    assert ("cv", "Child's voice") in words.suggestions("c")
    assert words.suggestions("zzz") == []


@pytest.mark.parametrize(
    ("line", "who", "shown"),
    [
        (MeetingLine(key="a", text="x", speaker="police"), "Police", "x"),
        (MeetingLine(key="a", text="x", kind=MY_VIEW), "Me", "x"),
        (MeetingLine(key="a", text="x", kind=QUOTE), "No speaker", "“x”"),
        (MeetingLine(key="a", text='"x," he said', kind=QUOTE), "No speaker", '"x," he said'),
    ],
)
def test_who_and_what(words: CaptureWords, line: MeetingLine, who: str, shown: str) -> None:
    assert words.who(line) == who
    assert words.shown(line) == shown


def test_a_line_is_said_in_one_sentence(words: CaptureWords) -> None:
    line = MeetingLine(
        key="a", time="10:35", text="She left.", speaker="mother", child_voice=True,
        areas=("E6",), edited="2012-11-20T10:43",
    )  # fmt: skip
    assert words.sentence(line) == (
        f"10:35. Mother. Observation: She left. Child's voice. Areas {words.area('E6')}."
        " Edited 10:43"
    )
    assert words.parts(line)[:3] == ["10:35", "Mother", "Observation"]


def test_those_who_are_here_speak_first() -> None:
    offered = speakers(["mother", "police"])
    assert offered[:2] == [("mother", "Mother  (mo:)"), ("police", "Police  (po:)")]
    assert len({key for key, _ in offered}) == len(offered)


def test_the_time_of_a_moment() -> None:
    assert clock_time("2012-11-19T10:43") == "10:43"
    assert clock_time("") == ""
