"""The picture: lanes, marks no more exact than what is known, and the same things by click."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.places.conftest import Known
from tests.ui.places.journeying import read_journey, write_journey
from ui.places.journey_picture import JourneyPicture, marks_of
from ui.places.workplace import Workplace
from ui.widgets.a11y import tree


@pytest.fixture
def picture(workplace: Workplace, known: Known, qtbot: QtBot) -> JourneyPicture:
    write_journey(workplace, known)
    found, _ = read_journey(workplace, known)
    made = JourneyPicture()
    qtbot.addWidget(made)
    made.show_journey(found)
    made.resize(1000, made.sizeHint().height())
    made.show()
    return made


def test_agencies_have_lanes_and_the_child_has_two(picture: JourneyPicture) -> None:
    assert picture._lanes == (
        "school", "police", "health-visiting", "childrens-social-care", "inspection",
        "seen", "heard",
    )  # fmt: skip


def test_a_month_is_as_wide_as_a_month_and_a_day_is_a_point(picture: JourneyPicture) -> None:
    scale = picture._scale()
    assert scale is not None
    boxes = {mark.lane: picture._box(mark, scale) for mark in picture._marks}
    assert boxes["school"].width() == boxes["school"].height()
    assert boxes["police"].width() > 3 * boxes["police"].height()
    assert boxes["health-visiting"].width() > boxes["health-visiting"].height()


def test_a_mark_can_be_clicked(picture: JourneyPicture, qtbot: QtBot) -> None:
    scale = picture._scale()
    assert scale is not None
    mark = picture._marks[0]
    with qtbot.waitSignal(picture.picked) as picked:
        place = picture._box(mark, scale).center().toPoint()
        qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place)
    assert picked.args == [mark.record]


def test_a_screen_reader_is_sent_to_the_list(picture: JourneyPicture) -> None:
    assert [met.name for met in tree(picture)] == [
        "Timeline picture. The list below has the same events."
    ]


def test_the_current_event_is_drawn_out(picture: JourneyPicture) -> None:
    before = picture.grab().toImage()
    picture.point_at(picture._marks[0].record)
    assert picture.grab().toImage() != before


def test_nothing_dated_draws_nothing(qtbot: QtBot, workplace: Workplace, known: Known) -> None:
    found, _ = read_journey(workplace, known)
    assert list(marks_of(found))
    empty = JourneyPicture()
    qtbot.addWidget(empty)
    empty.show()
    assert not empty.grab().isNull()
