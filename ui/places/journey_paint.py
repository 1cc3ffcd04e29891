"""How the timeline is drawn: grid, lanes, bands of silence, and marks as exact as their dates."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from evidencekit.analysis.journey import Silence
from ui import theme
from ui.places.journey_marks import Mark
from ui.places.journey_scale import Scale
from ui.places.journey_words import lane_words

TOP, DOT = 32, 26
_BETWEEN = 68  # pixels between two names above the grid
_ICON = 14
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter
_FADE = 0.3  # of a bar, at each soft end
_FAINT = 0.55


def lane_names(
    painter: QPainter, lanes: Sequence[tuple[str, float]], left: float, wide: float
) -> None:
    """Write the name of each lane and draw its line."""
    painter.setFont(theme.font("small", 600))
    for lane, y in lanes:
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QPointF(left, y), QPointF(wide - theme.px(12), y))
        painter.setPen(theme.colour("second"))
        room = QRectF(0, y - theme.px(DOT / 2), left - theme.px(DOT), theme.px(DOT))
        cut = painter.fontMetrics().elidedText(
            lane_words(lane), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, _LEFT, cut)


def grid(painter: QPainter, scale: Scale, floor: float) -> None:
    """Name the time above, with a line down from each name."""
    painter.setFont(theme.font("small"))
    for x, words in scale.ticks(theme.px(_BETWEEN)):
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QPointF(x, theme.px(TOP - 6)), QPointF(x, floor))
        painter.setPen(theme.colour("second"))
        painter.drawText(
            QRectF(x - theme.px(55), 0, theme.px(110), theme.px(TOP - 8)), _CENTRE, words
        )


def silences(painter: QPainter, scale: Scale, found: Iterable[Silence], floor: float) -> None:
    """Draw a band over each silence."""
    painter.setPen(QPen(theme.colour("caution"), 1, Qt.PenStyle.DashLine))
    painter.setBrush(theme.colour("caution_soft"))
    top = theme.px(TOP - 4)
    for silence in found:
        left, right = scale.at(silence.start), scale.at(silence.end)
        painter.drawRoundedRect(QRectF(left, top, right - left, floor - top), 4, 4)


def silence_words(painter: QPainter, scale: Scale, found: Iterable[Silence], floor: float) -> None:
    """Say below each band how long it is, where there is room; the words above say all of them."""
    painter.setFont(theme.font("small", 600))
    painter.setPen(theme.colour("caution"))
    until = scale.left
    for silence in found:
        left, right = scale.at(silence.start), scale.at(silence.end)
        if right < scale.left or left > scale.right:
            continue
        wide = painter.fontMetrics().horizontalAdvance(silence.length)
        middle = (max(left, scale.left) + min(right, scale.right)) / 2
        at = min(max(until, middle - wide / 2), scale.right - wide)
        if at >= until:
            room = QRectF(at, floor + theme.px(2), wide + 2, theme.px(22))
            painter.drawText(room, _LEFT, silence.length)
            until = at + wide + theme.px(12)


def mark(painter: QPainter, scale: Scale, shown: Mark, box: QRectF, *, chosen: bool) -> None:
    """Draw one mark with its icon."""
    front = theme.colour(shown.colour)
    if shown.until is not None:
        y = box.center().y()
        style = Qt.PenStyle.DotLine if shown.until.is_about else Qt.PenStyle.SolidLine
        painter.setPen(QPen(front, theme.px(3), style))
        painter.drawLine(QPointF(box.right(), y), QPointF(scale.at(shown.until.last), y))
    fill = theme.colour(f"{shown.colour}_soft" if chosen else "card")
    edge = Qt.PenStyle.DashLine if shown.is_open else Qt.PenStyle.SolidLine
    round_ = box.height() / 2
    painter.setPen(QPen(front, theme.px(3 if chosen else 2), edge))
    painter.setBrush(fill)
    if shown.when.is_about:
        _soft_bar(painter, box, front, fill)
    else:
        painter.drawRoundedRect(box, round_, round_)
    icon = theme.px(_ICON)
    middle = box.center()
    painter.drawPixmap(
        int(middle.x() - icon / 2 + 0.5), int(middle.y() - icon / 2 + 0.5),
        theme.pixmap(shown.icon, shown.colour, _ICON),
    )  # fmt: skip


def _soft_bar(painter: QPainter, box: QRectF, front: QColor, fill: QColor) -> None:
    """Draw a bar that fades at both ends, with a dotted edge: about then, and no more is known."""
    clear, full = QColor(fill), QColor(front)
    clear.setAlphaF(0.0)
    full.setAlphaF(_FAINT if theme.current().tokens.outlined else _FAINT / 2)
    fade = QLinearGradient(box.topLeft(), box.topRight())
    for place, colour in ((0.0, clear), (_FADE, full), (1 - _FADE, full), (1.0, clear)):
        fade.setColorAt(place, colour)
    painter.setBrush(theme.colour("card"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setBrush(QBrush(fade))
    painter.setPen(QPen(front, theme.px(2), Qt.PenStyle.DotLine))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
