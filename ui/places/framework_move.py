"""Move the inspection to a corrected framework: looked at, chosen by hand, done, undone."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.operations import moving, pack_files
from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.operations.moving import Move
from evidencekit.operations.pack_files import Offered
from ui.places import choosers
from ui.places.arriving import begin_here
from ui.places.framework_move_parts import Preview
from ui.places.pack_card import WrongCard
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.lines import clear
from ui.widgets.page import Page

TITLE = "Move to a corrected framework"
MOVE = "move"
_FIRST = "Choose the file of the corrected framework."
_MORE = "It has the same id and a higher version. You see what it would do before anything is done."
_TRAVELS = "Everybody moves their own workspace with the same file; give it to them with the pack."


@dataclass(frozen=True, slots=True)
class Looked:
    """What the desk says of a move."""

    planned: Move | None
    was_moved: bool


class MovePage(Page):
    """One file, one look, one step; what was chosen by hand is kept as it is chosen."""

    def __init__(self, workplace: Workplace, file: str = "") -> None:
        super().__init__(TITLE)
        self._workplace, self.file = workplace, file
        self.preview: Preview | None = None
        self.choose_file: choosers.ChooseOne = choosers.choose_file
        self.undo = self.add_action(button("Undo the last move", self._on_undo, icon="undo-2"))
        self.choose = self.add_action(button("Choose a file…", self._on_choose, icon="file-text"))
        self.go = self.add_action(
            button("Move the inspection", self._on_go, kind="primary", icon="check")
        )
        self._shown = QVBoxLayout()
        spaced(self._shown, 12)
        self.body.addLayout(self._shown)
        self.body.addStretch(1)
        self.empty.chosen.connect(self._on_choose)
        for each in (self.undo, self.go):
            each.hide()
        self.show_busy("Looking at the framework.")
        if file:
            self.look_at(Path(file))
        else:
            self._ask(None)

    @override
    def again(self) -> Way:
        return Way(Do.FRAMEWORK, MOVE, self.file)

    @override
    def first_focus(self) -> QWidget | None:
        return self.preview.first_focus() if self.preview else super().first_focus()

    def look_at(self, path: Path) -> None:
        """Read a file, and show what moving to it would do."""
        self.file = str(path)
        self._workplace.labour(
            self, partial(pack_files.look_at, path), self._on_offered, self._on_unread
        )

    # -- the file

    def _on_choose(self) -> None:
        self.choose_file(self, "The file of the corrected framework", self.look_at)

    def _on_offered(self, offered: Offered) -> None:
        if offered.found is None:
            self._show_nothing()
            self.choose.show()
            self._shown.addWidget(WrongCard(offered.path, offered.wrong))
            self.show_problem(f"{offered.path.name} is not a framework yet.",
                              "Nothing was changed.")  # fmt: skip
            return
        self._ask(offered)

    def _ask(self, offered: Offered | None) -> None:
        found = offered.found if offered else None

        def look(desk: Desk) -> Looked:
            planned = moving.look(desk, found) if found is not None else None
            return Looked(planned, moving.was_moved(desk))

        self._workplace.ask(self, look, self._on_looked, self._on_unread)

    def _on_unread(self, refusal: Planned) -> None:
        self._show_nothing()
        self.choose.show()
        self.show_content()
        self.notice.show_refusal(refusal)

    def _on_looked(self, found: Looked) -> None:
        self._show_nothing()
        self.undo.setVisible(found.was_moved)
        self.choose.setVisible(found.planned is not None)  # else the empty page offers it
        if found.planned is None:
            self.show_empty(_FIRST, _MORE, "Choose a file…", "file-text")
            begin_here(self._workplace, self)
            return
        self.notice.dismiss()
        self.preview = Preview(self._workplace, self, found.planned, self.file)
        self._shown.addWidget(self.preview)
        self.choose.say("Choose another file…")
        self.go.show()
        self.show_content()
        begin_here(self._workplace, self)

    def _show_nothing(self) -> None:
        clear(self._shown)
        self.preview = None
        self.go.hide()

    # -- the move

    def _on_go(self) -> None:
        preview = self.preview
        if preview is None:
            return
        planned, by_hand, reason = preview.planned, preview.by_hand(), preview.reason()
        self.show_busy("Moving the inspection. It is done whole, or not at all.")
        self._workplace.ask(
            self, partial(_move, planned, by_hand, reason), self._on_moved, self._on_refused
        )

    def _on_moved(self, changes: Changes) -> None:
        version = self._workplace.pack.version
        if self.preview is not None:
            self.preview.done()
        self._workplace.tell(changes)
        self._settle(f"The inspection uses version {version} now.", _TRAVELS)

    def _on_undo(self) -> None:
        self.show_busy("Moving back. It is done whole, or not at all.")
        self._workplace.ask(self, moving.take_back, self._on_back, self._on_refused)

    def _on_back(self, changes: Changes) -> None:
        self._workplace.tell(changes)
        version = self._workplace.pack.version
        self._settle(f"The inspection uses version {version} again.", "Nothing written was lost.")

    def _settle(self, words: str, more: str) -> None:
        self.file = ""
        self._ask(None)
        self.notice.say(words, more, tone="ok")

    def _on_refused(self, refusal: Planned) -> None:
        if self.preview is None:
            self._ask(None)
        else:
            self.show_content()
        self.notice.show_refusal(refusal)


def _move(planned: Move, by_hand: Mapping[str, str], reason: str, desk: Desk) -> Changes:
    return moving.move(desk, moving.lead_on(planned, by_hand), reason)


def open_move(workplace: Workplace, file: str = "") -> None:
    """Open the page of a move, with a file already chosen or none."""
    workplace.open_page(MovePage(workplace, file))
