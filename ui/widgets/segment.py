"""One of a set as pills, and yes-or-no as a pill: real radio buttons and check boxes."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton, QWidget

from ui import theme
from ui.widgets.flow import Flow

_B = TypeVar("_B", QRadioButton, QCheckBox)
_ICON = 16


def _as_pill(made: _B, words: str, icon: str) -> _B:
    made.setText(words.replace("&", "&&"))  # "A&E" is a word, not a key to press
    made.setProperty("kind", "chip")
    made.setAccessibleName(words)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setProperty("plain", not icon)
    if icon:
        made.setProperty("icon_name", icon)
        _draw(made)
    return made


def _draw(pill: QAbstractButton) -> None:
    colour = "on_accent" if pill.isChecked() else "text"
    pill.setIcon(theme.current().icon(pill.property("icon_name"), colour, _ICON))
    pill.setIconSize(QSize(theme.px(_ICON), theme.px(_ICON)))


class Pill(QRadioButton):
    """One of a set."""

    def __init__(self, words: str, icon: str = "") -> None:
        super().__init__()
        self._icon = icon
        _as_pill(self, words, icon)
        self.toggled.connect(self._redraw)
        theme.current().look_changed.connect(self._redraw)

    def _redraw(self) -> None:
        if self._icon:
            _draw(self)


class CheckPill(QCheckBox):
    """On or off."""

    def __init__(self, words: str, icon: str = "") -> None:
        super().__init__()
        self._icon = icon
        _as_pill(self, words, icon)
        self.toggled.connect(self._redraw)
        theme.current().look_changed.connect(self._redraw)

    def _redraw(self) -> None:
        if self._icon:
            _draw(self)


class Segments(QWidget):
    """A row of pills of which one is chosen; arrows move, Tab leaves."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.Grouping
    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._pills: dict[str, Pill] = {}
        flow = Flow(gap=8)
        self.setLayout(flow)
        for key, words in choices:
            pill = Pill(words)
            self._pills[key] = pill
            self._group.addButton(pill)
            flow.addWidget(pill)
            pill.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            pill.toggled.connect(self._lead_here)
        if choices:
            self._pills[choices[0][0]].setChecked(True)

    def _lead_here(self) -> None:
        # Qt sees to this once a pill has had the focus; Tab must find the chosen one before that.
        policies = Qt.FocusPolicy
        for pill in self._pills.values():
            pill.setFocusPolicy(policies.StrongFocus if pill.isChecked() else policies.ClickFocus)

    def value(self) -> str:
        """Give the key of the chosen pill."""
        return next((key for key, pill in self._pills.items() if pill.isChecked()), "")

    def set_value(self, key: str) -> None:
        """Choose a pill without telling anybody."""
        self._pills[key].setChecked(True)

    def pill(self, key: str) -> Pill:
        """Give one pill, to change its words."""
        return self._pills[key]
