"""Days, roughly known days, times and moments; what is half typed is never lost."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from evidencekit.records.fields import FieldKind
from tests.ui.forms.sources import SOURCES, field_of
from tests.ui.keys import press, show_active, type_words
from ui.forms.control import Control
from ui.forms.controls import make_control
from ui.forms.dates import DateControl, MomentControl, TimeControl


def made(kind: FieldKind, qtbot: QtBot) -> Control:
    control = make_control(field_of(kind), SOURCES)
    qtbot.addWidget(control)
    return control


@pytest.mark.parametrize(
    ("kind", "half"),
    [
        (FieldKind.DATE, {"day": "31", "month": "", "year": "2012"}),
        (FieldKind.ABOUT_DATE, {"day": "3", "month": "Nov", "year": ""}),
        (FieldKind.TIME, "half past"),
        (FieldKind.MOMENT, {"day": "19", "month": "11", "year": "2012", "time": ""}),
    ],
    ids=str,
)
def test_what_is_half_typed_goes_into_the_draft_and_comes_back(
    kind: FieldKind, half: Json, qtbot: QtBot
) -> None:
    control = made(kind, qtbot)
    control.set_value(half)
    assert control.value() is None
    assert control.typed() == half
    assert control.problem().startswith(f"My {kind.value} must")
    again = made(kind, qtbot)
    again.set_value(control.typed())
    assert again.typed() == half


def test_a_date_is_typed_with_the_keyboard_alone(qtbot: QtBot) -> None:
    control = made(FieldKind.DATE, qtbot)
    show_active(qtbot, control)
    control.setFocus()
    type_words("24")
    press(Qt.Key.Key_Tab)
    type_words("nov")
    press(Qt.Key.Key_Tab)
    with qtbot.waitSignal(control.changed):
        type_words("12")
    assert control.value() == "2012-11-24"


def test_t_in_any_box_is_today(qtbot: QtBot) -> None:
    control = made(FieldKind.DATE, qtbot)
    assert isinstance(control, DateControl)
    show_active(qtbot, control)
    control.box.boxes["month"].setFocus()
    type_words("t")
    assert control.value() == "2012-11-19"


def test_a_time_is_tidied_when_it_is_left(qtbot: QtBot) -> None:
    control = made(FieldKind.TIME, qtbot)
    assert isinstance(control, TimeControl)
    show_active(qtbot, control)
    control.setFocus()
    type_words("2.30pm")
    press(Qt.Key.Key_Return)
    assert control.box.text() == "14:30"
    assert control.value() == "14:30"


def test_a_moment_names_the_part_that_is_missing(qtbot: QtBot) -> None:
    control = made(FieldKind.MOMENT, qtbot)
    assert isinstance(control, MomentControl)
    control.date.set_today()
    assert control.problem() == "My moment must include a time."
    control.set_value(None)
    control.time.setText("9.30")
    assert control.problem() == "My moment must include a day."
