"""Today: what is next, what is unfinished, where to look, what to do before leaving."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.operations import today as todays
from evidencekit.operations.desk import Desk
from evidencekit.operations.handed_over import DayBehind, behind
from evidencekit.operations.holds import Hold, standing
from evidencekit.operations.today import Today as Found
from ui.places import today_cards as cards
from ui.places.concern import raise_concern
from ui.places.dates import day_of, long_day
from ui.places.evening import show_close_day
from ui.places.routes import start_notes
from ui.places.today_urgent import hold_card, urgent_cards
from ui.places.workplace import Workplace
from ui.widgets.button import button
from ui.widgets.fresh_page import FreshPage
from ui.widgets.lines import clear, column

START = "Start taking notes"


@dataclass(frozen=True, slots=True)
class _Read:
    """What the page shows."""

    today: Found
    behind: tuple[DayBehind, ...]
    holds: tuple[Hold, ...]


class Today(FreshPage):
    """The first screen. It counts and points; it judges nothing."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Today")
        self._workplace = workplace
        self._found: _Read | None = None
        self.start = self.add_action(
            button(START, partial(start_notes, workplace), kind="primary", icon="notebook-pen")
        )
        self.concern = self.add_action(
            button("Raise a concern", partial(raise_concern, workplace), icon="siren")
        )
        self.close_day = self.add_action(
            button("Close my day", partial(show_close_day, workplace), icon="moon")
        )
        self.urgent = column(gap=8)
        self.body.addLayout(self.urgent)
        self.left, self.right = self.add_columns(3, 2)
        self.show_busy("Reading…")

    @override
    def first_focus(self) -> QWidget | None:
        return self.start

    @override
    def _read(self) -> None:
        self._workplace.ask(self, _read, self._on_found)

    def _on_found(self, read: _Read) -> None:
        if read == self._found:
            return
        self._found, found = read, read.today
        day = day_of(found.day, found.starts, found.ends)
        self.set_title("Today", ", ".join(part for part in (long_day(found.day), day) if part))
        self._show(found, read)
        self.show_content()

    def _show(self, found: Found, read: _Read) -> None:
        for each in (self.urgent, self.left, self.right):
            clear(each)
        place = self._workplace
        for card in urgent_cards(found, read.behind, place):
            self.urgent.addWidget(card)
        for hold in read.holds:
            self.urgent.addWidget(hold_card(hold, place))
        left = (
            cards.next_card(found, place, partial(start_notes, place)),
            cards.so_far_card(found),
            cards.team_card(found, place) if place.is_lead else None,
        )
        right = (cards.look_for_card(found, place), cards.before_leaving_card(found, place))
        for side, parts in ((self.left, left), (self.right, right)):
            for part in parts:
                if part is not None:
                    side.addWidget(part)
            side.addStretch(1)


def _read(desk: Desk) -> _Read:
    return _Read(todays.today(desk), behind(desk), standing(desk))
