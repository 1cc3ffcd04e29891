"""An app led from outside, for tests that read it over the desktop's accessibility bus.

python -m tests.ui.led WORKSPACE; the passphrase is the first line, then a screen's name a line,
or ? for what has the keyboard.
"""

import os
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from tests.ui.every_screen import Tour
from ui.app import make_qt

WHERE = "?"


def main(arguments: list[str]) -> int:
    """Open a workspace; open each screen named, and say its title when it is there."""
    sys.excepthook = give_up
    qt = make_qt()
    tour = Tour(qt, Path(arguments[0]), sys.stdin.readline().strip())
    tell(tour.window.page.title if tour.window.page is not None else "")
    listening = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    listening.activated.connect(lambda *_: obey(qt, tour))
    return qt.exec()


def obey(qt: QApplication, tour: Tour) -> None:
    """Do what the next line says."""
    name = sys.stdin.readline().strip()
    if not name:
        tour.end()
        qt.quit()
        return
    if name == WHERE:
        now = qt.focusWidget()
        tell(now.accessibleName() if now is not None else "")
        return
    tour.visit(name)
    tell(tour.window.page.title if tour.window.page is not None else "")


def give_up(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:  # fmt: skip
    """End at once when a screen cannot be opened, so that nobody waits for an answer."""
    sys.__excepthook__(kind, error, trace)
    sys.stderr.flush()
    os._exit(1)


def tell(words: str) -> None:
    """Say one line to whoever leads."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
