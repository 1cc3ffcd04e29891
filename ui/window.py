"""The frame: places, notices, the saved line, hiding and locking. It knows nothing of evidence."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QResizeEvent, QUndoGroup
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.operations.changes import NOTHING, Changes
from ui import theme
from ui.theme import spaced
from ui.widgets import a11y
from ui.widgets.command_list import CommandList
from ui.widgets.cover import Cover
from ui.widgets.focus_ring import FocusRing
from ui.widgets.menus import Menus
from ui.widgets.not_saved import NotSaved
from ui.widgets.notice import Notice, framed
from ui.widgets.page import Page, PlaceSpec, first_stop, holds_focus, next_part
from ui.widgets.page_menu import PageMenu
from ui.widgets.side_menu import SideMenu
from ui.widgets.tab_order import step

APP = "EvidenceKit"
_ROOMY = 1100  # text-scaled pixels; below this the menu shows icons and columns stack


class Window(QMainWindow):
    """Shows one page at a time. `changed` hands on what an operation touched."""

    changed = Signal(object)  # Changes
    moved = Signal()  # another page came to the front
    lock_asked = Signal()
    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        a11y.install()
        self.setAccessibleName(APP)
        self.setMinimumSize(QSize(900, 560))
        self._specs: list[PlaceSpec] = []
        self._trails: dict[str, list[Page]] = {}  # a place, and the pages opened from it
        self._missed: dict[Page, Changes] = {}
        self._open: Page | None = None
        self._before = ""  # the place one was in before this one
        self._in_focus = self._parked = False  # parked: in the menu while a page is read
        self._put_off: list[QAction] = []  # commands that wait while the screen is hidden
        self.not_saved, self.notice = NotSaved(), Notice()
        self.side, self._stack = SideMenu(), QStackedWidget()
        self._build()
        self.menus = Menus(self)
        self.page_menu = PageMenu(self, self.menus, lambda: self._open)
        self.command_list = CommandList(self, self.page_menu.commands)
        self._add_commands()
        self.ring, self.cover = FocusRing(self), Cover(self)
        self.cover.toggled.connect(self._on_covered)
        self.side.gone.connect(self._on_gone)
        self.side.hide_asked.connect(self.cover.toggle)
        self.changed.connect(self._on_changed)
        theme.current().look_changed.connect(self._fit)
        self._name_window()

    # -- places

    def show_places(self, specs: Sequence[PlaceSpec]) -> None:
        """Show these places in the menu, and open the first."""
        self._empty()
        self._specs = list(specs)
        self.side.set_places([(spec.name, spec.icon) for spec in specs])
        self.menus.show_places([spec.name for spec in specs], self.go)
        self.side.setVisible(not self._in_focus)
        if specs:
            self.go(0)

    def show_alone(self, page: Page) -> None:
        """Let every place go and show one page without the menu, as while locked."""
        self.side.hide()
        self._empty()
        self._stack.addWidget(page)
        self._bring(page)

    def go(self, place: int | str) -> None:
        """Open a place by its number or name, where it was left."""
        number = place if isinstance(place, int) else self._number(place)
        spec = self._specs[number]
        if (here := self.where()[0]) != spec.name:
            self._before = here
        if spec.name not in self._trails:
            page = spec.factory()
            self._stack.addWidget(page)
            self._trails[spec.name] = [page]
        self.side.choose(number)
        self._bring(self._trails[spec.name][-1])

    def open_page(self, page: Page) -> None:
        """Open a page from the place that is open; Esc and its Back button lead back."""
        trail = self._trail()
        page.offer_back(f"Back to {trail[-1].title}", self.close_page)
        trail.append(page)
        self._stack.addWidget(page)
        self._bring(page)

    def close_page(self) -> None:
        """Go back to where the open page was opened from."""
        trail = self._trail()
        if len(trail) > 1:
            page = trail.pop()
            self._bring(trail[-1])
            self._drop(page)

    def turn_back(self) -> None:
        """Let the page in front go, and go back to where one was; opened again, it is new."""
        name, above = self.where()
        if above:
            self.close_page()
        elif name:
            page = self._trails.pop(name)[0]
            self.go(self._before if self._before in self._trails else 0)
            self._drop(page)

    def takes_keyboard(self, page: Page) -> bool:
        """Say whether a page that has been read takes it: not while somebody is in the menu."""
        return page is self._open and (self._parked or not holds_focus(self.side))

    def where(self) -> tuple[str, list[Page]]:
        """Give the place that is open, and the pages opened from it."""
        name = next((name for name, trail in self._trails.items() if self._open in trail), "")
        return name, self._trail()[1:]

    @property
    def page(self) -> Page | None:
        """Give the page in front."""
        return self._open

    @property
    def undo(self) -> QUndoGroup:
        """Give the group of undo stacks behind Edit, Undo."""
        return self.menus.undo

    # -- what is said at the edges

    def add_command(
        self, menu: str, words: str, keys: str | tuple[str, ...], then: Callable[[], object]
    ) -> QAction:
        """Add a command to File, Edit, View, Go or Help."""
        return self.menus.add(menu, words, keys, then)

    def show_desk(self, title: str, who: str) -> None:
        """Say which inspection is open, and who is at work."""
        self.side.show_desk(title, who)

    def show_saved(self, at: str) -> None:
        """Say when something was last kept, as "10:46:12"."""
        self.side.show_saved(f"Saved {at}")
        self.not_saved.hide()
        if self._open is not None:
            self._open.show_saved(f"Saved {at}")

    def show_not_saved(self, since: str, why: str = "") -> None:
        """Say that something typed is only in memory, as "10:44:05"."""
        self.side.show_saved(f"Not saved since {since}.")
        self.not_saved.say(since, why)

    def hide_everything(self) -> None:
        """Cover the window with a blank page, or take the cover away (F9)."""
        self.cover.toggle()

    def toggle_focus_mode(self) -> None:
        """Show only the work, or everything again (F11)."""
        self._in_focus = not self._in_focus
        self.side.setVisible(bool(self._specs) and not self._in_focus)
        self.menuBar().setVisible(not self._in_focus)
        if self._open is not None:
            self._open.focus_mode(on=self._in_focus)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Only keys that nobody in the page wanted come up to here.
        if event.key() == Qt.Key.Key_Escape and not self.cover.isVisible():
            if self._in_focus:
                self.toggle_focus_mode()
            elif self._specs:
                self.close_page()
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, forward: bool, /) -> bool:
        return step(self.centralWidget(), forward=forward)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._open is not None:
            self._open.leave()
        self.closing.emit()
        super().closeEvent(event)

    # -- inside

    def _build(self) -> None:
        middle = QVBoxLayout()
        spaced(middle, 0)
        middle.addWidget(self.not_saved)
        middle.addWidget(framed(self.notice, (24, 12, 24, 0)))
        middle.addWidget(self._stack, 1)
        line = QHBoxLayout(root := QWidget())
        spaced(line, 0)
        line.addWidget(self.side)
        line.addLayout(middle, 1)
        self.setCentralWidget(root)
        self.side.hide()

    def _add_commands(self) -> None:
        self.menus.add("File", "&Lock now", "Ctrl+L", self.lock_asked.emit)
        self.menus.add("File", "E&xit", "Ctrl+Q", self.close)
        self.menus.end("File")
        self.menus.add_undo()
        self.menus.add_look()
        self._unhide = self.menus.add("View", "&Hide screen", "F9", self.hide_everything)
        self.menus.add("View", "&Focus", "F11", self.toggle_focus_mode)
        self.menus.add("View", "&All commands…", "Ctrl+K", self.command_list.ask)
        self.menus.add("View", "Next &part of the window", "F6", lambda: self._cycle(1))
        self.menus.add("View", "Part &before", "Shift+F6", lambda: self._cycle(-1))

    def _bring(self, page: Page) -> None:
        if self._open is not None and self._open is not page:
            self._open.leave()
            self._open.title_changed.disconnect(self._name_window)
        if self._open is not page:
            page.title_changed.connect(self._name_window)
        self._open = page
        # Asked first: where the page with the keyboard goes, Qt hands it to whatever comes next.
        in_menu = self.side.isVisible() and holds_focus(self.side) and not self._parked
        page.compact(on=self._is_narrow())
        page.focus_mode(on=self._in_focus)
        self._stack.setCurrentWidget(page)
        self._name_window()
        page.come(self._missed.pop(page, NOTHING))
        if not in_menu:  # a page that is still reading has nothing yet to stop at
            first = page.first_focus()
            self._parked = first is None
            (first or self.side.list).setFocus(Qt.FocusReason.OtherFocusReason)
        self.moved.emit()

    def _on_gone(self, number: int) -> None:
        self._parked = False  # somebody is in the menu, and stays there
        self.go(number)

    def _on_changed(self, changes: Changes) -> None:
        for trail in self._trails.values():
            for page in trail:
                if page is not self._open:
                    self._missed[page] = self._missed.get(page, NOTHING) | changes
        if self._open is not None:
            self._open.show_changes(changes)

    def _trail(self) -> list[Page]:
        return next((trail for trail in self._trails.values() if self._open in trail), [])

    def _number(self, name: str) -> int:
        return next(n for n, spec in enumerate(self._specs) if spec.name == name)

    def _drop(self, page: Page) -> None:
        self._missed.pop(page, None)
        self._stack.removeWidget(page)
        page.deleteLater()

    def _empty(self) -> None:
        if self._open is not None:
            self._open.leave()
            self._open.title_changed.disconnect(self._name_window)
            self._open = None
        while (page := self._stack.widget(0)) is not None:
            self._stack.removeWidget(page)
            page.deleteLater()
        self._trails, self._missed, self._specs, self._before = {}, {}, [], ""
        self.menus.show_places([], self.go)
        self.notice.dismiss()

    def _cycle(self, by: int) -> None:
        page = self._open
        rail = page.rail if page is not None else None
        stop = next_part(
            [
                (self.side, self.side.list if self.side.isVisible() else None),
                (page, page.first_focus() if page is not None else None),
                (rail, first_stop(rail) if rail is not None and rail.isVisible() else None),
            ],
            by,
        )
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 - from a signal
        # Undo and redo know themselves when they can be used; only what was on comes on again.
        if covered:
            self._put_off = [a for a in self.actions() if a.isEnabled() and a is not self._unhide]
        for action in self._put_off:
            action.setEnabled(not covered)
        self.menuBar().setEnabled(not covered)
        self._name_window()

    def _name_window(self) -> None:
        page = None if self.cover.isVisible() or theme.current().is_discreet else self._open
        self.setWindowTitle(APP if page is None else f"{page.title} - {APP}")

    def _is_narrow(self) -> bool:
        return self.width() / theme.current().scale < _ROOMY

    def _fit(self) -> None:
        self._name_window()
        self.side.narrow(on=(narrow := self._is_narrow()))
        if self._open is not None and self._open.is_compact is not narrow:
            self._open.compact(on=narrow)
