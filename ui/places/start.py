"""Start: open a workspace, set up this laptop, or try the rehearsal."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.places.narrow import Alone, narrow_column
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.folder_box import FolderBox
from ui.widgets.heading import label
from ui.widgets.lines import row

SUFFIX = ".evidence"


class Start(Alone):
    """What to do first on this laptop. It remembers nothing of what was opened before."""

    open_asked = Signal(object)  # Path
    set_up_asked = Signal()
    rehearsal_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Welcome", "Everything stays on this laptop. Nothing here uses a network.")
        self.folder = FolderBox("Workspace folder")
        self.folder.entered.connect(self._on_open)
        self._field = FieldBox(
            "Workspace folder", self.folder, f"A folder whose name ends in {SUFFIX}."
        )
        self.open_button = button("Open", self._on_open, kind="primary", icon="folder-open")
        self.set_up = button("Set up this laptop", self.set_up_asked.emit, icon="key-round")
        self.rehearsal = button(
            "Try the rehearsal inspection", self.rehearsal_asked.emit, icon="play"
        )
        column = narrow_column(self.body)
        column.addWidget(
            Card(
                label("Open a workspace", "h2"), self._field, row(self.open_button, None),
                tone="accent", gap=12,
            )
        )  # fmt: skip
        column.addWidget(
            Card(
                label("Begin an inspection", "h2"),
                label("Four short steps: who you are, a passphrase, a recovery code, done.",
                      "muted", wrap=True),
                row(self.set_up, None), gap=12,
            )
        )  # fmt: skip
        rehearsal = Card(
            label("Look round first", "h2"),
            label("An invented inspection of Amberford, to try everything on. No real child is in"
                  " it.", "muted", wrap=True),
            row(self.rehearsal, None), gap=12,
        )  # fmt: skip
        column.addWidget(rehearsal)
        column.addStretch(1)

    @override
    def first_focus(self) -> QWidget | None:
        return self.folder.box

    def show_problem_with(self, words: str) -> None:
        """Say beside the box why this folder was not opened."""
        self._field.set_problem(words)
        self.folder.box.setFocus()

    def _on_open(self) -> None:
        path = self.folder.path()
        if path is None:
            self.show_problem_with("Choose the folder first.")
            return
        self._field.set_problem("")
        self.open_asked.emit(_workspace_in(path))


def _workspace_in(path: Path) -> Path:
    """Go into the one workspace of a folder when the folder round it was chosen."""
    inside = [each for each in path.glob(f"*{SUFFIX}") if each.is_dir()] if path.is_dir() else []
    return inside[0] if len(inside) == 1 and path.suffix != SUFFIX else path
