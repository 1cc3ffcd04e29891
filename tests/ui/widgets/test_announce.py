"""A status message is spoken without moving the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.keys import focused, press, show_active
from ui.widgets.announce import announce


def test_the_words_are_sent_and_the_focus_stays(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    box = QLineEdit()
    qtbot.addWidget(box)
    show_active(qtbot, box)
    box.setFocus()
    heard: list[tuple[str, str]] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        heard.append((event.message(), event.politeness().name))

    # No screen reader runs under test; this is the last point before one would hear it.
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    announce(box, "Added at 10:46.")
    announce(box, "Not saved.", at_once=True)
    press(Qt.Key.Key_A)
    assert heard == [("Added at 10:46.", "Polite"), ("Not saved.", "Assertive")]
    assert focused() is box
    assert box.text() == "a"
