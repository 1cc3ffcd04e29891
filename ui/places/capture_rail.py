"""Beside the notes: which areas were heard, and the keys that say more."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.framework.items import AreaKind
from ui import theme
from ui.places.capture_lines import LineModel
from ui.theme import spaced
from ui.widgets.card import Card
from ui.widgets.heading import Heading, label
from ui.widgets.lines import row

QUICK_KEYS = (
    ("sw:", "social worker speaks"),
    ("::", "the same speaker again"),
    ('"', "exact words"),
    ("!", "my own view"),
    ("#5", "area 5"),
    ("#cv", "child's voice"),
    ("@1032", "set the time"),
    ("^", "change the note above"),
)
_BARS, _BAR, _STEP, _COUNT = 3, 10, 13, 24
_TALL, _KEY = 23, 62


class AreaMeter(QWidget):
    """An area, three boxes that fill, and the number of notes."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.StaticText

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words, self.count = words, 0
        self.show_count(0)
        theme.current().look_changed.connect(self.updateGeometry)

    def show_count(self, count: int) -> None:
        """Show how many notes speak to this area."""
        self.count = count
        self.setAccessibleName(f"{self._words}: {count} in this meeting")
        self.setToolTip(self._words)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(_TALL))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text" if self.count else "hint"))
        bars = self.width() - theme.px(_COUNT + _BARS * _STEP)
        room = QRect(0, 0, bars - theme.px(6), self.height())
        shown = QFontMetrics(painter.font()).elidedText(
            self._words, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        for number in range(_BARS):
            is_full = number < self.count
            painter.setPen(QPen(theme.colour("accent" if is_full else "border"), 1))
            painter.setBrush(theme.colour("accent") if is_full else Qt.BrushStyle.NoBrush)
            top = self.height() / 2 - theme.px(4)
            left = bars + number * theme.px(_STEP) + 0.5
            painter.drawRect(QRectF(left, top, theme.px(_BAR), theme.px(8)))
        painter.setPen(theme.colour("text"))
        painter.setFont(theme.font("small", 600))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(self.rect(), right, str(self.count))


class AreasHeard(Card):
    """Every joint area with its count; a specialist one once it was heard."""

    def __init__(self, lines: LineModel) -> None:
        super().__init__(gap=0)
        self._lines = lines
        self.add(Heading("Areas heard", "h3"))
        self.meters: dict[str, AreaMeter] = {}
        for area in lines.words.areas():
            meter = AreaMeter(lines.words.area(area.id))
            self.meters[area.id] = meter
            self.add(meter)
            # Only now: shown before it has a parent, it would flash as a window of its own.
            meter.setVisible(area.kind is AreaKind.JOINT)
        lines.changed.connect(self.show_counts)
        lines.modelReset.connect(self.show_counts)

    def show_counts(self) -> None:
        """Show the counts as they are; an unchanged meter is not painted again."""
        for area, meter in self.meters.items():
            count = self._lines.heard.get(area, 0)
            if count != meter.count:
                meter.show_count(count)
                meter.show()


class QuickKeys(Card):
    """What may be typed in front of a note, or within it."""

    def __init__(self) -> None:
        super().__init__(gap=3)
        self.add(Heading("Quick keys", "h3"))
        self._marks = []
        for mark, says in QUICK_KEYS:
            shown = label(mark, "key")
            self._marks.append(shown)
            self.add(row(shown, label(says, "hint"), None))
        theme.current().look_changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        for mark in self._marks:
            mark.setFixedWidth(theme.px(_KEY))


class Rail(QObject):
    """Both cards in a page's rail; the keys give way when the areas need the height."""

    def __init__(self, rail: QWidget, column: QVBoxLayout, lines: LineModel) -> None:
        super().__init__(rail)
        self._rail = rail
        self.heard, self.keys = AreasHeard(lines), QuickKeys()
        spaced(column, 10)
        column.addWidget(self.heard)
        column.addWidget(self.keys)
        column.addStretch(1)
        rail.installEventFilter(self)
        theme.current().look_changed.connect(self._fit)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return False

    def _fit(self) -> None:
        both = self.heard.sizeHint().height() + self.keys.sizeHint().height() + theme.px(10)
        self.keys.setVisible(self._rail.height() >= both)
