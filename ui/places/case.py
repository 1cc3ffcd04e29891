"""One case: who the child is in a line, all that was written, and what is still to ask."""

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations.casework import CaseView, case_view
from ui.places.arriving import begin_here
from ui.places.case_parts import AreasPart, DetailsPart, IdentityBar, NotesPart, QuestionsPart
from ui.places.case_who import WhoIsThis
from ui.places.doors import begin_record, edit_record, open_record
from ui.places.journey_board import JourneyBoard
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.widgets.button import button
from ui.widgets.page import Page
from ui.widgets.segment import Segments

_PARTS = (
    ("notes", "Notes"),
    ("questions", "Questions to ask"),
    ("journey", "Journey"),
    ("areas", "Areas"),
    ("details", "Details"),
)


class CasePage(Page):
    """Tracks one child; everything written about the child is one Enter away."""

    def __init__(self, workplace: Workplace, record: str) -> None:
        super().__init__("Case")
        self._workplace = workplace
        self._record = record
        self._view: CaseView | None = None
        self.add_action(button("Add note", self._on_note, kind="primary", icon="plus"))
        for words, kind, icon in (
            ("Add event", "journey-event", "route"),
            ("Add voice", "voice", "ear"),
        ):
            self.add_action(button(words, partial(self._begin, kind), icon=icon))
        self.add_action(button("Who is this?", self._on_who, icon="key-round"))
        self.identity = IdentityBar()
        self.parts = Segments("Part of the case", _PARTS)
        self.notes = NotesPart()
        self.questions = QuestionsPart(workplace.pack)
        self.journey = JourneyBoard()
        self.areas = AreasPart(workplace.pack)
        self.details = DetailsPart(workplace.pack)
        self._by_key: dict[str, QWidget] = dict(
            zip(
                (key for key, _ in _PARTS),
                (self.notes, self.questions, self.journey, self.areas, self.details),
                strict=True,
            )
        )
        self.body.addWidget(self.identity)
        self.body.addWidget(self.parts)
        for part in self._by_key.values():
            self.body.addWidget(part, 1)
        self.show_part("notes")
        self._connect()
        self.show_busy("Opening the case.")
        self._read()

    def show_part(self, key: str) -> None:
        """Show one part of the case."""
        self.parts.set_value(key)
        # Not a stack: that would be as tall as its tallest part, and scroll for nothing.
        for each, part in self._by_key.items():
            part.setVisible(each == key)

    @override
    def again(self) -> Way:
        return Way(Do.READ, "case", self._record)

    @override
    def first_focus(self) -> QWidget | None:
        return self.notes.list if self.notes.list.records.rowCount() else super().first_focus()

    def _connect(self) -> None:
        self.parts.chosen.connect(self.show_part)
        self.notes.opened.connect(partial(open_record, self._workplace))
        self.notes.begun.connect(self._on_note)
        self.journey.opened.connect(partial(open_record, self._workplace))
        self.questions.asked.connect(self._on_question)
        self.areas.opened.connect(self._on_area)
        self.details.edit.clicked.connect(lambda _on: self._on_edit())
        self.identity.sibling_chosen.connect(
            lambda case: self._workplace.open_page(CasePage(self._workplace, case))
        )

    @override
    def _read(self) -> None:
        record = RecordId(self._record)
        self._workplace.ask(self, lambda desk: case_view(desk, record), self._on_read)

    def _on_read(self, view: CaseView) -> None:
        is_first = self._view is None
        self._view = view
        self.set_title(view.case.title, None)
        self.identity.show_case(view, self._workplace.pack)
        place = self._workplace
        self.notes.show_rows(view, place.pack, place.now().year)
        self.questions.show_areas(view.open_areas)
        self.journey.show_journey(view.journey, view.snapshot)
        self.areas.show_areas(view.areas)
        self.details.show_case(view.case, view.snapshot)
        self._count(view)
        self.show_content()
        if is_first:
            begin_here(place, self)

    def _count(self, view: CaseView) -> None:
        events = len(view.journey.events) + len(view.journey.undated)
        numbers = {"notes": len(view.rows), "questions": len(view.open_areas), "journey": events}
        for key, words in _PARTS:
            pill = self.parts.pill(key)
            pill.setText(f"{words} {numbers[key]}" if key in numbers else words)
            pill.setAccessibleName(f"{words}: {numbers[key]}" if key in numbers else words)

    def _begin(self, kind: str) -> None:
        given: dict[str, Json] = {"case": self._record}
        if kind == "voice":
            given["in_sample"] = "yes"
        begin_record(self._workplace, kind, given)

    def _on_note(self) -> None:
        self._begin("case-note")

    def _on_question(self, area: str) -> None:
        given: dict[str, Json] = {"case": self._record, "areas": [{"area": area}]}
        begin_record(self._workplace, "case-note", given)

    def _on_area(self, area: str) -> None:
        begin_record(self._workplace, "score", {"area": area, "case": self._record})

    def _on_who(self) -> None:
        self._workplace.open_page(WhoIsThis(self._workplace, self._record))

    def _on_edit(self) -> None:
        edit_record(self._workplace, self._record, "case")
