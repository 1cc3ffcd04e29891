"""Files beside an answer: asked for, dropped, pasted, shown once, removed and put back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from evidencekit.records.fields import FieldKind
from tests.ui.forms.sources import FILE, field_of
from ui.forms.attachments import AttachmentsControl
from ui.widgets.button import Button


@pytest.fixture
def files(qtbot: QtBot) -> AttachmentsControl:
    control = AttachmentsControl(field_of(FieldKind.ATTACHMENTS))
    qtbot.addWidget(control)
    control.show()
    return control


def picture() -> QImage:
    made = QImage(8, 4, QImage.Format.Format_RGB32)
    made.fill(QColor("teal"))
    return made


def named(files: AttachmentsControl, name: str) -> Button:
    return next(b for b in files.findChildren(Button) if b.accessibleName() == name)


def test_the_button_asks_the_place_for_a_file(files: AttachmentsControl, qtbot: QtBot) -> None:
    with qtbot.waitSignal(files.file_asked) as asked:
        files.add_button.click()
    assert asked.args == ["my_attachments"]


def test_the_limit_and_where_the_original_stays_are_said_before(files: AttachmentsControl) -> None:
    assert "At most 200 MB" in files.rule.text()
    assert "the original still lies" in files.rule.text()


def test_the_same_content_is_shown_once(files: AttachmentsControl) -> None:
    files.add(FILE)
    files.add(FILE)
    assert files.value() == [FILE]
    assert "plan.pdf is already here." in files.notice.words


def test_a_picture_is_known_again_without_its_metadata(files: AttachmentsControl) -> None:
    files.add({**FILE, "original": "ff00", "left_out": "metadata"})
    assert files.holds("ff00")
    assert files.holds("ab12")
    assert not files.holds("", "0000")
    assert files.name_of("ab12") == "plan.pdf"


def test_a_removed_file_can_be_put_back(files: AttachmentsControl, qtbot: QtBot) -> None:
    other = {**FILE, "digest": "cd34", "name": "photo.jpg"}
    files.set_value([FILE, other])
    with qtbot.waitSignal(files.changed):
        named(files, "Remove: plan.pdf").click()
    assert files.value() == [other]
    files.notice._action.click()
    assert files.value() == [FILE, other]


def test_a_file_can_be_opened_from_here(files: AttachmentsControl, qtbot: QtBot) -> None:
    files.set_value([FILE])
    with qtbot.waitSignal(files.opened) as asked:
        named(files, "Open: plan.pdf").click()
    assert asked.args == ["ab12"]


def test_files_can_be_dropped(files: AttachmentsControl, qtbot: QtBot, tmp_path: Path) -> None:
    brought = QMimeData()
    brought.setUrls([QUrl.fromLocalFile(str(tmp_path / "plan.pdf")), QUrl("https://example.org")])
    copy, nothing = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(5, 5), copy, brought, Qt.MouseButton.LeftButton, nothing)
    files.dragEnterEvent(entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(files.dropped) as asked:
        files.dropEvent(
            QDropEvent(QPointF(5, 5), copy, brought, Qt.MouseButton.LeftButton, nothing)
        )
    assert asked.args == [[tmp_path / "plan.pdf"]]


def test_words_are_not_taken_for_a_file(files: AttachmentsControl) -> None:
    brought = QMimeData()
    brought.setText("The baby was asleep.")
    entering = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, brought, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    entering.ignore()
    files.dragEnterEvent(entering)
    assert not entering.isAccepted()


def test_a_picture_can_be_pasted_by_key(files: AttachmentsControl, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setImage(picture())
    with qtbot.waitSignal(files.pasted) as asked:
        QTest.keyClick(files, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert bytes(asked.args[0]).startswith(b"\x89PNG")


def test_a_pasted_png_is_taken_as_it_is(files: AttachmentsControl, qtbot: QtBot) -> None:
    brought = QMimeData()
    brought.setData("image/png", QByteArray(b"\x89PNG as it was put there"))
    QGuiApplication.clipboard().setMimeData(brought)
    with qtbot.waitSignal(files.pasted) as asked:
        files.paste_button.click()
    assert asked.args == [b"\x89PNG as it was put there"]


def test_nothing_to_paste_is_said(files: AttachmentsControl) -> None:
    QGuiApplication.clipboard().setText("words")
    files.paste()
    assert "no picture" in files.notice.words


def test_where_no_file_may_be_added_the_reason_stands_in_place_of_the_buttons(
    files: AttachmentsControl, qtbot: QtBot
) -> None:
    files.forbid("No copy may be kept.")
    assert files.rule.text() == "No copy may be kept."
    assert not files.add_button.isVisible()
    assert not files.acceptDrops()
    QGuiApplication.clipboard().setImage(picture())
    with qtbot.assertNotEmitted(files.pasted):
        QTest.keyClick(files, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    files.forbid("")
    assert files.add_button.isVisible()
