"""A column no wider than is easy to read, for pages that ask one thing at a time."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.theme import spaced

_WIDEST = 620


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
