"""Destroying this workspace in three steps, and confirming a colleague's as the second person."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from evidencekit.errors.base import Planned
from evidencekit.errors.disposal import CertificateUnfinished, FilesLeft
from evidencekit.operations import destroying, ending, files, proposing, retention
from evidencekit.operations.desk import Desk
from evidencekit.operations.destroying import Certificate, Ending
from evidencekit.operations.ending import Overview, Proposed
from evidencekit.operations.proposing import Proposal
from ui.places.choosers import ChooseOne
from ui.places.dates import stamp_words
from ui.places.ending_parts import copies_words
from ui.places.kept_reason import ask_again
from ui.places.reason_card import ReasonCard
from ui.places.team_parts import StepCard
from ui.places.workplace import Workplace
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.error_summary import go_to
from ui.widgets.flow import flow
from ui.widgets.fresh_page import FreshPage
from ui.widgets.heading import label

_HELD = (
    "A legal hold stands: nothing here can be destroyed, and nothing of a colleague's confirmed."
)
_ALONE = "Nobody else was ever in this team: your reason is enough, and the certificate says so."
_FOR_GOOD = "This cannot be undone. Keys are destroyed first, then every file of this workspace."
_PROPOSING = (
    "Nothing is destroyed yet. The file goes to a colleague, who has 14 days to confirm it."
)


class Host(FreshPage):
    """The page that shows the questions and what came of them."""

    choose_file: ChooseOne
    choose_folder: ChooseOne

    def put_question(self, card: QWidget) -> None:
        """Show a card that waits for an answer."""
        raise NotImplementedError

    def put_away(self) -> None:
        """Take that card away."""
        raise NotImplementedError


class Destroying:
    """The steps of destroying this workspace, and the answer to a colleague's proposal."""

    def __init__(self, page: Host, workplace: Workplace) -> None:
        self._page, self._workplace = page, workplace

    def card(self, found: Overview) -> QWidget:
        """Show where this workspace stands on its way to its end."""
        card = Card(label("This laptop", "h2"), gap=12)
        if any(each.stands for each in found.holds):
            card.add(label(_HELD, wrap=True))
        elif not found.needs_second:
            card.add(label(_ALONE, wrap=True))
            card.add(flow(button("Destroy this workspace", self._on_alone, icon="trash-2")))
        else:
            for step in self._steps(found.proposed):
                card.add(step)
        elsewhere = copies_words(found)
        if elsewhere:
            card.add(label("Known to lie elsewhere; a person deals with these", "h3", wrap=True))
            for words in elsewhere:
                card.add(label(words, wrap=True))
        return card

    def ask_again(self) -> None:
        """Give back a reason that was being typed before a lock."""
        ask_again(self._workplace, self._page, "propose", lambda _which: self._on_propose())

    # -- this workspace

    def _steps(self, proposed: Proposed | None) -> list[QWidget]:
        stands = proposed is not None and not (proposed.ran_out or proposed.changed)
        propose = StepCard(
            1, "Propose it, with the reason", self._proposed_words(proposed),
            "Done" if stands else "Now",
        )  # fmt: skip
        propose.add(flow(button("Propose again" if proposed else "Propose", self._on_propose)))
        confirm = StepCard(
            2, "A colleague confirms it on their own laptop",
            "For an inspector that is the lead, who sees whether everything has arrived.",
            "Now" if stands else "Later",
        )  # fmt: skip
        last = StepCard(
            3, "Destroy it with the confirmation",
            "A signed certificate is written; it goes to the lead.", "Next" if stands else "Later",
        )  # fmt: skip
        if stands:
            last.add(flow(button("Open the confirmation", self._on_open, icon="package-open")))
        return [propose, confirm, last]

    def _proposed_words(self, proposed: Proposed | None) -> str:
        if proposed is None:
            return "Under the rules above, when its time has come."
        if proposed.ran_out:
            return f"The proposal ran out on {self._at(proposed.until)}. Propose again."
        if proposed.changed:
            return "The workspace has changed since it was proposed. Propose again."
        made, until = self._at(proposed.made), self._at(proposed.until)
        return f"Proposed at {made}, until {until}: {proposed.reason}"

    def _on_propose(self) -> None:
        card = ReasonCard("Propose to destroy this workspace", _PROPOSING, "Save the proposal")
        card.keep(self._workplace, self._page, "propose", "workspace")
        card.agreed.connect(partial(self._ask_where, card))
        self._show(card)

    def _ask_where(self, card: ReasonCard, reason: str) -> None:
        question = "Where to save the proposal, a stick for your colleague"
        self._page.choose_folder(self._page, question, partial(self._propose, card, reason))

    def _propose(self, card: ReasonCard, reason: str, folder: Path) -> None:
        def work(desk: Desk) -> Path:
            return proposing.save_proposal(desk, folder, reason, retention.rule_words(desk))

        def then(path: Path) -> None:
            card.done()
            self._page.put_away()
            self._page.arrive()
            more = "Give it to a colleague, who confirms it on this page of their own laptop."
            self._page.notice.say(f"{path.name} is saved in {path.parent}.", more, tone="ok")

        self._workplace.ask(self._page, work, then, partial(_refuse, card))

    def _on_open(self) -> None:
        self._page.choose_file(self._page, "Which confirmation", self._check)

    def _check(self, path: Path) -> None:
        def work(desk: Desk) -> bytes:
            content = files.read_small(path)
            destroying.check(desk, Ending(certificate=path, confirmation=content))
            return content

        self._workplace.ask(self._page, work, self._ask_last)

    def _on_alone(self) -> None:
        card = ReasonCard("Destroy this workspace", f"{_ALONE} {_FOR_GOOD}", "Choose where the "
                          "certificate goes, and destroy it")  # fmt: skip
        card.agreed.connect(partial(self._ask_place, b""))
        self._show(card)

    def _ask_last(self, confirmation: bytes) -> None:
        go = button(
            "Choose where the certificate goes, and destroy it",
            partial(self._ask_place, confirmation, ""), kind="primary", icon="trash-2",
        )  # fmt: skip
        card = Card(
            label("Destroy this workspace for good", "h2"), label(_FOR_GOOD, wrap=True),
            label("Two people agreed to it, and it has not changed since.", wrap=True),
            flow(go, button("Cancel", self._page.put_away)), tone="error", gap=12,
        )  # fmt: skip
        self._page.put_question(card)
        go_to(go)

    def _ask_place(self, confirmation: bytes, reason: str) -> None:
        question = "Where the certificate goes: a stick, not this workspace"
        then = partial(self._destroy, confirmation, reason)
        self._page.choose_folder(self._page, question, then)

    def _destroy(self, confirmation: bytes, reason: str, folder: Path) -> None:
        me = self._workplace.me
        path = folder / f"certificate-{me.id}.json"
        wanted = Ending(certificate=path, confirmation=confirmation, reason=reason)

        def then(_made: Certificate) -> None:
            keep = "Keep all with the list." if me.role == "lead" else "Give all to the lead."
            more = f"{path.name} and the files of its name are in {folder}. {keep}"
            self._workplace.gone.emit(("The workspace is destroyed, keys first.", more))

        def refused(refusal: Planned) -> None:
            if isinstance(refusal, FilesLeft | CertificateUnfinished):  # its keys are gone already
                more = f"{refusal.what_is_safe} {refusal.what_to_do}"
                self._workplace.gone.emit((refusal.what_happened, more))
            else:
                self._workplace.end(over=False)
                self._page.put_away()
                self._page.notice.show_refusal(refusal)

        self._workplace.ask(
            self._page, lambda desk: destroying.destroy(desk, wanted), then, refused
        )
        self._workplace.end()  # whatever another page asks meanwhile would find no store

    # -- a colleague's

    def see_proposal(self, path: Path) -> None:
        """Show what a colleague proposes, and ask for the confirmation."""

        def work(desk: Desk) -> tuple[Proposal, tuple[str, ...]]:
            proposal = proposing.see_proposal(desk, path)
            return proposal, ending.proposed_words(desk, proposal)

        def then(seen: tuple[Proposal, tuple[str, ...]]) -> None:
            proposal, words = seen
            self._ask_to_confirm(proposal, words)

        self._workplace.ask(self._page, work, then)

    def _ask_to_confirm(self, proposal: Proposal, words: tuple[str, ...]) -> None:
        more = (label(each, "strong", wrap=True) for each in words[2:])
        card = ReasonCard(
            f"Confirm that {proposal.by.name}'s workspace is destroyed", " ".join(words[:2]),
            "Save the confirmation", *more, asks="Note for the certificate",
        )  # fmt: skip
        card.agreed.connect(partial(self._ask_answer, card, proposal))
        self._show(card)

    def _ask_answer(self, card: ReasonCard, proposal: Proposal, note: str) -> None:
        question = f"Where to save the confirmation, for {proposal.by.name}"
        then = partial(self._confirm, card, proposal, note)
        self._page.choose_folder(self._page, question, then)

    def _confirm(self, card: ReasonCard, proposal: Proposal, note: str, folder: Path) -> None:
        def then(path: Path) -> None:
            self._page.put_away()
            self._page.arrive()
            more = f"Give it back to {proposal.by.name}, who destroys the workspace with it."
            self._page.notice.say(f"{path.name} is saved in {path.parent}.", more, tone="ok")

        self._workplace.ask(
            self._page, lambda desk: proposing.save_confirmation(desk, proposal, folder, note),
            then, partial(_refuse, card),
        )  # fmt: skip

    def _show(self, card: ReasonCard) -> None:
        card.left.connect(self._page.put_away)
        self._page.put_question(card)
        go_to(card.text)

    def _at(self, stamp: str) -> str:
        return stamp_words(stamp, self._workplace.zone, self._workplace.now().date())


def _refuse(card: ReasonCard, refusal: Planned) -> None:
    card.refuse(refusal.words)
