"""Changing a note in a box of its own, until it is saved, split or left as it was."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from evidencekit.canonical import Json
from evidencekit.records.meeting_line import MeetingLine
from ui.places.capture_changes import LineChanges
from ui.places.capture_composer import Composer
from ui.places.capture_sheet import Sheet
from ui.widgets.announce import announce

NO_CARET = "Put the caret where the second note begins, then press Ctrl+Enter."
NO_WORDS = "Type the words, or press Escape to leave the note as it was."


class Editing(QObject):
    """Holds the box while a note is being changed; the page decides where it lies."""

    opened = Signal(object)  # the Composer, to be shown
    settled = Signal(str)  # the note to go on with

    def __init__(self, sheet: Sheet, changes: LineChanges) -> None:
        super().__init__()
        self._sheet, self._lines, self._changes = sheet, sheet.lines, changes
        self.editor: Composer | None = None
        self.key = ""

    def open(self, key: str) -> None:
        """Open a note for changing; what stands in the box of another is saved first."""
        self._keep()
        line = self._lines.line(key)
        if line is None:
            return
        self.give_up()
        editor = Composer(
            "Change this note", self._lines.words, self._sheet.workplace.now, "Save note",
            lambda: self._lines.recent,
        )  # fmt: skip
        editor.box.lets_escape_go, editor.may_keep = False, False
        place = self._lines.place_of(key)
        above = self._lines.lines[place - 1].time if place else ""
        editor.set_before(self._lines.speaker_before(place), above)
        editor.load(line)
        editor.filed.connect(self._save)
        editor.box.left.connect(self._leave)
        editor.box.split_asked.connect(self.split)
        editor.changed.connect(self._sheet.keep)
        self.editor, self.key = editor, key
        self.opened.emit(editor)

    def restore(self, change: Mapping[str, Json]) -> None:
        """Go on with a change that was under way."""
        self.open(str(change.get("key")))
        if self.editor is not None and change.get("typed"):
            self.editor.restore(change)

    def split(self) -> None:
        """Make two notes of this one, at the caret."""
        note = self._note()
        if note is None or self.editor is None:
            return
        new = self._sheet.new_key(self._sheet.workplace.now())
        if not self._changes.split(note, self.editor.parts, new):
            self.tell(NO_CARET)
            return
        announce(self.editor.box, "Two notes now.")
        self._settle(new)

    def tell(self, words: str) -> None:
        """Say something about the change, below its box and aloud."""
        if self.editor is not None:
            self.editor.hint.setText(words)
            announce(self.editor.box, words)

    def finish(self) -> None:
        """Save what stands in the box, as Enter does, before something else is done."""
        if self.editor is not None:
            self._keep()
            self._settle(self.key)

    def give_up(self) -> None:
        """Let the box go."""
        editor, self.editor, self.key = self.editor, None, ""
        if editor is not None:
            editor.hide()
            editor.deleteLater()

    def _note(self) -> MeetingLine | None:
        """Give the note as it stands in the box, with what no box shows."""
        if self.editor is None:
            return None
        note = replace(self.editor.note(self.key), edited=self._sheet.moment())
        before = self._lines.line(self.key)
        if before is None:
            return note
        return replace(note, rest=before.rest, polarity=before.polarity, weight=before.weight)

    def _keep(self) -> bool:
        """Keep what stands in the box; a note that went meanwhile comes back with it."""
        note = self._note()
        if note is None or not note.text:
            return False
        if self._lines.line(note.key) is None:
            self._changes.add(note)
            return True
        return self._changes.put(note)

    def _save(self) -> None:
        note = self._note()
        if note is None:
            return
        if not note.text:
            self.tell(NO_WORDS)
            return
        if self._keep() and self.editor is not None:
            announce(self.editor.box, f"Changed the note of {note.time}")
        self._settle(note.key)

    def _leave(self) -> None:
        self._settle(self.key)
        self._sheet.keep()

    def _settle(self, key: str) -> None:
        self.give_up()
        self.settled.emit(key)
