"""A record of any kind: what it says, what to look at again, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from evidencekit.analysis.snapshot import Item, Person
from evidencekit.checks.problem import Problem
from evidencekit.errors.base import Planned
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import capture, reading, submit
from evidencekit.operations.attachable import place_for_files
from evidencekit.operations.capture import Captured
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.records.kinds import KINDS
from evidencekit.records.links import record_links
from evidencekit.records.revision import Revision, State
from evidencekit.records.told import written_words
from ui.places.clash import open_clash
from ui.places.doors import edit_record
from ui.places.how_known import ask_how
from ui.places.kept_reason import KeptReason
from ui.places.record_decided import RecordDecided
from ui.places.record_files import RecordFiles
from ui.places.record_history import history_rows
from ui.places.record_words import Said, said_in
from ui.places.viewer import Viewer, Wanted
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.qtmodels.history_table import HistoryTable
from ui.qtmodels.table import TableView
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import clear, column
from ui.widgets.page import Page
from ui.widgets.tag import Tag

_LEAST_REASON = "Say in a few words why it is deleted."


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A record with all that this page says of it."""

    item: Item
    history: tuple[Revision, ...]
    problems: tuple[Problem, ...]
    people: Mapping[AuthorId, Person]
    names: Mapping[str, str]  # of the records and people it points at


def read_record(desk: Desk, record: RecordId) -> Shown:
    """Read a record with its history and what to look at again."""
    item = reading.item(desk, record)
    people = reading.people_of(desk)
    names = {str(person.id): person.name for person in people.values()}
    for target in dict.fromkeys(_targets(item)):
        names[target] = reading.title(desk, RecordId(target))
    return Shown(
        item=item,
        history=reading.history(desk, record),
        problems=submit.problems_of(desk, record),
        people=people,
        names=names,
    )


class RecordPage(Page):
    """One record to read; its author changes it, submits it or deletes it from here."""

    def __init__(self, workplace: Workplace, record: str) -> None:
        super().__init__("Record")
        self._workplace, self.record = workplace, RecordId(record)
        self._shown: Shown | None = None
        self.edit = self.add_action(button("Change", self._on_edit, icon="pencil"))
        self.how = self.add_action(
            button("How do we know?", partial(ask_how, workplace), icon="search")
        )
        self.remove = self.add_action(button("Delete", self._on_delete, icon="trash-2"))
        self.hand_in = self.add_action(
            button("Submit", self._on_submit, kind="primary", icon="send")
        )
        self.problems = ErrorSummary()
        self.tags = flow()
        self.why = QLineEdit()
        self._kept = KeptReason(workplace, self, self.why, ("delete", record))
        self._why_box = FieldBox("Why is it deleted?", self.why, "The reason stays with it.")
        self._why_buttons = flow(
            button("Delete it", self._on_delete_for, icon="trash-2"),
            button("Keep it", self._on_keep_it, kind="quiet"),
        )
        self.said = column(gap=14)
        self.files = RecordFiles()
        self.files.opened.connect(self._on_file)
        self.history = HistoryTable(self)
        self.versions = TableView("Versions of this record", self.history)
        self._kept.given_back.connect(self._on_delete)
        self.decided = RecordDecided(workplace, self, self.record)
        self.decide_again = button(
            "Decide again", partial(open_clash, workplace, self.record), icon="git-merge"
        )
        self._lay_out()
        self._hide_why()
        self.show_busy("Opening the record.")
        self._read()

    @override
    def first_focus(self) -> QWidget | None:
        return self.versions if self.edit.isHidden() else self.edit

    @override
    def show_changes(self, changes: Changes) -> None:
        if self.record in changes.records or changes.beyond_records:
            self._read()
        else:
            self.decided.read()  # a question may be about it, or an answer

    @override
    def again(self) -> Way:
        return Way(Do.READ, record=self.record)

    # -- inside

    def _lay_out(self) -> None:
        self.body.addWidget(self.problems)
        self.body.addWidget(self.tags)
        self.body.addWidget(self._why_box)
        self.body.addWidget(self._why_buttons)
        self.body.addWidget(self.decided)
        self._card = Card(self.said, gap=14)
        self.body.addWidget(self._card)
        self.body.addWidget(self.files)
        self.body.addWidget(Heading("What became of it", "h2"))
        self.body.addWidget(flow(self.decide_again))
        self.body.addWidget(self.versions, 1)
        self.why.returnPressed.connect(self._on_delete_for)

    @override
    def _read(self) -> None:
        self._workplace.ask(self, lambda desk: read_record(desk, self.record), self._show)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        item, kind = shown.item, KINDS.get(shown.item.kind)
        by = shown.people.get(item.author)
        name = kind.label if kind else item.kind
        self.set_title(item.title or name, f"{name}, by {by.name if by else item.author}")
        is_mine = item.author == self._workplace.me.id
        can_write = is_mine and not item.is_deleted and not item.is_disputed
        self.edit.setVisible(can_write)
        self.remove.setVisible(can_write)
        self.hand_in.setVisible(can_write and item.state == State.DRAFT.value)
        was_decided = any(len(each.header.parents) > 1 for each in shown.history)
        can_redo = self._workplace.is_lead and was_decided and not item.is_disputed
        self.decide_again.setVisible(can_redo)
        self._show_tags(item)
        self.files.show_files(item)
        self.decided.read()
        if kind is not None:
            names = shown.names
            said = said_in(kind, item.fields, self._workplace.pack, lambda k: names.get(k, k))
            self._show_said([each for each in said if each.key != place_for_files(item.kind)])
        self.history.show_rows(history_rows(shown.history, shown.people, self._workplace.zone))
        self.show_content()

    def _show_tags(self, item: Item) -> None:
        layout = self.tags.layout()
        if layout is None:
            return
        clear(layout)
        for words, tone in _tags(item):
            layout.addWidget(Tag(words, tone))

    def _show_said(self, said: Sequence[Said]) -> None:
        clear(self.said)
        for each in said:
            answer = label(each.answer, wrap=True)
            question = label(each.question, "strong", wrap=True)
            self.said.addLayout(column(question, answer, gap=2))
        self._card.setVisible(bool(said))

    def _on_file(self, digest: str, name: str) -> None:
        wanted = Wanted(digest, name, str(self.record))
        self._workplace.open_page(Viewer(self._workplace, wanted))

    def _on_edit(self) -> None:
        if self._shown is not None:
            edit_record(self._workplace, self.record, self._shown.item.kind)

    def _on_submit(self) -> None:
        self._workplace.ask(
            self, lambda desk: submit.submit(desk, self.record), self._on_submitted,
            self._on_not_ready,
        )  # fmt: skip

    def _on_submitted(self, made: Captured) -> None:
        self.problems.show_problems([])
        self._workplace.tell(made.changes)
        self.notice.say("Submitted.", tone="ok")

    def _on_not_ready(self, refusal: Planned) -> None:
        found = self._shown.problems if self._shown is not None else ()
        blocking = [problem for problem in found if problem.blocks]
        self.problems.show_problems([(problem.cited, self.edit) for problem in blocking])
        if not blocking:
            self.notice.show_refusal(refusal)

    def _on_keep_it(self) -> None:
        self._kept.done()
        self._hide_why()

    def _on_delete(self) -> None:
        self._kept.begin()
        self._why_box.show()
        self._why_buttons.show()
        self.why.setFocus()

    def _hide_why(self) -> None:
        self._why_box.hide()
        self._why_buttons.hide()
        self.why.clear()
        self._why_box.set_problem("")

    def _on_delete_for(self) -> None:
        reason = self.why.text().strip()
        if not reason:
            self._why_box.set_problem(_LEAST_REASON)
            self.why.setFocus()
            return
        before = self._shown.item.head if self._shown is not None else None
        self._kept.done()
        self._hide_why()
        self._workplace.ask(
            self, lambda desk: capture.delete(desk, self.record, reason),
            lambda made: self._on_deleted(made, before),
        )  # fmt: skip

    def _on_deleted(self, made: Captured, before: Revision | None) -> None:
        self._workplace.tell(made.changes)
        if before is not None:
            self.notice.undo("Deleted. Every version stays readable.", lambda: self._bring(before))

    def _bring(self, before: Revision) -> None:
        self._workplace.ask(
            self, lambda desk: capture.restore(desk, before.id, "The deletion was undone."),
            lambda made: self._workplace.tell(made.changes),
        )  # fmt: skip


def _targets(item: Item) -> Sequence[str]:
    return [target for _field, target in record_links(item.kind, item.fields)]


def _tags(item: Item) -> list[tuple[str, str]]:
    if item.is_deleted:
        return [("Deleted", "error")]
    said = [("Draft", "info") if item.state == State.DRAFT.value else ("Submitted", "ok")]
    said += [("Two versions", "caution")] if item.is_disputed else []
    return [*said, (f"Written: {written_words(item.kind, item.provenance)}", "")]
