"""A box for a folder that keeps no memory of others."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ui.widgets.folder_box import FolderBox, folder_dialog, forget_folders


def test_a_pasted_path_is_understood_with_its_quotes_and_tilde(qtbot: QtBot) -> None:
    box = FolderBox("Folder")
    qtbot.addWidget(box)

    box.box.setText(' "~/cases.evidence" ')

    assert box.path() == Path.home() / "cases.evidence"


def test_blank_is_no_folder(qtbot: QtBot) -> None:
    box = FolderBox("Folder")
    qtbot.addWidget(box)
    box.box.setText("   ")

    assert box.path() is None


def test_a_folder_chosen_in_the_dialog_stands_in_the_box(qtbot: QtBot, tmp_path: Path) -> None:
    box = FolderBox("Folder")
    qtbot.addWidget(box)
    box.show()
    box.choose.click()
    dialog = box.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)

    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()

    assert box.path() == tmp_path


def test_the_dialog_shows_no_history(qtbot: QtBot, tmp_path: Path) -> None:
    box = FolderBox("Folder")
    qtbot.addWidget(box)

    dialog = folder_dialog(box, "Folder", tmp_path)

    assert dialog.history() == [str(tmp_path)]  # where it stands, and no place before
    assert dialog.sidebarUrls() == []


def test_what_qt_remembers_of_dialogs_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scope = QSettings.Scope.UserScope
    before = QSettings(scope, "QtProject").fileName()
    QSettings.setPath(QSettings.Format.NativeFormat, scope, str(tmp_path))
    try:
        kept = QSettings(scope, "QtProject")
        assert kept.fileName().startswith(str(tmp_path))
        kept.setValue("FileDialog/history", ["file:///secret/place"])
        kept.setValue("FileDialog/lastVisited", "file:///secret/place")
        kept.sync()

        forget_folders()

        assert "secret" not in Path(kept.fileName()).read_text("utf-8")
    finally:
        QSettings.setPath(QSettings.Format.NativeFormat, scope, str(Path(before).parent))
