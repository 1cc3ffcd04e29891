"""Ask for a file or a folder; Qt's own dialog, which remembers nowhere it has been."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.widgets.folder_box import folder_dialog

Chosen = Callable[[Path], object]
ManyChosen = Callable[[Sequence[Path]], object]
ChooseOne = Callable[[QWidget, str, Chosen], object]  # near what, the question, what to do then
ChooseMany = Callable[[QWidget, str, ManyChosen], object]


def choose_folder(near: QWidget, question: str, then: Chosen) -> None:
    """Ask for a folder."""
    dialog = folder_dialog(near, question)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()


def choose_file(near: QWidget, question: str, then: Chosen) -> None:
    """Ask for one file."""
    dialog = _file_dialog(near, question, QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()


def choose_files(near: QWidget, question: str, then: ManyChosen) -> None:
    """Ask for several files."""
    dialog = _file_dialog(near, question, QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda paths: then([Path(path) for path in paths]))
    dialog.open()


def _file_dialog(near: QWidget, question: str, mode: QFileDialog.FileMode) -> QFileDialog:
    dialog = folder_dialog(near, question)
    dialog.setFileMode(mode)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, on=False)
    dialog.setNameFilter("All files (*)")  # a dialog for folders says "Directories" there
    return dialog
