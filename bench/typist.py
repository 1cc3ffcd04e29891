"""One sitting of the meeting: the real app, opened and typed into by key, until it is ended.

python -m bench.typist FOLDER LOG KIND RECORD DONE PACE_MS. Every key and every acknowledgement is
written to LOG with its moment before anything else happens; nothing else is told to anybody.
"""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from bench.dictation import PROSE, keys, said_in
from bench.laptops import PASSPHRASE
from ui.app import App, make_qt, on_signals
from ui.places.concern import raise_concern
from ui.places.edit_record import EditRecord
from ui.places.look_settings import LookSettings
from ui.places.routes import carry_on
from ui.places.workplace import Workplace
from ui.widgets.autosave_text import AutosaveText

_QUIET = 3  # looks in a row at lanes that are empty
_LOOK_MS = 30


class Typist(QObject):
    """Opens the notes, says where it finds itself, goes to its form, and types on."""

    def __init__(self, app: App, log: int, form: tuple[str, str], stream: tuple[int, int]) -> None:
        super().__init__()
        self._app, self._log = app, log
        self._kind, self._record = form
        done, self._pace = stream
        self._typed = done
        self._keys: Iterator[str] = keys(done, "\r" if self._kind not in PROSE else " ")
        self._quiet = 0
        self._steps = [self._say_where, self._go, self._begin]
        self._timer = QTimer(self)
        app.session.opened.connect(self._on_opened)

    def unlock(self) -> None:
        """Type the passphrase and Enter."""
        for letter in PASSPHRASE:
            QTest.keyClicks(self._box(), letter)
        QTest.keyClick(self._box(), Qt.Key.Key_Return)

    def _on_opened(self, workplace: Workplace) -> None:
        workplace.kept.connect(self._on_kept)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)

    def _look(self) -> None:
        """Take the next step when the lanes are empty and what came home is shown."""
        self._quiet = 0 if self._app.jobs.is_busy else self._quiet + 1
        if self._quiet >= _QUIET:
            self._quiet = 0
            self._steps.pop(0)()

    def _say_where(self) -> None:
        box = QApplication.focusWidget()
        caret, text = -1, ""
        if isinstance(box, AutosaveText):
            caret, text = box.textCursor().position(), box.toPlainText()
        page = type(self._app.window.page).__name__
        held = f"{type(box).__name__} {box.objectName()}" if box is not None else "nothing"
        self._say("at", page, caret, len(text), held)

    def _go(self) -> None:
        workplace = self._app.session.workplace
        if workplace is None:
            raise RuntimeError
        if self._record:
            carry_on(workplace, self._record, self._kind)
        else:
            raise_concern(workplace)

    def _begin(self) -> None:
        page = self._app.window.page
        if isinstance(page, EditRecord) and page.form is not None:
            box = page.form.control(PROSE[self._kind]).findChild(AutosaveText)
            if isinstance(box, AutosaveText):
                box.setFocus()
                box.moveCursor(box.textCursor().MoveOperation.End)
        self._timer.stop()
        self._timer.timeout.disconnect(self._look)
        self._timer.timeout.connect(self._type)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._say("typing", type(page).__name__)
        self._timer.start(self._pace)

    def _type(self) -> None:
        key = next(self._keys)
        if not key.isspace():
            self._typed += 1
            self._say("key", self._typed)
        if key == "\r":
            QTest.keyClick(self._box(), Qt.Key.Key_Return)
        else:
            QTest.keyClicks(self._box(), key)

    def _on_kept(self, form: str) -> None:
        workplace = self._app.session.workplace
        text = workplace.kept_text(form) if workplace is not None else None
        if text is not None and text.kind == self._kind:
            self._say("kept", len(said_in(text.kind, text.content)))

    def _box(self) -> QWidget:
        box = QApplication.focusWidget()
        if box is None:
            raise RuntimeError
        return box

    def _say(self, *parts: object) -> None:
        line = "\t".join(map(str, (f"{time.monotonic():.6f}", *parts)))
        os.write(self._log, f"{line}\n".encode())


def main(arguments: list[str]) -> int:
    """Type until somebody ends it."""
    folder, log, kind, record, done, pace = arguments
    qt = make_qt()
    handle = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    app = App(LookSettings(Path(log).with_suffix(".ini")))
    typist = Typist(app, handle, (kind, record), (int(done), int(pace)))
    app.show(Path(folder))
    app.window.activateWindow()
    QTest.qWaitForWindowActive(app.window)
    QTimer.singleShot(0, typist.unlock)
    quiet = on_signals(qt.quit)
    try:
        return qt.exec()
    finally:
        quiet()
        app.end()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
