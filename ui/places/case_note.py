"""Case note: beside a practitioner, one child's file read, four voices kept apart."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId
from evidencekit.operations.casework import CaseView, case_view
from evidencekit.operations.changes import Changes
from evidencekit.operations.filling import Filling
from ui.forms.form import Form
from ui.places.case_beside import AgenciesCard, ChildCard, QuestionsCard
from ui.places.case_clock import ReadingClock
from ui.places.case_quick import QuickEvent
from ui.places.case_voices import MINE, VOICES, add_keys, go_by, voice_boxes
from ui.places.doors import edit_record, open_record
from ui.places.edit_record import EditRecord
from ui.places.workplace import Workplace
from ui.widgets.announce import announce
from ui.widgets.card import Card
from ui.widgets.heading import Heading

KIND = "case-note"
MINUTES = "reading_minutes"


class CaseNote(EditRecord):
    """The note on the left; on the right the child, the agencies, the chronology, the questions."""

    def __init__(
        self, workplace: Workplace, record: str = "", given: Mapping[str, Json] | None = None
    ) -> None:  # fmt: skip
        begun = {"started": f"{workplace.now():%Y-%m-%dT%H:%M}"} if not record else {}
        super().__init__(workplace, KIND, record, {**begun, **(given or {})})
        self._case = ""
        self.hand_in.setToolTip("Submit it as evidence")
        self.left, self.right = self.add_columns(3, 2)
        self.clock = ReadingClock()
        self.child = ChildCard(workplace.pack)
        self.agencies = AgenciesCard()
        self.quick = QuickEvent(workplace, self)
        self.questions = QuestionsCard(workplace.pack)
        for part in (self.child, self.quick, self.questions, self.agencies):
            self.right.addWidget(part)
        self.right.addStretch(1)
        self._connect()

    @override
    def first_focus(self) -> QWidget | None:
        if self.form is None or not self.form.control("case").value():
            return super().first_focus()
        return self.form.control(VOICES[0].key)

    @override
    def show_changes(self, changes: Changes) -> None:
        self._read_case(again=True)

    @override
    def leave(self) -> None:
        self.clock.pause()
        super().leave()

    def _connect(self) -> None:
        self.clock.counted.connect(self._on_counted)
        self.child.sibling_chosen.connect(lambda case: open_record(self._workplace, case, "case"))
        for card in (self.child, self.agencies):
            card.change_asked.connect(self._on_change_case)
        self.questions.asked.connect(self._on_question)
        self._workplace.window.cover.toggled.connect(self._on_covered)
        go_by(self, "Alt+T", "Start or pause the reading clock", self.clock.toggle)
        go_by(self, "Alt+D", "Add to the chronology", self.quick.begin)

    @override
    def _on_opened(self, found: Filling) -> None:
        super()._on_opened(found)
        form = self.form
        if form is None:
            return
        self._arrange(form)
        add_keys(self, form, (*VOICES, *MINE))
        self._show_minutes()
        form.control("case").changed.connect(self._read_case)
        form.control(MINUTES).changed.connect(self._show_minutes)
        self._read_case()
        first = self.first_focus()
        if found.unsaved is None and first is not None and self._workplace.window.page is self:
            first.setFocus()

    def _arrange(self, form: Form) -> None:
        """Put first what is written while somebody talks; the rest can wait until afterwards."""
        self.body.removeWidget(form)
        self.left.addWidget(form)
        self.left.addStretch(1)
        column_of = form.layout()
        voices = Card(self.clock, voice_boxes(form, VOICES), gap=12)
        mine = Card(voice_boxes(form, MINE), gap=12)
        rest = Card(Heading("About this note", "h2"), gap=18)
        first = [voices, mine, form.box("areas"), form.box("headline")]
        if not form.control("case").value():
            first.insert(0, form.box("case"))
        moved = {*(each.key for each in (*VOICES, *MINE)), "areas", "headline"}
        for place, widget in enumerate(first, 1):
            _move(column_of, widget, place)
        for key in form.controls:
            if key not in moved and form.box(key) not in first:
                rest.add(form.box(key))
        self.body.addWidget(rest)  # below both columns, so that a narrow window has it last

    def _read_case(self, *, again: bool = False) -> None:
        case = str(self.form.control("case").value() or "") if self.form is not None else ""
        if not case or (case == self._case and not again):
            return
        self._case = case
        self.quick.show_case(case)
        self._workplace.ask(
            self, lambda desk: case_view(desk, RecordId(case)), self._show_case, _let_be
        )

    def _show_case(self, view: CaseView) -> None:
        may_change = self._may_change(view)
        self.child.show_case(view, may_change=may_change)
        self.agencies.show_case(view, may_change=may_change)
        joint = {area.id for area in self._workplace.pack.joint_areas}
        self.questions.show_areas([area for area in view.open_areas if area in joint])
        if not self._record:
            self.set_title(f"{view.case.title}: new case note")

    def _may_change(self, view: CaseView) -> bool:
        """Tell whether this person's version of the case would be taken."""
        place, sample = self._workplace, view.case.fields.get("sample_type")
        is_shared = any(each.id == sample and each.shared for each in place.pack.sample_types)
        return view.case.author == place.me.id or (place.is_lead and is_shared)

    def _on_question(self, area: str) -> None:
        """Link the area to this note, and go to where the answer is written."""
        form = self.form
        if form is None:
            return
        areas = form.control("areas")
        now = areas.value()
        rows = list(now) if isinstance(now, list | tuple) else []
        if not any(isinstance(each, Mapping) and each.get("area") == area for each in rows):
            areas.set_value([*rows, {"area": area}])
            self._on_changed()
        form.control(VOICES[1].key).setFocus()
        announce(self, f"{area} is linked to this note.")

    def _on_change_case(self) -> None:
        if self._case:
            edit_record(self._workplace, self._case, "case")

    def _on_counted(self, minutes: int) -> None:
        if self.form is not None:
            self.form.control(MINUTES).set_value(minutes)

    def _show_minutes(self) -> None:
        kept = self.form.control(MINUTES).value() if self.form is not None else None
        self.clock.show_minutes(kept if isinstance(kept, int) else 0)

    def _on_covered(self, covered: bool) -> None:  # noqa: FBT001 - from a signal
        if covered:
            self.clock.pause("Stopped while the screen was hidden.")


def _move(layout: QLayout | None, widget: QWidget, place: int) -> None:
    if isinstance(layout, QVBoxLayout):
        layout.insertWidget(place, widget)


def _let_be(_refusal: Planned) -> None:
    """Leave the words on screen: a case that is gone is named by the form itself."""
