"""Rows, columns and rules: the few layouts every page is made of."""

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui import theme

_L = TypeVar("_L", bound=QBoxLayout)
Part = QWidget | QLayout | None  # None is room that stretches


def row(*parts: Part, gap: float = 8) -> QHBoxLayout:
    """Lay things beside each other."""
    made = QHBoxLayout()
    return _filled(made, parts, gap)


def column(*parts: Part, gap: float = 8) -> QVBoxLayout:
    """Lay things below each other."""
    made = QVBoxLayout()
    return _filled(made, parts, gap)


def _filled(made: _L, parts: tuple[Part, ...], gap: float) -> _L:
    theme.spaced(made, gap)
    for part in parts:
        if part is None:
            made.addStretch(1)
        elif isinstance(part, QWidget):
            made.addWidget(part)
        else:
            made.addLayout(part)
    return made


def rule() -> QFrame:
    """Draw a thin line between parts."""
    made = QFrame()
    made.setObjectName("rule")
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()
