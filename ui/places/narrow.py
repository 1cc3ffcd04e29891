"""A column no wider than is easy to read, for pages that ask one thing at a time."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import spaced
from ui.widgets.page import Page

_WIDEST = 620
_LEAST_SIDE, _TOP, _TOP_COMPACT = 18, 24, 12


class Alone(Page):
    """A page without the main menu beside it: one narrow column in the middle."""

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__(title, subtitle)
        self._head.setStretch(1, 0)  # there are no buttons beside the title to leave room for

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._centre()

    @override
    def compact(self, *, on: bool) -> None:
        super().compact(on=on)
        self._centre()

    def _centre(self) -> None:
        column = self.layout()
        if column is None:
            return
        wide = self.width() / theme.current().scale
        side = max(_LEAST_SIDE, (wide - _WIDEST) / 2)
        top = _TOP_COMPACT if self.is_compact else _TOP
        spaced(column, top - 6, (side, top, side, top))


class _Narrow(QWidget):
    """Grows with the text, and gives way when the window is smaller."""

    def __init__(self) -> None:
        super().__init__()
        self._fit()
        theme.current().look_changed.connect(self._fit)

    def _fit(self) -> None:
        self.setMaximumWidth(theme.px(_WIDEST))


def narrow_column(body: QBoxLayout) -> QVBoxLayout:
    """Put a narrow column at the left of a page's body."""
    inner = _Narrow()
    column = QVBoxLayout(inner)
    spaced(column, 16)
    line = QHBoxLayout()
    spaced(line, 0)
    line.addWidget(inner, 1)
    line.addStretch(0)
    body.addLayout(line)
    return column
