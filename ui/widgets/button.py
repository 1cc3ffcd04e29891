"""Buttons: one primary on a page, the rest plain, quiet or a link."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton
from typing_extensions import override

from ui import theme

_ICON_COLOURS = {"primary": "on_accent", "quiet": "link", "link": "link", "side": "menu_text"}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_HELD = ~Qt.KeyboardModifier.KeypadModifier  # the key beside the figures is Enter as well


class Button(QPushButton):
    """A button with words, perhaps an icon, and always a name."""

    def __init__(self, words: str, kind: str = "", icon: str = "", *, name: str = "") -> None:
        super().__init__(words)
        self._kind, self._icon, self._size = kind, icon, 18
        if kind:
            self.setProperty("kind", kind)
        self.setAccessibleName(name or words.replace("&", ""))
        if name and not words:
            self.setToolTip(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._draw()
        theme.current().look_changed.connect(self._draw)

    def say(self, words: str, name: str = "") -> None:
        """Change the words, and the name with them."""
        self.setText(self._padded(words))
        self.setAccessibleName(name or words.replace("&", ""))

    def show_icon(self, icon: str) -> None:
        """Change the icon."""
        self._icon = icon
        self._draw()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER or event.modifiers() & _HELD:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():  # Enter held down since the box before presses nothing
            self.click()

    def _padded(self, words: str) -> str:
        # Qt puts icon and words too close together; a space is what keeps them apart.
        return f" {words.strip()}" if words.strip() and self._icon else words.strip()

    def _draw(self) -> None:
        self.setText(self._padded(self.text()))
        if not self._icon:
            return
        colour = _ICON_COLOURS.get(self._kind, "text")
        self.setIcon(theme.current().icon(self._icon, colour, self._size))
        side = theme.px(self._size)
        self.setIconSize(QSize(side, side))


def button(
    words: str,
    pressed: Callable[[], object] | None = None,
    *,
    kind: str = "",
    icon: str = "",
    name: str = "",
) -> Button:
    """Make a button; `name` when the words alone do not say which thing it acts on."""
    made = Button(words, kind, icon, name=name)
    if pressed is not None:
        made.clicked.connect(lambda _on: pressed())
    return made
