"""The notes of a meeting: the stream above, the box below, and what every key does to them."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidencekit.canonical import Json
from evidencekit.records.meeting_line import MeetingLine
from ui.places.capture_composer import Composer
from ui.places.capture_lines import AddLine, ChangeLine, RemoveLine
from ui.places.capture_sheet import Sheet
from ui.places.capture_stream import Stream
from ui.theme import spaced
from ui.widgets.announce import announce

TAKEN_BACK = "Last note taken back. It is in the box."


class Notes(QWidget):
    """Files, changes and removes notes; each of it can be undone."""

    removed = Signal(object)  # the MeetingLine, to offer Undo
    filed = Signal(object)  # the MeetingLine

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self._sheet, self._lines = sheet, sheet.lines
        now = sheet.workplace.now
        self.stream = Stream(sheet.lines)
        self.composer = Composer(
            "New note", sheet.lines.words, now, "Add note", lambda: sheet.lines.recent
        )
        self.editor: Composer | None = None
        self._changing = ""
        self._back_to_box = False
        column = QVBoxLayout(self)
        spaced(column, 8)
        column.addWidget(self.stream, 1)
        column.addWidget(self.composer)
        self._connect()
        self._begin()

    def first_focus(self) -> QWidget:
        """Give the box that is being typed in."""
        return (self.editor or self.composer).box

    def half_typed(self) -> dict[str, Json]:
        """Give what stands in the boxes, for the draft."""
        found: dict[str, Json] = {}
        if not self.composer.is_empty:
            found["composer"] = self.composer.state()
        if self.editor is not None:
            found["change"] = {**self.editor.state(), "key": self._changing}
        return found

    def offer_speakers(self, here: list[str]) -> None:
        """Offer those who are here before all others."""
        self.composer.offer_speakers(here)

    def narrow(self, *, on: bool) -> None:
        """Take less height when the window is short of room."""
        self.composer.narrow(on=on)

    def put_back(self, line: MeetingLine) -> None:
        """Put back a line that was removed."""
        top = self._sheet.undo.command(self._sheet.undo.index() - 1)
        if isinstance(top, RemoveLine) and top.line.key == line.key:
            self._sheet.undo.undo()
        elif self._lines.place_of(line.key) < 0:
            self._sheet.undo.push(AddLine(self._lines, line, _nothing, _nothing))

    def change(self, key: str) -> None:
        """Open a note for changing, where it stands."""
        line = self._line(key)
        if line is None:
            return
        self._give_up()
        editor = Composer(
            "Change this note", self._lines.words, self._sheet.workplace.now, "Save note",
            lambda: self._lines.recent,
        )  # fmt: skip
        editor.box.lets_escape_go = False
        editor.set_before(self._speaker_before(self._lines.place_of(key)))
        editor.load(line)
        editor.filed.connect(self._on_changed)
        editor.box.left.connect(self._on_left)
        editor.changed.connect(self._sheet.keep)
        editor.box.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self.stream.refit()
        )
        self.editor, self._changing = editor, key
        self.composer.hide()
        self.stream.change(key, editor)
        editor.box.setFocus()

    # -- inside

    def _connect(self) -> None:
        box = self.composer.box
        self.composer.filed.connect(self._on_filed)
        self.composer.changed.connect(self._sheet.keep)
        box.take_back_asked.connect(self._sheet.undo.undo)
        box.up_asked.connect(self.stream.to_last)
        box.amend_asked.connect(self._on_amend)
        self.stream.change_asked.connect(self.change)
        self.stream.removal_asked.connect(self._on_removal)
        self.stream.left.connect(box.setFocus)
        self._lines.changed.connect(self._on_lines)

    def _begin(self) -> None:
        begun = self._sheet.begun
        self._on_lines()
        if begun.composer:
            self.composer.restore(begun.composer)
        if begun.change and self._line(str(begun.change.get("key"))) is not None:
            self._take_up(begun.change)
        self._sheet.half_typed = self.half_typed

    def _take_up(self, change: Mapping[str, Json]) -> None:
        self.change(str(change["key"]))
        if self.editor is not None and change.get("typed"):
            self.editor.restore(change)

    def _on_filed(self) -> None:
        note = self.composer.note()
        if not note.text:
            if not self.composer.is_empty:
                announce(self.composer.box, "Type the words too, then press Enter.")
            return
        line = replace(note, key=self._sheet.new_key(self.composer.started))
        self.composer.clear()  # first, so that no draft ever holds these words twice
        self._sheet.undo.push(AddLine(self._lines, line, self._on_taken_back, self._on_put_again))
        self.composer.box.setFocus()
        announce(self.composer.box, f"Added at {line.time}")
        self.filed.emit(line)

    def _on_taken_back(self, line: MeetingLine) -> None:
        if self.composer.is_empty:
            self.composer.load(line)
            self._sheet.keep()
            announce(self.composer.box, TAKEN_BACK)

    def _on_put_again(self, line: MeetingLine) -> None:
        if self.composer.note().text == line.text:
            self.composer.clear()
            self._sheet.keep()

    def _on_amend(self) -> None:
        last = self._lines.last
        if last is not None:
            self.change(last.key)
            self._back_to_box = True

    def _on_changed(self) -> None:
        before, editor = self._line(self._changing), self.editor
        if before is None or editor is None:
            return
        note = editor.note(before.key)
        if not note.text:
            announce(editor.box, "Type the words, or press Escape to leave the note as it was.")
            return
        after = replace(note, edited=self._sheet.moment(), rest=before.rest)
        is_same = replace(after, edited=before.edited, typed=before.typed) == before
        self._leave_editor()
        if not is_same:
            self._sheet.undo.push(ChangeLine(self._lines, before, after))
            announce(self.stream, f"Changed the note of {after.time}")

    def _on_left(self) -> None:
        self._leave_editor()
        self._sheet.keep()

    def _leave_editor(self) -> None:
        to_box, self._back_to_box = self._back_to_box, False
        self._give_up()
        (self.composer.box if to_box else self.stream).setFocus()

    def _give_up(self) -> None:
        if self.editor is not None:
            self.editor, self._changing = None, ""
            self.composer.show()
            self.stream.settle()

    def _on_removal(self, key: str) -> None:
        line = self._line(key)
        if line is None:
            return
        self._sheet.undo.push(RemoveLine(self._lines, line))
        if not self._lines.rowCount():
            self.composer.box.setFocus()
        self.removed.emit(line)

    def _on_lines(self) -> None:
        self.composer.set_before(self._speaker_before(self._lines.rowCount()))

    def _speaker_before(self, place: int) -> str:
        above = reversed(self._lines.lines[:place])
        return next((line.speaker for line in above if line.speaker), "")

    def _line(self, key: str) -> MeetingLine | None:
        return self._lines.line_at(self._lines.index(self._lines.place_of(key)))


def _nothing(_line: MeetingLine) -> None:
    """Leave the box as it is."""
