"""New observation: three answers, then start typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import capture
from evidencekit.operations.capture import Entry
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.records.kinds import KINDS
from ui.places.capture import Capture
from ui.places.capture_sheet import KIND, Opened, open_observation
from ui.places.capture_words import speakers
from ui.places.sources import Sources
from ui.places.workplace import Workplace
from ui.widgets.blank_date import DateInput
from ui.widgets.button import button
from ui.widgets.combo import Combo, SearchCombo
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.lines import row
from ui.widgets.page import Page
from ui.widgets.segment import CheckPill
from ui.widgets.time_input import TimeInput

_OFTEN_HERE = 12
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NewObservation(Page):
    """What, when, and if wanted whose case and who is here. Enter in any box starts."""

    def __init__(self, workplace: Workplace, case: RecordId | None = None) -> None:
        super().__init__(
            "New observation", "Three answers, then start typing. You can change them later."
        )
        self._workplace = workplace
        self._sources = Sources(workplace, KINDS[KIND].fields)
        self.problems = ErrorSummary()
        self.what = Combo("What are you watching?")
        self.what.offer(self._sources.words("pack.observation-kinds"))
        self.day = DateInput("Date of the meeting", self._sources.today)
        self.day.set_today()
        self.time = TimeInput("Start time")
        self.time.setText(f"{workplace.now():%H:%M}")
        self.case = SearchCombo("Whose case is it?", "Type to find")
        self.here = {key: CheckPill(words) for key, words in speakers()[:_OFTEN_HERE]}
        self._case = case
        self._lay_out()
        self._sources.load(self, self._on_loaded)

    @override
    def first_focus(self) -> QWidget | None:
        return self.what

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in _ENTER and not event.modifiers()
            if (
                is_enter
                and isinstance(watched, QWidget)
                and not isinstance(watched, QAbstractButton)
            ):
                self.start()
                return True
        return super().eventFilter(watched, event)

    def start(self) -> None:
        """Begin, or say what to put right."""
        wrong = self._wrong()
        for box in self._boxes.values():
            box.set_problem("")
        for words, key in wrong:
            self._boxes[key].set_problem(words)
        self.problems.show_problems([(words, self._boxes[key].control) for words, key in wrong])
        if not wrong:
            self._begin(self._answers())

    def _lay_out(self) -> None:
        self._boxes = {
            "what": FieldBox("What are you watching?", self.what),
            "day": FieldBox(
                "Date of the meeting", self.day, "For example, 20 11 2012. Type t for today."
            ),
            "time": FieldBox("Start time", self.time, "You can type 930 or 2.30pm."),
            "case": FieldBox("Whose case is it?", self.case, "Leave it out if it concerns none."),
            "here": FieldBox(
                "Who is here?", flow(*self.here.values()),
                "Leave it out if you like. Those you choose are offered first as speakers.",
            ),
        }  # fmt: skip
        self.body.addWidget(self.problems)
        for box in self._boxes.values():
            self.body.addWidget(box)
        start = button("Start taking notes", self.start, kind="primary", icon="notebook-pen")
        cancel = button("Cancel", self._workplace.close_page, kind="quiet")
        self.body.addLayout(row(start, cancel, None))
        self.body.addStretch(1)
        boxes: list[QWidget | None] = [self.what, self.case, self.case.lineEdit(), self.time]
        for each in (*boxes, *self.day.boxes.values()):
            if each is not None:
                each.installEventFilter(self)

    def _on_loaded(self) -> None:
        field = KINDS[KIND].field("cases")
        if field is not None:
            self.case.offer(self._sources.choices(field))
            self.case.set_value(self._case or "")

    def _wrong(self) -> list[tuple[str, str]]:
        day = self.day.problem() or ("" if self.day.value() else "Give the date of the meeting.")
        time = self.time.problem() or ("" if self.time.value() else "Give the start time.")
        what = "" if self.what.value() else "Choose what you are watching."
        asked: Sequence[tuple[str, str]] = ((what, "what"), (day, "day"), (time, "time"))
        return [(words, key) for words, key in asked if words]

    def _answers(self) -> dict[str, Json]:
        day, at = self.day.value(), self.time.value()
        answers: dict[str, Json] = {
            "what": self.what.value(),
            "started": f"{day:%Y-%m-%d}T{at:%H:%M}" if day and at else "",
        }
        if self.case.value():
            answers["cases"] = [self.case.value()]
        here: list[Json] = [key for key, pill in self.here.items() if pill.isChecked()]
        return {**answers, "source_roles": here} if here else answers

    def _begin(self, answers: dict[str, Json]) -> None:
        def work(desk: Desk) -> tuple[Opened, Changes]:
            made = capture.capture(desk, Entry(kind=KIND, fields=answers))
            return open_observation(desk, made.record), made.changes

        def show(result: tuple[Opened, Changes]) -> None:
            opened, changes = result
            self._workplace.tell(changes)
            self._workplace.close_page()
            self._workplace.open_page(Capture(self._workplace, opened))

        self._workplace.ask(self, work, show)
