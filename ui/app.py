"""The app: one window, two lanes, and a session that opens and locks the notes."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, QSocketNotifier
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from evidencekit.clock import Clock
from ui import theme
from ui.jobs import Jobs
from ui.places.look_settings import LookSettings
from ui.places.session import Session
from ui.widgets import a11y
from ui.window import APP, Window

NO_SCREEN = (
    "There is no screen to open a window on (DISPLAY and WAYLAND_DISPLAY are not set)."
    " Everything else works without one: evidencekit --help\n"
)
USAGE = "Give one workspace folder, or nothing: python -m ui [WORKSPACE]\n"
_WRONG_USAGE = 2


class App(QObject):
    """Holds the window, the lanes and the session together for one run."""

    def __init__(self, look: LookSettings, clock: Clock | None = None) -> None:
        super().__init__()
        self.window = Window()
        self.jobs = Jobs(self)
        self.session = Session(self.window, self.jobs, look, clock)
        self.window.installEventFilter(self)

    def show(self, folder: Path | None) -> None:
        """Show the window on a workspace, or on the first page."""
        self.session.begin(folder)
        screen = self.window.screen().availableGeometry().size()
        self.window.resize(screen.boundedTo(QSize(1366, 768)))
        self.window.show()

    def end(self) -> None:
        """Keep every word, lock, and end both lanes; for whatever ends the app."""
        self.session.end()
        self.jobs.close()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Before the window hears of it: a word that is only in memory keeps the window open.
        if event.type() == QEvent.Type.Close and not self.session.may_close():
            event.ignore()
            return True
        return False


def main(arguments: list[str] | None = None) -> int:
    """Run the app; give its exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    if len(given) > 1 or (given and given[0].startswith("-")):
        sys.stderr.write(USAGE)
        return _WRONG_USAGE
    if not has_screen():
        sys.stderr.write(NO_SCREEN)
        return _WRONG_USAGE
    qt = make_qt()
    look = LookSettings()
    look.put_on()
    app = App(look)
    app.show(Path(given[0]).absolute() if given else None)
    quiet = on_signals(qt.quit)
    qt.commitDataRequest.connect(lambda _manager: app.end())
    try:
        status = qt.exec()
    finally:
        quiet()
        app.end()
    return status


def make_qt() -> QApplication:
    """Make the one QApplication, with its fonts, style and ears."""
    existing = QApplication.instance()
    qt = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    qt.setApplicationName(APP)
    qt.setApplicationDisplayName("")
    qt.setDesktopFileName("evidencekit")
    QGuiApplication.setWindowIcon(QIcon())
    a11y.install()
    theme.current().start(qt)
    return qt


def has_screen() -> bool:
    """Tell whether a window can open here; Qt itself would end the process."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def on_signals(then: Callable[[], None]) -> Callable[[], None]:
    """Call `then` when the system asks the app to end; gives how to stop listening."""
    if sys.platform == "win32":
        return lambda: None  # the session's end is told by commitDataRequest
    heard, said = os.pipe()
    for end in (heard, said):
        os.set_blocking(end, False)
    before = signal.set_wakeup_fd(said)
    kept = [(number, signal.signal(number, _hear)) for number in (signal.SIGTERM, signal.SIGINT)]
    ear = QSocketNotifier(heard, QSocketNotifier.Type.Read)

    def listen() -> None:
        os.read(heard, 64)
        then()

    ear.activated.connect(listen)

    def quiet() -> None:
        ear.setEnabled(False)
        signal.set_wakeup_fd(before)
        for number, handler in kept:
            signal.signal(number, handler)
        for end in (heard, said):
            with suppress(OSError):
                os.close(end)

    return quiet


def _hear(_number: int, _frame: object) -> None:
    """Let the signal wake the pipe; Qt does the rest in its own time."""
