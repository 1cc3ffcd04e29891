"""Any kind of record as its form: filled in, kept as it is typed, saved and submitted."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.checks.problem import Problem
from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId
from evidencekit.operations import capture, submit
from evidencekit.operations.capture import Captured, Entry
from evidencekit.operations.desk import Desk
from evidencekit.operations.filling import Filling, filling
from evidencekit.records.fields import Kind
from evidencekit.records.kinds import KINDS
from evidencekit.records.revision import State
from ui.forms.form import Form
from ui.places.arriving import begin_here
from ui.places.files_in import FilesIn, files_into
from ui.places.record_words import said_in
from ui.places.sources import words_of
from ui.places.viewer import Viewer, Wanted
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.deeds import by_key
from ui.widgets.field import FieldBox
from ui.widgets.heading import Heading, label
from ui.widgets.lines import column
from ui.widgets.page import Page

REASON = "change_reason"  # in the draft, beside the answers; no kind has a field of that name


class EditRecord(Page):
    """One record, new or as it stands. Saving never argues; submitting says what is missing."""

    saved = Signal(str)  # the record

    def __init__(
        self, workplace: Workplace, kind: str, record: str = "",
        given: Mapping[str, Json] | None = None,
    ) -> None:  # fmt: skip
        asked: Kind = KINDS[kind]
        super().__init__(asked.label if record else f"New {asked.label.lower()}", asked.help)
        self._workplace = workplace
        self._kind = kind
        self._record = record
        self._given = dict(given or {})
        self._kept: dict[str, Json] = {}  # answers that the form has no question for
        self._form: Form | None = None
        self._sent: dict[str, Json] = {}  # what stood in the form when it was saved
        self._is_settled = False
        self.files: list[FilesIn] = []
        self.form_name = f"edit:{record}" if record else _new_name(kind, self._given)
        self.save = self.add_action(button("Save", self._on_save, kind="primary", icon="save"))
        by_key(self, "Ctrl+S", "Save", self.save.click)
        self.hand_in = self.add_action(button("Submit", self._on_submit, icon="send"))
        self.reason = QLineEdit()
        self._reason_box = FieldBox(
            "Reason for the change", self.reason,
            "It was submitted before. The version before stays readable, with this reason.",
        )  # fmt: skip
        self._reason_box.hide()
        self.reason.textEdited.connect(self._on_changed)
        self.body.addWidget(self._reason_box)
        self.show_busy(f"Opening the {asked.label.lower()}.")
        workplace.hold(self.form_name, self)
        workplace.ask(self, partial(_open, kind, self.form_name, record), self._open_up)

    @property
    def form(self) -> Form | None:
        """Give the form, once it is there."""
        return self._form

    @override
    def again(self) -> Way:
        do = Do.WRITE if self._record else Do.BEGIN
        return Way(do, self._kind, self._record, {} if self._record else self._given)

    @override
    def first_focus(self) -> QWidget | None:
        return self._form.first_focus() if self._form is not None else super().first_focus()

    def _open_up(self, found: Filling) -> None:
        self._on_opened(found)
        if found.unsaved is not None:  # last: a page may have put its boxes elsewhere
            self._workplace.take_up(self, found.unsaved)

    def _on_opened(self, found: Filling) -> None:
        pack = self._workplace.pack
        self._form = form = Form(
            found.kind,
            partial(words_of, pack),
            found.choices,
            lambda: self._workplace.now().date(),
        )
        answers: dict[str, Json] = {**(found.item.fields if found.item else {}), **self._given}
        self._kept = {key: value for key, value in answers.items() if key not in form.controls}
        form.set_answers(found.unsaved.content if found.unsaved else answers)
        if found.unsaved is not None:
            self.reason.setText(str(found.unsaved.content.get(REASON, "")))
        form.changed.connect(self._on_changed)
        self.files = files_into(self._workplace, self, form, self._kind)
        for each in self.files:
            each.opened.connect(self._on_file_opened)
        self.body.addWidget(form)
        self._show_what_the_app_wrote(found, answers)
        if found.item is not None:
            self.set_title(found.item.title, found.kind.help)
            self._reason_box.setVisible(found.item.state == State.SUBMITTED.value)
        self.show_content()
        if found.unsaved is not None:
            at = found.unsaved.at.astimezone(self._workplace.now().tzinfo)
            self.notice.say(
                f"We kept what you typed at {at:%H:%M} and did not save.",
                "It is in the form below.", action="Throw it away",
                then=partial(self._start_again, answers),
            )  # fmt: skip
        begin_here(self._workplace, self)

    def _show_what_the_app_wrote(self, found: Filling, answers: Mapping[str, Json]) -> None:
        """Show in words, to read only, what the app itself writes into this kind of record."""
        pack = self._workplace.pack
        card = Card(Heading("Written by the app", "h2"), gap=8)
        ours = tuple(field for field in found.kind.fields if field.by_app)
        by_app = Kind(key=found.kind.key, label="", plural="", help="", fields=ours)
        own = {field.key: answers[field.key] for field in by_app.fields if field.key in answers}
        for said in said_in(by_app, own, pack, str):
            card.add(column(label(said.question, "strong"), label(said.answer, wrap=True), gap=2))
        if own:
            self.body.addWidget(card)

    def _start_again(self, answers: Mapping[str, Json]) -> None:
        if self._form is not None:
            self._form.set_answers(answers)
            self.reason.clear()
        self._workplace.forget(self.form_name)

    def _on_changed(self) -> None:
        if self._form is not None and not self._is_settled:
            typed, reason = self._form.typed(), self.reason.text()
            typed |= {REASON: reason} if reason else {}
            self._workplace.keep(self.form_name, self._kind, typed, self._record)

    def _on_file_opened(self, digest: str, name: str) -> None:
        self._workplace.open_page(Viewer(self._workplace, Wanted(digest, name, "")))

    def _entry(self) -> Entry | None:
        """Read the form; None, with the problems shown, while something is half typed."""
        if self._form is None:
            return None
        half_typed = self._form.half_typed()
        self._form.show_problems(half_typed)
        if half_typed:
            return None
        self._sent = self._form.typed()
        return Entry(
            kind=self._kind, fields={**self._kept, **self._form.answers()},
            record=RecordId(self._record) if self._record else None,
            reason=self.reason.text().strip(), form=self.form_name,
        )  # fmt: skip

    def _on_save(self) -> None:
        entry = self._entry()
        if entry is not None:
            self._workplace.ask(self, lambda desk: capture.capture(desk, entry), self._on_saved)

    def _on_submit(self) -> None:
        entry = self._entry()
        if entry is not None:
            self._workplace.ask(self, lambda desk: capture.capture(desk, entry), self._hand_in)

    def _hand_in(self, kept: Captured) -> None:
        self._take(kept)
        self._workplace.ask(
            self, lambda desk: submit.submit(desk, kept.record), self._on_submitted,
            partial(self._on_not_ready, kept.problems),
        )  # fmt: skip

    def _on_submitted(self, made: Captured) -> None:
        self._take(made)
        self._leave_with("Submitted.")

    def _on_not_ready(self, problems: tuple[Problem, ...], refusal: Planned) -> None:
        self.notice.show_refusal(refusal)
        if self._form is not None:
            blocking = [problem for problem in problems if problem.blocks]
            self._form.show_problems([(each.top_field, each.cited) for each in blocking])

    def _on_saved(self, made: Captured) -> None:
        self._take(made)
        left = sum(problem.blocks for problem in made.problems)
        self._leave_with(f"Saved. {left} to look at before you submit." if left else "Saved.")

    def _take(self, made: Captured) -> None:
        """Go on with the record that now exists; the next save is a version of it."""
        self._workplace.forget(self.form_name)  # and what still waited to be kept
        self._record = made.record
        self.form_name = f"edit:{made.record}"
        self._workplace.hold(self.form_name, self)
        self._workplace.tell(made.changes)

    def _leave_with(self, words: str) -> None:
        window = self._workplace.window
        self.saved.emit(self._record)
        if self._form is not None and self._form.typed() != self._sent:
            self._on_changed()  # somebody typed on meanwhile: nothing of that may go
            self.notice.say(words, "What you typed since is kept and not saved yet.", tone="ok")
            return
        self._is_settled = True
        if window.page is self:
            self._workplace.close_page()
            if window.page is not None:
                window.page.notice.say(words, tone="ok")


def _new_name(kind: str, given: Mapping[str, Json]) -> str:
    about = given.get("case") or given.get("area") or given.get("judgement") or ""
    return f"new:{kind}:{about}" if about else f"new:{kind}"


def _open(kind: str, form: str, record: str, desk: Desk) -> Filling:
    return filling(desk, kind, form, RecordId(record) if record else None)
