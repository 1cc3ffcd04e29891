"""Page: what every place is made of: heading, actions, notice, body, rail and states."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.operations.changes import Changes
from ui import theme
from ui.jobs import Progress
from ui.theme import spaced
from ui.widgets.busy import Busy
from ui.widgets.button import Button, button
from ui.widgets.empty import Empty
from ui.widgets.flow import Flow
from ui.widgets.heading import Heading, label
from ui.widgets.notice import Notice, framed

_RAIL = 272
_RING_ROOM = 6  # what stands at the edge of the body still shows its focus ring
_Direction = QBoxLayout.Direction


class Page(QWidget):
    """One screen. It shows what it is given and passes on what people do."""

    title_changed = Signal(str)

    def __init__(self, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.setProperty("surface", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.is_compact = False
        self.rail: QWidget | None = None
        self._columns: list[QBoxLayout] = []
        self.heading = Heading(title, "h1")
        self._subtitle = label("", "muted", wrap=True)
        self._back = button("Back", kind="quiet", icon="arrow-left")
        self._back.hide()
        self.buttons = Flow(gap=8, right=True)
        self.notice = Notice()
        self.empty = Empty()
        self.busy = Busy()
        self.body = QVBoxLayout()
        spaced(self.body, 16, (_RING_ROOM, _RING_ROOM, _RING_ROOM, _RING_ROOM))
        self._states = QStackedWidget()
        # The body scrolls: when height is short it gives way, and the title stays whole.
        self._states.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._content = _scrolling(self.body)
        for state in (self._content, self.empty, self.busy):
            self._states.addWidget(state)
            state.setProperty("ring", "none")  # Qt puts the focus there when nothing else takes it
        self._assemble()
        self.set_title(title, subtitle)

    @property
    def title(self) -> str:
        """Give the title, as it stands in the window's title too."""
        return self.heading.text()

    def set_title(self, title: str, subtitle: str | None = None) -> None:
        """Change the heading, and the line below it."""
        self.heading.setText(title)
        self.setAccessibleName(title)
        if subtitle is not None:
            self._subtitle.setText(subtitle)
            self._subtitle.setVisible(bool(subtitle))
        self.title_changed.emit(title)

    def add_action(self, action: Button) -> Button:
        """Put a button at the top right; one of them is primary."""
        self.buttons.addWidget(action)
        return action

    def offer_back(self, words: str, then: Callable[[], object]) -> None:
        """Show the way back to where this page was opened from."""
        self._back.say(words)
        self._back.clicked.connect(lambda _on: then())
        self._back.show()

    def offered(self) -> list[Button]:
        """Give the buttons at the top that can be pressed now, the way back last."""
        held = [self.buttons.itemAt(at) for at in range(self.buttons.count())]
        found = [each.widget() for each in held if each is not None]
        return [
            each
            for each in (*found, self._back)
            if isinstance(each, Button) and each.isVisibleTo(self) and each.isEnabled()
        ]

    def add_columns(self, left: int = 3, right: int = 2) -> tuple[QVBoxLayout, QVBoxLayout]:
        """Make two columns that lie below each other when room is short."""
        one, other = self.add_panes(left, right)
        return one, other

    def add_panes(self, *shares: int) -> tuple[QVBoxLayout, ...]:
        """Make as many columns as there are shares; they lie below each other in a narrow page."""
        beside = QBoxLayout(_Direction.LeftToRight)
        spaced(beside, 16)
        columns = tuple(QVBoxLayout() for _share in shares)
        for column, share in zip(columns, shares, strict=True):
            spaced(column, 16)
            beside.addLayout(column, share)
        self.body.addLayout(beside)
        self._columns.append(beside)
        self._turn(beside)
        return columns

    def add_rail(self, name: str) -> QVBoxLayout:
        """Make the right-hand rail; it goes when room is short, so nothing stands only there."""
        self.rail = QWidget()
        self.rail.setAccessibleName(name)
        column = QVBoxLayout(self.rail)
        spaced(column, 10)
        self._middle.addWidget(self.rail)
        self._fit_rail()
        return column

    def show_content(self) -> None:
        """Show the body."""
        self._turn_to(self._content)

    def show_empty(self, what: str, more: str = "", action: str = "", icon: str = "") -> None:
        """Show what to do first; `empty.chosen` tells that its button was pressed."""
        self.empty.say(what, more, action, icon)
        self._turn_to(self.empty)

    def show_busy(self, what: str, progress: Progress | None = None, counted: str = "") -> None:
        """Show long work under way; what was typed stays behind it."""
        self.busy.watch(what, progress, counted)
        self._turn_to(self.busy)

    def show_problem(
        self, what: str, more: str = "", action: str = "", then: Callable[[], object] | None = None
    ) -> None:
        """Show the body with a problem above it."""
        self.show_content()
        self.notice.say(what, more, tone="error", action=action, then=then)

    @property
    def is_reading(self) -> bool:
        """Tell whether what it shows is still being read."""
        return self._states.currentWidget() is self.busy and self.busy.is_reading

    def give_up_reading(self, refusal: Planned | None = None) -> bool:
        """Say that what was being read cannot be shown, and why; False when nothing was."""
        if not self.is_reading:
            return False
        self.busy.give_up()
        if refusal is not None:
            self.notice.show_refusal(refusal, "Try again", self._read)
        return True

    def compact(self, *, on: bool) -> None:
        """Lay things below each other when the window is narrow for its text."""
        self.is_compact = on
        self.buttons.lean_right(on=not on)
        self._space()
        self._turn(self._head)
        for columns in self._columns:
            self._turn(columns)
        self._fit_rail()

    def focus_mode(self, *, on: bool) -> None:
        """Leave only the work itself on the page."""
        if self.rail is not None:
            self.rail.setVisible(not on and not self.is_compact)

    def show_changes(self, changes: Changes) -> None:  # noqa: ARG002 - for others
        """Read again what was touched."""
        self._read()

    def show_saved(self, words: str) -> None:
        """Hear when something was kept; a page that hides the side menu shows it itself."""

    def come(self, missed: Changes) -> None:
        """Come to the front, and take up what changed meanwhile."""
        if missed:
            self.show_changes(missed)
        self.arrive()

    def arrive(self) -> None:
        """Be told that the page is now in front."""

    def leave(self) -> None:
        """Be told that the page is about to go out of sight."""

    def again(self) -> Callable[[Any], object] | None:
        """Give how to open this page again after a lock, from a workplace; None to let it go.

        It may hold the ids of records and no more: it is kept while the notes are locked.
        """
        return None

    def first_focus(self) -> QWidget | None:
        """Give where the keyboard should begin: the first thing in the body that takes it."""
        state = self._states.currentWidget()
        offered = self.offered() if state is self._content else []
        return first_stop(state) or next(iter(offered), None)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rail()

    def _read(self) -> None:
        """Read what the page shows, for the first time or again; most places override this."""

    def _turn_to(self, state: QWidget) -> None:
        if state is self._states.currentWidget():
            return
        if self.busy.has_given_up:
            self.busy.has_given_up = False
            self.notice.dismiss()  # it could not be read before, and now it could
        has_keyboard = self.hasFocus() or holds_focus(self._states)
        if has_keyboard:
            self.setFocus()  # else Qt hands it to whatever comes next: the menu
        self._states.setCurrentWidget(state)
        first = self.first_focus() if state is self._content else first_stop(state)
        if has_keyboard and first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _assemble(self) -> None:
        titles = QVBoxLayout()
        spaced(titles, 2)
        titles.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        titles.addWidget(self.heading)
        titles.addWidget(self._subtitle)
        self._head = QBoxLayout(_Direction.LeftToRight)
        spaced(self._head, 8, (_RING_ROOM, 0, _RING_ROOM, 0))
        self._head.addLayout(titles, 1)
        self._head.addLayout(self.buttons, 1)
        self._middle = QBoxLayout(_Direction.LeftToRight)
        spaced(self._middle, 16)
        self._middle.addWidget(self._states, 1)
        column = QVBoxLayout(self)
        self._space()
        column.addLayout(self._head)
        column.addWidget(framed(self.notice, (_RING_ROOM, 0, _RING_ROOM, 0)))
        column.addLayout(self._middle, 1)

    def _space(self) -> None:
        column = self.layout()
        side, top = (12, 12) if self.is_compact else (24, 16)
        if column is not None:
            spaced(column, top - _RING_ROOM, (side - _RING_ROOM, top, side - _RING_ROOM, top))

    def _turn(self, box: QBoxLayout) -> None:
        box.setDirection(_Direction.TopToBottom if self.is_compact else _Direction.LeftToRight)

    def _fit_rail(self) -> None:
        if self.rail is not None:
            self.rail.setFixedWidth(theme.px(_RAIL))
            self.rail.setVisible(not self.is_compact)


@dataclass(frozen=True, slots=True)
class PlaceSpec:
    """A place in the left menu; its page is made when it is first opened."""

    name: str
    icon: str
    factory: Callable[[], Page]


def _scrolling(body: QVBoxLayout) -> QWidget:
    # Large text on a small screen needs more height than there is: then the page scrolls.
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    inner = QWidget()
    inner.setProperty("surface", "page")
    inner.setLayout(body)
    area.setWidget(inner)
    return area


def first_stop(inside: QWidget | None) -> QWidget | None:
    """Give the first widget inside that Tab would stop at."""
    if inside is None:
        return None
    for widget in (inside, *inside.findChildren(QWidget)):
        is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if is_stop and widget.isEnabled() and widget.isVisibleTo(inside):
            return widget
    return None


def holds_focus(widget: QWidget | None) -> bool:
    """Say whether the keyboard is in this part of the window."""
    now = QApplication.focusWidget()
    return widget is not None and now is not None and (widget is now or widget.isAncestorOf(now))


def next_part(parts: Sequence[tuple[QWidget | None, QWidget | None]], by: int) -> QWidget | None:
    """Give where F6 goes next; parts are pairs of a region and its first stop, outermost first."""
    there = [(part, stop) for part, stop in parts if stop is not None]
    now = next((n for n in reversed(range(len(there))) if holds_focus(there[n][0])), -1)
    return there[(now + by) % len(there)][1] if there else None
