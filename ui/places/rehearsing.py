"""Rehearsing: build the invented inspection in a folder the person picks."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.rehearsal import staging
from evidencekit.rehearsal.staging import Rehearsal
from ui.jobs import Jobs, Lane, Progress
from ui.places.narrow import Alone, narrow_column
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.folder_box import FolderBox
from ui.widgets.lines import row

LEAD = "lead."


class Rehearsing(Alone):
    """Asks where, builds with progress, and can be stopped."""

    built = Signal(object, str)  # the lead's workspace, and its passphrase
    left = Signal()

    def __init__(self, jobs: Jobs, home: Path) -> None:
        super().__init__("Try the rehearsal", "An invented inspection of Amberford.")
        self._jobs = jobs
        self.progress: Progress | None = None
        self.folder = FolderBox("Folder for the rehearsal")
        self.folder.set_path(_free(home / "EvidenceKit-rehearsal"))
        self.folder.entered.connect(self._on_build)
        self._field = FieldBox(
            "Folder for the rehearsal", self.folder, "It is made now. Delete it when you are done."
        )
        self.build = button("Build it", self._on_build, kind="primary", icon="play")
        self.back = button("Back", self.left.emit)
        column = narrow_column(self.body)
        column.addWidget(Card(self._field, row(self.build, self.back, None), gap=14))
        column.addStretch(1)

    @override
    def first_focus(self) -> QWidget | None:
        return self.folder.box

    def _on_build(self) -> None:
        folder = self.folder.path()
        if folder is None or not folder.is_absolute():
            self._field.set_problem("Choose a folder")
            return
        if folder.exists():
            self._field.set_problem("That folder is already there. Choose another name")
            return
        self._field.set_problem("")
        self.progress = progress = Progress(self)
        progress.stopped.connect(self._on_stopped)
        self.show_busy("Building the rehearsal inspection…", progress)
        self._jobs.run(
            self, lambda: _build(folder, progress), self._on_built, self._on_refused,
            Lane.BENCH, progress,
        )  # fmt: skip

    def _on_built(self, lead: tuple[Path, str]) -> None:
        self.built.emit(*lead)

    def _on_stopped(self) -> None:
        self.show_content()
        self.notice.say("Stopped. What had been built is removed.")

    def _on_refused(self, refusal: Planned) -> None:
        self.show_content()
        self.notice.show_refusal(refusal)


def _free(folder: Path) -> Path:
    number, free = 1, folder
    while free.exists():
        number += 1
        free = folder.with_name(f"{folder.name}-{number}")
    return free


def _build(folder: Path, progress: Progress) -> tuple[Path, str]:
    staging.stage(Rehearsal(folder), progress=progress)
    lines = (folder / staging.PASSPHRASES).read_text("utf-8").splitlines()
    passphrases = dict(line.split("\t", 1) for line in lines)
    lead = next(name for name in passphrases if name.startswith(LEAD))
    return folder / lead, passphrases[lead]
