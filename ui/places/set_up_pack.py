"""Set up, beside step 1: a framework of one's own from a file, looked at before it is used."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.operations import pack_files
from evidencekit.operations.pack_files import Offered
from ui.jobs import Jobs, Lane
from ui.places import choosers
from ui.places.narrow import Alone, narrow_column
from ui.places.pack_card import card_of
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.lines import clear, row

QUESTION = "The file of the framework; its name ends in .toml"
_MORE = "Nothing is added until you use it. The workspace keeps a copy; the file may go."


class SetUpPack(Alone):
    """Shows what a file holds, or each line that is not right; nothing is used yet."""

    used = Signal(object)  # Offered
    left = Signal()

    def __init__(self, jobs: Jobs) -> None:
        super().__init__("Add a framework", _MORE)
        self._jobs = jobs
        self.looked: Offered | None = None
        self.choose_file: choosers.ChooseOne = choosers.choose_file
        self.use = button("Use this framework", self._on_use, kind="primary", icon="check")
        self.choose = button("Choose a file…", self._on_choose, icon="file-text")
        self.back = button("Back", self.left.emit)
        self._shown = QVBoxLayout()
        spaced(self._shown, 12)
        column = narrow_column(self.body)
        column.addLayout(row(self.use, self.choose, self.back, None))
        column.addLayout(self._shown)
        column.addStretch(1)
        self.use.setVisible(False)

    @override
    def first_focus(self) -> QWidget | None:
        return self.choose if self.use.isHidden() else self.use

    def look_at(self, path: Path) -> None:
        """Read a file and show what it holds."""
        self._jobs.run(
            self, partial(pack_files.look_at, path), self._show, self._on_refused, Lane.BENCH
        )  # fmt: skip

    def _on_choose(self) -> None:
        self.choose_file(self, QUESTION, self.look_at)

    def _show(self, offered: Offered) -> None:
        self.looked = offered
        self.notice.dismiss()
        clear(self._shown)
        self._shown.addWidget(card_of(offered))
        is_good = offered.found is not None
        self.use.setVisible(is_good)
        self.choose.say("Choose another file…")
        (self.use if is_good else self.choose).setFocus()
        said = "It can be used." if is_good else f"{len(offered.wrong)} lines are not right."
        announce(self, f"{offered.path.name}. {said}")

    def _on_refused(self, refusal: Planned) -> None:
        self.notice.show_refusal(refusal)

    def _on_use(self) -> None:
        if self.looked is not None and self.looked.found is not None:
            self.used.emit(self.looked)
