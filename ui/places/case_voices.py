"""The voices of a case note: boxes side by side that are never mixed, each one key away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.forms.form import Form
from ui.theme import spaced
from ui.widgets.deeds import by_key
from ui.widgets.lines import column, row
from ui.widgets.picture import Decoration


@dataclass(frozen=True, slots=True)
class Voice:
    """One box: its field, its picture, and the letter that goes to it with Alt."""

    key: str
    icon: str
    tone: str
    letter: str


VOICES = (
    Voice("record_says", "file-text", "seen", "R"),
    Voice("worker_says", "message-square-text", "quote", "W"),
    Voice("child_says", "ear", "voice", "C"),
    Voice("i_saw", "eye", "seen", "S"),
)
MINE = (Voice("impact", "target", "view", "I"), Voice("my_view", "lightbulb", "view", "M"))
_Direction = QBoxLayout.Direction
_WIDE = 600  # for two boxes side by side


class Pairs(QWidget):
    """Lays boxes out two by two, and below each other when there is no room."""

    def __init__(self, boxes: Sequence[QWidget]) -> None:
        super().__init__()
        below = QVBoxLayout(self)
        spaced(below, 14)
        self._pairs: list[QBoxLayout] = []
        for number in range(0, len(boxes), 2):
            pair = QBoxLayout(_Direction.LeftToRight)
            spaced(pair, 14)
            for box in boxes[number : number + 2]:
                pair.addWidget(box, 1)
            below.addLayout(pair)
            self._pairs.append(pair)
        theme.current().look_changed.connect(self._fit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        # Two boxes beside each other must not keep the page from getting narrower.
        return QSize(theme.px(200), super().minimumSizeHint().height())

    def _fit(self) -> None:
        is_wide = self.width() >= theme.px(_WIDE)
        direction = _Direction.LeftToRight if is_wide else _Direction.TopToBottom
        for pair in self._pairs:
            pair.setDirection(direction)


def voice_boxes(form: Form, voices: Sequence[Voice]) -> Pairs:
    """Give the boxes of some voices, each with its picture and its key in its name."""
    return Pairs([_voice(form, each) for each in voices])


def add_keys(page: QWidget, form: Form, voices: Sequence[Voice]) -> None:
    """Let Alt and a letter go to each voice."""
    for each in voices:
        words = f"Go to: {form.box(each.key).control.accessibleName()}"
        go_by(page, f"Alt+{each.letter}", words, form.control(each.key).setFocus)


def go_by(page: QWidget, keys: str, words: str, then: Callable[[], object]) -> None:
    """Do something by a key wherever the keyboard is while the page is in front."""
    by_key(page, keys, words, then, Qt.ShortcutContext.WindowShortcut)


def _voice(form: Form, voice: Voice) -> QWidget:
    box = form.box(voice.key)
    box.label.setText(f"{box.control.accessibleName()} (Alt+{voice.letter})")
    box.fold_help(form.control(voice.key).field.help)
    holder = QWidget()
    line = row(column(Decoration(voice.icon, voice.tone, 20), None), box, gap=10)
    line.setStretch(1, 1)
    holder.setLayout(line)
    return holder
