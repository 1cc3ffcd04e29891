"""Attendance by agency, made for speed: a letter for who is there, a digit for how."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.framework.prompts import shipped_prompts
from evidencekit.records.attendance import attendance_of, attendance_words, rows_of_attendance
from evidencekit.records.words import VOCABULARIES
from ui import theme
from ui.places.capture_attend_list import KeyList
from ui.places.capture_attend_model import DIGITS, AttendModel
from ui.places.capture_attend_row import RowCard
from ui.places.capture_sheet import Sheet
from ui.places.sources import words_of
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.card import Card
from ui.widgets.combo import SearchCombo
from ui.widgets.deeds import by_key
from ui.widgets.field import FieldBox
from ui.widgets.heading import Heading, label

KEYS = (
    "A letter marks that agency present, or goes to it. 1 to 7 say how it attended. "
    "Enter opens who came. Delete takes back. + finds another agency."
)
NOBODY = "Nobody recorded yet. Press the letter of each agency in the room."
_SIDE_BY_SIDE = 740  # text-scaled pixels
_KEY = "attendance"


class AttendGrid(QWidget):
    """The agencies as a list, and the chosen one in full beside or below it."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        pack, prompts = sheet.workplace.pack, shipped_prompts()
        kind = str(sheet.fields.get("what", ""))
        self.model = AttendModel(sheet.undo, prompts, prompts.usual_agencies(kind, pack.year))
        self.model.show_attendance(attendance_of(sheet.fields))
        self.list = KeyList("Attendance by agency", self.model)
        self.other = SearchCombo("Another agency", "Another agency: type to find")
        self.other.offer(words_of(pack, "agencies"))
        self.card = RowCard(self.model, words_of(pack, "practitioner-roles"))
        self.said = label("", "hint", wrap=True)
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        self._lay_out()
        self._connect()
        self.list.go(0)
        self._show_said()

    def first_focus(self) -> QWidget:
        """Give where the keyboard should begin."""
        return self.list

    def show_problems(self, words: Sequence[str]) -> None:
        """Show what to put right in the attendance; nothing clears it."""
        self._problem.setText(" ".join(words))
        self._problem.setVisible(bool(words))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = event.size().width() >= theme.px(_SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        if self._both.direction() != way:
            self._both.setDirection(way)

    def _lay_out(self) -> None:
        left = Card(gap=6)
        left.add(Heading("Attendance by agency", "h3"))
        left.add(label(KEYS, "hint", wrap=True))
        left.add(self._problem)
        left.add(self.list)
        left.add(FieldBox("Another agency", self.other))
        column = QVBoxLayout(self)
        spaced(column, 10)
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        spaced(self._both, 12)
        self._both.addWidget(left, 1)
        self._both.addWidget(self.card, 1)
        for card in (left, self.card):
            self._both.setAlignment(card, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._both)
        column.addWidget(self.said)

    def _connect(self) -> None:
        self.list.pressed_key.connect(self._on_key)
        self.list.menu_asked.connect(self._show_menu)
        self.list.selectionModel().currentChanged.connect(
            lambda now, _before: self.card.show_row(now.row())
        )
        self.other.chosen.connect(self._on_other)
        self.model.changed.connect(self._on_changed)
        self.model.went.connect(self._on_went)
        by_key(self.card, "Ctrl+Return", "Back to who is here", self._to_list)

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_key(self, key: str) -> None:
        row = self.list.row
        if key in DIGITS and row >= 0:
            self.model.mark(row, DIGITS[key])
        elif key == "delete" and row >= 0:
            self.model.clear(row)
        elif key == "enter" and row >= 0:
            self.card.roles.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif key == "+":
            self.other.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif agency := self.model.agency_of(key):
            self._welcome(agency)

    def _welcome(self, agency: str) -> None:
        row = self.model.welcome(agency)
        self.list.go(row)
        self._announce(row)

    def _on_other(self, agency: str) -> None:
        self.other.set_value("")
        if agency:
            self._welcome(agency)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        rows = rows_of_attendance(self.model.rows) or None
        self._sheet.set_answers((_KEY,), {_KEY: rows} if rows else {}, {})
        self._show_said()

    def _on_went(self, row: int) -> None:
        if self.list.row != row:
            self.list.go(row)
        self.card.show_row(self.list.row)
        self._announce(row)

    def _announce(self, row: int) -> None:
        if self.list.hasFocus() and 0 <= row < len(self.model.rows):
            announce(self.list, self.model.shown(row).spoken)

    def _show_said(self) -> None:
        self.said.setText(attendance_words(self.model.rows) or NOBODY)

    def _show_menu(self, at: QPoint) -> None:
        self.menu().popup(at)

    def menu(self) -> QMenu:
        """Make the menu of the chosen row: each status with its key, and taking it back."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        row = self.list.row
        name = self.model.name(row) if row >= 0 else "the agency"
        for digit, status in DIGITS.items():
            words = f"{VOCABULARIES['attendance'].label_of(status)}\t{digit}"
            action = menu.addAction(words, partial(self._on_key, digit))
            action.setEnabled(row >= 0)
            action.setCheckable(True)
            action.setChecked(row >= 0 and self.model.rows[row].status == status)
        menu.addSeparator()
        menu.addAction("Who came\tEnter", lambda: self._on_key("enter"))
        menu.addAction(f"Take back: {name}\tDelete", lambda: self._on_key("delete"))
        menu.addAction("Another agency\t+", lambda: self._on_key("+"))
        return menu
