"""A line or a record without an area: one key names the area, one more which way it points."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.operations import settling
from evidencekit.operations.closing_day import Thing
from ui.places.close_day_card import Board, ThingCard
from ui.places.sources import area_words, words_of
from ui.widgets.announce import announce
from ui.widgets.button import Button, button
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import clear

NUMBER_ROW = "1234567890-="  # the twelve keys above the letters, for twelve areas
_FIRST = "Press the key in front of an area, or choose it. L leaves it for another day."
_SECOND = "Press the first letter, or choose it. Esc goes back to the areas."


class AreaCard(ThingCard):
    """Shows the words, and the areas with a key each."""

    def __init__(self, thing: Thing, board: Board) -> None:
        super().__init__(thing, board)
        pack = board.place.pack
        areas = (*pack.joint_areas, *pack.specialist_areas)
        self._areas = {area.id: area_words(pack, area.id) for area in areas}
        self._area_keys = dict(zip(NUMBER_ROW, self._areas, strict=False))
        self._first = tuple(area.id for area in pack.joint_areas) or tuple(self._areas)
        self._ways = dict(words_of(pack, "polarity"))
        self._way_keys = {key[0]: key for key in self._ways}
        self._chosen = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.then = Heading("", "h3")
        self.how = label(_FIRST, "hint", wrap=True)
        self._choices = flow()
        for part in (self.then, self.how, self._choices):
            self.add(part)
        self.finish_with()
        self._offer_areas()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text().lower()
        if self._chosen and event.key() == Qt.Key.Key_Escape:
            self._offer_areas()
        elif self._chosen and typed in self._way_keys:
            self._on_way(self._way_keys[typed])
        elif not self._chosen and typed in self._area_keys:
            self._on_area(self._area_keys[typed])
        else:
            super().keyPressEvent(event)

    def _offer_areas(self, *, every: bool = False) -> None:
        self._chosen = ""
        self.then.hide()
        self.how.setText(_FIRST)
        keys = {area: key for key, area in self._area_keys.items()}
        shown = tuple(self._areas) if every else self._first
        made = [
            self._button(
                keys.get(area, ""), self._areas[area], f"Area {self._areas[area]}",
                partial(self._on_area, area),
            )
            for area in shown
        ]  # fmt: skip
        if len(shown) < len(self._areas):
            made.append(button("More areas", self._offer_all, kind="quiet"))
        self._show(made)

    def _offer_all(self) -> None:
        self._offer_areas(every=True)
        self.setFocus()

    def _on_area(self, area: str) -> None:
        thing, words = self.thing, self._areas[area]
        if thing.line:
            self.board.settle(
                lambda desk: settling.sort_line(desk, thing.record, thing.line, area), words
            )
            return
        self._chosen = area
        self.then.setText(f"{words}: which way does it point?")
        self.then.show()
        self.how.setText(_SECOND)
        self._show(
            [
                self._button(key[0].upper(), words, words, partial(self._on_way, key))
                for key, words in self._ways.items()
            ]
        )
        announce(self, self.then.text())
        self.setFocus()

    def _on_way(self, polarity: str) -> None:
        thing, area = self.thing, self._chosen
        self.board.settle(
            lambda desk: settling.give_area(desk, thing.record, area, polarity),
            f"{self._areas[area]}. {self._ways[polarity]}",
        )

    def _button(self, key: str, words: str, name: str, then: partial[None]) -> Button:
        number, _, name_alone = words.partition(" ")
        plain = name_alone if key and number.isdigit() else words
        shown = f"{key}   {plain}" if key else plain
        made = button(shown.replace("&", "&&"), then, name=name)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _show(self, buttons: list[Button]) -> None:
        layout = self._choices.layout()
        if layout is None:
            return
        clear(layout)
        widgets: list[QWidget] = [*buttons]
        for each in widgets:
            layout.addWidget(each)
