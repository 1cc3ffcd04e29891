"""The parts of "Who is this?": the reason asked for, what is held, and what is to be held."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.operations.case_key import REASONS, Entry, Given, Reason
from evidencekit.records.words import label_of
from ui.forms.dates import show_date, typed_parts
from ui.places.case_words import day_words
from ui.widgets.blank_date import DateInput
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import SearchCombo
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import clear, column

_Standard = QKeySequence.StandardKey


class PrivateLine(QLineEdit):
    """A line that gives nothing to the clipboard, by key, by mouse or by selecting."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        # On X11 selecting alone already hands the text to others.
        self.selectionChanged.connect(self.deselect)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(_Standard.Copy) or event.matches(_Standard.Cut):
            event.accept()
            return
        super().keyPressEvent(event)


class ReasonCard(Card):
    """Why it is opened: one of a few kinds, and a few words; both are kept."""

    given = Signal(object)  # Reason

    def __init__(self) -> None:
        super().__init__(gap=12)
        self.heading = Heading("Why do you need to know?", "h2")
        self.add(self.heading)
        self.kinds = QButtonGroup(self)
        choices = QWidget()
        choices.setAccessibleName("Why you need to know")
        choices.setLayout(column(*self._choices(), gap=4))
        self.words = QLineEdit()
        self.open_it = button("Open", self._on_given, kind="primary", icon="key-round")
        self._box = FieldBox(
            "In a few words", self.words, "With the reference and with roles; no names."
        )
        self.add(choices)
        self.add(self._box)
        self.add(flow(self.open_it))
        self.words.returnPressed.connect(self._on_given)

    def reason(self) -> Reason:
        """Give what was chosen and typed."""
        chosen = self.kinds.checkedButton()
        why = str(chosen.property("reason")) if chosen is not None else ""
        return Reason(why, self.words.text().strip())

    def clear(self) -> None:
        """Forget the reason: the next opening needs one of its own."""
        self.words.clear()
        self._box.set_problem("")
        self.kinds.setExclusive(False)
        for choice in self.kinds.buttons():
            choice.setChecked(False)
        self.kinds.setExclusive(True)

    def begin(self) -> QWidget:
        """Give where the keyboard stands first."""
        first: QWidget = self.kinds.buttons()[0]
        return first

    def _choices(self) -> list[QWidget]:
        made: list[QWidget] = []
        for word in REASONS.words:
            choice = QRadioButton(word.label)
            choice.setProperty("reason", word.key)
            self.kinds.addButton(choice)
            made.append(choice)
        return made

    def _on_given(self) -> None:
        reason = self.reason()
        missing = (
            "Choose why, and say it in a few words." if not (reason.why and reason.words) else ""
        )
        self._box.set_problem(missing)
        if not missing:
            self.given.emit(reason)
        else:
            (self.words if reason.why else self.begin()).setFocus()


class HeldCard(Card):
    """What is held about one case; each entry can be removed."""

    removed = Signal(object)  # Entry

    def __init__(self) -> None:
        super().__init__(gap=12)
        self.add(Heading("Held about this child", "h2"))
        self.lines = column(gap=12)
        self.add(self.lines)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show the entries; none is said, too."""
        clear(self.lines)
        if not entries:
            self.lines.addWidget(label("Nothing is held yet. Add it below.", wrap=True))
        for entry in entries:
            self.lines.addWidget(self._entry(entry))

    def _entry(self, entry: Entry) -> QWidget:
        agency = label_of("agencies", entry.agency)
        remove = button(
            "Remove", kind="quiet", icon="trash-2", name=f"Remove what {agency} calls it"
        )
        remove.clicked.connect(lambda _on: self.removed.emit(entry))
        parts = [label(f"{agency}: {entry.number or 'no number'}", "strong", wrap=True)]
        parts += [label(entry.identity, wrap=True)] if entry.identity else []
        kept = f"Kept for this: {entry.purpose}. Until {day_words(entry.expires_on)}."
        holder = QWidget()
        holder.setLayout(column(*parts, label(kept, "hint", wrap=True), flow(remove), gap=2))
        return holder


class GivenCard(Card):
    """What is to be held: the agency's number rather than a name, for a purpose, until a day."""

    typed = Signal()
    given = Signal(object)  # Given

    def __init__(self, agencies: Sequence[tuple[str, str]], today: Callable[[], date]) -> None:
        super().__init__(gap=12)
        self.agency = SearchCombo("Agency")
        self.agency.offer(agencies)
        self.number = PrivateLine("The agency's own record number")
        self.identity = PrivateLine("Name")
        self.purpose = QLineEdit()
        self.until = DateInput("Held until", today)
        self._purpose_box = FieldBox(
            "What it is kept for", self.purpose, "Such as: to ask for the file."
        )
        self.add(Heading("Add or replace", "h2"))
        for box in (
            FieldBox("Agency", self.agency),
            FieldBox("The agency's own record number", self.number, "A number rather than a name."),
            FieldBox("Name", self.identity, "Only when the number is not enough."),
            self._purpose_box,
            FieldBox("Held until", self.until, "After that day, Today reminds you to destroy it."),
        ):
            self.add(box)
        self.add(flow(button("Keep it", self._on_given, kind="primary", icon="lock-keyhole")))
        for line in (self.number, self.identity, self.purpose):
            line.textEdited.connect(lambda _text: self.typed.emit())
        self.until.changed.connect(self.typed)
        self.agency.chosen.connect(lambda _key: self.typed.emit())

    def answers(self) -> Given:
        """Give what stands here."""
        day = self.until.value()
        return Given(
            agency=self.agency.value(), number=self.number.text(), identity=self.identity.text(),
            purpose=self.purpose.text(), expires_on=day.isoformat() if day else "",
        )  # fmt: skip

    def content(self) -> dict[str, Json]:
        """Give what stands here, half typed or not, to be kept."""
        given = self.answers()
        until: Json = given.expires_on or typed_parts(self.until) or ""
        found: dict[str, Json] = {
            "agency": given.agency, "number": given.number, "identity": given.identity,
            "purpose": given.purpose, "until": until,
        }  # fmt: skip
        return found if any(found.values()) else {}

    def show_content(self, content: Mapping[str, Json]) -> None:
        """Show what was kept while it was typed."""
        self.agency.set_value(str(content.get("agency", "")))
        for key, line in (
            ("number", self.number), ("identity", self.identity), ("purpose", self.purpose),
        ):  # fmt: skip
            line.setText(str(content.get(key, "")))
        show_date(self.until, content.get("until") or None)

    def _on_given(self) -> None:
        self.given.emit(self.answers())
