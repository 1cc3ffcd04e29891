"""The controls light up as marks are typed, and win when they are used."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.meeting_line import MeetingLine
from evidencekit.records.typed_line import MY_VIEW, OBSERVED, QUOTE
from tests.ui.keys import press, show_active, type_words
from ui.places.capture_composer import Composer
from ui.places.capture_words import CaptureWords
from ui.widgets import a11y

START = datetime(2012, 11, 20, 10, 46, tzinfo=ZoneInfo("Europe/London"))


class Clock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock_here() -> Clock:
    return Clock()


@pytest.fixture
def composer(pack: FrameworkPack, clock_here: Clock, qtbot: QtBot) -> Composer:
    made = Composer("New note", CaptureWords(pack), clock_here, "Add note")
    qtbot.addWidget(made)
    made.resize(800, 200)
    show_active(qtbot, made)
    made.box.setFocus()
    return made


def test_marks_light_the_controls_as_they_are_typed(composer: Composer) -> None:
    assert composer.kinds[OBSERVED].isChecked()
    type_words('mo:"abc #cv')
    assert composer.kinds[QUOTE].isChecked()
    assert composer.voice.isChecked()
    assert composer.who.value() == "mother"


def test_the_line_below_says_what_will_be_kept(composer: Composer, pack: FrameworkPack) -> None:
    assert "Ctrl+Z" in composer.hint.text()
    type_words('mo:"abc #6')
    area = pack.joint_areas[5].label
    assert composer.hint.text() == (
        f"Will be saved as:  10:46  ·  Mother  ·  Quote  ·  6 {area}"
    )  # fmt: skip


def test_the_time_is_that_of_the_first_key(composer: Composer, clock_here: Clock) -> None:
    type_words("a")
    clock_here.time = START + timedelta(minutes=3)
    type_words("bc")
    assert composer.note().time == "10:46"
    for _ in "abc":
        press(Qt.Key.Key_Backspace)
    type_words("d")
    assert composer.note().time == "10:49"
    type_words(" now")
    composer.clear()
    assert composer.time.text() == "10:49"


def test_a_control_takes_the_mark_out_and_wins(composer: Composer) -> None:
    type_words('mo:"abc" #cv')
    composer.kinds[MY_VIEW].click()
    assert composer.box.toPlainText() == "mo:abc #cv"
    composer.voice.click()
    assert "#cv" not in composer.box.toPlainText()
    composer.who.set_value("police")
    composer.who.chosen.emit("police")
    note = composer.note()
    assert (note.kind, note.child_voice, note.speaker, note.text) == (
        MY_VIEW, False, "police", "abc",
    )  # fmt: skip
    assert composer.box.hasFocus()


def test_all_is_forgotten_after_a_note(composer: Composer) -> None:
    composer.kinds[QUOTE].click()
    composer.voice.click()
    type_words("abc")
    composer.clear()
    assert composer.note().kind == OBSERVED
    assert not composer.voice.isChecked()
    assert composer.who.value() == ""
    assert composer.is_empty


LINE = MeetingLine(
    key="a", time="10:31", text="x", kind=QUOTE, speaker="somebody-newer", areas=("E6",),
    child_voice=True,
)  # fmt: skip


def test_a_line_is_put_back_as_it_was(composer: Composer) -> None:
    composer.load(LINE)
    note = composer.note("a")
    assert (note.time, note.text, note.kind) == ("10:31", "x", QUOTE)
    assert (note.speaker, note.areas, note.child_voice) == ("somebody-newer", ("E6",), True)


def test_what_is_half_typed_survives_with_its_caret(composer: Composer) -> None:
    assert composer.state() == {}
    composer.kinds[QUOTE].click()
    type_words("half a word")
    press(Qt.Key.Key_Left)
    state = composer.state()
    composer.clear()
    composer.restore(state)
    assert composer.box.toPlainText() == "half a word"
    assert composer.box.textCursor().position() == len("half a wor")
    assert (composer.note().kind, composer.note().time) == (QUOTE, "10:46")


def test_the_same_speaker_is_the_one_on_the_line_before(composer: Composer) -> None:
    composer.set_before("police")
    type_words(":: again")
    assert composer.note().speaker == "police"


def test_everything_is_named_and_big_enough(composer: Composer) -> None:
    assert not a11y.nameless(composer)
    for each in composer.findChildren(QAbstractButton):
        assert min(each.width(), each.height()) >= 24
