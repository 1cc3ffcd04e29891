"""Journey: what happened to one child and when nothing did, from all inspectors together."""

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.analysis.journey import Journey
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.ids import RecordId
from evidencekit.operations.casework import journey_of
from evidencekit.operations.desk import Desk
from evidencekit.operations.sample import Sample, sample
from ui.places.arriving import begin_here
from ui.places.doors import begin_record, open_record
from ui.places.journey_board import JourneyBoard
from ui.places.journey_print import JourneyPrint
from ui.places.journey_words import span_words
from ui.places.workplace import Workplace
from ui.widgets.button import button
from ui.widgets.combo import Combo
from ui.widgets.page import Page

_PICKER_LETTERS = 10


class JourneyPlace(Page):
    """One child's chronology; the list is the form for those who do not see the picture."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Journey")
        self._workplace = workplace
        self._case = ""
        self._reference = ""
        self._has_cases, self._is_told = False, False
        self._is_new = True
        self.picker = Combo("Child", "Choose a child")
        self.picker.setMinimumContentsLength(_PICKER_LETTERS)
        self.buttons.addWidget(self.picker)
        self.printer = JourneyPrint(self, workplace)
        self.print_it = self.add_action(button("Print", self.print_out, icon="printer"))
        self.add = self.add_action(button("Add event", self._on_add, kind="primary", icon="plus"))
        self.board = JourneyBoard()
        self.body.addWidget(self.board, 1)
        self.picker.chosen.connect(self.show_case)
        self.board.opened.connect(partial(open_record, workplace))
        self.empty.chosen.connect(self._on_empty)
        self.show_busy("Reading the journey.")
        self._read()

    @property
    def case(self) -> str:
        """Give the case whose journey is shown."""
        return self._case

    def show_case(self, case: str) -> None:
        """Show the journey of a case."""
        self._case = case
        self.picker.set_value(case)
        self._read_journey()

    def print_out(self) -> None:
        """Save this child's journey as a PDF."""
        if self._is_told:
            self.printer.begin(self._case, self._reference, self.board.silence_days)

    @override
    def first_focus(self) -> QWidget | None:
        return (
            self.board.first_stop() if self.board.table.rows.rowCount() else super().first_focus()
        )

    @override
    def _read(self) -> None:
        self._workplace.ask(self, sample, self._on_sample)

    def _on_sample(self, found: Sample) -> None:
        self.picker.offer([(line.record, line.reference) for line in found.cases])
        self._has_cases = bool(found.cases)
        self.picker.setVisible(self._has_cases)
        self.add.setVisible(self._has_cases)
        self._tell(is_told=self._is_told and self._has_cases)
        if not self._has_cases:
            self.show_empty(
                "No child to follow yet.",
                "Add a case first; its journey is built from what everybody writes about it.",
                "Go to Cases", "route",
            )  # fmt: skip
        elif self._case in {line.record for line in found.cases}:
            self._read_journey()
        else:
            self.show_case(max(found.cases, key=lambda line: line.notes).record)

    def _read_journey(self) -> None:
        case = RecordId(self._case)
        if not case:
            return

        def work(desk: Desk) -> tuple[Journey, Snapshot]:
            return journey_of(desk, case)

        self._workplace.ask(self, work, self._on_journey)

    def _on_journey(self, found: tuple[Journey, Snapshot]) -> None:
        journey, snapshot = found
        if journey.case != self._case:
            return  # another child was chosen meanwhile
        self._show(journey, snapshot)
        if self._is_new:
            self._is_new = False
            begin_here(self._workplace, self)

    def _show(self, journey: Journey, snapshot: Snapshot) -> None:
        item = snapshot.items.get(journey.case)
        self._reference = item.title if item else ""
        title = f"Journey, {item.title}" if item else "Journey"
        self._tell(is_told=bool(journey.events or journey.undated or journey.voices))
        if not self._is_told:
            self.set_title(title, "Nothing yet")
            self.show_empty("Add the first thing that happened.", "", "Add event", "route")
            return
        self.set_title(title, span_words(journey))
        self.board.show_journey(journey, snapshot)
        self.show_content()

    def _tell(self, *, is_told: bool) -> None:
        self._is_told = is_told
        self.print_it.setVisible(is_told)

    def _on_add(self) -> None:
        begin_record(self._workplace, "journey-event", {"case": self._case})

    def _on_empty(self) -> None:
        if self._has_cases:
            self._on_add()
        else:
            self._workplace.go("Cases")
