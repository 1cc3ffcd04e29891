"""A lost laptop: what was on it, what is held here, what is gone, and what to do next."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.ids import AuthorId
from evidencekit.operations import lost_statement, report_desk
from evidencekit.operations.changes import Changes
from evidencekit.operations.lost_statement import Section, Statement
from ui.jobs import Progress
from ui.places import choosers
from ui.places.arriving import begin_here
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.heading import label
from ui.widgets.lines import clear, row
from ui.widgets.page import Page

QUESTION = "Where to save the statement. It is a plain file: whoever has it can read it."
_NAME = "lost-laptop"


class LaptopPage(Page):
    """The statement as it will be printed; it holds numbers and references, no evidence."""

    def __init__(self, workplace: Workplace, member: AuthorId) -> None:
        super().__init__(lost_statement.TITLE, "Numbers and references only; no evidence.")
        self._workplace, self._member = workplace, member
        self._said: Statement | None = None
        self.choose_folder: choosers.ChooseOne = choosers.choose_folder
        self.pdf = self.add_action(
            button("Save as PDF", partial(self._on_save, ".pdf"), kind="primary", icon="printer")
        )
        self.page = self.add_action(button("Save as HTML", partial(self._on_save, ".html")))
        self.text = self.add_action(button("Save as text", partial(self._on_save, ".txt")))
        self._sections = QVBoxLayout()
        spaced(self._sections, 12)
        self.body.addLayout(self._sections)
        self.body.addStretch(1)
        self.show_busy("Reading…")

    @override
    def arrive(self) -> None:
        member = self._member
        self._workplace.ask(self, lambda desk: lost_statement.make(desk, member), self._on_read)

    @override
    def show_changes(self, changes: Changes) -> None:
        self.arrive()

    def _on_read(self, said: Statement) -> None:
        is_first, self._said = self._said is None, said
        clear(self._sections)
        short = Card(label("In short", "h2"), label(said.in_short, wrap=True), tone="accent", gap=8)
        short.setAccessibleName(f"In short: {said.in_short}")
        self._sections.addWidget(short)
        self._sections.addWidget(_card(Section(title="Whose", rows=said.facts)))
        for section in said.sections:
            self._sections.addWidget(_card(section))
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _on_save(self, ending: str) -> None:
        self.choose_folder(self, QUESTION, partial(self._save, ending))

    def _save(self, ending: str, folder: Path) -> None:
        said = self._said
        if said is None:
            return
        path = report_desk.free_path(folder, _NAME, self._workplace.now().date(), ending)
        progress = Progress(self)
        progress.stopped.connect(self._on_stopped)
        self.show_busy(f"Making {path.name}", progress)
        self._workplace.labour(
            self, lambda: lost_statement.save(said, path, progress), self._record,
            self._on_refused, progress,
        )  # fmt: skip

    def _record(self, path: Path) -> None:
        self._workplace.ask(
            self, lambda desk: lost_statement.record(desk, path), lambda _: self._on_saved(path)
        )

    def _on_saved(self, path: Path) -> None:
        self.show_content()
        words = f"{path.name} is saved in {path.parent}."
        self.notice.say(words, "Give it to the data protection officer.", tone="ok")
        announce(self, words)

    def _on_refused(self, refusal: Planned) -> None:
        self.show_content()
        self.notice.show_refusal(refusal)

    def _on_stopped(self) -> None:
        self.show_content()
        self.notice.say("Cancelled. Nothing was written.")


def show_laptop(workplace: Workplace, member: AuthorId) -> None:
    """Open the statement of one person's laptop."""
    workplace.open_page(LaptopPage(workplace, member))


def _card(section: Section) -> QWidget:
    card = Card(label(section.title, "h2"), gap=6)
    for name, said in section.rows:
        line = row(label(name, "muted", wrap=True), label(said, wrap=True), gap=12)
        line.setStretch(0, 1)
        line.setStretch(1, 3)
        card.add(line)
    for sentence in section.sentences:
        card.add(label(sentence, wrap=True))
    for number, step in enumerate(section.steps, start=1):
        card.add(label(f"{number}. {step}", wrap=True))
    return card
