"""Close my day: what is still open, settled one by one on the spot; then one key to hand over."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.operations import drafting
from evidencekit.operations.capture import Captured
from evidencekit.operations.closing_day import (
    ClosingDay,
    Matter,
    Thing,
    closing_day,
    form_of,
    leave,
)
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from evidencekit.operations.handed_over import DayBehind, behind
from ui.places import close_day_parts as parts
from ui.places.close_day_areas import AreaCard
from ui.places.close_day_card import ThingCard
from ui.places.close_day_drafts import DraftCard, SubmitCard
from ui.places.close_day_settling import Judgement, Settling
from ui.places.close_day_texts import ConcernCard, ConsentCard, NameCard
from ui.places.close_day_times import DateCard, EndCard
from ui.places.doors import edit_record
from ui.places.evening import hand_over_now
from ui.places.routes import resume
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.fresh_page import FreshPage
from ui.widgets.lines import clear
from ui.widgets.page import holds_focus


@dataclass(frozen=True, slots=True)
class _Read:
    """What the page shows."""

    day: ClosingDay
    behind: tuple[DayBehind, ...]
    kept: dict[str, Unsaved]  # what was typed here and never settled, by form


class CloseDay(FreshPage):
    """One thing at a time, the weightiest first; nothing here stops anybody from handing over."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Close my day")
        self.place = workplace
        self.offered_from = True  # opened over a place, and closed on the way to handing over
        self._found: _Read | None = None
        self._asked = ""  # the key of the thing that was chosen by hand
        self.card: QWidget | None = None
        self._doing = Settling(workplace, self.notice, self)
        self._doing.settled.connect(self._on_settled)
        self._doing.touched.connect(self._read)
        self._doing.back.connect(self._on_back)
        self.hand_over = self.add_action(
            button("Hand &over", self._on_hand_over, kind="primary", icon="package")
        )
        left, right = self.add_columns(3, 2)
        self._now, self._then, self._groups, self._state = (QVBoxLayout() for _ in range(4))
        for column, inside in (
            (left, (self._now, self._then)),
            (right, (self._groups, self._state)),
        ):
            for each in inside:
                spaced(each, 12)
                column.addLayout(each)
            column.addStretch(1)
        self.show_busy("Looking through your day.")

    # -- reading and showing

    @override
    def arrive(self) -> None:
        self._doing.undo.setActive()
        super().arrive()

    @override
    def leave(self) -> None:
        self._doing.undo.setActive(False)

    @override
    def again(self) -> Way:
        return Way(Do.EVENING)

    @override
    def first_focus(self) -> QWidget | None:
        if isinstance(self.card, ThingCard):
            return self.card.first_focus()
        return self.hand_over

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # One hand, one key: Enter settles the thing also from a box; in a text of several lines
        # Ctrl+Enter does. A button that has the keyboard is pressed before it comes here.
        primary = getattr(self.card, "primary", None)
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif primary is not None and holds_focus(self.card):
            primary.click()

    @property
    def current(self) -> Thing | None:
        """Give the thing that is asked about."""
        return self.card.thing if isinstance(self.card, ThingCard) else None

    @override
    def _read(self) -> None:
        self.place.ask(self, _read, self._on_read)

    def _on_read(self, found: _Read) -> None:
        is_first, before = self._found is None, self.current
        had_focus = is_first or holds_focus(self.card) or holds_focus(self)
        self._found = found
        thing = self._next(found.day, before)
        self.set_title("Close my day", parts.how_many(found.day))
        is_other = thing is None or thing != before
        if is_other:
            self._show_card(thing)
        self._show_rest(found, thing)
        self.show_content()
        first = self.first_focus()
        if first is not None and is_other and had_focus and self._is_in_front():
            first.setFocus()

    def _is_in_front(self) -> bool:
        window = self.place.window
        return window.takes_keyboard(self)

    def _next(self, day: ClosingDay, before: Thing | None) -> Thing | None:
        """Give the thing chosen by hand, the one in work, the next of its kind, or any."""
        by_key = {each.key: each for each in day.things}
        for key in (self._asked, before.key if before else ""):
            found = by_key.get(key)
            if found is not None and (key == self._asked or not found.is_left):
                return found
        same = [each for each in day.waiting if before and each.matter is before.matter]
        return next(iter(same or day.waiting), None)

    def _show_card(self, thing: Thing | None) -> None:
        if holds_focus(self):
            self.setFocus()  # else it would jump into the menu when the card before goes
        clear(self._now)
        if thing is None:
            self.card = parts.done_card(self._day, self._on_hand_over)
        else:
            self.card = made = self._card_for(thing)
            self.place.hold(made.form, self)
            unsaved = self._found.kept.get(made.form) if self._found else None
            if unsaved is not None:
                made.kept(unsaved)
        self._now.addWidget(self.card)

    def _card_for(self, thing: Thing) -> ThingCard:
        if thing.matter is Matter.DRAFTS and thing.form:
            throw_away = partial(self._doing.throw_away, thing.form, thing.key)
            return DraftCard(thing, self, throw_away)
        if thing.matter is Matter.SUBMITTING:
            ready = [each.record for each in self._day.of(thing.matter) if each.is_ready]
            return SubmitCard(thing, self, len(ready), partial(self._doing.submit, ready))
        return _CARDS[thing.matter](thing, self)

    def _show_rest(self, found: _Read, now: Thing | None) -> None:
        for layout in (self._then, self._groups, self._state):
            clear(layout)
        if now is not None:
            then = [each for each in found.day.of(now.matter) if each.key != now.key]
            for row in parts.then_rows(then, self._choose):
                self._then.addWidget(row)
        matter = now.matter if now else None
        self._groups.addWidget(parts.groups_card(found.day, matter, self._choose))
        self._state.addWidget(parts.state_card(found.day, found.behind, self.place))

    @property
    def _day(self) -> ClosingDay:
        if self._found is None:
            return ClosingDay(things=(), to_hand_over=0, last_handed_over="", has_team=False)
        return self._found.day

    def _choose(self, thing: Thing) -> None:
        self._asked = thing.key
        if self._found is not None:
            self._show_card(thing)
            self._show_rest(self._found, thing)
            first = self.first_focus()
            if first is not None:
                first.setFocus()

    # -- settling

    def settle(
        self, work: Callable[[Desk], Captured], said: str, *, is_final: bool = False
    ) -> None:
        """Do what settles the thing, say so, and offer to take it back."""
        thing, form = self.current, self._form()
        if thing is not None:
            self._doing.settle(work, said, thing.key, form, is_final=is_final)

    def judge(self, work: Judgement, said: str) -> None:
        """Remember a judgement about the thing that is no part of the record."""
        thing = self.current
        if thing is not None:
            self._doing.judge(work, said, thing.key, self._form())

    def put_off(self) -> None:
        """Leave the thing for another day; it stays open, and is asked last."""
        thing = self.current
        if thing is not None:
            said = "Left for another day. It still counts as open"
            self._doing.judge(partial(leave, key=thing.key), said, thing.key, "")

    def open_it(self) -> None:
        """Open the record, or the form, that the thing is about."""
        thing = self.current
        if thing is None:
            return
        if thing.form:
            self.place.ask(self, lambda desk: drafting.draft(desk, thing.form), self._resume)
        else:
            edit_record(self.place, thing.record, thing.kind)

    def ready(self) -> None:
        """Put the keyboard into the card, now that its questions are there."""
        first = self.first_focus()
        if first is not None and self._is_in_front():
            first.setFocus()

    def _resume(self, found: Unsaved | None) -> None:
        if found is not None:
            resume(self.place, found)

    def _form(self) -> str:
        return self.card.form if isinstance(self.card, ThingCard) else ""

    def _on_settled(self, form: str) -> None:
        self._asked = ""
        if form:
            self.place.forget(form)

    def _on_back(self, key: str) -> None:
        self._asked = key  # what is open again is asked at once
        self._read()

    def _on_hand_over(self) -> None:
        hand_over_now(self.place)


_CARDS: dict[Matter, Callable[[Thing, CloseDay], ThingCard]] = {
    Matter.CONCERNS: ConcernCard,
    Matter.IDENTITIES: NameCard,
    Matter.CONSENT: ConsentCard,
    Matter.DRAFTS: EndCard,
    Matter.UNDATED: DateCard,
    Matter.AREAS: AreaCard,
}


def _read(desk: Desk) -> _Read:
    kept = {each.form: each for each in drafting.all_drafts(desk)}
    day = closing_day(desk)
    wanted = {form_of(each.key) for each in day.things}
    return _Read(day, behind(desk), {form: kept[form] for form in wanted if form in kept})
