"""Set up this laptop: the four steps in order, and going back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from evidencekit.errors.base import Planned
from evidencekit.operations import keys, unlock
from evidencekit.operations.desk import Desk
from evidencekit.operations.frameworks import FoundPack
from evidencekit.operations.pack_files import Offered
from evidencekit.operations.unlock import Created, NewWorkspace
from ui.jobs import Jobs, Lane
from ui.places.set_up_code import SetUpCode
from ui.places.set_up_done import SetUpDone
from ui.places.set_up_pack import SetUpPack
from ui.places.set_up_passphrase import SetUpPassphrase
from ui.places.set_up_who import OWN, Answers, SetUpWho
from ui.window import Window

Make = Callable[[Path, NewWorkspace], Created]


class SetUp(QObject):
    """Leads through the steps. A desk that was made is handed on, or given up for closing."""

    opened = Signal(object)  # Desk
    left = Signal()

    def __init__(
        self, window: Window, jobs: Jobs, home: Path, make: Make = unlock.create_workspace
    ) -> None:
        super().__init__(window)
        self._window, self._jobs = window, jobs
        self._home, self._make_workspace = home, make
        self._answers = Answers()
        self.desk: Desk | None = None

    def begin(self) -> None:
        """Show the first step."""
        page = SetUpWho(self._answers, self._home)
        page.answered.connect(self._on_who)
        page.back_asked.connect(self.left)
        page.file_asked.connect(self._on_file)
        self._window.show_alone(page)

    def _on_file(self, answers: Answers) -> None:
        self._answers = answers
        page = SetUpPack(self._jobs)
        page.used.connect(self._on_pack)
        page.left.connect(self.begin)
        self._window.show_alone(page)

    def _on_pack(self, offered: Offered) -> None:
        self._answers = replace(self._answers, own=offered, framework=OWN)
        self.begin()

    def _on_who(self, answers: Answers) -> None:
        self._answers = answers
        page = SetUpPassphrase()
        page.chosen.connect(lambda typed: self._make(page, typed))
        page.back_asked.connect(self.begin)
        self._window.show_alone(page)

    def _make(self, page: SetUpPassphrase, typed: str) -> None:
        answers, folder = self._answers, self._answers.folder
        if folder is None:
            return
        new = NewWorkspace(
            framework=_framework(answers), area=answers.area, name=answers.name,
            inspectorate=answers.inspectorate, role=answers.role, passphrase=typed,
        )  # fmt: skip
        page.show_busy("Making your workspace…")
        # All of it on the desk: whoever creates the store owns it, and nobody else is at work yet.
        self._jobs.run(
            self, lambda: self._make_workspace(folder, new),
            self._on_made, page.show_refusal,
        )  # fmt: skip

    def _on_made(self, made: Created) -> None:
        self.desk = made.desk
        page = SetUpCode(made.recovery_code)
        page.typed_back.connect(lambda typed: self._check(page, made.desk.folder, typed))
        self._window.show_alone(page)

    def _check(self, page: SetUpCode, folder: Path, typed: str) -> None:
        def refused(refusal: Planned) -> None:
            page.show_refusal(refusal)

        self._jobs.run(
            page, lambda: keys.drill_recovery(folder, typed), lambda _none: self._on_checked(),
            refused, Lane.BENCH,
        )  # fmt: skip

    def _on_checked(self) -> None:
        page = SetUpDone(self._answers)
        page.open_asked.connect(self._on_open)
        self._window.show_alone(page)

    def _on_open(self) -> None:
        desk, self.desk = self.desk, None
        if desk is not None:
            self.opened.emit(desk)


def _framework(answers: Answers) -> str | FoundPack:
    """Give the id of a framework that ships, or the one from a file as it was looked at."""
    own = answers.own.found if answers.own else None
    return own if own is not None and answers.framework == OWN else answers.framework
