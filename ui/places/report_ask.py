"""A few questions in a card: what is typed is kept under its own name until it is used."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidencekit.canonical import Json
from evidencekit.ids import RecordId
from evidencekit.operations.desk import Desk
from evidencekit.operations.filling import Filling, filling
from evidencekit.records.fields import Field
from ui.forms.form import Form
from ui.places.sources import words_of
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.page import Page

NEEDED = "Needed."
_NOTHING: Mapping[str, Json] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a card asks, and what it is about."""

    title: str
    more: str
    do_it: str
    kind: str
    form: str  # the name under which what is typed is kept
    fields: tuple[Field, ...]
    needed: tuple[str, ...] = ()  # keys without an answer to which it is not done
    record: str = ""
    given: Mapping[str, Json] = field(default_factory=lambda: _NOTHING)
    icon: str = ""
    may_cancel: bool = True


class AskCard(Card):
    """Tells the answers when they are whole; words typed before the end stand in it again."""

    agreed = Signal(dict)
    left = Signal()
    opened = Signal(bool)  # the questions stand; true when they hold words kept before

    def __init__(self, workplace: Workplace, page: Page, asked: Asked) -> None:
        super().__init__(tone="accent", gap=12)
        self._workplace, self._page, self.asked = workplace, page, asked
        self.form: Form | None = None
        self._is_done = False
        self._place = QVBoxLayout()
        spaced(self._place, 0)
        self.go = button(asked.do_it, self._on_go, kind="primary", icon=asked.icon)
        self.cancel = button("Cancel", self._on_cancel)
        self.add(label(asked.title, "h2"))
        if asked.more:
            self.add(label(asked.more, wrap=True))
        self.add(self._place)
        self.add(flow(self.go, self.cancel))
        # Not before: it would open as a window of its own, and take the keyboard along.
        self.cancel.setVisible(asked.may_cancel)
        workplace.hold(asked.form, page)
        workplace.ask(self, partial(_open, asked), self._on_opened)

    def begin_again(self) -> None:
        """Show the questions as they were at first; what was typed was used."""
        self.done()
        self._is_done = False
        if self.form is not None:
            self.form.set_answers(self.asked.given)
            self.form.show_problems(())

    def done(self) -> None:
        """Let the kept words go: they stand in what was made of them."""
        self._is_done = True
        self._workplace.forget(self.asked.form)

    def show_problems(self, problems: Sequence[tuple[str, str]]) -> None:
        """Show what to put right beside its question."""
        if self.form is not None:
            self.form.show_problems(problems)

    def first(self) -> QWidget:
        """Give where the keyboard begins."""
        return (self.form.first_focus() if self.form else None) or self.go

    def _on_opened(self, found: Filling) -> None:
        workplace, fields = self._workplace, tuple(map(self._here, self.asked.fields))
        self.form = form = Form(
            fields, partial(words_of, workplace.pack), found.choices,
            lambda: workplace.now().date(),
        )  # fmt: skip
        unsaved = found.unsaved
        form.set_answers(unsaved.content if unsaved else self.asked.given)
        form.changed.connect(self._on_changed)
        self._place.addWidget(form)
        if unsaved is not None:
            at = unsaved.at.astimezone(workplace.now().tzinfo)
            self._page.notice.say(f"We kept what you typed at {at:%H:%M:%S}.")
            workplace.take_up(self._page, unsaved)
        self.opened.emit(unsaved is not None)

    def _here(self, field: Field) -> Field:
        """Ask a question as this card needs it: nothing is submitted here."""
        more = f"{field.help} {NEEDED}" if field.key in self.asked.needed else field.help
        return replace(field, required=False, help=more.strip())

    def _on_changed(self) -> None:
        if self.form is not None and not self._is_done:
            asked = self.asked
            self._workplace.keep(asked.form, asked.kind, self.form.typed(), asked.record)

    def _on_cancel(self) -> None:
        self.done()
        self.left.emit()

    def _on_go(self) -> None:
        form = self.form
        if form is None:
            return
        answers, half = form.answers(), form.half_typed()
        missing = [
            (each.key, f"{each.label}: needed.") for each in self.asked.fields
            if each.key in self.asked.needed and each.key not in {*answers, *dict(half)}
        ]  # fmt: skip
        problems = [*half, *missing]
        form.show_problems(problems)
        if not problems:
            self.agreed.emit(answers)


def _open(asked: Asked, desk: Desk) -> Filling:
    return filling(desk, asked.kind, asked.form, RecordId(asked.record) if asked.record else None)
