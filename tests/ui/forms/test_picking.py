"""Answers that name records: found by typing, added one by one, removed with a key."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.records.fields import Field, FieldKind
from tests.ui.forms.sources import CASES, choices, field_of
from tests.ui.keys import press, show_active, type_words
from ui.forms.picking import PickControl, PickManyControl
from ui.widgets.button import Button


def test_typing_part_of_the_words_finds_the_record(qtbot: QtBot) -> None:
    control = PickControl(field_of(FieldKind.RECORD), choices)
    qtbot.addWidget(control)
    show_active(qtbot, control)
    control.box.setFocus()
    type_words("child b")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: control.value() == "r2")


def test_words_that_name_nothing_leave_the_answer_as_it_was(qtbot: QtBot) -> None:
    control = PickControl(field_of(FieldKind.RECORD), choices)
    qtbot.addWidget(control)
    control.set_value("r3")
    show_active(qtbot, control)
    control.box.setFocus()
    control.box.setEditText("nobody")
    press(Qt.Key.Key_Return)
    assert control.value() == "r3"
    assert control.box.currentText() == "Child C"


def removers(control: PickManyControl) -> list[Button]:
    return [b for b in control.findChildren(Button) if b.isVisible()]


def test_several_are_added_once_each_and_can_be_removed(qtbot: QtBot) -> None:
    control = PickManyControl(field_of(FieldKind.RECORDS), choices)
    qtbot.addWidget(control)
    control.show()
    for key in ("r2", "r1", "r2"):
        control.box.set_value(key)
        control.box.chosen.emit(key)
    assert control.value() == ["r2", "r1"]
    assert control.box.value() == ""
    qtbot.waitUntil(lambda: len(removers(control)) == 2)
    removes = removers(control)
    assert [b.accessibleName() for b in removes] == ["Remove: Child B", "Remove: Child A"]
    with qtbot.waitSignal(control.changed):
        removes[0].click()
    assert control.value() == ["r1"]


def test_new_choices_are_offered_without_losing_the_answer(qtbot: QtBot) -> None:
    on_offer = list(CASES)

    def growing(_field: Field) -> list[tuple[str, str]]:
        return on_offer

    one = PickControl(field_of(FieldKind.RECORD), growing)
    many = PickManyControl(field_of(FieldKind.RECORDS), growing)
    for control in (one, many):
        qtbot.addWidget(control)
    one.set_value("r2")
    many.set_value(["r2"])
    on_offer.append(("r9", "Child Z"))
    one.reload()
    many.reload()
    assert one.value() == "r2"
    assert many.value() == ["r2"]
    assert one.box.findData("r9") > 0
    assert many.box.findData("r9") > 0
