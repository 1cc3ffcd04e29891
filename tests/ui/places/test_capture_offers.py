"""First letters are completed; words that only look alike are left alone."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from tests.ui.keys import press, type_words
from tests.ui.places.conftest import Known
from tests.ui.places.meeting import open_capture
from ui.places.capture import Capture
from ui.places.capture_offers import first_word, starters
from ui.places.workplace import Workplace

NOW = datetime(2012, 11, 20, 10, 2, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def page(workplace: Workplace, known: Known) -> Capture:
    return open_capture(workplace, known.observation)


@pytest.mark.parametrize(
    ("before", "word"),
    [("mo", "mo"), ("@", "@"), ("@10", "@10"), ("@1032 po", "po"), ("m", ""), ("mo ", ""),
     ("the mother", ""), ("mo:", ""), ("", ""), ("#5", "")],
)  # fmt: skip
def test_only_the_first_word_is_completed(before: str, word: str) -> None:
    assert first_word(before) == word


def test_letters_and_words_find_speakers_and_those_here_stand_first() -> None:
    assert starters("mo", (), lambda: NOW)[0] == ("mo:", "Mother")
    found = starters("po", ("response-officer",), lambda: NOW)
    assert found[:2] == [("po:", "Police"), ("ro:", "Police response officer")]
    assert ("hs:", "Service manager or head of service") in starters("head", (), lambda: NOW)
    assert starters("zz", (), lambda: NOW) == []


def test_a_time_is_now_or_shortly_before_or_that_of_the_note_above() -> None:
    assert starters("@", (), lambda: NOW, "09:31") == [
        ("@1002", "10:02, now"), ("@0957", "09:57, 5 minutes ago"),
        ("@0952", "09:52, 10 minutes ago"), ("@0931", "09:31, as the note above"),
    ]  # fmt: skip
    assert starters("@09:3", (), lambda: NOW, "09:31") == [("@0931", "09:31, as the note above")]
    assert starters("@1002", (), lambda: NOW) == []


def test_tab_takes_a_speaker_and_enter_files_what_was_typed(page: Capture) -> None:
    box = page.notes.composer.box
    type_words("moth")
    assert box.areas.isVisible()
    assert box.areas.accessibleName() == "Speakers"
    press(Qt.Key.Key_Tab)
    assert box.toPlainText() == "mo: "
    type_words("I was not told")
    press(Qt.Key.Key_Return)
    assert page.sheet.lines.last is not None
    assert page.sheet.lines.last.speaker == "mother"
    type_words("school")
    press(Qt.Key.Key_Return)
    assert page.sheet.lines.last.text == "school"


def test_a_time_is_taken_with_the_arrows(page: Capture) -> None:
    type_words("@")
    assert page.notes.composer.box.areas.accessibleName() == "Times"
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    type_words("late")
    press(Qt.Key.Key_Return)
    assert "late" in [line.text for line in page.sheet.lines.lines if line.time == "09:55"]


def test_the_list_goes_with_the_space_behind_the_word(page: Capture) -> None:
    type_words("mother")
    assert page.notes.composer.box.areas.isVisible()
    type_words(" says")
    assert not page.notes.composer.box.areas.isVisible()
    assert page.notes.composer.note().text == "mother says"
