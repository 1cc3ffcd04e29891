"""A kept file in words: its name, kind and size, what was done to it, and its digest on demand."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidencekit.canonical import Json
from evidencekit.operations.looking_at_files import kind_words
from ui.forms.control import text_of
from ui.theme import spaced
from ui.widgets.button import Button, button
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import row
from ui.widgets.picture import Decoration

Attachment = Mapping[str, Json]  # digest, name, size, type; added, left_out, original
_KIB = 1024
_GROUP, _FIRST = 8, 4  # characters of a digest in a group, and groups shown at first


def size_words(size: int) -> str:
    """Say a size in KB or MB."""
    if size < _KIB * _KIB:
        return f"{max(1, round(size / _KIB))} KB"
    return f"{size / _KIB / _KIB:.1f} MB"


def digest_words(digest: str, *, whole: bool = False) -> str:
    """Spell a digest in groups, as two people would compare it; the first ones or all."""
    groups = [digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP)]
    return " ".join(groups) if whole or len(groups) <= _FIRST else f"{' '.join(groups[:_FIRST])} …"


def file_words(file: Attachment) -> str:
    """Say kind, size, when it was added and what was left out of it."""
    size = file.get("size")
    said = [kind_words(text_of(file.get("type"))), size_words(size if isinstance(size, int) else 0)]
    added = _moment(text_of(file.get("added")))
    said += [f"added {added}"] if added else []
    said += ["metadata left out"] if file.get("left_out") else []
    return " · ".join(said)


class FileLine(QWidget):
    """One file; buttons besides Open are handed in by whoever shows it."""

    opened = Signal(str)  # its digest

    def __init__(self, file: Attachment, more: Sequence[Button] = ()) -> None:
        super().__init__()
        self._digest, name = text_of(file.get("digest")), text_of(file.get("name"))
        self._is_whole = False
        self.open_button = button(
            "Open", lambda: self.opened.emit(self._digest), kind="quiet", icon="eye",
            name=f"Open: {name}",
        )  # fmt: skip
        self.digest = label("", "mono", wrap=True)
        self.digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.whole = button("", self._turn, kind="link")
        self._name = name
        words = QVBoxLayout(self)
        spaced(words, 2)
        title = row(Decoration("file-text"), label(name, "strong", wrap=True))
        title.setStretch(1, 1)
        words.addLayout(title)
        words.addWidget(label(file_words(file), "hint", wrap=True))
        words.addWidget(self.digest)
        words.addWidget(flow(self.open_button, *more, self.whole))
        self._show()

    def _turn(self) -> None:
        self._is_whole = not self._is_whole
        self._show()

    def _show(self) -> None:
        self.digest.setText(f"SHA-512 {digest_words(self._digest, whole=self._is_whole)}")
        words = "First groups only" if self._is_whole else "Whole digest"
        self.whole.say(words, f"{words}: {self._name}")


def _moment(stamp: str) -> str:
    try:
        return f"{datetime.fromisoformat(stamp).astimezone():%d/%m/%Y %H:%M}"
    except ValueError:
        return ""
