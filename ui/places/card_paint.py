"""What is drawn on cards: words that wrap and are cut with dots, tags, and the word Open."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from ui import theme

Marks = Sequence[tuple[int, int]]
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def line_height(size: str) -> int:
    """Give the height of a line of text of a size."""
    return QFontMetrics(theme.font(size)).lineSpacing()


def paint_line(painter: QPainter, room: QRect, words: str, font: QFont, colour: str) -> None:
    """Draw one line, cut with dots where there is no more room."""
    painter.setFont(font)
    painter.setPen(theme.colour(colour))
    one_line = " ".join(words.split())
    fitted = painter.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _LEFT, fitted)


def paint_words(
    painter: QPainter, room: QRect, words: str, marks: Marks = (), *, colour: str = "text"
) -> None:
    """Draw words over as many lines as there is room for; marked ones bold and underlined."""
    font = theme.font("body")
    lines = max(1, room.height() // QFontMetrics(font).lineSpacing())
    shown = _cut(words, font, room.width(), lines)
    layout = _laid_out(shown, font, room.width(), marks)
    painter.setPen(theme.colour(colour))
    for number in range(min(layout.lineCount(), lines)):
        layout.lineAt(number).draw(painter, QPointF(room.topLeft()))


def paint_tags(painter: QPainter, room: QRect, tags: Sequence[tuple[str, str]]) -> int:
    """Draw tags at the right of a line; give where they begin. Those without room are left out."""
    painter.setFont(theme.font("small", 600))
    right = room.right()
    for words, tone in reversed(tags):
        wide = painter.fontMetrics().horizontalAdvance(words) + theme.px(18)
        if right - wide < room.left():
            continue
        box = QRectF(right - wide, room.top(), wide, theme.px(26))
        front = theme.colour(tone or "second")
        outlined = theme.current().tokens.outlined
        painter.setPen(QPen(front, 1) if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(f"{tone}_soft" if tone else "sunken"))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.setPen(front)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        right -= wide + theme.px(8)
    return right


def paint_open(painter: QPainter, room: QRect, words: str = "Open") -> int:
    """Draw an arrow and a word at the right of a line; give where they begin."""
    painter.setFont(theme.font("body", 600))
    painter.setPen(theme.colour("link"))
    wide = painter.fontMetrics().horizontalAdvance(words)
    painter.drawText(room, _RIGHT, words)
    icon = theme.px(18)
    left = room.right() - wide - icon - theme.px(8)
    top = room.center().y() - icon // 2
    painter.drawPixmap(left, top, theme.pixmap("arrow-right", "link", 18))
    return left - theme.px(8)


def _laid_out(words: str, font: QFont, width: int, marks: Marks = ()) -> QTextLayout:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_marked(start, length) for start, length in marks if start < len(words)])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        line.setPosition(QPointF(0, top))
        top += QFontMetrics(font).lineSpacing()
    layout.endLayout()
    return layout


def _cut(words: str, font: QFont, width: int, lines: int) -> str:
    """Cut the text so that its last line ends with dots when there is more."""
    one = " ".join(words.split()) if "\n" in words else words
    layout = _laid_out(one, font, width)
    if layout.lineCount() <= lines:
        return one
    start = layout.lineAt(lines - 1).textStart()
    tail = QFontMetrics(font).elidedText(
        one[start : start + 400], Qt.TextElideMode.ElideRight, int(width * 0.94)
    )
    return one[:start] + tail


def _marked(start: int, length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setFontUnderline(True)
    made.format = form
    return made
