"""Focus mode of a meeting: all but the line being typed goes out of sight, and comes back."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget


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
