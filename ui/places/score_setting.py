"""How scores stand in the team: what waits for one's own, and what the lead may open."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from evidencekit.errors.base import Planned
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations import blind
from evidencekit.operations.blind import Revealed, Setting
from evidencekit.operations.desk import Desk
from ui.places.case_words import counted
from ui.places.reason_card import ReasonCard
from ui.places.sources import area_words
from ui.places.workplace import Workplace
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.page import Page

_Work = Callable[[Desk, str], Revealed]

OPEN = "Scores are open: everybody sees them at once."
HIDDEN = "A colleague's score is hidden until your own of the same area and case is in."
_TRAVELS = "It reaches the team with your next bundle or receipt, and the reason stays with it."


class ScoreSetting(Card):
    """The setting in a sentence; the lead changes it with a reason."""

    def __init__(self, page: Page, workplace: Workplace) -> None:
        super().__init__(gap=8)
        self._page, self._workplace = page, workplace
        self._area = ""
        self._setting: Setting | None = None
        self.asked: ReasonCard | None = None
        self._says = label("", "strong", wrap=True)
        self._waits = label("", "muted", wrap=True)
        self.reveal = button("Reveal this area", self._on_reveal, icon="eye")
        self.turn = button("", self._on_turn)
        self._buttons: QWidget = flow(self.reveal, self.turn)
        for part in (self._says, self._waits, self._buttons):
            self.add(part)
        self.hide()
        self.read()

    def read(self) -> None:
        """Read the setting again."""
        self._workplace.ask(self, blind.setting, self._show)

    def point_at(self, area: str) -> None:
        """Say which area the lead would reveal."""
        self._area = area
        named = area_words(self._workplace.pack, area) if area else ""
        self.reveal.say("Reveal this area", f"Reveal all scores of {named}")
        self.reveal.setEnabled(bool(area))

    def _show(self, found: Setting) -> None:
        self._setting = found
        self.setVisible(found.has_team)
        self._says.setText(HIDDEN if found.policy.hides else OPEN)
        words = waits_words(found, self._workplace.pack)
        self._waits.setText(words)
        self._waits.setVisible(bool(words))
        self._buttons.setVisible(found.may_change)
        self.reveal.setVisible(found.policy.hides)
        self.turn.say("Open all scores" if found.policy.hides else "Hide scores again")

    def _on_reveal(self) -> None:
        area = self._area
        named = area_words(self._workplace.pack, area)
        self._ask(
            f"Reveal all scores of {named}", "Everybody sees them, before their own is in too.",
            "Reveal", lambda desk, reason: blind.reveal(desk, area, blind.ALL_OF_IT, reason),
        )  # fmt: skip

    def _on_turn(self) -> None:
        hides = bool(self._setting and self._setting.policy.hides)
        title = "Open all scores to everybody" if hides else "Hide scores until one's own is in"
        do_it = "Open" if hides else "Hide"
        self._ask(
            title, "", do_it,
            lambda desk, reason: blind.hide_scores(desk, on=not hides, reason=reason),
        )  # fmt: skip

    def _ask(self, title: str, more: str, do_it: str, work: _Work) -> None:
        self._let_go()
        card = ReasonCard(title, f"{more} {_TRAVELS}".strip(), do_it)
        card.keep(self._workplace, self._page, "scores", title)
        card.left.connect(self._let_go)
        card.agreed.connect(partial(self._do, work))
        self.asked = card
        self.add(card)
        card.text.setFocus()

    def _do(self, work: _Work, reason: str) -> None:
        def act(desk: Desk) -> Revealed:
            return work(desk, reason)

        self._workplace.ask(self, act, self._on_done, self._on_refused)

    def _on_done(self, made: Revealed) -> None:
        if self.asked is not None:
            self.asked.done()
        self._let_go()
        self.read()
        self._workplace.tell(made.changes)
        self._page.notice.say("Done, and written down.", _TRAVELS, tone="ok")

    def _on_refused(self, refusal: Planned) -> None:
        self._page.notice.show_refusal(refusal)

    def _let_go(self) -> None:
        if self.asked is not None:
            self.asked.hide()
            self.asked.deleteLater()
            self.asked = None
            self.turn.setFocus()


def waits_words(found: Setting, pack: FrameworkPack) -> str:
    """Say in which areas colleagues' scores wait for one's own; nothing of what they say."""
    areas: dict[str, int] = {}
    for (area, _case), number in found.waiting.items():
        areas[area] = areas.get(area, 0) + number
    if not areas:
        return ""
    order = [each.id for each in pack.areas if each.id in areas]
    named = (f"{area_words(pack, area)} ({areas[area]})" for area in order)
    total = counted(sum(areas.values()), "score waits", "scores wait")
    return f"{total} for yours: {'; '.join(named)}."
