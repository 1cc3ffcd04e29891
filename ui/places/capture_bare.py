"""Focus mode of a meeting: all but the line being typed goes out of sight, and comes back."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.widgets.heading import label

_WIDE, _ABOVE = 820, 0.3  # text-scaled pixels; a share of the height


class OutOfSight:
    """Hides the parts of a page that are shown now, and shows just those again."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        self._parts = tuple(parts)
        self._hidden: list[QWidget] = []
        self.is_on = False

    def turn(self, *, on: bool) -> None:
        """Put the parts out of sight, or bring back those that were there."""
        if on is self.is_on:
            return
        self.is_on = on
        if on:
            self._hidden = [part for part in self._parts if not part.isHidden()]
        for part in self._hidden:
            part.setVisible(not on)


class Room:
    """The empty room round the one line: fixed above it, so that nothing jumps while it grows."""

    def __init__(self, column: QVBoxLayout) -> None:
        self._column = column
        self._above, self._below = QWidget(), QWidget()
        self.faded = label("", "muted", wrap=True)
        column.insertWidget(0, self._above)
        column.addWidget(self.faded)
        column.addWidget(self._below, 1)
        self.turn(on=False)

    def turn(self, *, on: bool) -> None:
        """Make the room, or give it back."""
        for part in (self._above, self.faded, self._below):
            part.setVisible(on)
        if not on:
            self._column.setContentsMargins(0, 0, 0, 0)

    def fit(self, size: QSize) -> None:
        """Keep the line in the middle, and as wide as is good to read."""
        side = max(0, (size.width() - theme.px(_WIDE)) // 2)
        self._column.setContentsMargins(side, 0, side, 0)
        self._above.setFixedHeight(round(size.height() * _ABOVE))
