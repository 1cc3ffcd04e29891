"""Set up, step 1: who you are, which inspection, and where its folder goes."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from evidencekit.framework import library
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations.pack_files import Offered
from evidencekit.operations.unlock import SUFFIX
from ui.places.narrow import Alone, narrow_column
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field import FieldBox
from ui.widgets.folder_box import FolderBox
from ui.widgets.lines import row
from ui.widgets.segment import Segments

OWN = "own"  # the framework from a file, which may have the id of one that ships
_LONG_NAME = 42  # letters of a framework's short title with how far it came
_ROLES = (("inspector", "Inspector"), ("lead", "Lead inspector"))
_PLAIN = re.compile(r"[^\w\-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Who, what and where; never the passphrase."""

    name: str = ""
    role: str = "inspector"
    framework: str = ""
    inspectorate: str = ""
    area: str = ""
    folder: Path | None = None
    own: Offered | None = None  # a framework from a file, looked at


class SetUpWho(Alone):
    """Asks; nothing is made yet."""

    answered = Signal(object)  # Answers
    back_asked = Signal()
    file_asked = Signal(object)  # Answers, as far as they are

    def __init__(self, answers: Answers, home: Path) -> None:
        super().__init__("Set up this laptop", "Step 1 of 4. You and the inspection.")
        self._home = home
        self._own_folder = False
        self._own_pack = answers.own
        self.from_file = button("Add one from a file…", self._on_file, icon="file-text",
                                name="Add a framework from a file")  # fmt: skip
        self.problems = ErrorSummary()
        self.name = QLineEdit(answers.name)
        self.area = QLineEdit(answers.area)
        self.role = Segments("Your part", _ROLES)
        self.framework = Combo("Framework")
        self.framework.setMinimumContentsLength(_LONG_NAME)
        self.inspectorate = Combo("Inspectorate")
        self.folder = FolderBox("Folder for the workspace")
        self._fields = self._make_fields()
        self._build()
        self._fill(answers)

    @override
    def first_focus(self) -> QWidget | None:
        return self.name

    def _make_fields(self) -> dict[str, FieldBox]:
        return {
            "name": FieldBox("Your name", self.name, "As the team knows you."),
            "role": FieldBox("Your part", self.role, "There is one lead inspector in a team."),
            "framework": FieldBox("Framework", self.framework),
            "inspectorate": FieldBox("Inspectorate", self.inspectorate),
            "area": FieldBox("Local authority area", self.area, "The area that is inspected."),
            "folder": FieldBox(
                "Folder for the workspace", self.folder,
                "It is made now, with the encrypted notes in it. Not on a shared drive.",
            ),
        }  # fmt: skip

    def _build(self) -> None:
        column = narrow_column(self.body)
        column.addWidget(self.problems)
        card = Card(gap=16)
        for key, field in self._fields.items():
            card.add(field)
            if key == "framework":
                card.add(row(self.from_file, None))
        column.addWidget(card)
        self.next_button = button("Continue", self._on_next, kind="primary", icon="arrow-right")
        column.addLayout(row(self.next_button, button("Back", self.back_asked.emit), None))
        column.addStretch(1)
        for box in (self.name, self.area, self.folder.box):
            box.returnPressed.connect(self._on_next)
        self.name.textChanged.connect(self._suggest_folder)
        self.area.textChanged.connect(self._suggest_folder)
        self.folder.box.textEdited.connect(self._on_folder_edited)
        self.framework.chosen.connect(self._offer_inspectorates)

    def _fill(self, answers: Answers) -> None:
        labels = [(key, _named(pack)) for key, pack in self._packs().items()]
        self.framework.offer(labels)
        self.framework.set_value(answers.framework or library.USUAL)
        self._offer_inspectorates()
        self.inspectorate.set_value(answers.inspectorate)
        self.role.set_value(answers.role)
        if answers.folder is not None:
            self._own_folder = True
            self.folder.set_path(answers.folder)
        self._suggest_folder()

    def _offer_inspectorates(self) -> None:
        pack = self._packs()[self.framework.value() or library.USUAL]
        self.inspectorate.offer([(each.id, each.label) for each in pack.inspectorates])

    def _packs(self) -> dict[str, FrameworkPack]:
        """Give every framework on offer: those that ship, and the one from a file."""
        packs: dict[str, FrameworkPack] = {pack.id: pack for pack in library.shipped()}
        own = self._own_pack
        if own is not None and own.found is not None:
            packs[OWN] = own.found.pack
        return packs

    def _on_file(self) -> None:
        self.file_asked.emit(self._answers(self.folder.path() if self._own_folder else None))

    def _answers(self, folder: Path | None) -> Answers:
        return Answers(
            name=self.name.text().strip(), role=self.role.value(),
            framework=self.framework.value(), inspectorate=self.inspectorate.value(),
            area=self.area.text().strip(), folder=folder, own=self._own_pack,
        )  # fmt: skip

    def _on_folder_edited(self) -> None:
        self._own_folder = bool(self.folder.box.text().strip())

    def _suggest_folder(self) -> None:
        if self._own_folder:
            return
        parts = [_PLAIN.sub("-", box.text().strip()).strip("-") for box in (self.area, self.name)]
        name = "-".join(part for part in parts if part).lower() or "inspection"
        self.folder.set_path(self._home / "EvidenceKit" / f"{name}{SUFFIX}")

    def _on_next(self) -> None:
        problems = self._problems()
        for key, field in self._fields.items():
            field.set_problem(problems.get(key, ""))
        self.problems.show_problems(
            [(words, self._fields[key].control) for key, words in problems.items()]
        )
        folder = self.folder.path()
        if problems or folder is None:
            return
        self.answered.emit(self._answers(_ending(folder)))

    def _problems(self) -> dict[str, str]:
        found: dict[str, str] = {}
        if not self.name.text().strip():
            found["name"] = "Type your name"
        if not self.inspectorate.value():
            found["inspectorate"] = "Choose your inspectorate"
        if not self.area.text().strip():
            found["area"] = "Type the local authority area"
        folder = self.folder.path()
        if folder is None:
            found["folder"] = "Choose a folder for the workspace"
        elif not folder.is_absolute():
            found["folder"] = "Type the whole path of the folder"
        elif _ending(folder).exists():
            found["folder"] = "That folder is already there. Choose another name"
        return found


def _named(pack: FrameworkPack) -> str:
    return f"{pack.short_title} ({pack.status.value})"


def _ending(folder: Path) -> Path:
    return folder if folder.suffix == SUFFIX else folder.with_name(f"{folder.name}{SUFFIX}")
