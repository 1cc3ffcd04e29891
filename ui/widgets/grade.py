"""A grade is a word, bars and a colour; any one of the three is enough."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui import theme

_COLOURS = 4
_EDGE, _BAR, _GAP, _AFTER = 8, 4, 2, 6


@dataclass(frozen=True, slots=True)
class Grade:
    """A place on a pack's scale: 1 is the best of `of`; 0 is not graded yet."""

    word: str
    position: int
    of: int

    @property
    def filled(self) -> int:
        """Say how many bars are filled: all for the best, one for the lowest."""
        return self.of - self.position + 1 if self.position else 0

    @property
    def colour(self) -> str:
        """Name the colour; a longer or shorter scale is spread over the four there are."""
        if not self.position or self.of < 1:
            return "grade_0"
        share = (self.position - 1) / max(1, self.of - 1)
        return f"grade_{1 + round(share * (_COLOURS - 1))}"


def width_of(grade: Grade) -> int:
    """Give the width the word and the bars need."""
    words = QFontMetrics(theme.font("small", 600)).horizontalAdvance(grade.word)
    return words + theme.px(2 * _EDGE + grade.of * (_BAR + _GAP) + _AFTER) + 2


def paint_grade(painter: QPainter, rect: QRect, grade: Grade) -> None:
    """Paint a grade into a table cell or a badge."""
    colour, soft = theme.colour(grade.colour), theme.colour(f"{grade.colour}_soft")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, theme.current().tokens.hairline))
    painter.setBrush(soft)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), theme.px(5), theme.px(5))
    painter.setPen(QPen(colour, 1))
    for number in range(grade.of):
        painter.setBrush(colour if number < grade.filled else Qt.BrushStyle.NoBrush)
        painter.drawRect(_bar(rect, number, grade.of))
    painter.setFont(theme.font("small", 600))
    left = theme.px(_EDGE + grade.of * (_BAR + _GAP) + _AFTER)
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    room = rect.adjusted(left, 0, -theme.px(4), 0)
    fitted = painter.fontMetrics().elidedText(grade.word, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, middle, fitted)
    painter.restore()


def _bar(rect: QRect, number: int, of: int) -> QRectF:
    tall = theme.px(5 + 9 * number / max(1, of - 1))
    left = rect.left() + theme.px(_EDGE) + number * theme.px(_BAR + _GAP)
    return QRectF(left, rect.center().y() + theme.px(7) - tall, theme.px(_BAR), tall)


class GradeBadge(QWidget):
    """A grade on its own."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.StaticText

    def __init__(self, grade: Grade) -> None:
        super().__init__()
        self._grade = grade
        self.show_grade(grade)
        theme.current().look_changed.connect(self.updateGeometry)

    def show_grade(self, grade: Grade) -> None:
        """Show another grade."""
        self._grade = grade
        self.setAccessibleName(f"Grade: {grade.word}")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(width_of(self._grade), theme.px(28))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        size = self.sizeHint()
        top = max(0, (self.height() - size.height()) // 2)
        wide = min(size.width(), self.width())
        paint_grade(QPainter(self), QRect(0, top, wide, size.height()), self._grade)
