"""P14: from the start of the app to its first paint, beside a bare window."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.pairs import Measured, measure

ROOT = Path(__file__).parents[1]
GOAL = 1.5

# Both end themselves once the first paint is done.
_PAINTED = """
from PySide6.QtCore import QEvent, QObject

class Ends(QObject):
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and seen is self.window:
            os._exit(0)
        return False
"""
_OURS = (
    "import os, sys\n"
    "from pathlib import Path\n"
    "from ui.app import App, make_qt\n"
    "from ui.places.look_settings import LookSettings\n"
    f"{_PAINTED}"
    "qt = make_qt()\n"
    "app = App(LookSettings(Path(sys.argv[1]) / 'look.ini'))\n"
    "ends = Ends()\n"
    "ends.window = app.window\n"
    "app.window.installEventFilter(ends)\n"
    "app.show(None)\n"
    "qt.exec()\n"
)
_BARE = (
    "import os\n"
    "from PySide6.QtWidgets import QApplication, QMainWindow\n"
    f"{_PAINTED}"
    "qt = QApplication([])\n"
    "window, ends = QMainWindow(), Ends()\n"
    "ends.window = window\n"
    "window.installEventFilter(ends)\n"
    "window.show()\n"
    "qt.exec()\n"
)


def run(folder: Path) -> Iterator[Measured]:
    """Start both, each in a process of its own, from the source."""
    yield measure(
        "P14 start to first paint", lambda: _start(_OURS, folder), lambda: _start(_BARE, folder),
        goal=GOAL, note="from the source, not packaged; the yardstick is a bare main window",
    )  # fmt: skip


def _start(program: str, folder: Path) -> None:
    command: Sequence[str | Path] = (sys.executable, "-c", program, folder)
    # Compiled once, as the packaged app is: the warm-up before the pairs does it.
    compiled = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    compiled.pop("PYTHONDONTWRITEBYTECODE", None)
    subprocess.run(command, cwd=ROOT, check=True, env=compiled)
