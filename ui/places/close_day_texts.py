"""What needs words: a concern to close, a consent to record, a text that may name somebody."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.operations import closing_day, settling
from evidencekit.operations.capture import Captured
from evidencekit.operations.closing_day import Thing
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from evidencekit.records.kinds import KINDS
from ui.forms.form import Form
from ui.places.close_day_card import Board, ThingCard
from ui.places.sources import Sources
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.button import button
from ui.widgets.field import FieldBox
from ui.widgets.heading import label
from ui.widgets.lines import row
from ui.widgets.picture import Decoration

_CLOSING = ("outcome", "closed_by", "closed_at")
_LEAD_TOLD = ("lead_told", "lead_told_at")  # asked as well while nobody was told
_WORDS = "words"
Work = Callable[[Desk], Captured]


class FormCard(ThingCard):
    """A few questions of the record's own kind; what is typed is kept until they are settled."""

    keys: ClassVar[tuple[str, ...]] = ()
    verb = "Save"
    said = "Saved"

    def __init__(self, thing: Thing, board: Board, *, tone: str = "accent") -> None:
        super().__init__(thing, board, tone=tone)
        kind = KINDS[thing.kind]
        asked = [field for key in self.wanted() if (field := kind.field(key)) is not None]
        self._sources = Sources(board.place, asked)
        self.questions: Form | None = None
        self._asked = asked
        self._unsaved: Unsaved | None = None
        self._holder = label("Opening…", "muted")
        self.add(self._holder)
        self.finish_with(button(self.verb, self._on_done, kind="primary", icon="check"))
        self._sources.load(self, self._on_sources)

    @override
    def first_focus(self) -> QWidget:
        first = self.questions.first_focus() if self.questions is not None else None
        return first or self

    @override
    def kept(self, unsaved: Unsaved) -> None:
        self._unsaved = unsaved
        if self.questions is not None:
            self.questions.set_answers(unsaved.content)

    def wanted(self) -> tuple[str, ...]:
        """Give the keys of the questions to ask."""
        return self.keys

    def begun(self) -> Mapping[str, Json]:
        """Give the answers to begin with."""
        return self.thing.fields or {}

    def work(self, answers: Mapping[str, Json]) -> Work:
        """Give what these answers do."""
        raise NotImplementedError

    def _on_sources(self) -> None:
        form = self.questions = self._sources.form(self._asked)
        form.set_answers(self._unsaved.content if self._unsaved else self.begun())
        form.changed.connect(lambda: self.keep(form.typed()))
        place = self.column.indexOf(self._holder)
        self._holder.hide()
        self.column.insertWidget(place, form)
        self.board.ready()

    def _on_done(self) -> None:
        form = self.questions
        if form is None:
            return
        wrong = form.half_typed()
        form.show_problems(wrong)
        if not wrong:
            answers: dict[str, Json] = dict.fromkeys(self.keys)
            self.board.settle(self.work({**answers, **form.answers()}), self.said)


class ConcernCard(FormCard):
    """Closing asks who was told, how it ended, who says so and when; never less."""

    keys: ClassVar[tuple[str, ...]] = _CLOSING
    verb = "Close the concern"
    said = "Concern closed"

    def __init__(self, thing: Thing, board: Board) -> None:
        super().__init__(thing, board, tone="error")
        self.says.setText(str((thing.fields or {}).get("nature", "")))
        self.says.setVisible(bool(self.says.text()))
        told = _told(thing)
        self.column.insertWidget(3, label(told, "strong", wrap=True))

    @override
    def wanted(self) -> tuple[str, ...]:
        is_told = bool((self.thing.fields or {}).get("lead_told_at"))
        return self.keys if is_told else (*_LEAD_TOLD, *self.keys)

    @override
    def begun(self) -> Mapping[str, Json]:
        place = self.board.place
        now = f"{place.now():%Y-%m-%dT%H:%M}"
        return {"closed_by": place.me.id, "closed_at": now, **(self.thing.fields or {})}

    @override
    def work(self, answers: Mapping[str, Json]) -> Work:
        record = self.thing.record
        return lambda desk: settling.close_concern(desk, record, answers)


class ConsentCard(FormCard):
    """Whose consent, how it was asked, and when."""

    keys: ClassVar[tuple[str, ...]] = ("consent",)
    verb = "Keep the consent"
    said = "Consent kept"

    def __init__(self, thing: Thing, board: Board) -> None:
        super().__init__(thing, board)
        self.column.insertWidget(3, label(_said(thing), wrap=True))

    @override
    def work(self, answers: Mapping[str, Json]) -> Work:
        record = self.thing.record
        return lambda desk: settling.answer(desk, record, answers)


class NameCard(ThingCard):
    """A text in which something looks like a name; the writer judges, nothing changes by itself."""

    def __init__(self, thing: Thing, board: Board) -> None:
        super().__init__(thing, board)
        self.says.hide()
        for problem in thing.problems:
            found = ", ".join(f"“{thing.says[start:end]}”" for start, end in problem.spans)
            words = label(f"{found}: {problem.words}", "strong", wrap=True)
            self.add(row(Decoration("triangle-alert", "caution", 18), words, gap=8))
        self.text = AutosaveText("What stands there")
        self.text.show_text(thing.says)
        self.add(FieldBox("What stands there", self.text, "Change the words here."))
        self.text.changed_text.connect(lambda words: self.keep({_WORDS: words}))
        self.finish_with(
            button("Save the change", self._on_save, kind="primary", icon="check"),
            button("Save, and destroy what stood there", self._on_destroy, icon="trash-2"),
            button("It names nobody", self._on_nobody, name="It names nobody: keep it as it is"),
        )
        self._select(thing)

    @override
    def first_focus(self) -> QWidget:
        return self.text

    @override
    def kept(self, unsaved: Unsaved) -> None:
        self.text.show_text(str(unsaved.content.get(_WORDS, self.thing.says)))

    def _select(self, thing: Thing) -> None:
        spans = [span for problem in thing.problems for span in problem.spans]
        if spans:
            start, end = min(spans)
            cursor = self.text.textCursor()
            cursor.setPosition(_utf16(thing.says[:start]))
            cursor.setPosition(_utf16(thing.says[:end]), QTextCursor.MoveMode.KeepAnchor)
            self.text.setTextCursor(cursor)

    def _on_save(self) -> None:
        thing, words = self.thing, self.text.toPlainText()
        self.board.settle(
            lambda desk: settling.put_text(desk, thing.record, thing.path, words), "Changed"
        )

    def _on_nobody(self) -> None:
        work = partial(closing_day.names_nobody, key=self.thing.key)
        self.board.judge(work, "Kept as it is; it is not asked again")

    def _on_destroy(self) -> None:
        thing, words = self.thing, self.text.toPlainText()
        named = [thing.says[start:end] for each in thing.problems for start, end in each.spans]

        def work(desk: Desk) -> Captured:
            made = settling.put_text(desk, thing.record, thing.path, words)
            settling.erase_before(desk, made, named)
            return made

        self.board.settle(work, "Changed, and what stood there is destroyed", is_final=True)


def _utf16(text: str) -> int:
    """Count as Qt does, where some signs are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _told(thing: Thing) -> str:
    fields = thing.fields or {}
    lead = str(fields.get("lead_told_at", ""))[-5:]
    rows = fields.get("told")
    many = len(rows) if isinstance(rows, list | tuple) else 0
    agencies = f"{many} {'agency' if many == 1 else 'agencies'} told" if many else "No agency told"
    return f"{f'Lead told at {lead}' if lead else 'The lead is not told yet'}. {agencies}."


def _said(thing: Thing) -> str:
    return " ".join(problem.words for problem in thing.problems)
