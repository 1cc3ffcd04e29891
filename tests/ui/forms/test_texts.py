"""Typed answers: a line, paragraphs that grow, whole numbers."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.records.fields import FieldKind
from tests.ui.forms.sources import field_of
from tests.ui.keys import press, show_active, type_words
from ui.forms.texts import LongTextControl, NumberControl, TextControl


def test_a_line_is_given_without_the_spaces_round_it_but_typed_with_them(qtbot: QtBot) -> None:
    control = TextControl(field_of(FieldKind.TEXT))
    qtbot.addWidget(control)
    with qtbot.waitSignal(control.changed):
        control.box.setText("  Civic Centre ")
    assert control.value() == "Civic Centre"
    assert control.typed() == "  Civic Centre "


def test_the_box_grows_with_the_text_and_stops_before_it_fills_the_screen(qtbot: QtBot) -> None:
    control = LongTextControl(field_of(FieldKind.LONG_TEXT))
    qtbot.addWidget(control)
    control.resize(500, 300)
    control.show()
    least = control.box.height()
    control.set_value("\n".join("a line" for _ in range(8)))
    grown = control.box.height()
    control.set_value("\n".join("a line" for _ in range(200)))
    most = control.box.height()
    assert least < grown < most < 600


def test_typing_paragraphs_tells_of_the_change(qtbot: QtBot) -> None:
    control = LongTextControl(field_of(FieldKind.LONG_TEXT))
    qtbot.addWidget(control)
    show_active(qtbot, control)
    control.setFocus()
    with qtbot.waitSignal(control.changed):
        type_words("asleep")
    assert control.value() == "asleep"


def test_what_is_no_number_is_kept_as_typed_and_named(qtbot: QtBot) -> None:
    control = NumberControl(field_of(FieldKind.NUMBER))
    qtbot.addWidget(control)
    control.box.setText("about 12")
    assert control.value() is None
    assert control.typed() == "about 12"
    assert control.problem() == "My number must be a whole number, like 12."
    again = NumberControl(field_of(FieldKind.NUMBER))
    qtbot.addWidget(again)
    again.set_value(control.typed())
    assert again.box.text() == "about 12"


def test_arrow_keys_do_not_change_a_number(qtbot: QtBot) -> None:
    control = NumberControl(field_of(FieldKind.NUMBER))
    qtbot.addWidget(control)
    control.set_value(4)
    show_active(qtbot, control)
    control.setFocus()
    press(Qt.Key.Key_Up)
    assert control.value() == 4
