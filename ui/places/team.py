"""Team: who is trusted and since when; digits are read aloud, never sent."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.operations import colleagues, trusting
from evidencekit.operations.before_hand_over import What
from evidencekit.operations.changes import Changes
from evidencekit.operations.colleagues import CardSeen, Colleague, PackSeen, TeamView
from evidencekit.operations.trusting import Admitted, Pinned
from ui.places import choosers
from ui.places.arriving import begin_here
from ui.places.dates import count
from ui.places.hand_over import HandOver
from ui.places.kept_reason import ask_again
from ui.places.laptop import show_laptop
from ui.places.reason_card import ReasonCard
from ui.places.team_parts import ColleagueCard, Digits, HeardCard, StepCard
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.error_summary import go_to
from ui.widgets.flow import flow
from ui.widgets.fresh_page import FreshPage
from ui.widgets.heading import label
from ui.widgets.lines import clear

_READ_ALOUD = "Read them aloud, by telephone or in the same room. Never send them with a file."


class Team(FreshPage):
    """The roster, one's own digits, and the steps by which two laptops come to trust each other."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Team")
        self._workplace = workplace
        self._view: TeamView | None = None
        self._has_card = False
        self._asked: QWidget | None = None
        self.choose_file: choosers.ChooseOne = choosers.choose_file
        self.choose_folder: choosers.ChooseOne = choosers.choose_folder
        self.admit = self.add_action(
            button("Admit a colleague", self._on_admit, kind="primary", icon="user-plus")
        )
        self.save_card = button("Save my join card", self._on_save_card, icon="contact")
        self.admit.hide()
        self._question = QVBoxLayout()
        self._list = QVBoxLayout()
        for part in (self._question, self._list):
            spaced(part, 12)
            self.body.addLayout(part)
        self.body.addStretch(1)
        self.show_busy("Reading…")

    @property
    def asked(self) -> QWidget | None:
        """Give the card that waits for an answer, or None."""
        return self._asked

    @override
    def show_changes(self, changes: Changes) -> None:
        if changes.beyond_records or self._view is None:
            self._read()

    @override
    def _read(self) -> None:
        self._workplace.ask(self, colleagues.look, self._on_read)

    def _on_read(self, view: TeamView) -> None:
        is_first, self._view = self._view is None, view
        self.set_title("Team", _subtitle(view))
        self.admit.setVisible(view.leads)
        # The button is kept, and moves between the steps and one's own card.
        self.save_card.setParent(self)
        clear(self._list)
        parts = self._joined(view) if view.is_joined else self._steps(view)
        for part in parts:
            self._list.addWidget(part)
        self.save_card.setVisible(not view.leads)
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)
            ask_again(self._workplace, self, "revoke", self._ask_to_revoke)

    # -- what stands there

    def _joined(self, view: TeamView) -> list[QWidget]:
        mine = Card(label("Your digits", "h2"), Digits(view.digits, "Your 30 digits"), gap=10)
        mine.add(label(_READ_ALOUD, "muted", wrap=True))
        if not view.leads:
            mine.add(flow(self.save_card))
        people = [ColleagueCard(who, self._actions(who, view)) for who in view.people]
        if len(people) > 1:
            return [mine, *people]
        alone = Card(
            label("Only you so far.", "h2"),
            label(
                "Ask each inspector for a join card, on a stick. Admit it while you hear its "
                "owner read the 30 digits; then hand over a set-up pack.", "muted", wrap=True,
            ),
        )  # fmt: skip
        return [mine, *people, alone]

    def _steps(self, view: TeamView) -> list[QWidget]:
        """Show somebody without a team the three steps to one."""
        card = StepCard(
            1, "Give your join card to the lead",
            "Save it to a stick. When the lead opens it, read these digits aloud.",
            "Done" if self._has_card else "Now",
        )  # fmt: skip
        card.add(Digits(view.digits, "Your 30 digits"))
        card.add(flow(self.save_card))
        pack = StepCard(
            2, "Open the set-up pack that comes back",
            "The lead reads 30 digits to you; type what you hear.",
            "Now" if self._has_card else "Next",
        )  # fmt: skip
        open_pack = button("Open a set-up pack", self._on_open_pack, icon="package-open")
        pack.add(flow(open_pack))
        done = StepCard(3, "You are in the team", "You can hand over from then on.", "Later")
        return [card, pack, done, *(ColleagueCard(who, []) for who in view.people)]

    def _actions(
        self, who: Colleague, view: TeamView
    ) -> list[tuple[str, Callable[[], object]]]:  # fmt: skip
        if not view.leads or who.is_me:
            return []
        lost = ("If the laptop is lost", partial(show_laptop, self._workplace, who.id))
        if who.revoked:
            return [lost]
        role = "Make inspector" if who.is_deputy else "Make deputy"
        return [
            (role, partial(self._on_role, who)),
            ("Take off the roster", partial(self._on_revoke, who)),
            lost,
        ]

    def _ask(self, card: ReasonCard | HeardCard) -> None:
        self._put_away()
        self._asked = card
        card.left.connect(self._put_away)
        self._question.addWidget(card)
        go_to(card.field.control)

    def _put_away(self) -> None:
        clear(self._question)
        self._asked = None

    # -- one's own card

    def _on_save_card(self) -> None:
        self.choose_folder(self, "Where to save your join card", self._save_card_to)

    def _save_card_to(self, folder: Path) -> None:
        self._workplace.ask(self, lambda desk: colleagues.save_card(desk, folder), self._on_saved)

    def _on_saved(self, path: Path) -> None:
        self._has_card = True
        self._read()
        self.notice.say(
            f"Your join card is saved as {path.name}.",
            "Give it to the lead, and read your 30 digits aloud when it is opened.", tone="ok",
        )  # fmt: skip

    # -- the lead admits somebody

    def _on_admit(self) -> None:
        self.choose_file(self, "Which join card", self._see_card)

    def _see_card(self, path: Path) -> None:
        self._workplace.ask(self, lambda desk: colleagues.see_card(desk, path), self._on_card)

    def _on_card(self, seen: CardSeen) -> None:
        more = "This person is on the roster already: a new card means a new key." * seen.is_known
        card = HeardCard(
            f"Admit {seen.name}, {seen.inspectorate}",
            f"{more} Call {seen.name} and type the digits you hear. Do not read them out "
            "yourself.".strip(), "Admit",
        )  # fmt: skip
        deputy = QCheckBox("Name as deputy lead")
        card.extra.addWidget(deputy)
        card.agreed.connect(lambda digits: self._admit(card, seen, digits, deputy.isChecked()))
        self._ask(card)

    def _admit(self, card: HeardCard, seen: CardSeen, digits: str, deputy: bool) -> None:  # noqa: FBT001 - from a box
        self._workplace.ask(
            self, lambda desk: trusting.admit(desk, seen.content, digits, deputy=deputy),
            self._on_admitted, partial(_refuse, card),
        )  # fmt: skip

    def _on_admitted(self, made: Admitted) -> None:
        self._put_away()
        self._workplace.tell(made.changes)
        self.notice.say(
            f"{made.member.name} is on the roster.",
            "Save a set-up pack next, so that your colleague's laptop knows the team.",
            tone="ok", action="Make the pack", then=self._make_pack,
        )  # fmt: skip

    def _make_pack(self) -> None:
        self._workplace.go("Hand over")
        page = self._workplace.window.page
        if isinstance(page, HandOver):
            page.choose(What.SET_UP)

    # -- an inspector joins

    def _on_open_pack(self) -> None:
        self.choose_file(self, "Which set-up pack", self._see_pack)

    def _see_pack(self, path: Path) -> None:
        self._workplace.ask(self, lambda desk: colleagues.see_pack(desk, path), self._on_pack)

    def _on_pack(self, seen: PackSeen) -> None:
        if not self._has_card:  # a pack only comes back to somebody who gave a card
            self._has_card = True
            self._read()
        card = HeardCard(
            f"Is {seen.lead_name}, {seen.lead_inspectorate}, your lead?",
            f"Ask {seen.lead_name} to read the 30 digits on the lead's own screen, and type them "
            "here.", "Trust this lead",
        )  # fmt: skip
        card.agreed.connect(lambda digits: self._pin(card, seen.path, digits))
        self._ask(card)

    def _pin(self, card: HeardCard, path: Path, digits: str) -> None:
        self._workplace.ask(
            self, lambda desk: trusting.pin(desk, path, digits), self._on_pinned,
            partial(_refuse, card),
        )  # fmt: skip

    def _on_pinned(self, made: Pinned) -> None:
        self._put_away()
        self._workplace.tell(made.changes | made.joined.changes)
        self.notice.say(
            f"You are in the team of {made.lead_name}.",
            f"{count(made.joined.written, 'record')} came with the set-up pack.", tone="ok",
        )  # fmt: skip

    # -- the roster

    def _on_role(self, who: Colleague) -> None:
        deputy = not who.is_deputy
        self._workplace.ask(
            self, lambda desk: colleagues.make_deputy(desk, who.id, deputy=deputy),
            partial(self._on_role_made, who, deputy=deputy),
        )  # fmt: skip

    def _on_role_made(self, who: Colleague, changes: Changes, *, deputy: bool) -> None:
        self._workplace.tell(changes)
        words = f"{who.name} is {'a deputy lead' if deputy else 'an inspector'} now."
        back = Colleague(
            id=who.id, name=who.name, inspectorate=who.inspectorate, role=who.role, is_me=False,
            is_lead=False, is_deputy=deputy, admitted=who.admitted, revoked="",
        )  # fmt: skip
        self.notice.undo(words, partial(self._on_role, back))

    def _ask_to_revoke(self, member: str) -> None:
        people = self._view.people if self._view is not None and self._view.leads else ()
        for who in people:
            if who.id == member and not who.revoked:
                self._on_revoke(who)

    def _on_revoke(self, who: Colleague) -> None:
        card = ReasonCard(
            f"Take {who.name} off the roster",
            "Bundles from this laptop are refused from now on. What was merged stays, with its "
            "author's name. To come back, a new join card is needed.", "Take off the roster",
        )  # fmt: skip
        card.keep(self._workplace, self, "revoke", who.id)
        card.agreed.connect(lambda reason: self._revoke(card, who, reason))
        self._ask(card)

    def _revoke(self, card: ReasonCard, who: Colleague, reason: str) -> None:
        self._workplace.ask(
            self, lambda desk: colleagues.revoke(desk, who.id, reason),
            partial(self._on_revoked, card, who), partial(_refuse, card),
        )  # fmt: skip

    def _on_revoked(self, card: ReasonCard, who: Colleague, changes: Changes) -> None:
        card.done()
        self._put_away()
        self._workplace.tell(changes)
        self.notice.say(f"{who.name} is off the roster.", tone="ok")


def _refuse(card: HeardCard | ReasonCard, refusal: Planned) -> None:
    card.refuse(refusal.words)


def _subtitle(view: TeamView) -> str:
    if not view.is_joined:
        return "You have not joined a team yet: three steps, two of them by voice."
    here = [who for who in view.people if not who.revoked]
    me = next(who for who in view.people if who.is_me)
    lead = "" if view.leads else f"; the lead is {view.lead_name}"
    people = count(len(here), "person", "people")
    return f"{people}. You are {_a(me.role)}{lead}."


def _a(role: str) -> str:
    return "an inspector" if role == "Inspector" else f"the {role.lower()}"
