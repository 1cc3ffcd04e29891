"""Icons on a page: decoration that a screen reader passes by."""

from typing import ClassVar

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui import theme


class Decoration(QLabel):
    """An icon that says nothing the words beside it do not say."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.NoRole

    def __init__(self, icon: str, colour: str = "second", size: int = 18) -> None:
        super().__init__()
        self._icon, self._colour, self._size = icon, colour, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._draw()
        theme.current().look_changed.connect(self._draw)

    def show_icon(self, icon: str, colour: str | None = None) -> None:
        """Show another icon."""
        self._icon, self._colour = icon, colour or self._colour
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(theme.pixmap(self._icon, self._colour, self._size))
