"""The notes of a meeting: the stream above, the box below, and what every key does to them."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.records.meeting_line import MeetingLine
from ui.places.capture_bare import Room
from ui.places.capture_changes import LineChanges
from ui.places.capture_composer import Composer
from ui.places.capture_editing import NO_CARET, Editing
from ui.places.capture_lines import AddLine
from ui.places.capture_sheet import Sheet
from ui.places.capture_stream import Stream
from ui.places.capture_time import TimeAsk
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
        self.changes = LineChanges(sheet)
        self.stream = Stream(sheet.lines)
        self.time_ask = TimeAsk()
        self.composer = Composer(
            "New note", sheet.lines.words, sheet.workplace.now, "Add note",
            lambda: sheet.lines.recent,
        )  # fmt: skip
        self.editing = Editing(sheet, self.changes)
        self.here: tuple[str, ...] = ()
        self.latest = ""  # the note filed last, wherever its time put it
        self._back_to_box = False
        self._in_stream = False
        self._is_bare = False
        self._lay_out()
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
            found["change"] = {**self.editor.state(), "key": self.editing.key}
        return found

    def offer_speakers(self, here: list[str]) -> None:
        """Offer those who are here before all others."""
        self.here = tuple(here)
        self.composer.offer_speakers(here)

    def narrow(self, *, on: bool) -> None:
        """Take less height when the window is short of room."""
        self.composer.narrow(on=on)

    def show_bare(self, *, on: bool) -> None:
        """Show only the line being typed, the last note faded below it; or everything again."""
        if on is self._is_bare:
            return
        self._is_bare = on
        self.stream.setVisible(not on)
        self.time_ask.hide()
        self._room.turn(on=on)
        self.composer.show_bare(on=on)
        if self.editor is not None:
            self._house(self.editor)
        if on:
            self._room.fit(self.size())
        self._fade()
        self.first_focus().setFocus()

    def show_saved(self, words: str) -> None:
        """Say when the last word was kept, beside the one line of focus mode."""
        for each in (self.composer, self.editor):
            if each is not None:
                each.show_saved(words)

    def where(self) -> dict[str, Json]:
        """Give where one is in the stream, by the keys of its notes."""
        return {
            "top": self.stream.top_key,
            "line": self.stream.chosen_key if self._in_stream else "",
        }

    def resume(self, where: Mapping[str, Json]) -> None:
        """Go back to where one was."""
        top, line = str(where.get("top", "")), str(where.get("line", ""))
        if self._lines.line(line) is not None and self.editor is None:
            self.stream.choose(line)
            self.stream.setFocus()
        if self._lines.line(top) is not None:
            self.stream.show_from(top)

    def chosen(self) -> str:
        """Give the note that a command is about: the one being changed, chosen, or filed last."""
        chosen = self.stream.chosen_key if self._in_stream else ""
        return self.editing.key or chosen or self._last()

    def put_back(self, line: MeetingLine) -> None:
        """Put back a line that was removed."""
        self.changes.put_back(line)

    @property
    def editor(self) -> Composer | None:
        """Give the box in which a note is being changed."""
        return self.editing.editor

    def change(self, key: str) -> None:
        """Open a note for changing, where it stands."""
        self.editing.open(key)

    def split(self) -> None:
        """Make two notes of the one being changed, at the caret; or open it to say where."""
        if self.editor is None:
            self.change(self.chosen())
            self.editing.tell(NO_CARET)
        else:
            self.editing.split()

    def ask_time(self) -> None:
        """Ask for another time for the chosen note."""
        line = self._lines.line(self.settled())
        if line is not None:
            self.time_ask.ask(line)

    def settled(self) -> str:
        """Give the chosen note, once what stands in its box is saved."""
        key = self.chosen()
        self.editing.finish()
        return key

    def stay_on(self, key: str) -> None:
        """Go on with this note chosen, where the keyboard is."""
        if self._in_stream and self._lines.line(key) is not None:
            self.stream.choose(key)
            self.stream.setFocus()

    # -- inside

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        spaced(self._column, 8)
        self._column.addWidget(self.stream, 1)
        self._column.addWidget(self.time_ask)
        self._column.addWidget(self.composer)
        self._room = Room(self._column)

    def _connect(self) -> None:
        for line in self._sheet.begun.filed:  # Ctrl+Z takes back what the session before filed
            self._sheet.undo.push(self._filing(line, self._lines.place_of(line.key), stands=True))
        box = self.composer.box
        self.composer.filed.connect(self._on_filed)
        self.composer.changed.connect(self._sheet.keep)
        box.take_back_asked.connect(self._sheet.undo.undo)
        box.up_asked.connect(self._on_up)
        box.amend_asked.connect(self._on_amend)
        box.split_asked.connect(self._on_filed)
        self.stream.change_asked.connect(self.change)
        self.stream.removal_asked.connect(self.remove)
        self.editing.opened.connect(self._on_opened)
        self.editing.settled.connect(self._on_settled)
        self.stream.left.connect(box.setFocus)
        self.stream.typed.connect(self._on_typed_in_stream)
        self.time_ask.given.connect(self._on_time)
        self.time_ask.left.connect(self._go_back)
        self._lines.changed.connect(self._on_lines)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def _begin(self) -> None:
        begun = self._sheet.begun
        self._on_lines()
        if begun.composer:
            self.composer.restore(begun.composer)
        if begun.change and self._lines.line(str(begun.change.get("key"))) is not None:
            self.editing.restore(begun.change)
        self._sheet.half_typed = self.half_typed

    def _on_opened(self, editor: Composer) -> None:
        editor.box.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self.stream.refit()
        )
        self._house(editor)

    def _house(self, editor: Composer) -> None:
        """Lay the editor over its note, or in the place of the box where no stream is shown."""
        self.composer.hide()
        editor.show_bare(on=self._is_bare)
        if self._is_bare:
            self.stream.release()
            self._column.insertWidget(self._column.indexOf(self.composer), editor)
            editor.show()
        else:
            self._column.removeWidget(editor)
            self.stream.change(self.editing.key, editor)
        editor.box.setFocus()

    def _on_settled(self, key: str) -> None:
        """Show the box again; the keyboard goes where it came from, or to the note."""
        self.composer.show()
        self.stream.release()
        if self._back_to_box or self._is_bare:
            self.composer.box.setFocus()
        else:
            self.stream.choose(key)
            self.stream.setFocus()
        self._back_to_box = False

    def _on_filed(self) -> None:
        note = self.composer.note()
        if not note.text:
            if not self.composer.is_empty:
                announce(self.composer.box, "Type the words too, then press Enter.")
            return
        line = replace(note, key=self._sheet.new_key(self.composer.started))
        end = self._lines.rowCount()
        place = self.changes.place_for(line.time) if self.composer.has_set_time else end
        self.composer.clear()  # first, so that no draft ever holds these words twice
        self.latest = line.key
        self._sheet.undo.push(self._filing(line, place))
        self.composer.box.setFocus()
        where = "" if place == end else f", above {end - place} later"
        announce(self.composer.box, f"Added at {line.time}{where}")
        self.filed.emit(line)

    def _filing(self, line: MeetingLine, place: int, *, stands: bool = False) -> AddLine:
        back, again = self._on_taken_back, self._on_put_again
        return AddLine(self._lines, line, place, back, again, stands=stands)

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
        if self._last():
            self.change(self._last())
            self._back_to_box = True

    def _on_up(self) -> None:
        if not self._is_bare:
            self.stream.to_last()

    def _on_typed_in_stream(self, typed: str) -> None:
        # Words typed while a note was chosen are the next note, never lost.
        self.composer.box.setFocus()
        self.composer.box.insertPlainText(typed)

    def remove(self, key: str) -> None:
        """Take a note out, and offer it back."""
        self.editing.finish()
        line = self.changes.remove(key)
        if line is None:
            return
        if not self._lines.rowCount():
            self.composer.box.setFocus()
        self.removed.emit(line)

    def _on_time(self, key: str, time: str) -> None:
        if self.changes.set_time(key, time):
            announce(self.stream, f"The note is of {time} now")
        self._go_back()

    def _go_back(self) -> None:
        (self.stream if self._in_stream else self.composer.box).setFocus()

    def _on_lines(self) -> None:
        last = self._lines.last
        before = self._lines.speaker_before(self._lines.rowCount())
        self.composer.set_before(before, last.time if last else "")
        self._fade()

    def _last(self) -> str:
        if self._lines.line(self.latest) is not None:
            return self.latest
        return self._lines.last.key if self._lines.last else ""

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is self.stream or now is self.composer.box:
            self._in_stream = now is self.stream

    def _fade(self) -> None:
        line = self._lines.line(self._last()) if self._is_bare else None
        self._room.faded.setText(self._lines.words.sentence(line) if line else "")

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_bare:
            self._room.fit(self.size())
