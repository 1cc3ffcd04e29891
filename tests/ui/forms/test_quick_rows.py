"""Decisions and actions typed one after another, hands on the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from evidencekit.records.fields import Field
from evidencekit.records.kinds import KINDS
from tests.ui.keys import focused, press, show_active, type_words
from ui.forms.control import Sources
from ui.forms.controls import make_control
from ui.forms.quick_rows import QuickRowsControl, is_quick
from ui.forms.rows import RowsControl

WORDS = {"owners": [("agency-school", "School"), ("role-chair", "Chair")],
         "earlier-actions": [("done", "Done"), ("not-done", "Not done")]}  # fmt: skip
SOURCES = Sources(lambda name: WORDS.get(name, []), lambda _field: (), lambda: date(2012, 11, 20))


def field_of(key: str) -> Field:
    field = KINDS["observation"].field(key)
    assert field is not None
    return field


def made(qtbot: QtBot, key: str) -> QuickRowsControl:
    control = make_control(field_of(key), SOURCES)
    assert isinstance(control, QuickRowsControl)
    control.resize(900, 300)
    show_active(qtbot, control)
    return control


@pytest.fixture
def actions(qtbot: QtBot) -> QuickRowsControl:
    control = made(qtbot, "actions")
    control.setFocus()
    return control


def test_only_short_rows_that_begin_with_words_are_quick() -> None:
    quick = [key for key in ("decisions", "actions", "dissents", "earlier_actions", "areas",
                             "attendance") if is_quick(field_of(key))]  # fmt: skip
    assert quick == ["decisions", "actions", "dissents", "earlier_actions"]
    assert isinstance(make_control(field_of("areas"), SOURCES), RowsControl)


def test_two_actions_are_typed_without_leaving_the_keys(actions: QuickRowsControl) -> None:
    type_words("Weigh the baby")
    press(Qt.Key.Key_Tab)
    type_words("Health visitor")
    press(Qt.Key.Key_Tab)
    type_words("10wd")
    press(Qt.Key.Key_Return)
    type_words("Housing letter")
    press(Qt.Key.Key_Return)
    assert actions.value() == [
        {"action": "Weigh the baby", "owner": "Health visitor", "due": "2012-12-04",
         "due_said": "10wd"},
        {"action": "Housing letter"},
    ]  # fmt: skip
    assert len(actions.rows) == 3  # there is always one more to type in
    assert focused() is actions.rows[2].boxes()[0]


def test_enter_in_an_empty_last_row_stays_there(actions: QuickRowsControl) -> None:
    press(Qt.Key.Key_Return)
    assert len(actions.rows) == 1
    assert actions.value() is None


def test_arrows_go_between_the_rows_in_the_same_column(actions: QuickRowsControl) -> None:
    actions.set_value([{"action": "One"}, {"action": "Two"}])
    actions.rows[0].boxes()[1].setFocus()
    press(Qt.Key.Key_Down)
    assert focused() is actions.rows[1].boxes()[1]
    press(Qt.Key.Key_Up)
    assert focused() is actions.rows[0].boxes()[1]


def test_a_row_removed_can_be_put_back_where_it_was(actions: QuickRowsControl) -> None:
    rows: list[Json] = [
        {"action": "One", "due": "2012-11-24"}, {"action": "Two", "due_said": "soon"},
    ]  # fmt: skip
    actions.set_value(rows)
    actions.rows[0].boxes()[0].setFocus()
    press(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert actions.value() == rows[1:]
    actions._undo._on_action()
    assert actions.value() == rows
    actions.rows[1].remove.click()
    assert actions.value() == rows[:1]


def test_delete_and_letters_in_a_box_are_its_own(actions: QuickRowsControl) -> None:
    type_words("One")
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Delete)
    assert actions.value() == [{"action": "ne"}]


def test_what_was_there_is_shown_and_given_back(actions: QuickRowsControl) -> None:
    rows: list[Json] = [{"action": "One", "owner": "School", "due": "2012-11-24"}]
    actions.set_value(rows)
    assert actions.value() == rows
    assert actions.typed() == rows
    actions.set_value(None)
    assert actions.value() is None
    actions.set_value("nonsense")
    assert actions.value() is None


def test_a_half_typed_time_is_told_and_stays_in_the_draft(qtbot: QtBot) -> None:
    decisions = made(qtbot, "decisions")
    decisions.set_value([{"decision": "A plan", "time": "25"}])
    assert decisions.value() == [{"decision": "A plan"}]
    assert decisions.typed() == [{"decision": "A plan", "time": "25"}]
    assert decisions.problem() == "Time must be a time, like 09:30."


def test_what_became_of_an_earlier_action_is_chosen(qtbot: QtBot) -> None:
    earlier = made(qtbot, "earlier_actions")
    earlier.set_value([{"action": "Visit weekly", "state": "not-done"}])
    assert earlier.value() == [{"action": "Visit weekly", "state": "not-done"}]


def test_an_owner_may_be_picked_and_need_not_be(actions: QuickRowsControl) -> None:
    box = actions.rows[0].boxes()[1]
    assert isinstance(box, QLineEdit)
    finder = box.completer()
    finder.setCompletionPrefix("cha")
    assert finder.currentCompletion() == "Chair"
    actions.rows[0].boxes()[0].setFocus()
    type_words("Ring them")
    press(Qt.Key.Key_Tab)
    type_words("Grandmother's neighbour")
    assert actions.value() == [{"action": "Ring them", "owner": "Grandmother's neighbour"}]


def test_each_box_is_named_by_its_row_and_its_question(actions: QuickRowsControl) -> None:
    actions.set_value([{"action": "One"}])
    names = [box.accessibleName() for row in actions.rows for box in row.boxes()]
    assert names[0] == "Actions 1, action"
    assert names[-1] == "Actions 2, due"
    assert actions.rows[0].remove.accessibleName() == "Remove: Actions 1"


def test_a_narrow_row_stands_below_itself(actions: QuickRowsControl, qtbot: QtBot) -> None:
    row = actions.rows[0]
    wide = row.sizeHint().height()
    actions.resize(400, 600)
    qtbot.waitUntil(lambda: row.height() > wide)
    assert row._line.direction() == row._line.Direction.TopToBottom
