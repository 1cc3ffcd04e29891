"""One part of the details: what is worth asking, who was there, and the questions."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidencekit.canonical import Json
from evidencekit.checks.grounds import asked_under
from evidencekit.framework.clocks import clock_words, due_words, published
from evidencekit.framework.prompts import Clock, shipped_prompts
from evidencekit.records.fields import Field
from ui.forms.form import Form
from ui.places.capture_attend import AttendGrid
from ui.places.capture_prompts import PromptCard
from ui.places.capture_sheet import Answers, Sheet
from ui.places.sources import Pairs, Sources
from ui.theme import spaced
from ui.widgets.card import Card
from ui.widgets.heading import Heading, label

ATTENDANCE, CLOCK, COUNTED_FROM, DECIDED = "attendance", "clock", "counted_from", "decided"
_CLOCK_WORDS = "meeting-clocks"
_DAY = len("2012-11-19")


class PartView(QWidget):
    """The form of a part, with what stands above it."""

    changed = Signal()

    def __init__(self, sheet: Sheet, sources: Sources, key: str, fields: Sequence[Field]) -> None:
        super().__init__()
        self._sheet, self._sources = sheet, sources
        prompts = shipped_prompts()
        what = str(sheet.fields.get("what", ""))
        self._clocks = prompts.kind(what).clocks
        asked = [prompt for prompt in prompts.asked(what) if prompt.part == key]
        pack = sheet.workplace.pack
        shown = [field for field in fields if field.key != ATTENDANCE]
        asked_here = [asked_under(pack, "observation", field) for field in shown]
        today = self._meeting_day if key == DECIDED else sources.today
        self.form = Form(asked_here, self._words, sources.choices, today)
        self._told: dict[str, Json] = {}
        self.refresh()
        self.prompts = PromptCard(sheet, asked) if asked else None
        self.grid = AttendGrid(sheet) if len(asked_here) < len(fields) else None
        self.clock = ClockCard(self._clocks) if CLOCK in self.form.controls else None
        column = QVBoxLayout(self)
        spaced(column, 18)
        for part in (self.grid, self.prompts, self.clock, self.form):
            if part is not None:
                column.addWidget(part)
        self._show_clock()
        self.form.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Show what stands in the sheet now: another view may have changed it."""
        stands = {**self._sheet.fields, **self._sheet.typed}
        if any(self._told.get(key) != stands.get(key) for key in self.form.controls):
            self.form.set_answers(stands)
            self._told = self.form.typed()

    def changed_keys(self) -> tuple[str, ...]:
        """Give the questions answered anew since this was last asked; only those are told on."""
        typed = self.form.typed()
        keys = tuple(key for key in self.form.controls if typed.get(key) != self._told.get(key))
        self._told = typed
        return keys

    def show_problems(self, problems: Sequence[tuple[str, str]]) -> None:
        """Show what to put right, beside its question or above the attendance."""
        self.form.show_problems([each for each in problems if each[0] in self.form.controls])
        if self.grid is None:
            return
        there = [words for key, words in problems if key == ATTENDANCE]
        self.grid.show_problems(there)
        if there:
            self.form.problems.show_problems(
                [(words, self._place_of(key)) for key, words in problems]
            )

    def first_focus(self) -> QWidget | None:
        """Give where the keyboard should begin."""
        return self.grid.first_focus() if self.grid is not None else self.form.first_focus()

    def _place_of(self, key: str) -> QWidget:
        if key == ATTENDANCE and self.grid is not None:
            return self.grid.list
        return self.form.controls.get(key, self.form)

    def _words(self, name: str) -> Pairs:
        words = self._sources.words(name)
        if name != _CLOCK_WORDS:
            return words
        own = {clock.id for clock in self._clocks}
        return [pair for pair in words if pair[0] in own] or words

    def _meeting_day(self) -> date:
        """Give the day of the meeting: "10 working days" counts from it, also when typed later."""
        return _day(self._sheet.fields.get("started")) or self._sources.today()

    def _on_changed(self) -> None:
        self._show_clock()
        self.changed.emit()

    def _show_clock(self) -> None:
        if self.clock is None:
            return
        self.clock.show_answers(self.form.answers())
        if len(self._clocks) == 1 and CLOCK not in self._sheet.fields:
            self.form.box(CLOCK).hide()


class ClockCard(Card):
    """How long it took beside what is published: the count, and nothing about it."""

    def __init__(self, clocks: Sequence[Clock]) -> None:
        super().__init__(gap=4)
        self._clocks = tuple(clocks)
        self.says = label("", wrap=True)
        self.add(Heading("Clock", "h3"))
        self.add(self.says)

    def show_answers(self, answers: Answers) -> None:
        """Say what the dates say."""
        self.says.setText(self._words(answers))

    def _words(self, answers: Answers) -> str:
        held = _day(answers.get("started"))
        start, due = _day(answers.get(COUNTED_FROM)), _day(answers.get("due"))
        chosen = answers.get(CLOCK) or (self._clocks[0].id if len(self._clocks) == 1 else "")
        clock = next((one for one in self._clocks if one.id == chosen), None)
        said = []
        if clock is not None and start and held:
            said.append(clock_words(clock, start, held))
        else:
            said += [published(one) for one in ((clock,) if clock else self._clocks)]
            said.append("Give the day it is counted from to see the count.")
        if due and held:
            said.append(due_words(due, held))
        return " ".join(said)


def _day(value: Json) -> date | None:
    try:
        return date.fromisoformat(value[:_DAY]) if isinstance(value, str) else None
    except ValueError:
        return None
