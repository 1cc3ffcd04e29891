"""The framework in use: what it holds, beside another one, and the way to a corrected version."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.framework import library
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations import pack_files
from evidencekit.operations.pack_files import Offered
from ui.places import choosers
from ui.places.arriving import begin_here
from ui.places.framework_compare import ComparePage
from ui.places.framework_move import MOVE, open_move
from ui.places.pack_card import PackCard, WrongCard
from ui.places.set_up_pack import QUESTION
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import clear
from ui.widgets.page import Page

TITLE = "Framework"
_MOVE = (
    "When the framework is corrected, the inspection can move to the new version: a file with the"
    " same id and a higher version. You look at what it would do first; it can be undone."
)
_COMPARE = "Put another framework beside this one. Nothing is changed by it."


class FrameworkPage(Page):
    """Everything about the framework in one place; nothing here touches evidence."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(TITLE)
        self._workplace = workplace
        self.choose_file: choosers.ChooseOne = choosers.choose_file
        self.to_move = self.add_action(
            button("Move to a corrected version…", self._on_move, icon="git-branch")
        )
        self.other = Combo("Compare with")
        self.other.chosen.connect(self._on_other)
        self.beside = button("Compare", self._on_compare, kind="primary", icon="git-compare")
        self.beside.setEnabled(False)
        self.from_file = button("Compare with a file…", self._on_file, icon="file-text")
        self._wrong = QVBoxLayout()
        self._held = QVBoxLayout()
        self._lay_out()
        self.show_busy("Reading the framework.")
        self._read()

    def _lay_out(self) -> None:
        for layout in (self._wrong, self._held):
            spaced(layout, 12)
        asked = FieldBox("Compare with", self.other, _COMPARE)
        left, right = self.add_columns()
        left.addLayout(self._held)
        left.addStretch(1)
        right.addLayout(self._wrong)
        right.addWidget(Card(Heading("Compare", "h2"), asked,
                             flow(self.beside, self.from_file), gap=12))  # fmt: skip
        right.addWidget(Card(Heading("A corrected version", "h2"), label(_MOVE, wrap=True), gap=8))
        right.addStretch(1)

    @override
    def again(self) -> Way:
        return Way(Do.FRAMEWORK)

    @override
    def first_focus(self) -> QWidget | None:
        return self.other

    @override
    def _read(self) -> None:
        self._workplace.ask(self, lambda desk: desk.pack, self._show)

    def _show(self, pack: FrameworkPack) -> None:
        clear(self._held)
        self._held.addWidget(PackCard(pack))
        others = [each for each in library.shipped() if each.digest != pack.digest]
        self.other.offer([(each.id, f"{each.short_title} ({each.status.value})")
                          for each in others])  # fmt: skip
        self.show_content()
        begin_here(self._workplace, self)

    def _on_other(self, key: str) -> None:
        self.beside.setEnabled(bool(key))

    def _on_compare(self) -> None:
        if self.other.value():
            self._beside(library.get(self.other.value()))

    def _on_file(self) -> None:
        self.choose_file(self, QUESTION, self.look_at)

    def look_at(self, path: Path) -> None:
        """Read a file, and put the framework in it beside the one in use."""
        self._workplace.labour(
            self, partial(pack_files.look_at, path), self._on_looked, self.notice.show_refusal
        )

    def _on_looked(self, offered: Offered) -> None:
        clear(self._wrong)
        if offered.found is not None:
            self._beside(offered.found.pack)
            return
        self._wrong.addWidget(WrongCard(offered.path, offered.wrong))
        first = f"line {offered.wrong[0][0]}" if offered.wrong else "it"
        self.notice.say(f"{offered.path.name} is not a framework yet: look at {first}.",
                        "Nothing was changed.", tone="error")  # fmt: skip

    def _beside(self, other: FrameworkPack) -> None:
        self._workplace.open_page(ComparePage(self._workplace, self._workplace.pack, other))

    def _on_move(self) -> None:
        open_move(self._workplace)


def open_framework(workplace: Workplace, kind: str, file: str) -> None:
    """Open again what was in front: the framework, or the move that was looked at."""
    if kind == MOVE:
        open_move(workplace, file)
    else:
        show_framework(workplace)


def show_framework(workplace: Workplace) -> None:
    """Open the framework over whatever is in front."""
    if not isinstance(workplace.window.page, FrameworkPage):
        workplace.open_page(FrameworkPage(workplace))
