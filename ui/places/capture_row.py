"""How one line of a meeting is laid out and painted: time, kind bar, who, words, chips."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from evidencekit.records.meeting_line import MeetingLine
from evidencekit.records.typed_line import MY_VIEW, QUOTE
from ui import theme
from ui.places.capture_words import ICONS, TONES, VOICE, CaptureWords, clock_time

_EDGE, _LEFT, _RIGHT = 14, 68, 16
_TOP, _HEAD, _BOTTOM = 8, 24, 12
_CHIP, _GAP, _PAD, _EAR = 24, 6, 9, 26
_LEADING = 1.22
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT_MIDDLE = _MIDDLE | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Chip:
    """A label below the words, and where it stands in the row."""

    words: str
    place: QRectF
    is_voice: bool


@dataclass(frozen=True, slots=True)
class RowShape:
    """A line laid out for a width."""

    words: QTextLayout
    chips: tuple[Chip, ...]
    height: int


def shape_of(line: MeetingLine, width: int, words: CaptureWords) -> RowShape:
    """Lay a line out; a line that was laid out before is not laid out again."""
    return _shape(line, max(width, theme.px(160)), words, theme.current().scale)


@lru_cache(maxsize=2048)
def _shape(line: MeetingLine, width: int, words: CaptureWords, _scale: float) -> RowShape:
    room = width - theme.px(_LEFT + _RIGHT)
    text, tall = _laid(words.shown(line), room)
    top = theme.px(_TOP + _HEAD) + tall + theme.px(4)
    names = [(VOICE, True)] if line.child_voice else []
    names += [(words.area(area), False) for area in line.areas]
    names += [(shows, False)] if (shows := words.shows(line)) else []
    chips, below = _chips(names, room, top)
    return RowShape(text, chips, below + theme.px(_BOTTOM))


def _laid(words: str, width: int) -> tuple[QTextLayout, int]:
    made = QTextLayout(words.replace("\n", "\u2028"), theme.font("body"))
    how = QTextOption()
    how.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setTextOption(how)
    made.setCacheEnabled(True)
    leading = QFontMetrics(theme.font("body")).height() * _LEADING
    y = 0.0
    made.beginLayout()
    while (each := made.createLine()).isValid():
        each.setLineWidth(width)
        each.setPosition(QPointF(0, y))
        y += leading
    made.endLayout()
    return made, round(y)


def _chips(
    names: list[tuple[str, bool]], room: int, top: int
) -> tuple[tuple[Chip, ...], int]:  # fmt: skip
    metrics = QFontMetrics(theme.font("small", 600))
    tall, gap = theme.px(_CHIP), theme.px(_GAP)
    x, y, made = 0, top, []
    for words, is_voice in names:
        wide = metrics.horizontalAdvance(words) + theme.px(2 * _PAD)
        wide = min(room, wide + (theme.px(_EAR - _PAD) if is_voice else 0))
        if x and x + wide > room:
            x, y = 0, y + tall + gap
        made.append(Chip(words, QRectF(x, y, wide, tall), is_voice))
        x += wide + gap
    return tuple(made), y + tall if made else y


def paint_line(
    painter: QPainter, rect: QRect, line: MeetingLine, words: CaptureWords, *, chosen: bool
) -> None:  # fmt: skip
    """Paint a line into its row."""
    shape = shape_of(line, rect.width(), words)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    ink = _Ink(painter, chosen=chosen)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("chosen"))
        painter.drawRoundedRect(QRectF(0, 2, rect.width(), shape.height - 4), 6, 6)
    _paint_bar(painter, line, shape.height)
    _paint_head(ink, rect.width(), line, words)
    painter.translate(theme.px(_LEFT), 0)
    painter.setPen(ink.colour("text"))
    shape.words.draw(painter, QPointF(0, theme.px(_TOP + _HEAD)))
    for chip in shape.chips:
        _paint_chip(ink, chip)
    painter.restore()


class _Ink:
    """A painter whose colours stay readable on a chosen row."""

    def __init__(self, painter: QPainter, *, chosen: bool) -> None:
        self.painter = painter
        self.chosen = chosen

    def name(self, colour: str) -> str:
        return "chosen_text" if self.chosen else colour

    def colour(self, name: str) -> QColor:
        return theme.colour(self.name(name))

    def words(self, place: QRect, said: str, colour: str, weight: int = 400) -> int:
        self.painter.setFont(theme.font("small", weight))
        self.painter.setPen(self.colour(colour))
        metrics = self.painter.fontMetrics()
        shown = metrics.elidedText(said, Qt.TextElideMode.ElideRight, place.width())
        self.painter.drawText(place, _LEFT_MIDDLE, shown)
        return place.left() + metrics.horizontalAdvance(shown)


def _paint_bar(painter: QPainter, line: MeetingLine, height: int) -> None:
    # Solid, dotted or pale: the kind never rests on colour alone.
    wide, left = theme.px(3), theme.px(_LEFT - 10)
    bar = QRectF(left, theme.px(_TOP), wide, height - theme.px(_TOP + _BOTTOM - 4))
    if line.kind == MY_VIEW:
        pen = QPen(theme.colour("view"), wide)
        pen.setDashPattern([1.6, 1.2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(
            QPointF(bar.center().x(), bar.top()), QPointF(bar.center().x(), bar.bottom())
        )
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("quote" if line.kind == QUOTE else "line"))
    painter.drawRect(bar)


def _paint_head(ink: _Ink, width: int, line: MeetingLine, words: CaptureWords) -> None:
    top, tall, icon = theme.px(_TOP), theme.px(20), theme.px(16)
    left, end = theme.px(_LEFT), width - theme.px(_RIGHT)
    ink.words(QRect(theme.px(_EDGE), top, left - theme.px(_EDGE), tall), line.time, "hint", 600)
    if line.edited:
        said = f"Edited {clock_time(line.edited)}"
        wide = QFontMetrics(theme.font("small")).horizontalAdvance(said) + 2
        end -= wide
        ink.words(QRect(end, top, wide, tall), said, "hint")
    room = QRect(left, top, max(0, end - left - theme.px(8)), tall)
    after = ink.words(room, words.who(line), "text", 600) + theme.px(12)
    tone = TONES.get(line.kind, "seen")
    picture = theme.pixmap(ICONS.get(line.kind, "eye"), ink.name(tone), 16)
    ink.painter.drawPixmap(after, top + (tall - icon) // 2, picture)
    after += icon + theme.px(5)
    ink.words(QRect(after, top, max(0, end - after), tall), words.kind(line), tone)


def _paint_chip(ink: _Ink, chip: Chip) -> None:
    painter, look = ink.painter, theme.current()
    place = chip.place.adjusted(0.5, 0.5, -0.5, -0.5)
    tone = "voice" if chip.is_voice else "second"
    painter.setPen(QPen(ink.colour(tone if chip.is_voice else "border"), look.tokens.hairline))
    painter.setBrush(
        theme.colour("voice_soft") if chip.is_voice and not ink.chosen else Qt.BrushStyle.NoBrush
    )
    painter.drawRoundedRect(place, theme.px(4), theme.px(4))
    left = theme.px(_PAD)
    if chip.is_voice:
        ear = theme.px(14)
        top = place.top() + (place.height() - ear) / 2
        painter.drawPixmap(QPointF(left, top), theme.pixmap("ear", ink.name("voice"), 14))
        left = theme.px(_EAR)
    room = place.toRect().adjusted(left, 0, -theme.px(_PAD) + 2, 0)
    ink.words(room, chip.words, tone, 600)
