"""New observation: three answers, then start typing. Each is durable from its first key."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId
from evidencekit.operations import capture, drafting, usual
from evidencekit.operations.capture import Entry
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from evidencekit.records.kinds import KINDS
from ui.places.capture import Capture
from ui.places.capture_sheet import KIND, Opened, open_observation
from ui.places.capture_words import speakers
from ui.places.sources import Pairs, Sources
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.widgets.blank_date import PARTS, DateInput, Typed
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
THROWN_AWAY = "The new observation was thrown away."


@dataclass(frozen=True, slots=True)
class _Found:
    """What the desk knows when the page opens."""

    unsaved: Unsaved | None
    usual: tuple[str, ...]


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
        self.form_name = f"new:{KIND}:{case}" if case else f"new:{KIND}"
        self._is_loaded = self._is_settled = False
        self._lay_out()
        self._begun = self.content()
        self._connect()
        self._sources.load(self, self._on_loaded)
        workplace.ask(self, self._look, self._on_found)

    @override
    def first_focus(self) -> QWidget | None:
        return self.what

    @override
    def again(self) -> Callable[[Workplace], object]:
        return Way(Do.BEGIN, KIND, given={"case": self._case} if self._case else {})

    def content(self) -> dict[str, Json]:
        """Give all that stands in the boxes, half-typed parts too."""
        box = self.case.lineEdit()
        here: list[Json] = [key for key, pill in self.here.items() if pill.isChecked()]
        return {
            "what": self.what.value(), **asdict(self.day.typed()), "time": self.time.text(),
            "case": self.case.value(), "case_typed": box.text() if box is not None else "",
            "here": here,
        }  # fmt: skip

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
        cancel = button("Cancel", self.cancel, kind="quiet")
        self.body.addLayout(row(start, cancel, None))
        self.body.addStretch(1)
        boxes: list[QWidget | None] = [self.what, self.case, self.case.lineEdit(), self.time]
        for each in (*boxes, *self.day.boxes.values()):
            if each is not None:
                each.installEventFilter(self)

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._on_changed)
        self.day.changed.connect(self._on_changed)
        self.time.textChanged.connect(self._on_changed)
        self.case.currentIndexChanged.connect(self._on_changed)
        self.case.editTextChanged.connect(self._on_changed)
        for pill in self.here.values():
            pill.toggled.connect(self._on_changed)

    def _look(self, desk: Desk) -> _Found:
        return _Found(drafting.draft(desk, self.form_name), usual.usual_kinds(desk))

    def _on_loaded(self) -> None:
        field = KINDS[KIND].field("cases")
        if field is not None:
            before = self.content()
            self.case.offer(self._sources.choices(field))
            if not before["case_typed"]:
                self.case.set_value(self._case or "")
                self._begun |= {key: self.content()[key] for key in ("case", "case_typed")}

    def _on_found(self, found: _Found) -> None:
        """Offer the usual kinds first; bring back what was typed, beside what was typed since."""
        self.what.offer(usual_first(self._sources.words("pack.observation-kinds"), found.usual))
        now = self.content()
        if found.unsaved is not None:
            kept = found.unsaved.content
            self._fill({
                key: kept[key] if key in kept and now[key] == self._begun[key] else now[key]
                for key in now
            })  # fmt: skip
            at = found.unsaved.at.astimezone(self._workplace.now().tzinfo)
            self.notice.say(
                f"We kept what you typed at {at:%H:%M} and did not start.",
                "It is in the boxes below.", action="Throw it away", then=self._start_again,
            )  # fmt: skip
        self._is_loaded = True
        self._on_changed()

    def _fill(self, content: Mapping[str, Json]) -> None:
        self.what.set_value(_text(content.get("what")))
        self.day.set_typed(Typed(**{part: _text(content.get(part)) for part in PARTS}))
        self.time.setText(_text(content.get("time")))
        self.case.set_value(_text(content.get("case")))
        if not self.case.value():
            self.case.setEditText(_text(content.get("case_typed")))
        here = content.get("here")
        for key, pill in self.here.items():
            pill.setChecked(isinstance(here, list | tuple) and key in here)

    def _on_changed(self) -> None:
        if self._is_loaded and not self._is_settled and self.content() != self._begun:
            self._workplace.keep(self.form_name, KIND, self.content())

    def _start_again(self) -> None:
        self._fill(self._begun)
        self._workplace.forget(self.form_name)

    def cancel(self) -> None:
        """Leave without starting; what was typed can be brought back."""
        place, form, typed = self._workplace, self.form_name, self.content()
        is_typed, case = typed != self._begun, self._case
        self._is_settled = True
        place.forget(form)
        place.close_page()
        page = place.window.page

        def bring_back() -> None:
            place.keep(form, KIND, typed)
            place.open_page(NewObservation(place, case))

        if is_typed and page is not None:
            page.notice.undo(THROWN_AWAY, bring_back)

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
            made = capture.capture(desk, Entry(kind=KIND, fields=answers, form=self.form_name))
            return open_observation(desk, made.record), made.changes

        def show(result: tuple[Opened, Changes]) -> None:
            opened, changes = result
            self._workplace.tell(changes)
            self._workplace.forget(self.form_name)  # and what still waited to be kept
            self._workplace.close_page()
            self._workplace.open_page(Capture(self._workplace, opened))

        self._is_settled = True
        self._workplace.ask(self, work, show, self._on_refused)

    def _on_refused(self, refusal: Planned) -> None:
        self._is_settled = False
        self.notice.show_refusal(refusal)
        self._on_changed()


def usual_first(kinds: Pairs, often: Sequence[str]) -> Pairs:
    """Put the kinds that are watched most at the top; the others stay in their order."""
    place = {key: number for number, key in enumerate(often)}
    return sorted(kinds, key=lambda pair: place.get(pair[0], len(place)))


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""
