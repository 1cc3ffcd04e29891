"""Whatever is done to notes can be undone to the same notes, and no word is ever lost."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from evidencekit.records.line_changes import Typed
from evidencekit.records.meeting_line import MeetingLine, spelt
from tests.ui.places.conftest import add
from tests.ui.places.meeting import LINES, make_capture
from ui.places.capture_changes import LineChanges
from ui.places.capture_lines import LineModel
from ui.places.capture_sheet import Sheet
from ui.places.workplace import Workplace

WORD = re.compile(r"\w+")


@pytest.fixture
def sheet(workplace: Workplace) -> Iterator[Sheet]:
    record = add(workplace, "observation", {
        "what": "icpc", "started": "2012-11-20T10:30", "lines": [*LINES],
    })  # fmt: skip
    page = make_capture(workplace, record)
    yield page.sheet
    page.deleteLater()


@pytest.fixture
def changes(sheet: Sheet) -> LineChanges:
    return LineChanges(sheet)


def keys(sheet: Sheet) -> list[str]:
    return [line.key for line in sheet.lines.lines]


def test_a_note_goes_where_its_new_time_stands(sheet: Sheet, changes: LineChanges) -> None:
    assert changes.set_time("a", "10:40")
    assert keys(sheet) == ["b", "a", "c"]
    assert changes.shift("a", -2) == "10:38"
    assert changes.shift("a", -1) == "10:37"
    assert keys(sheet) == ["a", "b", "c"]
    assert not changes.set_time("a", "10:37")
    assert not changes.set_time("gone", "10:37")


def test_a_time_and_a_place_are_one_step(sheet: Sheet, changes: LineChanges) -> None:
    before = list(sheet.lines.lines)
    changes.set_time("a", "10:59")
    assert sheet.undo.undoText() == "time of the note of 10:35"
    sheet.undo.undo()
    assert list(sheet.lines.lines) == before


def test_a_split_and_a_join_are_one_step_each(sheet: Sheet, changes: LineChanges) -> None:
    before = list(sheet.lines.lines)
    line = before[1]
    typed = spelt(line, sheet.lines.words.find_area)
    assert changes.split(line, Typed(typed[:11], typed[11:]), "new")
    assert keys(sheet) == ["a", "b", "new", "c"]
    assert sheet.undo.count() == 1
    assert changes.join("new") == "b"
    assert sheet.lines.lines[1].text == line.text
    assert sheet.undo.count() == 2
    sheet.undo.undo()
    sheet.undo.undo()
    assert list(sheet.lines.lines) == before


def test_the_first_note_has_none_above_to_join(sheet: Sheet, changes: LineChanges) -> None:
    assert changes.join("a") == ""
    assert changes.join("gone") == ""
    assert not changes.split(sheet.lines.lines[0], Typed("", "x"), "new")
    assert sheet.undo.count() == 0


def test_no_draft_in_between_holds_fewer_words(sheet: Sheet, changes: LineChanges) -> None:
    seen: list[list[str]] = []
    sheet.lines.changed.connect(lambda: seen.append(words_in(sheet.lines)))
    every = words_in(sheet.lines)
    line = sheet.lines.lines[1]
    changes.split(line, Typed("Shares three ", "call-outs."), "new")
    changes.join("new")
    sheet.undo.undo()
    sheet.undo.undo()
    assert len(seen) == 8
    for found in seen:
        assert not missing(every, found)


def test_areas_speaker_kind_and_voice_are_changed_by_name(
    sheet: Sheet, changes: LineChanges
) -> None:
    assert changes.say("c", "speaker", speaker="school")
    assert changes.turn_voice("c")
    assert changes.turn_area("c", "E2")
    line = sheet.lines.line("c")
    assert line is not None
    assert (line.speaker, line.child_voice, line.areas) == ("school", True, ("E2",))
    assert line.typed == "sc: !Nobody asked about the baby. #E2 #cv"
    assert not changes.say("c", "speaker", speaker="school")
    assert not changes.turn_area("gone", "E2")


def test_a_removed_note_comes_back_where_its_time_stands(
    sheet: Sheet, changes: LineChanges
) -> None:
    line = changes.remove("b")
    assert line is not None
    changes.say("c", "speaker", speaker="school")
    changes.put_back(line)
    assert keys(sheet) == ["a", "b", "c"]
    changes.put_back(line)
    assert keys(sheet) == ["a", "b", "c"]


@dataclass(frozen=True)
class Act:
    """Something done to the note at a place."""

    what: str
    place: int
    number: int


ACTS = st.builds(
    Act,
    st.sampled_from(["split", "join", "time", "speaker", "area", "voice", "undo", "redo"]),
    st.integers(0, 6),
    st.integers(0, 40),
)


@given(st.lists(ACTS, max_size=14))
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_run_of_changes_undoes_to_the_same_notes_and_loses_no_word(
    sheet: Sheet, changes: LineChanges, acts: list[Act]
) -> None:
    while sheet.undo.canUndo():
        sheet.undo.undo()
    sheet.undo.clear()
    before = list(sheet.lines.lines)
    every = words_in(sheet.lines)
    for number, act in enumerate(acts):
        do_act(sheet, changes, act, f"k{number}")
        assert not missing(every, words_in(sheet.lines))
        assert [row["key"] for row in sheet.lines.rows()] == keys(sheet)  # type: ignore[index,call-overload]
    after = list(sheet.lines.lines)
    steps = sheet.undo.index()
    while sheet.undo.canUndo():
        sheet.undo.undo()
    assert list(sheet.lines.lines) == before
    for _step in range(steps):
        sheet.undo.redo()
    assert list(sheet.lines.lines) == after


def do_act(sheet: Sheet, changes: LineChanges, act: Act, key: str) -> None:
    line = sheet.lines.lines[act.place % len(sheet.lines.lines)]
    number, speaker = act.number, ("", "police", "school")[act.number % 3]
    done: dict[str, Callable[[], object]] = {
        "split": lambda: split(sheet, changes, line, act, key),
        "join": lambda: changes.join(line.key),
        "time": lambda: changes.shift(line.key, number - 20),
        "speaker": lambda: changes.say(line.key, "speaker", speaker=speaker),
        "area": lambda: changes.turn_area(line.key, f"E{number % 12 + 1}"),
        "voice": lambda: changes.turn_voice(line.key),
        "undo": sheet.undo.undo,
        "redo": sheet.undo.redo,
    }
    done[act.what]()


def split(sheet: Sheet, changes: LineChanges, line: MeetingLine, act: Act, key: str) -> None:
    typed = spelt(line, sheet.lines.words.find_area)
    at = typed.find(" ", act.number)
    if at > 0 and not typed[at:].lstrip().startswith("#"):
        changes.split(line, Typed(typed[:at], typed[at:]), key)


def words_in(lines: LineModel) -> list[str]:
    return [word for line in lines.lines for word in words_of(line)]


def words_of(line: MeetingLine) -> list[str]:
    return WORD.findall(line.text)


def missing(every: list[str], found: list[str]) -> list[str]:
    left = list(found)
    gone = []
    for word in every:
        if word in left:
            left.remove(word)
        else:
            gone.append(word)
    return gone
