"""Somebody at the real window with nothing but a keyboard: commands by words, Tab, Space, Enter."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from evidencekit.clock import SetClock
from tests.ui.keys import focused, press, type_words
from ui.app import App
from ui.places.look_settings import LookSettings
from ui.widgets.page import Page

MOST_STEPS = 250  # of Tab before a page is a dead end


class ByKeys:
    """An open app, led by keys."""

    def __init__(self, look: Path, clock: SetClock) -> None:
        clock.step = timedelta()  # one that steps would lock the notes while they are looked at
        self.clock = clock
        self.app = App(LookSettings(look), clock)
        self.app.show(None)
        self.app.window.resize(1366, 768)
        self.app.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.app.window)

    def unlocks(self, workspace: Path, passphrase: str) -> None:
        """Type the passphrase of a workspace."""
        self.app.session.show_unlock(workspace)
        self.settles()
        type_words(passphrase)
        press(Qt.Key.Key_Return)
        self.settles()
        assert self.app.session.workplace is not None

    @property
    def page(self) -> Page:
        """Give what is in front."""
        page = self.app.window.page
        assert page is not None
        return page

    def commands(self, words: str) -> None:
        """Choose a command by its words (Ctrl+K)."""
        press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        self.settles()
        type_words(words)
        self.settles()
        press(Qt.Key.Key_Return)
        self.settles()

    def tabs_to(self, name: str) -> QWidget:
        """Press Tab until what has the keyboard bears this name; a page without it fails."""
        seen = []
        for _step in range(MOST_STEPS):
            here = name_of(focused())
            if name in here:
                return focused()
            seen.append(here)
            press(Qt.Key.Key_Tab)
        raise AssertionError((name, list(dict.fromkeys(seen))))

    def presses(self, name: str) -> None:
        """Go to a button and press it with Space."""
        found = self.tabs_to(name)
        assert isinstance(found, QAbstractButton), name
        assert found.isEnabled(), name
        press(Qt.Key.Key_Space)
        self.settles()

    def types(self, name: str, words: str) -> None:
        """Go to a box and type."""
        self.tabs_to(name)
        type_words(words)
        self.settles()

    def drops(self, paths: list[Path]) -> None:
        """Drop files on the page: the one thing here that is done by mouse."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, left, none)
        self.page.dropEvent(event)
        self.settles()

    def locks(self) -> None:
        """Lock the notes (Ctrl+L)."""
        press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self.settles()
        assert self.app.session.workplace is None

    def settles(self) -> None:
        """Wait until what was asked has come home and is shown."""
        for _round in range(4):
            assert self.app.jobs.drain()
            QCoreApplication.sendPostedEvents()
            QApplication.processEvents()  # noqa: TID251 - the keys themselves are events

    def ends(self) -> None:
        """Close it all."""
        self.app.window.close()
        self.app.end()
        self.app.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def name_of(widget: QWidget) -> str:
    """Give what a widget is called, as it is read aloud."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text
