"""Chosen answers: radios for a few words, a list for many, chips for several."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidencekit.records.fields import FieldKind
from tests.ui.forms.sources import WORDS, field_of
from ui.forms.choosing import (
    CHIPS,
    FEW,
    YES_NO,
    ChoicesControl,
    ListControl,
    RadioControl,
    choice_control,
    choices_control,
)
from ui.forms.picking import PickManyControl
from ui.widgets.a11y import tree
from ui.widgets.button import Button


def test_four_words_are_radios_and_more_are_a_list(qtbot: QtBot) -> None:
    few = choice_control(field_of(FieldKind.CHOICE), WORDS["many"][:FEW])
    many = choice_control(field_of(FieldKind.CHOICE), WORDS["many"][: FEW + 1])
    for control in (few, many):
        qtbot.addWidget(control)
    assert isinstance(few, RadioControl)
    assert isinstance(many, ListControl)


def test_a_radio_answer_can_be_cleared(qtbot: QtBot) -> None:
    control = RadioControl(field_of(FieldKind.YES_NO), YES_NO)
    qtbot.addWidget(control)
    control.show()
    with qtbot.waitSignal(control.changed):
        control.radios["no"].click()
    assert control.value() == "no"
    clear = control.findChild(Button)
    assert isinstance(clear, Button)
    assert clear.accessibleName() == "Clear: My yes-no"
    with qtbot.waitSignal(control.changed):
        clear.click()
    assert control.value() is None
    assert clear.isHidden()


def test_radios_read_as_radio_buttons_in_a_named_group(qtbot: QtBot) -> None:
    control = RadioControl(field_of(FieldKind.YES_NO), YES_NO)
    qtbot.addWidget(control)
    control.show()
    met = list(tree(control))
    assert (met[0].role.name, met[0].name) == ("Grouping", "My yes-no")
    assert [m.name for m in met if m.role.name == "RadioButton"] == ["Yes", "No", "Unclear"]


def test_the_wheel_never_changes_an_answer(qtbot: QtBot) -> None:
    control = ListControl(field_of(FieldKind.CHOICE), WORDS["many"])
    qtbot.addWidget(control)
    control.set_value("w3")
    control.show()
    control.box.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003
    )  # fmt: skip
    QApplication.sendEvent(control.box, turn)
    assert control.value() == "w3"


def test_chips_are_check_boxes_and_keep_their_order(qtbot: QtBot) -> None:
    control = ChoicesControl(field_of(FieldKind.CHOICES), WORDS["many"])
    qtbot.addWidget(control)
    control.show()
    control.pills["w5"].click()
    with qtbot.waitSignal(control.changed):
        control.pills["w2"].click()
    assert control.value() == ["w2", "w5"]
    roles = {m.role.name for m in tree(control) if m.name.startswith("Word")}
    assert roles == {"CheckBox"}


def test_more_words_than_the_eye_takes_in_are_found_by_typing(qtbot: QtBot) -> None:
    many = [(f"w{number}", f"Word {number}") for number in range(CHIPS + 1)]
    control = choices_control(field_of(FieldKind.CHOICES), many)
    qtbot.addWidget(control)
    assert isinstance(control, PickManyControl)
    control.set_value(["w3", "a word of an older pack"])
    assert control.value() == ["w3", "a word of an older pack"]
    assert isinstance(choices_control(field_of(FieldKind.CHOICES), many[:CHIPS]), ChoicesControl)


def test_an_ampersand_is_shown_and_no_key(qtbot: QtBot) -> None:
    control = ChoicesControl(field_of(FieldKind.CHOICES), [("ae", "A&E clinician")])
    qtbot.addWidget(control)
    assert control.pills["ae"].text() == "A&&E clinician"
    assert control.pills["ae"].accessibleName() == "A&E clinician"
