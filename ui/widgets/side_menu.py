"""The left menu: places, hide the screen, when it was last saved, and who is at work."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from ui import theme
from ui.theme import spaced
from ui.widgets.button import Button
from ui.widgets.focus_ring import RingDelegate
from ui.widgets.heading import label
from ui.widgets.lines import row
from ui.widgets.picture import Decoration

_WIDE, _NARROW = 228, 60
_ROW_LEAST, _ROW_MOST = 26, 44


class SideMenu(QFrame):
    """Where one can go. Narrow, it shows icons; names stay for ears and tooltips."""

    gone = Signal(int)
    hide_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("side_menu")
        self.is_narrow = False
        self._places: list[tuple[str, str]] = []
        self._app = label("EvidenceKit", "app")
        self._desk = label("", "side", wrap=True)
        self.list = _places_list()
        self.list.currentRowChanged.connect(self._on_row)
        self.hide_button = Button("Hide screen    F9", "side", "eye-off", name="Hide screen")
        self.hide_button.clicked.connect(lambda _on: self.hide_asked.emit())
        self._saved = label("", "side")
        self._who = label("", "side")
        self._lines = [self._line("shield-check", self._saved), self._line("user-round", self._who)]
        column = QVBoxLayout(self)
        spaced(column, 4, (12, 16, 12, 14))
        column.addWidget(self._app)
        column.addWidget(self._desk)
        column.addWidget(self.list, 1)
        column.addWidget(self.hide_button)
        column.addSpacing(4)
        for line in self._lines:
            column.addWidget(line)
        self._fit()
        theme.current().look_changed.connect(self._fit)

    def set_places(self, places: Sequence[tuple[str, str]]) -> None:
        """Show these places: name and icon."""
        self._places = list(places)
        with QSignalBlocker(self.list):
            self._fill()
        self._fit()

    def _fill(self) -> None:
        # Lines are used again, not cleared: this Qt for Python ends the app in clear() once what
        # it remembers of a line is stale, as after some rounds of locking (tried with Hand over).
        while self.list.count() > len(self._places):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(self._places):
            self.list.addItem(QListWidgetItem())
        self.list.setCurrentRow(-1)
        for number, (name, _icon) in enumerate(self._places, 1):
            item = self.list.item(number - 1)
            item.setText(name)
            item.setToolTip(f"{name} (Ctrl+{number})" if number <= 9 else name)  # noqa: PLR2004
            item.setData(Qt.ItemDataRole.AccessibleTextRole, name)

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names of the places, in order."""
        return tuple(name for name, _icon in self._places)

    def choose(self, number: int) -> None:
        """Mark a place as the open one."""
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(number)

    def show_desk(self, title: str, who: str) -> None:
        """Say which inspection is open, and who is at work."""
        self._desk.setText(title)
        self._who.setText(who)
        self._fit()

    def show_saved(self, words: str) -> None:
        """Say when something was last kept; read out only when asked for."""
        self._saved.setText(words)
        self._saved.setAccessibleName(words)
        self._fit()

    @property
    def saved_words(self) -> str:
        """Give what the saved line says."""
        return self._saved.text()

    def narrow(self, *, on: bool) -> None:
        """Show icons only, or words too."""
        self.is_narrow = on
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def _on_row(self, number: int) -> None:
        if number >= 0:
            self.gone.emit(number)

    def _line(self, icon: str, words: QLabel) -> QWidget:
        holder = QWidget()
        line = row(Decoration(icon, "menu_muted", 18), words, None)
        holder.setLayout(line)
        return holder

    def _fit(self) -> None:
        narrow = self.is_narrow
        self.setFixedWidth(theme.px(_NARROW if narrow else _WIDE))
        column = self.layout()
        if column is not None:
            spaced(column, 4, (6, 8, 6, 8) if narrow else (12, 16, 12, 14))
        self._app.setVisible(not narrow)
        self._desk.setVisible(not narrow and bool(self._desk.text()))
        for line, words in zip(self._lines, (self._saved, self._who), strict=True):
            line.setVisible(not narrow and bool(words.text()))
        self.hide_button.setText("" if narrow else " Hide screen    F9")
        side = theme.px(20)
        self.list.setIconSize(QSize(side, side))
        for number, (name, icon) in enumerate(self._places):
            item = self.list.item(number)
            item.setText("" if narrow else name)
            item.setIcon(theme.current().icon(icon, "menu_text", on="menu_chosen_text"))
        self._fit_rows()

    def _fit_rows(self) -> None:
        share = self.list.height() // max(1, len(self._places)) - 2
        tall = min(theme.px(_ROW_MOST), max(24, theme.px(_ROW_LEAST), share))
        for number in range(self.list.count()):
            self.list.item(number).setSizeHint(QSize(0, tall))


def _places_list() -> QListWidget:
    made = QListWidget()
    made.setObjectName("places")
    made.setAccessibleName("Main menu")
    made.setItemDelegate(RingDelegate(made))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
