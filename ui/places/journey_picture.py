"""The timeline picture: a lane for every agency, months above, silences as bands with words.

A day is a point; a month is a bar as wide as the month; what is only about then has a soft, broken
edge. Nothing is drawn more exactly than it is known.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from evidencekit.analysis.about_dates import When
from evidencekit.analysis.journey import Event, Journey
from ui import theme
from ui.places.journey_scale import Scale, scale_of
from ui.places.journey_words import WATCHED, YES, lane_words

_TOP, _LANE, _LABELS, _BOTTOM, _DOT, _MONTH = 32, 30, 190, 26, 26, 68
_ABOUT = timedelta(days=10)  # how far the soft edge of "about" reaches
_SEEN, _HEARD = "seen", "heard"
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_ICONS = {"police": "shield-check", WATCHED: "eye", "contact-referral": "phone"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing on the picture."""

    record: str
    lane: str
    when: When
    until: When | None
    icon: str
    colour: str


def marks_of(found: Journey) -> Iterator[Mark]:
    """Give everything dated: what happened, when the child was seen, and what the child said."""
    for event in found.events:
        if event.when is None:
            continue
        yield Mark(event.record, event.lane, event.when, event.until, _icon(event), "accent")
        if event.is_seen_alone or event.child_seen == YES:
            icon = "user-check" if event.is_seen_alone else "eye"
            yield Mark(event.record, _SEEN, event.when, None, icon, "seen")
        if event.has_voice:
            yield Mark(event.record, _HEARD, event.when, None, "ear", "voice")
    for voice in found.voices:
        if voice.when is not None:
            yield Mark(voice.record, _HEARD, voice.when, None, "ear", "voice")


def _icon(event: Event) -> str:
    if event.lane.startswith("police"):
        return _ICONS["police"]
    return _ICONS.get(event.lane) or _ICONS.get(event.stage) or "dot"


class JourneyPicture(QWidget):
    """A picture for the eye; the list below it says the same."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.Graphic
    picked = Signal(str)  # the record of the mark that was clicked

    def __init__(self) -> None:
        super().__init__()
        self._found: Journey | None = None
        self._marks: tuple[Mark, ...] = ()
        self._lanes: tuple[str, ...] = ()
        self._current = ""
        self.setAccessibleName("Timeline picture. The list below has the same events.")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().look_changed.connect(self.updateGeometry)

    def show_journey(self, found: Journey) -> None:
        """Show a child's journey."""
        self._found = found
        self._marks = tuple(marks_of(found))
        used = dict.fromkeys(mark.lane for mark in self._marks)
        special = [lane for lane in (_SEEN, _HEARD) if lane in used]
        self._lanes = (*(lane for lane in used if lane not in special), *special)
        self.setVisible(bool(self._marks))
        self.updateGeometry()
        self.update()

    def point_at(self, record: str) -> None:
        """Draw out the marks of one record."""
        self._current = record
        self.update()

    @override
    def sizeHint(self) -> QSize:
        tall = _TOP + _LANE * len(self._lanes) + _BOTTOM
        return QSize(theme.px(480), theme.px(tall))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(300), self.sizeHint().height())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        scale = self._scale()
        if scale is None:
            return
        for mark in self._marks:
            if self._box(mark, scale).adjusted(-4, -4, 4, 4).contains(event.position()):
                self.picked.emit(mark.record)
                return

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        scale = self._scale()
        if scale is None or self._found is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_silences(painter, scale, self._found)
        self._paint_grid(painter, scale)
        self._paint_silence_words(painter, scale, self._found)
        for mark in sorted(self._marks, key=lambda each: each.record == self._current):
            self._paint_mark(painter, mark, scale)

    def _scale(self) -> Scale | None:
        if self._found is None:
            return None
        return scale_of(self._found, self._left(), self.width() - theme.px(24))

    def _left(self) -> float:
        return min(theme.px(_LABELS), self.width() * 0.3)

    def _paint_grid(self, painter: QPainter, scale: Scale) -> None:
        bottom = self._lane_y(len(self._lanes)) - theme.px(_LANE / 2)
        painter.setFont(theme.font("small"))
        for x, words in scale.months(theme.px(_MONTH)):
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(x, theme.px(_TOP - 6)), QPointF(x, bottom))
            painter.setPen(theme.colour("second"))
            room = QRectF(x - theme.px(40), 0, theme.px(80), theme.px(_TOP - 8))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        for number, lane in enumerate(self._lanes):
            y = self._lane_y(number)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(self._left(), y), QPointF(self.width() - theme.px(12), y))
            painter.setFont(theme.font("small", 600))
            painter.setPen(theme.colour("second"))
            room = QRectF(0, y - theme.px(_LANE / 2), self._left() - 12, theme.px(_LANE))
            words = {_SEEN: "Child seen", _HEARD: "Child's voice"}.get(lane) or lane_words(lane)
            cut = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, _LEFT, cut)

    def _paint_silences(self, painter: QPainter, scale: Scale, found: Journey) -> None:
        painter.setPen(QPen(theme.colour("caution"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(theme.colour("caution_soft"))
        for silence in found.silences:
            left, right = scale.at(silence.start), scale.at(silence.end)
            painter.drawRoundedRect(self._band(left, right), 4, 4)

    def _paint_silence_words(self, painter: QPainter, scale: Scale, found: Journey) -> None:
        painter.setFont(theme.font("small", 600))
        painter.setPen(theme.colour("caution"))
        until = 0.0
        for silence in found.silences:
            words = silence.words
            middle = (scale.at(silence.start) + scale.at(silence.end)) / 2
            wide = painter.fontMetrics().horizontalAdvance(words)
            if wide > scale.at(silence.end) - scale.at(silence.start):
                words = words.partition(" in ")[0]
                wide = painter.fontMetrics().horizontalAdvance(words)
            left = min(max(0.0, middle - wide / 2), self.width() - wide)
            if left > until:
                y = self._lane_y(len(self._lanes)) - theme.px(_LANE / 2) + theme.px(2)
                painter.drawText(QRectF(left, y, wide + 2, theme.px(_BOTTOM - 4)), _LEFT, words)
                until = left + wide + theme.px(12)

    def _paint_mark(self, painter: QPainter, mark: Mark, scale: Scale) -> None:
        front = theme.colour(mark.colour)
        box = self._box(mark, scale)
        if mark.until is not None:
            y = box.center().y()
            painter.setPen(QPen(front, theme.px(3)))
            painter.drawLine(QPointF(box.right(), y), QPointF(scale.at(mark.until.last), y))
        soft = theme.colour("card")
        if mark.when.is_about:
            soft.setAlphaF(0.75)
        style = Qt.PenStyle.DotLine if mark.when.is_about else Qt.PenStyle.SolidLine
        is_current = mark.record == self._current
        painter.setPen(QPen(front, theme.px(3 if is_current else 2), style))
        painter.setBrush(theme.colour(f"{mark.colour}_soft") if is_current else soft)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        icon = theme.px(14)
        middle = box.center()
        painter.drawPixmap(
            int(middle.x() - icon / 2 + 0.5), int(middle.y() - icon / 2 + 0.5),
            theme.pixmap(mark.icon, mark.colour, 14),
        )  # fmt: skip

    def _box(self, mark: Mark, scale: Scale) -> QRectF:
        """Give the room a mark takes: a point for a day, a bar for more."""
        spare = _ABOUT if mark.when.is_about and mark.when.first == mark.when.last else timedelta()
        left = max(scale.at(mark.when.first - spare), scale.left)
        right = min(scale.at(mark.when.last + spare), scale.right)
        side = theme.px(_DOT)
        if right - left < side:
            middle = (left + right) / 2
            left, right = middle - side / 2, middle + side / 2
        y = self._lane_y(self._lanes.index(mark.lane))
        return QRectF(left, y - side / 2, right - left, side)

    def _band(self, left: float, right: float) -> QRectF:
        top = theme.px(_TOP - 4)
        return QRectF(
            left, top, right - left, self._lane_y(len(self._lanes)) - theme.px(_LANE / 2) - top
        )

    def _lane_y(self, number: int) -> float:
        return theme.px(_TOP) + theme.px(_LANE) * (number + 0.5)
