"""Files kept with an answer: chosen, dropped or pasted here; the place takes them in."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.operations.looking_at_files import MOST_MB
from evidencekit.records.fields import Field
from ui.forms.control import Control, text_of
from ui.forms.file_line import Attachment, FileLine
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import clear
from ui.widgets.notice import Notice

_PNG = "image/png"
_RULE = (
    f"At most {MOST_MB} MB each. A copy goes into the encrypted notes; the original still lies"
    " where it was. Drop files here, or paste a picture."
)
_NO_PICTURE = "There is no picture and no file to paste."


class AttachmentsControl(Control):
    """A list of files; looking at one and storing it is the place's work."""

    file_asked = Signal(str)  # the field's key
    dropped = Signal(object)  # files that were dropped or pasted, as a list of Path
    pasted = Signal(object)  # a picture that was pasted, as bytes
    opened = Signal(str)  # the digest of a file to look at

    def __init__(self, field: Field) -> None:
        super().__init__(field)
        self._files: list[Attachment] = []
        self._card: QWidget | None = None
        self._shown, self._at_work = QVBoxLayout(), QVBoxLayout()
        for part in (self._shown, self._at_work):
            spaced(part, 10)
        self.notice = Notice()
        self.rule = label(_RULE, "hint", wrap=True)
        self.add_button = button(
            "Add a file",
            lambda: self.file_asked.emit(field.key),
            icon="plus",
            name=f"Add a file: {field.label}",
        )
        self.add_button.setObjectName(field.key)
        self.paste_button = button(
            "Paste a picture", self.paste, icon="clipboard-list",
            name=f"Paste a picture: {field.label}",
        )  # fmt: skip
        self._buttons = flow(self.add_button, self.paste_button)
        self.setAcceptDrops(True)
        self.column.addLayout(self._shown)
        self.column.addWidget(self.notice)
        self.column.addLayout(self._at_work)
        self.column.addWidget(self.rule)
        self.column.addWidget(self._buttons)
        self.setFocusProxy(self.add_button)

    @override
    def value(self) -> Json:
        return list(self._files) or None

    @override
    def set_value(self, value: Json) -> None:
        files = value if isinstance(value, list | tuple) else ()
        self._files = [file for file in files if isinstance(file, Mapping)]
        self.notice.dismiss()
        self._show()

    def add(self, file: Attachment) -> None:
        """Show a file that has been kept; the same content is shown once."""
        if self.holds(text_of(file["digest"]), text_of(file.get("original"))):
            self.notice.say(f"{text_of(file['name'])} is already here.", "Nothing was added.")
            return
        self._files.append(file)
        self._show()
        self.changed.emit()

    def holds(self, *digests: str) -> bool:
        """Tell whether one of these is here already, with its metadata or without."""
        here = {text_of(each.get(key)) for each in self._files for key in ("digest", "original")}
        return bool((here - {""}) & set(digests))

    def name_of(self, digest: str) -> str:
        """Give the name of a file that is here."""
        return next((text_of(f.get("name")) for f in self._files if f.get("digest") == digest), "")

    def forbid(self, why: str) -> None:
        """Say why no file may be added; nothing when one may."""
        self.rule.setText(why or _RULE)
        self._buttons.setVisible(not why and self._card is None)
        self.setAcceptDrops(not why)

    def hold_card(self, card: QWidget | None) -> None:
        """Show a file that waits for an answer, in place of the buttons; None puts them back."""
        clear(self._at_work)
        self._card = card
        if card is not None:
            self._at_work.addWidget(card)
        self._buttons.setVisible(card is None)
        self.reshaped.emit()

    def paste(self) -> None:
        """Take a picture or files from the clipboard."""
        self._take(QGuiApplication.clipboard().mimeData())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self._buttons.isVisibleTo(self):
            self.paste()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _paths(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._take(event.mimeData())
        event.acceptProposedAction()

    def _take(self, brought: QMimeData) -> None:
        paths = _paths(brought)
        if paths:
            self.dropped.emit(paths)
        elif picture := _picture(brought):
            self.pasted.emit(picture)
        else:
            self.notice.say(_NO_PICTURE, "Copy a picture first, then paste it here.")

    def _remove(self, file: Attachment) -> None:
        place = self._files.index(file)
        self._files.remove(file)
        self._show()
        self.add_button.setFocus()
        what = f"{text_of(file['name'])} was removed."
        self.notice.undo(what, lambda: self._put_back(place, file))
        self.changed.emit()

    def _put_back(self, place: int, file: Attachment) -> None:
        self._files.insert(place, file)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        clear(self._shown)
        for file in self._files:
            remove = button(
                "Remove", partial(self._remove, file), kind="quiet", icon="x",
                name=f"Remove: {text_of(file['name'])}",
            )  # fmt: skip
            line = FileLine(file, (remove,))
            line.opened.connect(self.opened)
            self._shown.addWidget(line)
        self.reshaped.emit()


def _paths(brought: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in brought.urls() if url.isLocalFile()]


def _picture(brought: QMimeData) -> bytes:
    """Give a pasted picture as PNG; as it was put there where that is one already."""
    if brought.hasFormat(_PNG):
        return bytes(brought.data(_PNG).data())
    image = brought.imageData()
    held = QBuffer()
    if not isinstance(image, QImage) or image.isNull():
        return b""
    QImageWriter(held, QByteArray(b"png")).write(image)
    return bytes(held.data().data())
