"""Buttons are named, large enough, and pressed by key or pointer."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.ui.keys import PLAIN, press, show_active
from ui import theme
from ui.look.tokens import least_target
from ui.widgets.button import Button, button


def test_pressing_calls_what_was_given_with_nothing(qtbot: QtBot) -> None:
    pressed: list[tuple[object, ...]] = []
    made = button("Keep", lambda *args: pressed.append(args))
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    assert pressed == [(), ()]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_keyboard_once(qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[str] = []
    holder = _Holder(pressed)
    qtbot.addWidget(holder)
    made = button("Keep", lambda: pressed.append("button"))
    QVBoxLayout(holder).addWidget(made)
    show_active(qtbot, holder)
    made.setFocus()
    keypad = Qt.KeyboardModifier.KeypadModifier
    press(key, keypad if key is Qt.Key.Key_Enter else PLAIN)
    assert pressed == ["button"]  # and whoever holds it does not hear of the key


def test_enter_held_down_with_control_or_on_a_button_that_is_off_presses_nothing(
    qtbot: QtBot,
) -> None:
    pressed: list[str] = []
    holder = _Holder(pressed)
    qtbot.addWidget(holder)
    made = button("Keep", lambda: pressed.append("button"))
    QVBoxLayout(holder).addWidget(made)
    show_active(qtbot, holder)
    made.setFocus()
    held = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Return, PLAIN, "\r", autorep=True, count=2
    )  # fmt: skip
    QApplication.sendEvent(made, held)
    assert pressed == []
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert set(pressed) == {"holder"}  # Ctrl+Enter belongs to the page
    made.setEnabled(False)
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert "button" not in pressed


class _Holder(QWidget):
    """Hears the keys that nobody in it wanted."""

    def __init__(self, heard: list[str]) -> None:
        super().__init__()
        self._heard = heard

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._heard.append("holder")


def test_a_button_is_named_by_its_words_or_by_more(qtbot: QtBot) -> None:
    plain, more, bare = (
        Button("&Keep"),
        Button("Open", name="Open Child A"),
        Button("", "bare", "x", name="Close"),
    )
    for made in (plain, more, bare):
        qtbot.addWidget(made)
    assert [made.accessibleName() for made in (plain, more, bare)] == [
        "Keep", "Open Child A", "Close",
    ]  # fmt: skip
    assert bare.toolTip() == "Close"


def test_words_can_change_and_the_name_with_them(qtbot: QtBot) -> None:
    made = Button("Cancel", icon="x")
    qtbot.addWidget(made)
    made.say("Stopping")
    assert made.text().strip() == "Stopping"
    assert made.accessibleName() == "Stopping"


def test_an_icon_can_change(qtbot: QtBot) -> None:
    made = Button("Show", icon="eye")
    qtbot.addWidget(made)
    before = made.icon().pixmap(18, 18).toImage()
    made.show_icon("eye-off")
    assert made.icon().pixmap(18, 18).toImage() != before


@pytest.mark.parametrize("kind", ["primary", "", "quiet", "link", "problem", "side"])
@pytest.mark.parametrize("scale", [0.9, 1.0, 2.0])
def test_every_kind_is_large_enough_to_hit(kind: str, scale: float, qtbot: QtBot) -> None:
    theme.current().scale_text(scale)
    made = Button("Go", kind, "check")
    qtbot.addWidget(made)
    size = made.sizeHint()
    assert min(size.width(), size.height()) >= 24
    if kind in {"primary", "", "side"}:
        assert size.height() >= least_target() * scale * 0.95


def test_a_bare_icon_is_large_enough_too(qtbot: QtBot) -> None:
    made = Button("", "bare", "x", name="Close")
    qtbot.addWidget(made)
    assert min(made.sizeHint().width(), made.sizeHint().height()) >= 24
