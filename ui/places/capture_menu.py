"""The Note menu: what may be done to the chosen note, each with its key; at a right click too."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from evidencekit.records.meeting_line import MeetingLine
from evidencekit.records.words import VOCABULARIES
from ui.places.capture_notes import Notes
from ui.places.capture_sheet import Sheet
from ui.places.capture_words import KINDS, VOICE, speakers
from ui.widgets.announce import announce

SPEAKER, AREAS, POLARITY, WEIGHT = "Speaker", "Areas", "What it shows", "How far it goes"
NO_NOTE, REMOVED_NONE = "No note yet", "Nothing was removed."
_Choice = tuple[str, str, bool]  # key, words, whether it is so now


@dataclass(frozen=True, slots=True)
class Deed:
    """A command of the menu: its words, its key, and whether it needs one note or two."""

    words: str
    keys: str
    then: Callable[[], object]
    needs_above: bool = False


class NoteMenu(QObject):
    """Acts on the note being changed, the one chosen in the stream, or else the last one filed."""

    def __init__(self, notes: Notes, sheet: Sheet) -> None:
        super().__init__(notes)
        self._notes, self._sheet, self._lines = notes, sheet, sheet.lines
        self._changes = notes.changes
        self._removed: MeetingLine | None = None
        self.menu = QMenu("&Note", notes)
        self.menu.setAccessibleName("Note")
        self.menu.setToolTipsVisible(True)
        # Not a section: this style draws a section as a bare line, and no reader hears its words.
        self._which = self.menu.addAction("")
        self._which.setEnabled(False)
        self.menu.addSeparator()
        self.actions: dict[str, QAction] = {}
        self._needs: dict[str, bool] = {}
        self._lists: dict[str, QMenu] = {}
        self._fill()
        self.menu.aboutToShow.connect(self.refresh)
        notes.stream.menu_asked.connect(self.menu.popup)
        notes.removed.connect(self._on_removed)

    def refresh(self) -> None:
        """Say which note this is about, and what can be done to it now."""
        line = self._line()
        said = self._lines.words.sentence(line) if line else NO_NOTE
        self._which.setText(f"Note of {line.time}" if line else NO_NOTE)
        self._which.setToolTip(said)
        place = self._lines.place_of(line.key) if line else -1
        for words, action in self.actions.items():
            action.setEnabled(place >= (1 if self._needs[words] else 0))
        for each in self._lists.values():
            each.menuAction().setEnabled(line is not None)
        self.put_back_action.setEnabled(self._removed is not None)
        self.pin_action.setChecked(self._notes.composer.is_pinned)
        self.actions[VOICE].setChecked(line is not None and line.child_voice)
        for key, _, _ in KINDS:
            self.actions[_kind_words(key)].setChecked(line is not None and line.kind == key)

    # -- inside

    def _fill(self) -> None:
        notes = self._notes
        self._add(
            Deed("&Change the words", "F2", lambda: notes.change(notes.chosen())),
            Deed("S&plit in two at the caret", "Ctrl+Return", notes.split),
            Deed("&Join with the one above", "Ctrl+J", self._join, needs_above=True),
        )
        self.menu.addSeparator()
        self._add(
            Deed("Set the &time", "Ctrl+T", notes.ask_time),
            Deed("One minute &earlier", "Ctrl+[", partial(self._shift, -1)),
            Deed("One minute &later", "Ctrl+]", partial(self._shift, 1)),
        )
        self.menu.addSeparator()
        self._add(*(Deed(words, f"Alt+{n}", partial(self._set, "kind", kind=key))
                    for n, (key, words, _) in enumerate(KINDS, 1)))  # fmt: skip
        self._add(Deed(VOICE, "Alt+4", self._turn_voice))
        for words in (VOICE, *(words for _, words, _ in KINDS)):
            self.actions[words].setCheckable(True)
        self._add_list(SPEAKER, "Alt+5", self._speakers, partial(self._choose, "speaker"))
        self._add_list(AREAS, "Alt+6", self._areas, self._turn_area)
        self._add_list(POLARITY, "Alt+7", partial(self._words, "polarity"),
                       partial(self._choose, "polarity"))  # fmt: skip
        self._add_list(WEIGHT, "Alt+8", partial(self._words, "weight"),
                       partial(self._choose, "weight"))  # fmt: skip
        self.menu.addSeparator()
        self._add(Deed("&Remove", "Del", lambda: notes.remove(notes.settled())))
        self.put_back_action = self._plain("Put &back the note removed last", "", self._put_back)
        self.menu.addSeparator()
        self.pin_action = self._plain(
            "&Keep the speaker for the next notes", "Alt+P", self._turn_pin
        )  # fmt: skip
        self.pin_action.setCheckable(True)

    def _add(self, *deeds: Deed) -> None:
        for deed in deeds:
            name = deed.words.replace("&", "")
            self.actions[name] = self._plain(deed.words, deed.keys, deed.then)
            self._needs[name] = deed.needs_above

    def _plain(self, words: str, keys: str, then: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(lambda _on=False: then())
        self._give_key(action, keys)
        self.menu.addAction(action)
        return action

    def _give_key(self, action: QAction, keys: str) -> None:
        # Only where a note is chosen: in the box below, the same keys speak of the next note.
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._notes.stream.addAction(action)

    def _add_list(
        self, words: str, keys: str,
        choices: Callable[[MeetingLine], Iterable[_Choice]], then: Callable[[str], object],
    ) -> None:  # fmt: skip
        """Add a list that is filled when it opens; its key opens it beside the note."""
        made = self._lists[words] = QMenu(words, self.menu)

        def fill() -> None:
            made.clear()
            line = self._line()
            for key, said, is_so in choices(line) if line else ():
                action = made.addAction(said.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(is_so)
                action.triggered.connect(lambda _on=False, key=key: then(key))

        made.aboutToShow.connect(fill)
        self.menu.addMenu(made)
        opener = QAction(words, self)
        opener.triggered.connect(lambda _on=False: self._pop_up(made))
        self._give_key(opener, keys)
        made.menuAction().setText(f"{words}\t{QKeySequence(keys).toString()}")

    def _pop_up(self, made: QMenu) -> None:
        stream = self._notes.stream
        rect = stream.visualRect(stream.currentIndex())
        made.popup(stream.viewport().mapToGlobal(rect.bottomLeft() + QPoint(40, -8)))

    def _line(self) -> MeetingLine | None:
        return self._lines.line(self._notes.chosen())

    def _speakers(self, line: MeetingLine) -> Iterable[_Choice]:
        yield "", "No speaker", not line.speaker
        for key, words in speakers(self._notes.here):
            yield key, words, key == line.speaker

    def _areas(self, line: MeetingLine) -> Iterable[_Choice]:
        for area in self._lines.words.areas():
            yield area.id, self._lines.words.area(area.id), area.id in line.areas

    @staticmethod
    def _words(which: str, line: MeetingLine) -> Iterable[_Choice]:
        now = getattr(line, which)
        yield "", "Not said", not now
        for word in VOCABULARIES[which].words:
            yield word.key, word.label, word.key == now

    def _choose(self, part: str, value: str) -> None:
        self._set(part, **{part: value})

    def _set(self, part: str, **parts: object) -> None:
        key = self._notes.settled()
        self._done(key, is_done=self._changes.say(key, _STEPS.get(part, part), **parts))

    def _turn_voice(self) -> None:
        key = self._notes.settled()
        self._done(key, is_done=self._changes.turn_voice(key))

    def _turn_area(self, area: str) -> None:
        key = self._notes.settled()
        self._done(key, is_done=self._changes.turn_area(key, area))

    def _join(self) -> None:
        key = self._changes.join(self._notes.settled())
        self._done(key, is_done=bool(key))

    def _shift(self, minutes: int) -> None:
        key = self._notes.settled()
        self._done(key, is_done=bool(self._changes.shift(key, minutes)))

    def _turn_pin(self) -> None:
        composer = self._notes.composer
        composer.pin(on=not composer.is_pinned)

    def _put_back(self) -> None:
        line, self._removed = self._removed, None
        if line is None:
            announce(self._notes.stream, REMOVED_NONE)
            return
        self._changes.put_back(line)

    def _on_removed(self, line: MeetingLine) -> None:
        self._removed = line

    def _done(self, key: str, *, is_done: bool) -> None:
        """Stay where the keyboard is, and say what the note is now."""
        line = self._lines.line(key)
        self._notes.stay_on(key)
        if is_done and line is not None:
            announce(self._notes.stream, self._lines.words.sentence(line))


_STEPS = {"polarity": "what it shows", "weight": "weight"}


def _kind_words(key: str) -> str:
    return next(words for each, words, _ in KINDS if each == key)
