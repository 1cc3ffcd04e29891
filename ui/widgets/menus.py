"""The menu bar; its shortcuts stay alive while it is hidden."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from ui import theme
from ui.theme import STEP, DiscreetType, ThemeName
from ui.widgets.command_list import Command

NAMES = ("File", "Edit", "View", "Go", "Help")
_THEMES = (
    (ThemeName.AUTOMATIC, "&Automatic"),
    (ThemeName.LIGHT, "&Light"),
    (ThemeName.DARK, "&Dark"),
    (ThemeName.CONTRAST, "&High contrast"),
)

_DISCREET_TYPES = (
    (DiscreetType.TINY, "Discreet, with t&iny words"),
    (DiscreetType.LARGE, "Discreet, with lar&ge words"),
)


class Menus(QObject):
    """File, Edit, View, Go and Help of a window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._menus = {name: QMenu(f"&{name}", window) for name in NAMES}
        self._ends: dict[str, QAction] = {}
        self._brought: dict[str, QMenu] = {}
        self._themes: dict[ThemeName, QAction] = {}
        self._discreet_types: dict[DiscreetType, QAction] = {}
        self.undo = QUndoGroup(window)
        window.menuBar().setProperty("ring", "none")  # it paints itself where the keyboard is
        for menu in self._menus.values():
            window.menuBar().addMenu(menu)
        theme.current().look_changed.connect(self._mark_theme)

    def add(
        self, menu: str, words: str, keys: str | tuple[str, ...], then: Callable[[], object]
    ) -> QAction:
        """Add a command above the menu's own last part."""
        action = QAction(words, self._window)
        shortcuts = (keys,) if isinstance(keys, str) else keys
        action.setShortcuts([QKeySequence(key) for key in shortcuts if key])
        action.triggered.connect(lambda _on=False: then())
        return self._place(menu, action)

    def end(self, menu: str) -> None:
        """Draw a line; what is added from now on stands above it."""
        self._ends[menu] = self._menus[menu].insertSeparator(self._menus[menu].actions()[0])

    def add_undo(self) -> None:
        """Offer undo and redo of whatever stack is active; text boxes keep their own."""
        for action, keys in (
            (self.undo.createUndoAction(self._window, "&Undo"), "Ctrl+Z"),
            (self.undo.createRedoAction(self._window, "&Redo"), "Ctrl+Y Ctrl+Shift+Z"),
        ):
            action.setShortcuts([QKeySequence(key) for key in keys.split()])
            self._place("Edit", action)

    def add_look(self) -> None:
        """Offer text sizes and themes."""
        look = theme.current()
        self.add("View", "Larger &text", ("Ctrl++", "Ctrl+="), _step(STEP))
        self.add("View", "&Smaller text", "Ctrl+-", _step(-STEP))
        self.add("View", "&Normal text", "Ctrl+0", lambda: look.scale_text(1.0))
        group = QActionGroup(self._window)
        for name, words in _THEMES:
            action = self.add("View", words, "", partial(look.choose, name))
            action.setCheckable(True)
            group.addAction(action)
            self._themes[name] = action
        self._add_discreet()
        self._mark_theme()

    def _add_discreet(self) -> None:
        look = theme.current()
        self._discreet = self.add("View", "Dis&creet: dim the screen", "F8", _turn_discreet)
        self._discreet.setCheckable(True)
        sizes = QActionGroup(self._window)
        sizes.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for size, words in _DISCREET_TYPES:
            action = self.add("View", words, "", partial(look.be_discreet, on=True, type_size=size))
            action.setCheckable(True)
            sizes.addAction(action)
            self._discreet_types[size] = action

    def show_places(self, names: list[str], then: Callable[[int], object]) -> None:
        """List the places in the Go menu: Ctrl+1 to Ctrl+9."""
        for action in self._menus["Go"].actions():
            self._window.removeAction(action)
        self._menus["Go"].clear()
        for number, name in enumerate(names):
            keys = f"Ctrl+{number + 1}" if number < 9 else ""  # noqa: PLR2004 - there are nine digits
            self.add("Go", name, keys, partial(then, number))

    def bring(self, menu: QMenu) -> None:
        """Show a page's own menu before Go, while that page is in front."""
        bar = self._window.menuBar()
        bar.insertMenu(self._menus["Go"].menuAction(), menu)
        # Under a heavy hand the bar was drawn again only at the next touch: the menu was not seen.
        bar.adjustSize()
        bar.update()
        self._brought[_plain(menu.title())] = menu

    def put_away(self, menu: QMenu) -> None:
        """Take a page's own menu out again."""
        self._window.menuBar().removeAction(menu.menuAction())
        if self._brought.get(_plain(menu.title())) is menu:  # another page may bring its own
            del self._brought[_plain(menu.title())]

    def actions(self) -> list[QAction]:
        """Give every command."""
        return [action for menu in self._menus.values() for action in menu.actions()]

    def commands(self, *, but: QMenu | None = None) -> list[Command]:
        """Give what can be done now, as the list of commands shows it; all `but` one menu."""
        return [
            command
            for name, menu in {**self._menus, **self._brought}.items()
            if menu is not but
            for command in _commands_of(name, menu)
        ]

    def _place(self, menu: str, action: QAction) -> QAction:
        end = self._ends.get(menu)
        if end is None:
            self._menus[menu].addAction(action)
        else:
            self._menus[menu].insertAction(end, action)
        # A hidden menu bar takes its shortcuts along; the window keeps them.
        self._window.addAction(action)
        return action

    def _mark_theme(self) -> None:
        for name, action in self._themes.items():
            action.setChecked(name is theme.current().name)
        look = theme.current()
        self._discreet.setChecked(look.is_discreet)
        for size, action in self._discreet_types.items():
            action.setChecked(look.is_discreet and size is look.discreet_type)


def _turn_discreet() -> None:
    look = theme.current()
    look.be_discreet(on=not look.is_discreet)


def _commands_of(name: str, menu: QMenu, before: str = "") -> Iterator[Command]:
    menu.aboutToShow.emit()  # a page's own menu knows what can be done once it is asked for
    for action in menu.actions():
        inner, words = action.menu(), _plain(action.text()).partition("\t")[0]
        if not (action.isEnabled() and action.isVisible() and words):
            continue
        if isinstance(inner, QMenu):
            yield from _commands_of(name, inner, f"{words}: ")
        else:
            keys = action.shortcut().toString()
            yield Command(f"{before}{words}", keys, name, action.trigger)


def _plain(words: str) -> str:
    return words.replace("&", "").removesuffix("…")


def _step(by: float) -> Callable[[], object]:
    look = theme.current()
    return lambda: look.scale_text(look.scale + by)
