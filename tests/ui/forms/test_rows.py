"""Small forms within a form: added, removed, and put back as they were."""

from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.records.fields import FieldKind
from tests.ui.forms.sources import SOURCES, field_of
from tests.ui.keys import show_active
from ui.forms.controls import make_control
from ui.forms.rows import GroupControl, RowsControl, is_blank
from ui.forms.texts import TextControl
from ui.widgets.button import Button

MAKE = partial(make_control, sources=SOURCES)


@pytest.fixture
def rows(qtbot: QtBot) -> RowsControl:
    control = RowsControl(field_of(FieldKind.ROWS), MAKE)
    qtbot.addWidget(control)
    control.show()
    return control


def remove_button(line: GroupControl) -> Button:
    return next(b for b in line.findChildren(Button) if b.accessibleName().startswith("Remove"))


def test_a_row_is_added_and_has_the_keyboard(rows: RowsControl, qtbot: QtBot) -> None:
    show_active(qtbot, rows)
    assert rows.add_button.accessibleName() == "Add: My rows"
    with qtbot.waitSignal(rows.changed):
        rows.add_button.click()
    assert rows.add_button.accessibleName() == "Add another: My rows"
    area = rows.rows[0].controls["area"]
    assert isinstance(area, TextControl)
    assert area.box.hasFocus()


def test_a_blank_row_is_no_answer_but_stays_in_the_draft(rows: RowsControl) -> None:
    rows.add_button.click()
    assert rows.value() is None
    assert rows.typed() == [{}]


def test_rows_are_numbered_anew_when_one_goes(rows: RowsControl) -> None:
    rows.set_value([{"area": "E1"}, {"area": "E2"}, {"area": "E3"}])
    assert remove_button(rows.rows[2]).accessibleName() == "Remove: My rows 3"
    remove_button(rows.rows[0]).click()
    assert [line.accessibleName() for line in rows.rows] == ["My rows 1", "My rows 2"]


def test_a_removed_row_can_be_put_back_where_it_was(rows: RowsControl, qtbot: QtBot) -> None:
    whole = [{"area": "E1", "weight": "seen"}, {"area": "E2"}]
    rows.set_value(whole)
    with qtbot.waitSignal(rows.changed):
        remove_button(rows.rows[0]).click()
    assert rows.value() == [{"area": "E2"}]
    assert rows._undo.words == "My rows: row 1 removed."
    with qtbot.waitSignal(rows.changed):
        rows._undo._action.click()
    assert rows.value() == whole


def test_a_change_inside_a_row_is_told(rows: RowsControl, qtbot: QtBot) -> None:
    rows.set_value([{"area": "E1"}])
    area = rows.rows[0].controls["area"]
    assert isinstance(area, TextControl)
    with qtbot.waitSignal(rows.changed):
        area.box.setText("E2")


def test_blank_is_nothing_at_all_and_zero_is_an_answer() -> None:
    assert [is_blank(None), is_blank(""), is_blank([]), is_blank({})] == [True] * 4
    assert [is_blank(0), is_blank(value=False), is_blank("x"), is_blank([""])] == [False] * 4
