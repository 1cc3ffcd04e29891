"""The list that opens at # in a meeting: above the box, never over its own controls."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui import theme
from ui.widgets.announce import announce

_SHOWN, _WIDE, _TALL, _GAP = 8, 320, 34, 6
_CODE = Qt.ItemDataRole.UserRole


class AreaPopup(QListWidget):
    """Suggestions for the mark being typed. The keyboard stays in the box."""

    def __init__(self, box: QWidget) -> None:
        super().__init__(box.window())
        self._box = box
        self.moved = False  # Enter picks only once the arrows were used
        self.setProperty("role", "popup")
        self.setAccessibleName("Areas")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.hide()

    def offer(self, areas: Sequence[tuple[str, str]], near: QRect, frame: QWidget) -> None:
        """Show these areas beside the cursor, above the frame of the box; nothing hides it."""
        if not areas:
            self.hide()
            return
        if self.parentWidget() is not self._box.window():
            self.setParent(self._box.window())
        self.moved = False
        self.clear()
        for code, name in areas:
            item = QListWidgetItem(f"{code}   {name}")
            item.setData(_CODE, code)
            self.addItem(item)
        self.setCurrentRow(0)
        self._place(near, frame)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Go up or down, round the ends, and say where."""
        self.moved = True
        self.setCurrentRow((self.currentRow() + by) % self.count())
        announce(self._box, self.currentItem().text())

    def picked(self) -> str:
        """Give what to type for the current row."""
        code: str = self.currentItem().data(_CODE) if self.count() else ""
        return code

    def _place(self, near: QRect, frame: QWidget) -> None:
        window, gap = self._box.window(), theme.px(_GAP)
        wide = max(theme.px(_WIDE), self.sizeHintForColumn(0) + theme.px(40))
        wide = min(wide, window.width() - 2 * gap)
        left = self._box.mapTo(window, near.topLeft()).x() - theme.px(12)
        left = max(gap, min(left, window.width() - wide - gap))
        above = frame.mapTo(window, QPoint(0, 0)).y() - gap
        below = frame.mapTo(window, QPoint(0, frame.height())).y() + gap
        room = max(above, window.height() - below)
        row = max(theme.px(_TALL), self.sizeHintForRow(0))
        tall = min(self.count(), _SHOWN) * row + 2 * self.frameWidth() + theme.px(6)
        tall = min(tall, room - gap)
        top = above - tall if above >= min(tall, window.height() - below) else below
        self.setGeometry(left, top, wide, tall)
