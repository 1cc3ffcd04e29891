"""What may be done to a note of the stream; each of it is one step of undo."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace

from evidencekit.records import line_changes
from evidencekit.records.line_changes import Change, Typed
from evidencekit.records.meeting_line import MeetingLine
from ui.places.capture_lines import AddLine, ChangeLine, MoveLine, RemoveLine
from ui.places.capture_sheet import Sheet


class LineChanges:
    """Changes lines by their keys. What cannot be done changes nothing and gives ""."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet, self._lines = sheet, sheet.lines

    def change(self, key: str = "") -> Change:
        """Give how a line is changed now."""
        words, place = self._lines.words, self._lines.place_of(key)
        return Change(
            self._sheet.moment(), words.find_area, self._lines.speaker_before(max(place, 0))
        )

    def put(self, after: MeetingLine, what: str = "change") -> bool:
        """Let a line say this from now on; tell whether it said something else before.

        A line with another time goes where that time stands, in the same step.
        """
        before = self._lines.line(after.key)
        if before is None or replace(after, edited=before.edited, typed=before.typed) == before:
            return False
        others = [each for each in self._lines.lines if each.key != after.key]
        to = line_changes.place_by_time(others, after.time, self._sheet.start_time)
        command = ChangeLine(self._lines, before, after, what)
        if after.time == before.time or to == self._lines.place_of(after.key):
            self._sheet.undo.push(command)
            return True
        with self._one_step(command.text()):
            self._sheet.undo.push(command)
            self._sheet.undo.push(MoveLine(self._lines, after.key, to))
        return True

    def say(self, key: str, what: str, **parts: object) -> bool:
        """Change parts of a line by name; tell whether that changed anything."""
        line = self._lines.line(key)
        return line is not None and self.put(self.change(key).of(line, **parts), what)

    def split(self, line: MeetingLine, typed: Typed, key: str) -> bool:
        """Make two notes of one, as it stands in its box; the second gets this key."""
        change = self.change(line.key)
        before, made = self._lines.line(line.key), line_changes.split(line, typed, key, change)
        if before is None or made is None:
            return False
        place = self._lines.place_of(line.key)
        with self._one_step(f"split of the note of {before.time}"):
            # The second first: no draft in between ever holds fewer words than were typed.
            self._sheet.undo.push(AddLine(self._lines, made[1], place + 1))
            self._sheet.undo.push(ChangeLine(self._lines, before, made[0]))
        return True

    def join(self, key: str) -> str:
        """Join a note with the one above; give the key of what they became."""
        place, below = self._lines.place_of(key), self._lines.line(key)
        if below is None or place < 1:
            return ""
        above = self._lines.lines[place - 1]
        joined = line_changes.join(above, below, self.change(above.key))
        with self._one_step(f"joining of the notes of {above.time} and {below.time}"):
            self._sheet.undo.push(ChangeLine(self._lines, above, joined))
            self._sheet.undo.push(RemoveLine(self._lines, below))
        return above.key

    def set_time(self, key: str, time: str) -> bool:
        """Give a note another time; it goes where that time stands."""
        line = self._lines.line(key)
        if line is None:
            return False
        return self.put(line_changes.at_time(line, time, self.change(key)), "time")

    def shift(self, key: str, minutes: int) -> str:
        """Make a note some minutes later; give its new time."""
        line = self._lines.line(key)
        if line is None:
            return ""
        time = line_changes.shifted(line.time, minutes)
        return time if self.set_time(key, time) else ""

    def turn_voice(self, key: str) -> bool:
        """Say that a note carries the child's voice, or that it does not."""
        line = self._lines.line(key)
        return line is not None and self.say(
            key, "child's voice", child_voice=not line.child_voice
        )  # fmt: skip

    def turn_area(self, key: str, area: str) -> bool:
        """Add an area to a note, or take it away."""
        line = self._lines.line(key)
        return line is not None and self.put(
            line_changes.with_area(line, area, self.change(key)), "areas"
        )

    def remove(self, key: str) -> MeetingLine | None:
        """Take a note out; give it, to offer it back."""
        line = self._lines.line(key)
        if line is not None:
            self._sheet.undo.push(RemoveLine(self._lines, line))
        return line

    def put_back(self, line: MeetingLine) -> None:
        """Put back a note that was removed, where its time stands."""
        undo = self._sheet.undo
        top = undo.command(undo.index() - 1)
        if isinstance(top, RemoveLine) and top.line.key == line.key:
            undo.undo()
        elif self._lines.line(line.key) is None:
            self.add(line)

    def add(self, line: MeetingLine) -> None:
        """Put a line in where its time stands."""
        self._sheet.undo.push(AddLine(self._lines, line, self.place_for(line.time)))

    def place_for(self, time: str) -> int:
        """Give where a note of this time stands."""
        return line_changes.place_by_time(self._lines.lines, time, self._sheet.start_time)

    @contextmanager
    def _one_step(self, name: str) -> Generator[None]:
        self._sheet.undo.beginMacro(name)
        try:
            yield
        finally:
            self._sheet.undo.endMacro()
