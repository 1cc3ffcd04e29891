"""A box for a passphrase."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, show_active, type_words
from ui.widgets import a11y
from ui.widgets.secret import SecretBox


def test_it_hides_what_is_typed_until_show_is_pressed(qtbot: QtBot) -> None:
    box = SecretBox("Passphrase")
    qtbot.addWidget(box)
    show_active(qtbot, box)
    box.setFocus()
    type_words("five words")

    assert box.text() == "five words"
    assert box.box.displayText() != "five words"
    box.show_box.click()
    assert box.box.displayText() == "five words"
    box.show_box.click()
    assert box.box.echoMode() is QLineEdit.EchoMode.Password


def test_enter_is_told(qtbot: QtBot) -> None:
    box = SecretBox()
    qtbot.addWidget(box)
    show_active(qtbot, box)
    box.setFocus()

    with qtbot.waitSignal(box.entered):
        press(Qt.Key.Key_Return)


def test_no_help_with_words_ever_sees_it() -> None:
    box = SecretBox()
    hints = box.box.inputMethodHints()

    for hint in (Qt.InputMethodHint.ImhNoPredictiveText, Qt.InputMethodHint.ImhSensitiveData):
        assert hints & hint


def test_both_parts_are_named(qtbot: QtBot) -> None:
    box = SecretBox("Passphrase again")
    qtbot.addWidget(box)
    box.show()

    names = {met.name for met in a11y.tree(box)}
    assert {"Passphrase again", "Show passphrase again"} <= names


def test_the_hidden_text_is_not_given_to_a_screen_reader(qtbot: QtBot) -> None:
    box = SecretBox()
    qtbot.addWidget(box)
    box.show()
    box.box.setText("five words")

    assert all("five words" not in (met.value, met.name) for met in a11y.tree(box))
