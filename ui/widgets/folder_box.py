"""A box for a folder's path, with a button to choose it; no list of earlier ones is kept."""

from pathlib import Path

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from ui.theme import spaced
from ui.widgets.button import button

_HISTORY = ("history", "lastVisited", "shortcuts")


class FolderBox(QWidget):
    """Typing and pasting a path work as well as choosing."""

    changed = Signal(str)
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.box = QLineEdit()
        self.box.setAccessibleName(name)
        self.box.textChanged.connect(self.changed)
        self.box.returnPressed.connect(self.entered)
        self.choose = button("Choose…", self._on_choose, name=f"Choose: {name}")
        line = QHBoxLayout(self)
        spaced(line, 8)
        line.addWidget(self.box, 1)
        line.addWidget(self.choose)
        self.setFocusProxy(self.box)

    def path(self) -> Path | None:
        """Give the folder that stands in the box, or None."""
        typed = self.box.text().strip().strip('"')
        return Path(typed).expanduser() if typed else None

    def set_path(self, path: Path) -> None:
        """Show a folder."""
        self.box.setText(str(path))

    def _on_choose(self) -> None:
        dialog = folder_dialog(self, self.accessibleName(), self.path())
        dialog.fileSelected.connect(self.box.setText)
        dialog.open()


def folder_dialog(parent: QWidget, title: str, start: Path | None = None) -> QFileDialog:
    """Make a dialog that gives a folder and forgets where it has been."""
    dialog = QFileDialog(
        parent, title, str(start) if start and start.is_dir() else str(Path.home())
    )
    # Qt's own dialog, for it is the same everywhere and nothing outside the app hears of it.
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setHistory([])
    dialog.setSidebarUrls([])
    dialog.destroyed.connect(forget_folders)
    dialog.finished.connect(lambda _how: dialog.deleteLater())
    return dialog


def forget_folders() -> None:
    """Take out of Qt's own settings where file dialogs have been."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.beginGroup("FileDialog")
    for key in _HISTORY:
        kept.remove(key)
    kept.endGroup()
    kept.sync()
