"""Files and folders are asked for in Qt's own dialog, which keeps no list of earlier ones."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from ui.places.choosers import choose_file, choose_files, choose_folder


def dialog_of(near: QWidget) -> QFileDialog:
    (dialog,) = near.findChildren(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    assert set(dialog.history()) <= {str(Path.home())}  # where it begins, and nowhere else
    assert dialog.sidebarUrls() == []
    return dialog


def test_a_folder_is_given_back(qtbot: QtBot, tmp_path: Path) -> None:
    near, chosen = QWidget(), list[Path]()
    qtbot.addWidget(near)
    choose_folder(near, "Where to save the bundle", chosen.append)
    dialog = dialog_of(near)
    assert dialog.windowTitle() == "Where to save the bundle"
    assert dialog.fileMode() == QFileDialog.FileMode.Directory
    dialog.fileSelected.emit(str(tmp_path))
    assert chosen == [tmp_path]
    dialog.reject()


def test_one_file_is_given_back_and_folders_are_only_a_way_there(
    qtbot: QtBot, tmp_path: Path
) -> None:
    near, chosen = QWidget(), list[Path]()
    qtbot.addWidget(near)
    choose_file(near, "Which join card", chosen.append)
    dialog = dialog_of(near)
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFile
    assert not dialog.testOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.emit(str(tmp_path / "a.card"))
    assert chosen == [tmp_path / "a.card"]
    dialog.reject()


def test_several_files_are_given_back_together(qtbot: QtBot, tmp_path: Path) -> None:
    near, chosen = QWidget(), list[Sequence[Path]]()
    qtbot.addWidget(near)
    choose_files(near, "Which bundles", chosen.append)
    dialog = dialog_of(near)
    dialog.filesSelected.emit([str(tmp_path / "a.evb"), str(tmp_path / "b.evb")])
    assert chosen == [[tmp_path / "a.evb", tmp_path / "b.evb"]]
    dialog.reject()
