"""Score an area: one person's own grade, with the reason and the evidence it rests on.

The page shows what is there and takes what is chosen. It suggests nothing and adds up nothing.
"""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId, RevisionId
from evidencekit.operations import capture, drafting, evaluating, reading, submit
from evidencekit.operations.capture import Captured, Entry
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from evidencekit.operations.evaluating import WHOLE, ScoreSheet, take_back
from evidencekit.records.given import text, texts
from evidencekit.records.revision import State
from ui.places.arriving import begin_here
from ui.places.doors import open_record
from ui.places.edit_record import REASON
from ui.places.score_evidence import EvidencePicker
from ui.places.score_history import ScoreHistory
from ui.places.score_parts import GRADED, ScaleCards
from ui.places.score_words import WordsOfScore, waiting_words, words_for
from ui.places.sources import area_words, words_of
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field import FieldBox
from ui.widgets.heading import label
from ui.widgets.page import Page
from ui.widgets.segment import Segments

_LINES = 5
_CHANGE = "change"  # in what is kept of the form, never in the record


class ScorePage(Page):
    """A grade that can be defended: what is wrong with it is said beside it, not in its way."""

    def __init__(
        self, workplace: Workplace, record: str = "", given: Mapping[str, Json] | None = None
    ) -> None:
        super().__init__("Score an area")
        self._workplace = workplace
        self._record = record
        self._area = text(given or {}, "area")
        self._case = text(given or {}, "case")
        self._was_submitted = False
        self._before: RevisionId | None = None  # what stood before this page saved
        self._more: Mapping[str, Json] = {}  # answers that this page does not ask for
        self._filling = False  # or done: then nothing is kept any more
        self.save = self.add_action(
            button("Save score", self._on_save, kind="primary", icon="clipboard-check")
        )
        self.hand_in = self.add_action(button("Submit score", self._on_submit, icon="send"))
        self.show_busy("Opening the score.")
        if record:
            workplace.ask(self, partial(_area_of, RecordId(record)), self._on_record)
        else:
            self._begin()

    # -- what is asked

    def _begin(self) -> None:
        pack = self._workplace.pack
        area, words = pack.area(self._area), area_words(pack, self._area)
        self.set_title(f"Score: {words}", f"From {pack.cited(area.source)}" if area else "")
        self.problems = ErrorSummary()
        self.about = Combo("What it covers", "The whole area")
        self._say: WordsOfScore = words_for(pack)
        self.scale = ScaleCards(f"{self._say.choice} for {words}", pack)
        self.rationale = AutosaveText("Reason")
        self.rationale.setFixedHeight(self.rationale.fontMetrics().lineSpacing() * _LINES + 20)
        self.evidence = EvidencePicker()
        self.confidence = Segments("How sure", [("", "Not said"), *words_of(pack, "confidence")])
        self.change_reason = QLineEdit()
        self.history = ScoreHistory()
        self._lay_out(area.text if area else "")
        self._connect()
        self._load()

    def _lay_out(self, what: str) -> None:
        left, right = self.add_columns(3, 2)
        self._waiting = label("", "muted", wrap=True)
        left.addWidget(self.problems)
        left.addWidget(self._waiting)
        left.addWidget(Card(label("What this area asks", "overline"), label(what, wrap=True)))
        self._boxes = {
            "case": FieldBox("What it covers", self.about, "The whole area, or one child's case."),
            "grade": FieldBox(self._say.choice, self.scale, self._say.choice_help),
            "rationale": FieldBox("Reason", self.rationale, "Why, in a few sentences. Needed."),
            "confidence": FieldBox("How sure are you", self.confidence),
            "change": FieldBox(
                "Reason for the change", self.change_reason,
                "It was submitted before. The version before stays readable, with this reason.",
            ),
        }  # fmt: skip
        for box in self._boxes.values():
            left.addWidget(box)
        self._boxes["change"].hide()
        left.addStretch(1)
        self._boxes["evidence"] = FieldBox(
            "Evidence it rests on", self.evidence, self._say.evidence_help,
        )  # fmt: skip
        right.addWidget(Card(self._boxes["evidence"]))
        right.addStretch(1)
        self.body.addWidget(self.history)

    def _connect(self) -> None:
        self.about.chosen.connect(self._on_case)
        self.scale.chosen.connect(self._keep)
        self.rationale.changed_text.connect(lambda _text: self._keep())
        self.evidence.changed.connect(self._keep)
        self.confidence.chosen.connect(lambda _key: self._keep())
        self.change_reason.textEdited.connect(self._keep)
        self.change_reason.textEdited.connect(lambda _text: self._keep())
        self.evidence.opened.connect(partial(open_record, self._workplace))

    @property
    def form_name(self) -> str:
        """Give the name under which unsaved words are kept."""
        return f"new:score:{self._area}" + (f":{self._case}" if self._case else "")

    @override
    def again(self) -> Way:
        return Way(Do.BEGIN, "score", given={"area": self._area, "case": self._case})

    @override
    def first_focus(self) -> QWidget | None:
        return self.scale.focusProxy() if hasattr(self, "scale") else None

    @override
    def show_changes(self, changes: Changes) -> None:
        if hasattr(self, "scale"):
            self._workplace.ask(self, self._sheet(), self._show_sheet)

    # -- reading

    def _on_record(self, found: Mapping[str, Json]) -> None:
        self._area, self._case = text(found, "area"), text(found, "case")
        self._begin()

    def _load(self) -> None:
        sheet, form = self._sheet(), self.form_name

        def work(desk: Desk) -> tuple[ScoreSheet, Unsaved | None]:
            return sheet(desk), drafting.draft(desk, form)

        self._workplace.ask(self, work, self._on_loaded)

    def _sheet(self) -> partial[ScoreSheet]:
        return partial(evaluating.score_sheet, area=self._area, case=self._case)

    def _on_loaded(self, found: tuple[ScoreSheet, Unsaved | None]) -> None:
        sheet, unsaved = found
        mine = sheet.mine
        self._record = mine.record if mine else ""
        self._before = mine.head.id if mine else None
        self._more = mine.fields if mine else {}
        self._show_sheet(sheet)
        self._fill(unsaved.content if unsaved else mine.fields if mine else {})
        self._workplace.hold(self.form_name, self)
        if unsaved is not None:
            at = unsaved.at.astimezone(self._workplace.now().tzinfo)
            self.notice.say(f"We kept what you typed at {at:%H:%M} and did not save.")
        self.show_content()
        begin_here(self._workplace, self)
        if unsaved is not None:
            self._workplace.take_up(self, unsaved)

    def _show_sheet(self, sheet: ScoreSheet) -> None:
        place = self._workplace
        self.about.offer(sheet.cases)
        self.about.set_value(self._case)
        self.evidence.show_sources(sheet.sources, place.now().year)
        self.history.show_history(sheet.history, place.pack, place.zone)
        self._was_submitted = bool(sheet.mine and sheet.mine.state == State.SUBMITTED.value)
        self._boxes["change"].setVisible(self._was_submitted)
        self._waiting.setText(waiting_words(sheet.waiting))
        self._waiting.setVisible(bool(sheet.waiting))

    def _fill(self, fields: Mapping[str, Json]) -> None:
        self._filling = True
        self.scale.set_value(text(fields, "status"), text(fields, "grade"))
        self.rationale.show_text(text(fields, "rationale"))
        self.evidence.set_value(texts(fields, "evidence"), texts(fields, "counter_evidence"))
        self.confidence.set_value(text(fields, "confidence"))
        self.change_reason.setText(text(fields, _CHANGE))
        self.change_reason.setText(text(fields, REASON))
        self._filling = False

    # -- writing

    def _fields(self) -> dict[str, Json]:
        status, grade = self.scale.value()
        answers: dict[str, Json] = {
            "area": self._area, "scope": "case" if self._case else WHOLE, "case": self._case,
            "status": status, "grade": grade, "rationale": self.rationale.toPlainText().strip(),
            "evidence": list(self.evidence.value()), "confidence": self.confidence.value(),
            "counter_evidence": list(self.evidence.value_against()),
        }  # fmt: skip
        return {key: answer for key, answer in {**self._more, **answers}.items() if answer}

    def _keep(self) -> None:
        if not self._filling:
            reason = self.change_reason.text()
            typed = self._fields() | ({REASON: reason} if reason else {})
            typed |= {"rationale": self.rationale.toPlainText()}  # with the space after the word
            self._workplace.keep(self.form_name, "score", typed)

    def _on_case(self, case: str) -> None:
        self.rationale.flush()
        self._case = case
        self._load()

    def _missing(self) -> list[tuple[str, str]]:
        """Say what a score cannot do without."""
        status, _grade = self.scale.value()
        missing = []
        if not status:
            missing.append(("grade", self._say.no_choice))
        if not self.rationale.toPlainText().strip():
            missing.append(("rationale", "Give a reason for the score."))
        if status == GRADED and not self.evidence.value():
            missing.append(("evidence", self._say.no_evidence))
        if self._was_submitted and not self.change_reason.text().strip():
            missing.append(("change", "Say why you change what was submitted."))
        return missing

    def _show_problems(self, problems: list[tuple[str, str]]) -> None:
        words = dict(problems)
        targets: dict[str, QWidget] = {
            "grade": self.scale, "rationale": self.rationale, "change": self.change_reason,
        }  # fmt: skip
        for key, box in self._boxes.items():
            box.set_problem(words.get(key, ""))
        shown = [(each, targets.get(key) or self._first_evidence()) for key, each in problems]
        self.problems.show_problems(shown)

    def _first_evidence(self) -> QWidget:
        return next(iter(self.evidence.list.boxes.values()), self.rationale)

    def _entry(self) -> Entry | None:
        problems = self._missing()
        self._show_problems(problems)
        if problems:
            return None
        reason = self.change_reason.text().strip() if self._was_submitted else ""
        return Entry(
            kind="score", fields=self._fields(), form=self.form_name, reason=reason,
            record=RecordId(self._record) if self._record else None,
            at=f"{self._workplace.now():%Y-%m-%dT%H:%M}",
        )  # fmt: skip

    def _on_save(self) -> None:
        self._capture(self._on_saved)

    def _on_submit(self) -> None:
        self._capture(self._submit)

    def _capture(self, then: Callable[[Captured], None]) -> None:
        self.rationale.flush()
        entry = self._entry()
        if entry is not None:
            self._workplace.ask(self, lambda desk: capture.capture(desk, entry), then)

    def _submit(self, kept: Captured) -> None:
        self._record = kept.record
        self._workplace.tell(kept.changes)
        self._workplace.ask(
            self,
            lambda desk: submit.submit(desk, kept.record),
            self._on_submitted,
            self._on_refused,
        )

    def _on_refused(self, refusal: Planned) -> None:
        self.notice.show_refusal(refusal)

    def _on_saved(self, made: Captured) -> None:
        self._done(made, "Score saved. It is yours until the team agrees.")

    def _on_submitted(self, made: Captured) -> None:
        self._done(made, "Score submitted.")

    def _done(self, made: Captured, words: str) -> None:
        window = self._workplace.window
        self._filling = True
        self._workplace.forget(self.form_name)  # and what still waited to be kept
        self._workplace.tell(made.changes)
        if window.page is self:
            self._workplace.close_page()
            if window.page is not None:
                window.page.notice.undo(words, partial(_undo, self._workplace, made, self._before))


def _undo(workplace: Workplace, made: Captured, before: RevisionId | None) -> None:
    def say(back: Captured) -> None:
        workplace.tell(back.changes)
        if workplace.window.page is not None:
            workplace.window.page.notice.say("Taken back. It is as it was before.")

    workplace.ask(workplace, lambda desk: take_back(desk, made.record, before), say)


def _area_of(record: RecordId, desk: Desk) -> Mapping[str, Json]:
    return reading.item(desk, record).fields
