"""Finish and sort: two minutes of tidying after a meeting. All of it can be left for later."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from evidencekit.records.typed_line import QUOTE
from ui.places.capture_sheet import Sheet
from ui.places.capture_sort import SortCard
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.field import FieldBox
from ui.widgets.heading import label
from ui.widgets.lines import row
from ui.widgets.time_input import TimeInput


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
        for part in (self.sort, self.quotes, self._ended_box, title):
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
