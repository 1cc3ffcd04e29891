"""A quick entry in the chronology: date, agency, stage, what; Enter adds, ready for the next."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from evidencekit.analysis.about_dates import read_when
from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations import capture, drafting
from evidencekit.operations.capture import Captured, Entry
from evidencekit.operations.drafting import Unsaved
from evidencekit.records.words import label_of
from ui.forms.dates import typed_parts
from ui.places.sources import words_of
from ui.places.workplace import Workplace
from ui.widgets.about_date import AboutDateInput
from ui.widgets.announce import announce
from ui.widgets.blank_date import Typed
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo, SearchCombo
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import row
from ui.widgets.page import Page
from ui.widgets.segment import Segments

KIND = "journey-event"
_SEEN = (("", "Not recorded"), ("no", "Not seen"), ("yes", "Seen"), ("alone", "Seen alone"))
_ANSWERS: Mapping[str, Mapping[str, str]] = {
    "": {}, "no": {"child_seen": "no"}, "yes": {"child_seen": "yes"},
    "alone": {"child_seen": "yes", "seen_alone": "yes"},
}  # fmt: skip


class QuickEvent(Card):
    """Agency and stage stay for the next entry; the date and the words are new each time."""

    added = Signal(str)  # record

    def __init__(self, workplace: Workplace, page: Page) -> None:
        super().__init__(gap=8)
        self._workplace, self._page = workplace, page
        self._case = ""
        self._is_filling = False
        self._last: RecordId | None = None  # the entry that Undo takes back
        pack = workplace.pack
        self.date = AboutDateInput("Date", today=lambda: workplace.now().date())
        self.agency = SearchCombo("Agency's lane", "Agency")
        self.agency.offer(list(words_of(pack, "agencies")))
        self.stage = Combo("Stage", "Stage")
        self.stage.offer(list(words_of(pack, "pack.stages")))
        for box in (self.agency, self.stage):
            box.setMinimumContentsLength(11)
        self.seen = Segments("Child seen", _SEEN)
        self.what = QLineEdit()
        self.what.setAccessibleName("What happened")
        self.what.setAccessibleDescription("In a sentence. Enter adds it to the chronology.")
        self.what.setPlaceholderText("What happened; Enter adds it")
        self.add_it = button("Add", self.add_event, icon="plus", name="Add to the chronology")
        self.said = label("", "hint", wrap=True)
        self.undo = button(
            "Undo", self._take_back, kind="quiet", name="Undo: take the last entry back"
        )
        self._assemble()
        self._connect()

    @property
    def form_name(self) -> str:
        """Give the name under which what is typed here is kept."""
        return f"new:{KIND}:{self._case}"

    def show_case(self, case: str) -> None:
        """Work on this case's chronology; what was typed for it before comes back."""
        if case == self._case:
            return
        self._case = case
        self.setEnabled(bool(case))
        if case:
            name = self.form_name
            self._workplace.hold(name, self._page)
            self._workplace.ask(self, lambda desk: drafting.draft(desk, name), self._restore)

    def begin(self) -> None:
        """Put the keyboard at the date."""
        self.date.setFocus()

    def add_event(self) -> None:
        """Add the entry, unless its date is half typed or there are no words."""
        problem = self.date.problem() or ("" if self.what.text().strip() else "Say what happened.")
        if problem or not self._case:
            self._say(problem)
            (self.date if self.date.problem() else self.what).setFocus()
            return
        entry = Entry(kind=KIND, fields=self._answers(), form=self.form_name)
        self._workplace.ask(self, lambda desk: capture.capture(desk, entry), self._on_added)

    def _assemble(self) -> None:
        self.add(Heading("Add to the chronology (Alt+D)", "h3"))
        self.add(flow(self.said, self.undo))
        self.add(self.date)
        self.add(flow(self.agency, self.stage))
        self.add(self.seen)
        line = row(self.what, self.add_it)
        line.setStretch(0, 1)
        self.add(line)
        self.said.hide()
        self.undo.hide()
        self.setEnabled(False)

    def _connect(self) -> None:
        self.what.returnPressed.connect(self.add_event)
        self.what.textEdited.connect(self._on_changed)
        self.date.changed.connect(self._on_changed)
        for each in (self.agency, self.stage, self.seen):
            each.chosen.connect(self._on_changed)

    def _answers(self) -> dict[str, Json]:
        given: dict[str, Json] = {
            "case": self._case, "when": self.date.value(), "agency": self.agency.value(),
            "stage": self.stage.value(), "what": self.what.text().strip(),
            **_ANSWERS[self.seen.value()],
        }  # fmt: skip
        return {key: answer for key, answer in given.items() if answer}

    def _on_changed(self, _value: object = None) -> None:
        if self._case and not self._is_filling:
            typed = self._answers()
            when = self.date.value() or typed_parts(self.date.date)
            self._workplace.keep(self.form_name, KIND, typed | ({"when": when} if when else {}))

    def _restore(self, found: Unsaved | None) -> None:
        if found is None:
            return
        self._is_filling = True
        content = found.content
        when = content.get("when")
        if isinstance(when, Mapping) and "date" in when:
            self.date.set_value({key: str(each) for key, each in when.items()})
        elif isinstance(when, Mapping):
            parts = (str(when.get(part, "")) for part in ("day", "month", "year"))
            self.date.date.set_typed(Typed(*parts))
        self.agency.set_value(str(content.get("agency", "")))
        self.stage.set_value(str(content.get("stage", "")))
        seen = "alone" if content.get("seen_alone") == "yes" else content.get("child_seen", "")
        self.seen.set_value(str(seen))
        self.what.setText(str(content.get("what", "")))
        self._is_filling = False
        at = found.at.astimezone(self._workplace.now().tzinfo)
        self._say(f"We kept this at {at:%H:%M}; it is not added yet.")

    def _on_added(self, made: Captured) -> None:
        self._is_filling = True
        fields = made.revision.body.fields
        when = read_when(fields.get("when"))
        parts = (when.words if when else "", label_of("agencies", str(fields.get("agency", ""))))
        self._workplace.forget(self.form_name)
        self.what.clear()
        self.date.set_value(None)
        self.seen.set_value("")
        self._is_filling = False
        self._say(f"Added: {', '.join(part for part in parts if part) or 'no date'}.", made.record)
        self._workplace.tell(made.changes)
        self.added.emit(made.record)
        self.begin()

    def _say(self, words: str, record: RecordId | None = None) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.undo.setVisible(record is not None)
        self._last = record
        if words:
            announce(self, words)

    def _take_back(self) -> None:
        record = self._last
        if record is None:
            return
        self._workplace.ask(
            self,
            lambda desk: capture.delete(desk, record, "Taken back at once."),
            self._on_taken_back,
        )

    def _on_taken_back(self, made: Captured) -> None:
        self._say("Taken back.")
        self._workplace.tell(made.changes)
