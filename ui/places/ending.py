"""The end of the inspection: how long it is kept, legal holds, and destruction by two people."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.operations import certificates, ending, holding, retention
from evidencekit.operations.certificates import Taken
from evidencekit.operations.changes import Changes
from evidencekit.operations.ending import Overview
from evidencekit.operations.holds import Hold
from ui.places import choosers
from ui.places.arriving import begin_here
from ui.places.doors import begin_record
from ui.places.ending_destroy import Destroying, Host
from ui.places.ending_parts import HoldLine, person_card, rules_card
from ui.places.kept_reason import ask_again
from ui.places.laptop import show_laptop
from ui.places.reason_card import ReasonCard
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.error_summary import go_to
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import clear
from ui.widgets.page import holds_focus

TITLE = "End of the inspection"
_MORE = "Nothing is destroyed by itself, and nothing by one person alone."
_NO_HOLD = (
    "No legal hold stands. Put one on as soon as an inquiry, a court, the police or a complaint "
    "asks for what is here."
)
_LIST = (
    "Each laptop makes a certificate when it is destroyed. Take them in here: each is held against "
    "the chains, bundles and receipts of its owner."
)


class EndingPage(Host):
    """Everything about the end, on one page; each step says what comes next."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(TITLE, _MORE)
        self._workplace = workplace
        self._found: Overview | None = None
        self.choose_file: choosers.ChooseOne = choosers.choose_file
        self.choose_files: choosers.ChooseMany = choosers.choose_files
        self.choose_folder: choosers.ChooseOne = choosers.choose_folder
        self.destroying = Destroying(self, workplace)
        self._question, self._list = QVBoxLayout(), QVBoxLayout()
        for part in (self._question, self._list):
            spaced(part, 12)
            self.body.addLayout(part)
        self.body.addStretch(1)
        self.show_busy("Reading…")

    @override
    def _read(self) -> None:
        self._workplace.ask(self, ending.look, self._on_read)

    @override
    def put_question(self, card: QWidget) -> None:
        """Show a card that waits for an answer, above everything else."""
        self.put_away()
        self._question.addWidget(card)

    @override
    def put_away(self) -> None:
        """Take the card that waited away."""
        clear(self._question)

    def _on_read(self, found: Overview) -> None:
        if found == self._found:  # what has the keyboard keeps it
            return
        is_first, self._found = self._found is None, found
        had_keyboard = holds_focus(self)
        clear(self._list)
        for part in (self._holds(found), self._rules(found), self.destroying.card(found)):
            self._list.addWidget(part)
        if found.is_joined:
            self._list.addWidget(self._others(found))
        for line in found.people:
            then = partial(show_laptop, self._workplace, line.member)
            self._list.addWidget(person_card(line, then))
        self.show_content()
        if had_keyboard:  # what was made anew is shown a moment later, and can take it only then
            QTimer.singleShot(0, self, self._take_keyboard)
        if is_first:
            begin_here(self._workplace, self)
            ask_again(self._workplace, self, "lift", self._ask_to_lift)
            self.destroying.ask_again()

    def _take_keyboard(self) -> None:
        """Take the keyboard back: what had it was made anew, and Qt handed it to the menu."""
        first = self.first_focus()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- holds and rules

    def _holds(self, found: Overview) -> QWidget:
        card = Card(label("Legal hold", "h2"), gap=10)
        if not any(each.stands for each in found.holds):
            card.add(label(_NO_HOLD, wrap=True))
        for hold in found.holds:
            card.add(HoldLine(self._workplace, hold, partial(self._on_lift, hold)))
        put_on = button("Put on a legal hold", self._on_put_on, icon="lock")
        card.add(flow(put_on))
        return card

    def _rules(self, found: Overview) -> QWidget:
        ours = ("Use rules of our own", self._on_rules)
        shipped = ("Use the rules that ship", self._on_shipped)
        return rules_card(found.kept, ours, *([shipped] if found.kept.has_own else []))

    def _on_put_on(self) -> None:
        begin_record(self._workplace, "legal-hold", {})

    def _ask_to_lift(self, record: str) -> None:
        for hold in self._found.holds if self._found else ():
            if hold.record == record and hold.stands:
                self._on_lift(hold)

    def _on_lift(self, hold: Hold) -> None:
        card = ReasonCard(
            "Lift the legal hold",
            f"{hold.ground}: {hold.what}. What it covers can then be destroyed, by two people.",
            "Lift the hold", asks="Who confirmed that it may end",
        )  # fmt: skip
        card.keep(self._workplace, self, "lift", hold.record)
        card.agreed.connect(partial(self._lift, card, hold))
        card.left.connect(self.put_away)
        self.put_question(card)
        go_to(card.text)

    def _lift(self, card: ReasonCard, hold: Hold, reason: str) -> None:
        def then(changes: Changes) -> None:
            card.done()
            self.put_away()
            self._workplace.tell(changes)
            self.notice.say(
                "The hold is lifted. That it stood, and why it ended, stays.", tone="ok"
            )

        self._workplace.ask(
            self, lambda desk: holding.lift(desk, hold.record, reason), then, _refused_by(card)
        )

    def _on_rules(self) -> None:
        self.choose_file(self, "Which file of rules", self._take_rules)

    def _take_rules(self, path: Path) -> None:
        self._workplace.ask(
            self, lambda desk: retention.add_rules(desk, path),
            partial(self._told, "Your own rules are in use."),
        )  # fmt: skip

    def _on_shipped(self) -> None:
        self._workplace.ask(
            self, retention.drop_rules, partial(self._told, "The rules that ship are in use.")
        )

    def _told(self, words: str, changes: Changes) -> None:
        self._workplace.tell(changes)
        self.notice.say(words, tone="ok")

    # -- the others' laptops

    def _others(self, found: Overview) -> QWidget:
        card = Card(label("The team's laptops", "h2"), gap=10)
        confirm = button("Confirm a proposal", self._on_confirm, icon="check-check")
        if not found.leads:
            card.add(label("A colleague's proposal is confirmed here, by you as the second person.",
                           wrap=True))  # fmt: skip
            card.add(flow(confirm))
            return card
        card.add(label(_LIST, wrap=True))
        take = button("Take in certificates", self._on_take, icon="file-check")
        save = button("Save the list", self._on_save, icon="download")
        card.add(flow(confirm, take, save))
        return card

    def _on_confirm(self) -> None:
        self.choose_file(self, "Which proposal", self.destroying.see_proposal)

    def _on_take(self) -> None:
        self.choose_files(self, "Which certificates, the .json files", self._take)

    def _take(self, paths: Sequence[Path]) -> None:
        # Chosen by whole folders, the text and the signatures come along: only these are read.
        wanted = [path for path in paths if path.suffix == ".json"] or list(paths)
        self._workplace.ask(
            self, lambda desk: [certificates.take_in(desk, path) for path in wanted], self._on_taken
        )

    def _on_taken(self, taken: Sequence[Taken]) -> None:
        for each in taken:
            self._workplace.tell(each.changes)
        said = ", ".join(f"{each.name}: {each.standing.value}" for each in taken)
        self.notice.say(f"Taken in. {said}.", tone="ok")

    def _on_save(self) -> None:
        self.choose_folder(self, "Where to save the list and the certificates", self._save)

    def _save(self, folder: Path) -> None:
        def then(made: tuple[Path, ...]) -> None:
            words = f"{len(made)} files are saved in {made[0].parent.name}, in {folder}."
            more = "destruction-list.txt says it in words; ssh-keygen checks every file."
            self.notice.say(words, more, tone="ok")

        self._workplace.ask(self, lambda desk: certificates.export(desk, folder), then)


def show_ending(workplace: Workplace) -> None:
    """Open the page over whatever is in front."""
    if not isinstance(workplace.window.page, EndingPage):
        workplace.open_page(EndingPage(workplace))


def _refused_by(card: ReasonCard) -> partial[None]:
    return partial(_refuse, card)


def _refuse(card: ReasonCard, refusal: Planned) -> None:
    card.refuse(refusal.words)
