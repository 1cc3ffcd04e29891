"""The timeline picture: a lane for every agency, time above, silences as bands.

Left and Right step from one thing to the next, Up and Down go by lane, plus and minus bring it
closer; the table below says the same.
"""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from evidencekit.analysis.journey import Silence
from ui import theme
from ui.places import journey_paint as paint
from ui.places.journey_marks import Mark, along, beside, extent, lanes_of, marks_of, rows_of
from ui.places.journey_paint import DOT, TOP
from ui.places.journey_scale import LEAST_SHOWN, Scale, scale_of
from ui.places.journey_steps import Step
from ui.widgets.announce import announce
from ui.widgets.focus_ring import paint_ring

_LABELS, _LANE, _DEEPER, _BOTTOM = 190, 30, 12, 26
CLOSER = 1.5
_Key = Qt.Key
_ALONG = {_Key.Key_Left: -1, _Key.Key_Right: 1}
_ACROSS = {_Key.Key_Up: -1, _Key.Key_Down: 1}


class JourneyPicture(QWidget):
    """A picture for the eye and the keyboard; it shares its selection with the table."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.Graphic
    pointed_at = Signal(str)  # the record stepped to or clicked
    opened = Signal(str)
    moved = Signal()  # how much is shown, or from when on, has changed

    def __init__(self) -> None:
        super().__init__()
        self._steps: dict[str, Step] = {}
        self._marks: tuple[Mark, ...] = ()
        self._lanes: tuple[str, ...] = ()
        self._rows: dict[tuple[str, str], int] = {}
        self._silences: tuple[Silence, ...] = ()
        self._current, self._lane = "", ""
        self.zoom = 1.0
        self.start = 0  # days between the beginning of the whole and what is shown
        self.setAccessibleName("Timeline picture. The table has the same events.")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring", "none")  # it draws its own
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().look_changed.connect(self._arrange)

    def show_steps(self, steps: Sequence[Step], silences: Sequence[Silence]) -> None:
        """Show these steps, and these silences as bands."""
        self._steps = {step.key: step for step in steps if step.key}
        self._silences = tuple(silences)
        self._marks = tuple(marks_of(self._steps.values()))
        self._lanes = lanes_of(self._marks)
        if self._current not in self._steps:
            self._current, self._lane = "", ""
        self._arrange()

    @property
    def lanes(self) -> tuple[str, ...]:
        """Give the lanes, from above."""
        return self._lanes

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Give the marks in order of time."""
        return self._marks

    @property
    def current(self) -> str:
        """Give the record that is drawn out."""
        return self._current

    @property
    def current_lane(self) -> str:
        """Give the lane of the mark that is drawn out."""
        return self._lane

    # -- how much of the time is shown

    @property
    def days(self) -> int:
        """Give how many days there are in all."""
        whole = self.whole()
        return whole.days if whole else 0

    @property
    def shown_days(self) -> int:
        """Give how many days are shown."""
        return min(self.days, max(LEAST_SHOWN, round(self.days / self.zoom)))

    @property
    def is_whole(self) -> bool:
        """Tell whether everything is shown."""
        return self.shown_days >= self.days

    def zoom_by(self, factor: float) -> None:
        """Come closer or go back, around what is drawn out or else the middle."""
        before = self.scale()
        if before is None:
            return
        mark = self._current_mark()
        whole = self.whole()
        middle = self.start + self.shown_days // 2
        if mark is not None and whole is not None:
            middle = (mark.middle - whole.first).days
        self.zoom = min(max(1.0, self.zoom * factor), max(1.0, self.days / LEAST_SHOWN))
        self.pan_to(middle - self.shown_days // 2)

    def show_whole(self) -> None:
        """Show everything, from the first to the last."""
        self.zoom = 1.0
        self.pan_to(0)

    def pan_to(self, start: int) -> None:
        """Show the time from so many days after the beginning on."""
        self.start = min(max(0, start), max(0, self.days - self.shown_days))
        self._arrange()
        self.moved.emit()

    def whole(self) -> Scale | None:
        """Give the scale on which everything has room; None without a date."""
        dates = [each for mark in self._marks for each in (mark.when, mark.until) if each]
        return scale_of(dates, self.left(), self.width() - theme.px(24))

    def scale(self) -> Scale | None:
        """Give the scale of what is shown."""
        whole = self.whole()
        return whole.part(self.start, self.shown_days) if whole else None

    def left(self) -> float:
        """Give where the lanes begin, right of their names."""
        return min(theme.px(_LABELS), self.width() * 0.3)

    # -- what is drawn out

    def point_at(self, record: str) -> None:
        """Draw out one record, on the lane one was on when it has a mark there."""
        lanes = [mark.lane for mark in self._marks if mark.record == record]
        self._current = record if lanes else ""
        if self._lane not in lanes:
            self._lane = lanes[0] if lanes else ""
        self._bring_into_view()
        step = self._steps.get(record)
        self.setAccessibleDescription(step.spoken if step else "")
        self.update()

    def _go(self, mark: Mark | None) -> None:
        if mark is None:
            return
        self._lane = mark.lane
        self.point_at(mark.record)
        self.pointed_at.emit(mark.record)
        announce(self, self._steps[mark.record].spoken)

    def _current_mark(self) -> Mark | None:
        here = [mark for mark in self._marks if mark.record == self._current]
        return next((mark for mark in here if mark.lane == self._lane), here[0] if here else None)

    def _bring_into_view(self) -> None:
        mark, whole = self._current_mark(), self.whole()
        if mark is None or whole is None or self.is_whole:
            return
        day = (mark.middle - whole.first).days
        if not self.start <= day <= self.start + self.shown_days:
            self.pan_to(day - self.shown_days // 2)

    # -- Qt

    @override
    def sizeHint(self) -> QSize:
        deep = sum(self._deep(lane) for lane in self._lanes)
        return QSize(theme.px(480), theme.px(TOP + _BOTTOM) + deep)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(300), self.sizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self._current:
            self._go(along(self._marks, None, 1))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, now = event.key(), self._current_mark()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if shifted and key in _ALONG:
            self.pan_to(self.start + _ALONG[_Key(key)] * max(1, self.shown_days // 4))
        elif key in _ALONG:
            self._go(along(self._marks, now, _ALONG[_Key(key)]))
        elif key in _ACROSS:
            mark = beside(self._marks, self._lanes, now, _ACROSS[_Key(key)]) if now else None
            self._go(mark or now or along(self._marks, None, 1))
        elif not self._other_key(event):
            super().keyPressEvent(event)

    def _other_key(self, event: QKeyEvent) -> bool:
        key, typed = event.key(), event.text()
        if key in {_Key.Key_Home, _Key.Key_End}:
            self._go(along(self._marks, None, 1 if key == _Key.Key_Home else -1))
        elif key in {_Key.Key_Return, _Key.Key_Enter} and self._current:
            self.opened.emit(self._current)
        elif typed in {"+", "="}:
            self.zoom_by(CLOSER)
        elif typed == "-":
            self.zoom_by(1 / CLOSER)
        elif typed == "0":
            self.show_whole()
        else:
            return False
        return True

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Without Ctrl the wheel scrolls the page, as everywhere.
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(CLOSER if event.angleDelta().y() > 0 else 1 / CLOSER)
        else:
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position())
        if mark is not None:
            self._go(mark)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position())
        if mark is not None:
            self.opened.emit(mark.record)

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        scale = self.scale()
        if scale is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lanes = [(lane, self._lane_top(lane) + theme.px(_LANE / 2)) for lane in self._lanes]
        floor = self.height() - theme.px(_BOTTOM)
        paint.lane_names(painter, lanes, self.left(), self.width())
        painter.setClipRect(QRectF(self.left() - theme.px(DOT), 0, self.width(), self.height()))
        paint.silences(painter, scale, self._silences, floor)
        paint.grid(painter, scale, floor)
        paint.silence_words(painter, scale, self._silences, floor)
        for mark in sorted(self._marks, key=lambda each: each.record == self._current):
            is_current = (mark.record, mark.lane) == (self._current, self._lane)
            paint.mark(painter, scale, mark, self.box(mark, scale),
                       chosen=mark.record == self._current)  # fmt: skip
            if is_current and self.hasFocus():
                paint_ring(painter, self.box(mark, scale).adjusted(-3, -3, 3, 3))

    # -- where things stand

    def box(self, mark: Mark, scale: Scale) -> QRectF:
        """Give the room a mark takes."""
        side = theme.px(DOT)
        left, right = extent(mark, scale, side)
        row = self._rows.get((mark.record, mark.lane), 0)
        top = self._lane_top(mark.lane) + (theme.px(_LANE) - side) / 2 + row * theme.px(_DEEPER)
        return QRectF(left, top, right - left, side)

    def _mark_at(self, place: QPointF) -> Mark | None:
        scale = self.scale()
        if scale is None:
            return None
        hit = [m for m in self._marks if self.box(m, scale).adjusted(-2, -2, 2, 2).contains(place)]
        # A narrow mark on a wide one is meant when both are under the pointer.
        return min(hit, key=lambda each: self.box(each, scale).width(), default=None)

    def _arrange(self) -> None:
        scale, before = self.scale(), self.sizeHint().height()
        self._rows = rows_of(self._marks, scale, theme.px(DOT)) if scale else {}
        if self.sizeHint().height() != before or self.minimumHeight() != before:
            self.updateGeometry()
        self.update()

    def _deep(self, lane: str) -> int:
        rows = [row for (_, each), row in self._rows.items() if each == lane]
        return theme.px(_LANE) + max(rows, default=0) * theme.px(_DEEPER)

    def _lane_top(self, lane: str) -> float:
        above = self._lanes[: self._lanes.index(lane)]
        return theme.px(TOP) + sum(self._deep(each) for each in above)
