"""Where a person can go, and an open app that can be led there."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from evidencekit.clock import SetClock, moment
from tests.ui import shots
from ui.app import App
from ui.places.look_settings import LookSettings
from ui.widgets.page import Page

LEAD = (
    "Today", "Cases", "Observations", "Evaluation", "Journey", "Search", "Hand over", "Team",
    "Findings", "Merge", "Report",
)  # fmt: skip
INSPECTOR = LEAD[:9]
SCREENS = [
    *(f"lead/{name}" for name in LEAD),
    *(f"inspector/{name}" for name in INSPECTOR),
    *(f"inspector/{name}" for name in shots.SCREENS),
    *(f"lead/{name}" for name in shots.LEADS_SCREENS),
]
BARE = "capture-focus"  # one line and nothing else, so no heading either


class Tour:
    """An open app that can be led to any screen."""

    def __init__(self, qt: QApplication, workspace: Path, passphrase: str) -> None:
        self.qt = qt
        look = LookSettings(workspace.parent / "look.ini")
        # A clock that stands: one that steps would lock the notes while they are looked at.
        self.app = App(look, SetClock(moment(shots.AN_EVENING), step=timedelta()))
        self.app.show(None)
        self.window = self.app.window
        self.window.resize(1366, 768)
        self.window.activateWindow()
        page = self.app.session.show_unlock(workspace)
        page.passphrase_given.emit(passphrase)
        self.settle()

    def settle(self) -> None:
        """Wait until what was asked has come home and was laid out."""
        shots.settle(self.qt, self.app)

    def visit(self, name: str) -> Page:
        """Open a screen afresh and give its page."""
        if name in (*shots.SCREENS, *shots.LEADS_SCREENS):
            shots.open_screen(self.qt, self.app, name)
        else:
            if not self.window.menuBar().isVisible():
                self.window.toggle_focus_mode()
            self.window.go(name)
            while self.window.where()[1]:
                self.window.close_page()
        self.settle()
        page = self.window.page
        assert page is not None
        return page

    def end(self) -> None:
        """Close it all."""
        self.window.close()
        self.app.end()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
