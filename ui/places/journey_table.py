"""The journey as a table: what a screen reader reads, row by row, silences in their place."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QHeaderView, QStyleOptionViewItem
from typing_extensions import override

from ui import theme
from ui.places.journey_steps import Step
from ui.qtmodels.table import ROOT, Column, Index, TableView, ValueTable
from ui.widgets.focus_ring import RingDelegate

_Role = Qt.ItemDataRole
_WHEN, _LANE, _WHAT, _CHILD, _AREAS, _BY = range(6)
_WIDTHS = {_WHEN: 170, _LANE: 150, _CHILD: 130, _AREAS: 170, _BY: 110}
_ROOM_FOR = {_AREAS: 1150, _BY: 800}  # text-scaled pixels; with less, they are in the record


def _what(step: Step) -> str:
    if step.is_silence:
        return step.title
    return f"{step.title}. {step.text}" if step.text else step.title


_COLUMNS: tuple[Column[Step], ...] = (
    Column("When", lambda step: step.when_words),
    Column("Agency", lambda step: step.lane_words),
    Column("What happened", _what),
    Column("The child", lambda step: ", ".join(step.tags)),
    Column("Areas", lambda step: "; ".join(step.areas)),
    Column("Written by", lambda step: step.by),
)


class _Model(ValueTable[Step]):
    """The first cell of a row says all of the row in one sentence."""

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        step = self.row_at(index)
        if step is not None and role == _Role.AccessibleTextRole and index.column() == _WHEN:
            return step.spoken
        if step is not None and role == _Role.FontRole:
            strong = step.is_silence or index.column() == _WHEN
            return theme.font("body", QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        if step is not None and step.is_silence and role == _Role.ForegroundRole:
            return theme.colour("caution")
        return super().data(index, role)


class _Delegate(RingDelegate):
    """A silence is a soft band across the row."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        step = index.data(_Role.UserRole)
        if isinstance(step, Step) and step.is_silence:
            painter.fillRect(option.rect, theme.colour("caution_soft"))
        super().paint(painter, option, index)


class JourneyTable(TableView):
    """Up and Down go by row, Enter opens what is written; Tab leaves."""

    pointed_at = Signal(str)
    chosen = Signal(str)  # the record to open

    def __init__(self) -> None:
        self.rows: ValueTable[Step] = _Model(_COLUMNS)
        self._steps: tuple[Step, ...] = ()
        super().__init__("Events, first to last", self.rows)
        self.rows.setParent(self)
        self.setItemDelegate(_Delegate(self))
        across = self.horizontalHeader()
        across.setStretchLastSection(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.opened.connect(self._on_opened)
        theme.current().look_changed.connect(self.fit)
        self.fit()

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show these rows; the current one stays current when it is among them."""
        now = self.current_key()
        self._steps = tuple(steps)
        self.rows.show_rows(self._steps)
        if now:
            self.go_to(now)

    def current_key(self) -> str:
        """Give the record of the current row; "" for a silence or none."""
        step = self.rows.row_at(self.currentIndex())
        return step.key if step else ""

    def spoken(self, number: int) -> str:
        """Give the sentence of a row, as a screen reader has it."""
        words: str = self.rows.index(number, _WHEN).data(_Role.AccessibleTextRole) or ""
        return words

    def go_to(self, key: str) -> None:
        """Make the row of that record the current one."""
        number = next((n for n, step in enumerate(self._steps) if step.key == key), -1)
        if number >= 0 and key != self.current_key():
            self.setCurrentIndex(self.rows.index(number, max(0, self.currentIndex().column())))

    def fit(self) -> None:
        """Set the widths for this text size and this room."""
        wide = self.viewport().width() / theme.current().scale
        for column, pixels in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(pixels))
        for column, least in _ROOM_FOR.items():
            self.setColumnHidden(column, wide < least)

    @override
    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        step = self.rows.row_at(current) if current.isValid() else None
        if step is not None and current.parent() == ROOT:
            self.pointed_at.emit(step.key)

    def _on_opened(self, number: int) -> None:
        step = self._steps[number] if number < len(self._steps) else None
        if step is not None and step.key:
            self.chosen.emit(step.key)
