"""Every command by its words: type a few letters, press Enter (Ctrl+K)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from ui import theme
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.focus_ring import RingDelegate
from ui.widgets.heading import label

_WIDE, _HIGH = 620, 460
_FROM_TOP = 56
_EDGE = 16
_LATELY = 6
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
NOTHING = "No command has these words. Search for evidence with Ctrl+F."


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done now: its words, its keys, where it stands, and how."""

    words: str
    keys: str
    where: str
    do: Callable[[], object]

    @property
    def said(self) -> str:
        """Give it as a screen reader says it: "Hand over, Ctrl+E, File"."""
        return ", ".join(part for part in (self.words, self.keys, self.where) if part)

    def fits(self, typed: Sequence[str]) -> bool:
        """Tell whether every word typed begins a word of this command."""
        own = f"{self.words} {self.where}".casefold().split()
        return all(any(word.startswith(part) for word in own) for part in typed)


class CommandList(QFrame):
    """Lies over the top of the window while it is asked for, and gives the keyboard back."""

    def __init__(self, window: QWidget, commands: Callable[[], Sequence[Command]]) -> None:
        super().__init__(window)
        self._window, self._commands = window, commands
        self._all: Sequence[Command] = ()
        self._shown: list[Command] = []
        self._lately: list[str] = []  # what was done last comes first
        self._back: QWidget | None = None
        self.setObjectName("command_list")
        self.setAccessibleName("Commands")
        self.box = QLineEdit()
        self.box.setAccessibleName("Find a command")
        self.box.setPlaceholderText("What do you want to do?")
        self.list = QListWidget()
        self.list.setAccessibleName("Commands found")
        self.list.setItemDelegate(_Row(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # arrows in the box walk the list
        self.list.setUniformItemSizes(True)
        self.hint = label("Enter does it. Esc goes back.", "hint", wrap=True)
        column = QVBoxLayout(self)
        spaced(column, 8, (14, 14, 14, 12))
        for part in (self.box, self.list, self.hint):
            column.addWidget(part)
        self.box.textChanged.connect(self._find)
        self.box.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._do())
        window.installEventFilter(self)
        theme.current().look_changed.connect(self._fit)
        self.hide()

    def ask(self) -> None:
        """Show the list, or put it away again."""
        if self.isVisible():
            self.put_away()
            return
        self._back = QApplication.focusWidget()
        self._all = self._commands()
        self.box.clear()
        self._find("")
        self._fit()
        self.raise_()
        self.show()
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)

    def put_away(self) -> None:
        """Go out of sight and give the keyboard back."""
        self.hide()
        if self._back is not None and isValid(self._back):
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
        self._back, self._all, self._shown = None, (), []
        self._clear()

    @property
    def found(self) -> tuple[str, ...]:
        """Give the words of the commands shown, in order."""
        return tuple(command.words for command in self._shown)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._fit()
        elif watched is self.box and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._on_key(event)
        elif watched is self.box and event.type() == QEvent.Type.FocusOut and self.isVisible():
            # A click elsewhere: whoever has the keyboard now keeps it.
            QTimer.singleShot(0, self, self._leave_if_left)
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        by = _MOVES.get(Qt.Key(event.key()))
        if by is not None:
            self._move(by)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do()
        elif event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True

    def _leave_if_left(self) -> None:
        if self.isVisible() and not self.box.hasFocus():
            self._back = None
            self.put_away()

    def _find(self, typed: str) -> None:
        parts = typed.casefold().split()
        fitting = [command for command in self._all if command.fits(parts)]
        self._shown = sorted(fitting, key=lambda command: self._order(command, parts))
        self._clear()
        for command in self._shown:
            self.list.addItem(_row(command))
        self.list.setVisible(bool(self._shown))
        self.hint.setText("Enter does it. Esc goes back." if self._shown else NOTHING)
        if self._shown:
            self.list.setCurrentRow(0)
        elif typed:
            announce(self.box, NOTHING)

    def _clear(self) -> None:
        while self.list.count():  # clear() can end the app, see the side menu
            self.list.takeItem(0)

    def _order(self, command: Command, parts: Sequence[str]) -> tuple[bool, int]:
        """Put first what begins as typed, then what was done lately; the rest as in the menus."""
        begins = not parts or command.words.casefold().startswith(parts[0])
        lately = self._lately.index(command.said) if command.said in self._lately else _LATELY
        return not begins, lately

    def _move(self, by: int) -> None:
        if self._shown:
            last = len(self._shown) - 1
            at = self.list.currentRow() + by
            at = at % (last + 1) if abs(by) == 1 else min(max(at, 0), last)
            self.list.setCurrentRow(at)
            announce(self.box, self._shown[at].said)

    def _do(self) -> None:
        at = self.list.currentRow()
        if not 0 <= at < len(self._shown):
            return
        command = self._shown[at]
        rest = [said for said in self._lately if said != command.said]
        self._lately = [command.said, *rest][:_LATELY]
        self.put_away()
        command.do()

    def _fit(self) -> None:
        room = self._window.rect()
        wide = min(theme.px(_WIDE), room.width() - 2 * _EDGE)
        high = min(theme.px(_HIGH), room.height() - _FROM_TOP - _EDGE)
        self.setGeometry((room.width() - wide) // 2, _FROM_TOP, wide, high)


class _Row(RingDelegate):
    """Paints the words of a command, and at the right its keys and its menu."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setPen(theme.colour("chosen_text" if chosen else "second"))
        painter.setFont(theme.font("small"))
        rect: QRect = option.rect
        room = rect.adjusted(0, 0, -theme.px(_EDGE), 0)
        side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, side, index.data(Qt.ItemDataRole.UserRole) or "")
        painter.restore()


def _row(command: Command) -> QListWidgetItem:
    item = QListWidgetItem(command.words)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, command.said)
    beside = "   ".join(part for part in (command.where, command.keys) if part)
    item.setData(Qt.ItemDataRole.UserRole, beside)
    return item
