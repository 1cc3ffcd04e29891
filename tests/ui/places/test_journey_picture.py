"""The picture: stepped through by key, brought closer, and the same things by click."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active, type_words
from tests.ui.places.conftest import Known
from tests.ui.places.journeying import read_journey, write_journey
from ui.places.journey_picture import JourneyPicture
from ui.places.journey_steps import SEEN, VOICE, steps_of
from ui.places.workplace import Workplace
from ui.widgets.a11y import tree


@pytest.fixture
def picture(workplace: Workplace, known: Known, qtbot: QtBot) -> JourneyPicture:
    write_journey(workplace, known)
    found, snapshot = read_journey(workplace, known)
    made = JourneyPicture()
    qtbot.addWidget(made)
    made.show_steps(steps_of(found, snapshot), found.silences)
    made.resize(1000, made.sizeHint().height())
    show_active(qtbot, made)
    made.setFocus()
    return made


def test_agencies_have_lanes_and_the_child_has_two(picture: JourneyPicture) -> None:
    assert picture.lanes == (
        "school", "police", "health-visiting", "childrens-social-care", "inspection", SEEN, VOICE,
    )  # fmt: skip


def test_left_and_right_step_from_one_event_to_the_next(
    picture: JourneyPicture, qtbot: QtBot
) -> None:
    order = list(dict.fromkeys(mark.record for mark in picture.marks))
    assert picture.current == order[0]
    press(Qt.Key.Key_Right)
    assert picture.current == order[1]
    assert "September 2012" in picture.accessibleDescription()
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Left)
    assert picture.current == order[0]
    press(Qt.Key.Key_End)
    assert picture.current == order[-1]
    press(Qt.Key.Key_Home)
    with qtbot.waitSignal(picture.opened) as opened:
        press(Qt.Key.Key_Return)
    assert opened.args == [order[0]]


def test_up_and_down_go_by_lane_to_what_is_nearest(picture: JourneyPicture) -> None:
    press(Qt.Key.Key_Down)
    assert picture.current_lane == "police"
    for _ in range(20):
        press(Qt.Key.Key_Down)
    assert picture.current_lane == VOICE
    press(Qt.Key.Key_Up)
    assert picture.current_lane == SEEN


def test_plus_comes_closer_minus_goes_back_and_nought_shows_all(picture: JourneyPicture) -> None:
    assert picture.is_whole
    type_words("++")
    closer = picture.shown_days
    assert closer < picture.days / 2
    type_words("-")
    assert closer < picture.shown_days < picture.days
    type_words("0")
    assert picture.is_whole
    type_words("-")
    assert picture.is_whole


def test_what_is_stepped_to_is_always_in_sight(picture: JourneyPicture) -> None:
    type_words("+++++++++")
    press(Qt.Key.Key_End)
    scale = picture.scale()
    assert scale is not None
    mark = picture.marks[-1]
    assert scale.left <= picture.box(mark, scale).center().x() <= scale.right
    start = picture.start
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert picture.start < start
    assert picture.current == mark.record


def test_a_mark_can_be_clicked(picture: JourneyPicture, qtbot: QtBot) -> None:
    scale = picture.scale()
    assert scale is not None
    mark = picture.marks[1]
    with qtbot.waitSignal(picture.pointed_at) as picked:
        place = picture.box(mark, scale).center().toPoint()
        qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place)
    assert picked.args == [mark.record]
    with qtbot.waitSignal(picture.opened):
        qtbot.mouseDClick(picture, Qt.MouseButton.LeftButton, pos=place)


def test_a_screen_reader_is_sent_to_the_table(picture: JourneyPicture) -> None:
    (found,) = [each for each in tree(picture) if "Timeline picture" in each.name]
    assert found.name == "Timeline picture. The table has the same events."


def test_nothing_dated_leaves_it_empty_and_every_key_harmless(qtbot: QtBot) -> None:
    empty = JourneyPicture()
    qtbot.addWidget(empty)
    empty.show_steps((), ())
    show_active(qtbot, empty)
    empty.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Return):
        press(key)
    type_words("+-0")
    assert empty.current == ""
    assert not empty.grab().isNull()
