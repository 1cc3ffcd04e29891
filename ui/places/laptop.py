"""A lost laptop: what was on it, what is held here, what is gone, and what to do next."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.ids import AuthorId
from evidencekit.operations import colleagues, lost_laptop, lost_statement, report_desk
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.operations.lost_statement import Section, Statement
from ui.jobs import Progress
from ui.places import choosers
from ui.places.arriving import begin_here, bring_place
from ui.places.reason_card import ReasonCard
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.error_summary import go_to
from ui.widgets.flow import flow
from ui.widgets.fresh_page import FreshPage
from ui.widgets.heading import label
from ui.widgets.lines import clear, row
from ui.widgets.page import holds_focus

QUESTION = "Where to save the statement. It is a plain file: whoever has it can read it."
_NAME = "lost-laptop"


class LaptopPage(FreshPage):
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
        self._is_off = False  # its keys are off the roster already
        self._question, self._sections = QVBoxLayout(), QVBoxLayout()
        for part in (self._question, self._sections):
            spaced(part, 12)
            self.body.addLayout(part)
        self.body.addStretch(1)
        self.show_busy("Reading…")

    @override
    def _read(self) -> None:
        self._workplace.ask(self, partial(_read, self._member), self._on_read)

    @override
    def first_focus(self) -> QWidget | None:
        return self.pdf

    def _next(self, said: Statement) -> QWidget:
        """Give the steps that are one press from here."""
        whose = dict(said.facts)["Whose laptop"]
        off = button("Take off the roster", self._on_revoke, name=f"Take off the roster: {whose}")
        packs = button(
            "Save return packs", partial(self._workplace.go, "Hand over"), icon="package"
        )
        admit = button("Admit another laptop", self._on_admit, icon="user-plus")
        return flow(*([] if self._is_off else [off]), packs, admit)

    def _on_admit(self) -> None:
        self._workplace.close_page()
        bring_place(self._workplace, "Team")

    def _on_revoke(self) -> None:
        card = ReasonCard(
            "Take these keys off the roster",
            "What is signed with them is refused from now on. What was merged stays.",
            "Take off the roster",
        )  # fmt: skip
        card.keep(self._workplace, self, "revoke", self._member)
        card.agreed.connect(partial(self._revoke, card))
        card.left.connect(partial(clear, self._question))
        clear(self._question)
        self._question.addWidget(card)
        go_to(card.text)

    def _revoke(self, card: ReasonCard, reason: str) -> None:
        def then(changes: Changes) -> None:
            card.done()
            clear(self._question)
            self._workplace.tell(changes)
            more = "Save return packs next, so that everybody knows."
            self.notice.say("The keys are off the roster.", more, tone="ok")

        member = self._member
        self._workplace.ask(
            self, lambda desk: colleagues.revoke(desk, member, reason), then,
            lambda refusal: card.refuse(refusal.words),
        )  # fmt: skip

    def _on_read(self, read: tuple[Statement, bool]) -> None:
        said, self._is_off = read
        before, self._said = self._said, said
        if before is not None and before.sections == said.sections:
            return  # what has the keyboard keeps it
        if holds_focus(self):  # a button below is made anew; Qt would hand it to the menu
            self.pdf.setFocus(Qt.FocusReason.OtherFocusReason)
        clear(self._sections)
        short = Card(label("In short", "h2"), label(said.in_short, wrap=True), tone="accent", gap=8)
        short.setAccessibleName(f"In short: {said.in_short}")
        self._sections.addWidget(short)
        self._sections.addWidget(_card(Section(title="Whose", rows=said.facts)))
        for section in said.sections:
            self._sections.addWidget(_card(section))
        self._sections.addWidget(self._next(said))
        self.show_content()
        if before is None:
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


def _read(member: AuthorId, desk: Desk) -> tuple[Statement, bool]:
    said = lost_statement.make(desk, member)
    return said, bool(lost_laptop.look(desk, member).revoked)


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
