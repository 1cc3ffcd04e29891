"""Help: the keys, what the app promises, and the licences; all of it offline."""

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QPlainTextEdit, QTableWidget, QTableWidgetItem, QWidget
from typing_extensions import override

from ui import theme
from ui.widgets.card import Card
from ui.widgets.heading import label
from ui.widgets.page import Page
from ui.widgets.segment import Segments

KEYS: tuple[tuple[str, str, str], ...] = (
    ("Anywhere", "Ctrl+1 to Ctrl+9", "Go to a place of the main menu"),
    ("Anywhere", "Ctrl+N", "Start taking notes"),
    ("Anywhere", "Ctrl+Shift+C", "Raise a concern about a child at risk"),
    ("Anywhere", "Ctrl+Shift+V", "Voices, claims, documents and figures in one list"),
    ("Anywhere", "Ctrl+Shift+Q", "Questions to you and from you, and the answers"),
    ("Anywhere", "Ctrl+Shift+E", "Close my day: settle what is open, then hand over"),
    ("Anywhere", "Ctrl+K", "Every command by its words"),
    ("Anywhere", "Ctrl+F", "Search"),
    ("Anywhere", "Ctrl+E", "Hand over"),
    ("Anywhere", "Ctrl+H", "How do we know? From a sentence or record to who saw it"),
    ("Anywhere", "Ctrl+Shift+D", "Disclosures: who asked for evidence, and the answer"),
    ("Anywhere", "Ctrl+L", "Lock now"),
    ("Anywhere", "F9", "Hide the screen, and show it again"),
    ("Anywhere", "F11", "Focus: only the work, and back"),
    ("Anywhere", "F6 and Shift+F6", "Next part of the window, and the part before"),
    ("Anywhere", "Esc", "Close what was opened, and go back"),
    ("Anywhere", "Ctrl and + or - or 0", "Larger, smaller and normal text"),
    ("Anywhere", "F8", "Discreet: dim the screen, with tiny or large words; and back"),
    ("Anywhere", "F7, then Ctrl+.", "Next marked word; what to write instead"),
    ("Anywhere", "Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y", "Undo and redo"),
    ("Anywhere", "Ctrl+, and F1", "Settings, and these keys"),
    ("A form", "Ctrl+S", "Save"),
    ("In lists and tables", "Arrows, Home, End", "Move"),
    ("In lists and tables", "Enter", "Open"),
    ("In lists and tables", "F2", "Change"),
    ("Deciding on many", "Space and Ctrl+A", "Choose a record, choose all shown"),
    ("Writing the report", "F3", "Next sentence to look at"),
    ("Writing the report", "F4", "Link evidence to the sentence in front"),
    ("A disclosure", "F3", "Next place that waits for a decision"),
    ("A disclosure", "Alt+W and Alt+R", "Withhold the words chosen; release them"),
    ("Taking notes", "Enter", "Add the note"),
    ("Taking notes", "Shift+Enter", "New line in the note"),
    ("Taking notes", '"', "First: exact words that were said"),
    ("Taking notes", "!", "First: your own view"),
    ("Taking notes", "sw: or mo: and so on", "First: who is speaking"),
    ("Taking notes", "# and a number or word", "An area; #cv is the child's voice"),
    ("Taking notes", "@1032", "First: the time it was said"),
    ("Taking notes", "::", "First: the same person as on the note above"),
    ("Taking notes", "Tab", "Take what the list offers: a speaker, a time, an area"),
    ("Taking notes", "Alt+P", "Keep the speaker for the next notes, and let go"),
    ("Taking notes", "Ctrl+Z in an empty box", "Take the last note back"),
    ("Taking notes", "^ in an empty box", "Change the note above; Esc leaves it as it was"),
    ("Taking notes", "Up in an empty box", "Choose a note; Esc or typing leads back"),
    ("Taking notes", "Ctrl+D and Ctrl+R", "Details, and the write-up beside the notes"),
    ("A chosen note", "F2 or Enter", "Change it; then Ctrl+Enter splits it at the caret"),
    ("A chosen note", "Ctrl+J", "Join it with the one above"),
    (
        "A chosen note",
        "Ctrl+T, Ctrl+[ and Ctrl+]",
        "Set its time, a minute earlier, a minute later",
    ),
    ("A chosen note", "Alt+1, Alt+2, Alt+3", "Observation, quote, my view"),
    ("A chosen note", "Alt+4, Alt+5, Alt+6", "Child's voice, speaker, areas"),
    ("A chosen note", "Alt+7 and Alt+8", "What it shows, and how far it goes"),
    ("A chosen note", "Delete", "Remove it; Ctrl+Z brings it back"),
    ("A chosen note", "Menu key or right click", "All of this as a menu"),
    ("Details of a meeting", "Ctrl+PgDown and Ctrl+PgUp", "The next part, and the part before"),
    ("Details of a meeting", "Ctrl+Enter", "From a person back to who is here"),
    ("Reading a case file", "Alt+R and Alt+W", "What the record says; what the worker says"),
    ("Reading a case file", "Alt+C and Alt+S", "What the child says; what I saw"),
    ("Reading a case file", "Alt+I and Alt+M", "What it meant for the child; my view"),
    ("Reading a case file", "Alt+T and Alt+D", "The reading clock; add to the chronology"),
    ("Sorting", "1 to 9, 0, - and =", "An area"),
    ("Sorting", "S, W, M, C", "A strength, a weakness, mixed, context"),
    ("Sorting", "I, O, P", "Isolated, some, a pattern"),
    ("Sorting", "Enter", "Leave this note, and show the next"),
    ("Write-up", "Alt+Up and Alt+Down", "Choose a note"),
    ("Write-up", "Ctrl+Enter", "Put the chosen note in"),
)
_PADDING = 28
_PARTS = (("keys", "Keys"), ("about", "About"), ("licences", "Licences"))
_LIBRARIES = (
    ("Qt and PySide6", "PySide6-Essentials", "LGPL-3.0-only"),
    ("SQLCipher through sqlcipher3", "sqlcipher3", "BSD-3-Clause, © Zetetic LLC"),
    ("cryptography and OpenSSL", "cryptography", "Apache-2.0 or BSD-3-Clause"),
    ("age through pyrage", "pyrage", "MIT"),
    ("Hunspell through chunspell", "chunspell", "MPL-1.1"),
    ("ReportLab", "reportlab", "BSD-3-Clause"),
    ("keyring", "keyring", "MIT"),
)
_ABOUT = (
    (
        "EvidenceKit gathers the evidence of a joint inspection of child protection. It works"
        " without any network: nothing leaves this laptop except the sealed files that you make"
        " on purpose."
    ),
    (
        "Each word you type is kept encrypted within a second. Nothing you save is ever changed in"
        " place: each change is a new version, signed by its author, and the one before stays."
    ),
    (
        "The app counts and shows. It never works out, averages or suggests a grade: judgements are"
        " made by inspectors."
    ),
)


class Help(Page):
    """Three parts behind one row of choices."""

    def __init__(self, part: str = "keys") -> None:
        super().__init__("Help", "Everything here works offline.")
        self.parts = Segments("Part of help", _PARTS)
        self.parts.chosen.connect(self.show_part)
        self.keys = KeysTable()
        self.about = Card(label("About EvidenceKit", "h2"), gap=12)
        self.licences = _reading_box("Licences")
        self._build()
        self.show_part(part)

    def show_part(self, part: str) -> None:
        """Show the keys, about, or the licences."""
        self.parts.set_value(part)
        self.keys.setVisible(part == "keys")
        self.about.setVisible(part == "about")
        self.licences.setVisible(part == "licences")
        if part == "licences" and not self.licences.toPlainText():
            self.licences.setPlainText(licences())

    @override
    def first_focus(self) -> QWidget | None:
        return self.keys if self.keys.isVisibleTo(self) else self.parts.pill(self.parts.value())

    def _build(self) -> None:
        self.about.add(label(f"Version {_version('evidencekit')}", "muted"))
        for words in _ABOUT:
            self.about.add(label(words, wrap=True))
        self.body.addWidget(self.parts)
        self.body.addWidget(self.keys, 1)
        self.body.addWidget(self.about)
        self.body.addWidget(self.licences, 1)
        self.body.addStretch(0)


class KeysTable(QTableWidget):
    """Where, which key, what it does; each row reads as a sentence."""

    def __init__(self) -> None:
        super().__init__(len(KEYS), 3)
        self.setAccessibleName("Keys")
        self.setHorizontalHeaderLabels(["Where", "Key", "Does"])
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        for number, parts in enumerate(KEYS):
            for place, words in enumerate(parts):
                self.setItem(number, place, QTableWidgetItem(words))
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setWordWrap(True)
        self.setCurrentCell(0, 0)
        self._fit()
        theme.current().look_changed.connect(self._fit)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()

    @override
    def sizeHintForRow(self, row: int, /) -> int:
        # Qt forgets the padding of the style sheet when it breaks lines, and cuts the last word.
        flags = int(Qt.TextFlag.TextWordWrap)
        cells = [(self.columnWidth(n), item) for n in range(3) if (item := self.item(row, n))]
        tall = [
            self.fontMetrics()
            .boundingRect(0, 0, wide - theme.px(_PADDING), 10_000, flags, item.text())
            .height()
            for wide, item in cells
        ]
        return max(tall) + theme.px(12)

    def _fit(self) -> None:
        side = self.verticalHeader()
        side.setMinimumSectionSize(theme.px(32))
        self.resizeRowsToContents()
        self.setMinimumHeight(theme.px(320))


def licences() -> str:
    """Give the licences of all that comes along, as plain text."""
    parts = ["EvidenceKit is under the MIT licence.", "What comes along:"]
    parts.extend(f"{name} {_version(package)}: {terms}" for name, package, terms in _LIBRARIES)
    for path, text in _shipped():
        parts.append(f"\n{'-' * 60}\n{path}\n\n{text.strip()}")
    return "\n".join(parts)


def _shipped() -> Iterable[tuple[str, str]]:
    folders = sorted(files("resources").iterdir(), key=lambda each: each.name)
    for folder in (each for each in folders if each.is_dir()):
        for each in sorted(folder.iterdir(), key=lambda each: each.name):
            if each.name.upper().startswith("LICEN"):
                yield f"{folder.name}/{each.name}", each.read_text("utf-8")


def _reading_box(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setAccessibleName(name)
    made.setTabChangesFocus(True)
    made.setMinimumHeight(theme.px(320))
    return made


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
