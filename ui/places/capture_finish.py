"""Finish and sort: two minutes of tidying after a meeting. All of it can be left for later."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.records.meeting_line import MeetingLine, spelt
from evidencekit.records.typed_line import QUOTE
from ui.places.capture_lines import ChangeLine
from ui.places.capture_sheet import Sheet
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import Button, button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import row
from ui.widgets.time_input import TimeInput

NUMBER_ROW = "1234567890-="  # the twelve keys above the letters, for twelve areas
SORTED = "Everything is sorted."


class SortCard(Card):
    """The notes without an area, one by one; a key each."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(gap=10)
        self._sheet, self._words = sheet, sheet.lines.words
        self._left: set[str] = set()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = Heading("", "h3")
        self.says = label("", "lead", wrap=True)
        self.how = label("Press the key in front of an area, or choose it.", "hint", wrap=True)
        self._keys = {
            key: area.id for key, area in zip(NUMBER_ROW, sheet.lines.words.areas(), strict=False)
        }
        self.buttons = {area.id: self._button(area.id) for area in sheet.lines.words.areas()}
        self._later = button("Leave this one", self.leave, kind="quiet")
        self._choices = flow(*self.buttons.values(), self._later)
        for part in (self.title, self.says, self.how, self._choices):
            self.add(part)
        sheet.lines.changed.connect(self.show_next)
        self.show_next()

    @property
    def current(self) -> MeetingLine | None:
        """Give the note that is being sorted."""
        return next(iter(self._waiting()), None)

    def begin(self) -> None:
        """Ask about every note without an area again."""
        self._left.clear()
        self.show_next()

    def show_next(self) -> None:
        """Show the next note without an area."""
        waiting, line = self._waiting(), self.current
        all_of = len([each for each in self._sheet.lines.lines if not each.areas])
        for part in (self.says, self.how, self._choices):
            part.setVisible(line is not None)
        if line is None:
            self.title.setText(SORTED if not all_of else f"{all_of} left without an area.")
            self.setAccessibleName(self.title.text())
            return
        self.title.setText(f"Note without an area: {all_of - len(waiting) + 1} of {all_of}")
        self.says.setText(f"{line.time}  {self._words.who(line)}: {self._words.shown(line)}")
        self.setAccessibleName(f"{self.title.text()}. {self._words.sentence(line)}")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        area = self._keys.get(event.text())
        if area is not None and self.current is not None:
            self._sort(area)
        else:
            super().keyPressEvent(event)

    def _button(self, area: str) -> Button:
        name = self._words.area(area)
        key = next((key for key, each in self._keys.items() if each == area), "")
        shown = f"{key}   {name.partition(' ')[2] or name}" if key else name
        made = button(shown.replace("&", "&&"), lambda: self._sort(area), name=f"Area {name}")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _waiting(self) -> list[MeetingLine]:
        lines = self._sheet.lines.lines
        return [line for line in lines if not line.areas and line.key not in self._left]

    def _sort(self, area: str) -> None:
        line = self.current
        if line is None:
            return
        after = replace(line, areas=(area,), edited=self._sheet.moment(), typed="")
        after = replace(after, typed=spelt(after, self._words.find_area))
        self._sheet.undo.push(ChangeLine(self._sheet.lines, line, after))
        announce(self, f"{self._words.area(area)}. {self.title.text()}")

    def leave(self) -> None:
        """Go on to the next; this one can be sorted another day."""
        line = self.current
        if line is not None:
            self._left.add(line.key)
            self.show_next()
            self.setFocus()


class Finish(QWidget):
    """The end time, one line to find it by, the notes to sort, and Finish."""

    finish_asked = Signal()
    back_asked = Signal()

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.ended = TimeInput("End time")
        self.title = QLineEdit()
        self._ended_box = FieldBox("End time", self.ended, "You can type 930 or 2.30pm.")
        title = FieldBox("In one line", self.title, "A few words to find it by. No names.")
        self.sort = SortCard(sheet)
        self.quotes = label("", "muted", wrap=True)
        self._finish = button("Finish", self._on_finish, kind="primary", icon="check")
        back = button("Back to the notes", self.back_asked.emit, kind="quiet")
        column = QVBoxLayout(self)
        spaced(column, 18)
        for part in (self._ended_box, title, self.sort, self.quotes):
            column.addWidget(part)
        column.addLayout(row(self._finish, back, None))
        column.addStretch(1)
        self.ended.textEdited.connect(lambda _text: self._keep())
        self.title.textEdited.connect(lambda _text: self._keep())
        self.ended.returnPressed.connect(self._on_finish)
        self.title.returnPressed.connect(self._on_finish)

    def begin(self) -> None:
        """Fill in what is known: it ends now unless somebody said otherwise."""
        told = str(self._sheet.fields.get("ended", ""))
        now = self._sheet.moment()
        is_today = str(self._sheet.fields.get("started", ""))[:10] == now[:10]
        self.ended.setText((told or (now if is_today else "")).partition("T")[2])
        self.title.setText(str(self._sheet.fields.get("title", "")))
        self.sort.begin()
        self._count_quotes()

    def first_focus(self) -> QWidget:
        """Give where the keyboard should begin: the notes to sort, or the end time."""
        return self.sort if self.sort.current is not None else self.ended

    def _count_quotes(self) -> None:
        quotes = sum(line.kind == QUOTE for line in self._sheet.lines.lines)
        noun = "note is" if quotes == 1 else "notes are"
        self.quotes.setText(
            f"{quotes} {noun} marked as exact words. Change any that are not, with F2 in the notes."
        )
        self.quotes.setVisible(bool(quotes))

    def _keep(self) -> None:
        day = str(self._sheet.fields.get("started", ""))[:10]
        at = self.ended.value()
        answers = {
            "ended": f"{day}T{at:%H:%M}" if at and day else None,
            "title": self.title.text().strip() or None,
        }
        self._sheet.set_answers(("ended", "title"), answers, answers)

    def _on_finish(self) -> None:
        problem = self.ended.problem()
        self._ended_box.set_problem(problem)
        if problem:
            self.ended.setFocus()
            return
        self._keep()
        self.finish_asked.emit()
