"""Start the window of the built app; with --selftest, show it once, look at it and leave."""

import os
import pkgutil
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from ui import app, places
from ui.places.look_settings import LookSettings

SELFTEST = "--selftest"
KEYRINGS = {"win32": "Windows", "darwin": "macOS"}
TYPEFACE = "Atkinson Hyperlegible Next"
PATIENCE_MS = 60_000
_TOO_LATE = 3
# An empty window has one colour; the first page has hundreds, its letters being smoothed.
_FEWEST_COLOURS = 16


class FirstPaint(QObject):
    """Waits for the first paint of a window, looks at it, and ends the app."""

    def __init__(self, qt: QApplication, window: QWidget, began: float) -> None:
        super().__init__(window)
        self._qt, self._window, self._began = qt, window, began
        self.found: dict[str, int | str | bool] = {}
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.found:
            self.found["first paint, ms"] = round((time.perf_counter() - self._began) * 1000)
            QTimer.singleShot(0, self._look)
        return False

    def _look(self) -> None:
        self.found["colours on the first page"] = colours(self._window.grab().toImage())
        self.found["pages that load"] = load_pages()
        self.found["keyring chosen here"] = load_keyring()
        self.found["own typeface"] = TYPEFACE in QFontDatabase.families()
        self._qt.exit(0 if self.is_content else 1)

    @property
    def is_content(self) -> bool:
        """Tell whether a real page was painted, in the app's own typeface."""
        enough = int(self.found["colours on the first page"]) >= _FEWEST_COLOURS
        return enough and bool(self.found["own typeface"])


def colours(picture: QImage) -> int:
    """Count the colours on every eighth row of a picture."""
    across = range(picture.width())
    return len({picture.pixel(x, y) for y in range(0, picture.height(), 8) for x in across})


def load_pages() -> int:
    """Import every page: the window finds them by name, which a frozen build can miss."""
    names = [found.name for found in pkgutil.iter_modules(places.__path__)]
    for name in names:
        import_module(f"{places.__name__}.{name}")
    return len(names)


def load_keyring() -> str:
    """Load the desktop's keyring: the app does without one in silence, so nothing else tells."""
    import_module(f"keyring.backends.{KEYRINGS.get(sys.platform, 'SecretService')}")
    chosen = type(import_module("keyring").get_keyring())
    return f"{chosen.__module__}.{chosen.__qualname__}"


def selftest() -> int:
    """Show the first page where nobody needs to see it, and say what was found."""
    began = time.perf_counter()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        qt = app.make_qt()
        look = LookSettings(Path(folder) / "look.ini")
        look.put_on()
        shown = app.App(look)
        painted = FirstPaint(qt, shown.window, began)
        QTimer.singleShot(PATIENCE_MS, lambda: qt.exit(_TOO_LATE))
        shown.show(None)
        status = qt.exec()
        shown.end()
        look.let_go()
    for what, value in painted.found.items():
        print(f"{what}: {value}")
    return status


def main() -> int:
    """Run the self-test when that is asked for, else the app."""
    return selftest() if sys.argv[1:] == [SELFTEST] else app.main()


if __name__ == "__main__":
    sys.exit(main())
