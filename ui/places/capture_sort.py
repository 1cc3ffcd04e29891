"""Sorting: each note gets its areas, what it shows and how far it goes, with one key each."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from typing_extensions import override

from evidencekit.records.meeting_line import MeetingLine
from evidencekit.records.words import VOCABULARIES
from ui.places.capture_changes import LineChanges
from ui.places.capture_sheet import Sheet
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.segment import CheckPill

NUMBER_ROW = "1234567890-="  # the twelve keys above the letters, for twelve areas
POLARITY_KEYS = {"s": "strength", "w": "weakness", "m": "mixed", "c": "context"}
WEIGHT_KEYS = {"i": "isolated", "o": "some", "p": "pattern"}
SORTED = "Everything is sorted."
HOW = "Press the keys shown. With all three said, the next note comes by itself; Enter leaves it."
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_STEPS = {"polarity": "what it shows", "weight": "weight"}


class SortCard(Card):
    """The notes that are not sorted yet, one by one."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.Grouping

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(gap=10)
        self._sheet, self._words = sheet, sheet.lines.words
        self._changes = LineChanges(sheet)
        self._left: set[str] = set()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = Heading("", "h3")
        self.says = label("", "lead", wrap=True)
        self.how = label(HOW, "hint", wrap=True)
        areas = sheet.lines.words.areas()
        self._area_keys = {key: area.id for key, area in zip(NUMBER_ROW, areas, strict=False)}
        self.buttons = {area.id: self._area_pill(area.id) for area in areas}
        self.shows = self._pills("polarity", POLARITY_KEYS)
        self.weighs = self._pills("weight", WEIGHT_KEYS)
        self._later = button("Leave this one", self.leave, kind="quiet", name="Leave this one")
        self._choices = (
            label("Areas", "strong"), flow(*self.buttons.values()),
            label("What it shows", "strong"), flow(*self.shows.values()),
            label("How far it goes", "strong"), flow(*self.weighs.values(), self._later),
        )  # fmt: skip
        for part in (self.title, self.says, self.how, *self._choices):
            self.add(part)
        sheet.lines.changed.connect(self.show_next)
        self.show_next()

    @property
    def current(self) -> MeetingLine | None:
        """Give the note that is being sorted."""
        return next(iter(self._waiting()), None)

    def begin(self) -> None:
        """Ask about every note that is not sorted again."""
        self._left.clear()
        self.show_next()

    def leave(self) -> None:
        """Go on to the next; this one can be sorted another day."""
        line = self.current
        if line is not None:
            self._left.add(line.key)
            self.show_next()
            self.setFocus()

    def show_next(self) -> None:
        """Show the next note that is not sorted, and what is said of it already."""
        waiting, line = self._waiting(), self.current
        all_of = sum(not is_sorted(each) for each in self._sheet.lines.lines)
        for part in (self.says, self.how, *self._choices):
            part.setVisible(line is not None)
        if line is None:
            self.title.setText(f"{all_of} left unsorted." if all_of else SORTED)
            self.setAccessibleName(self.title.text())
            return
        self.title.setText(f"Note to sort: {all_of - len(waiting) + 1} of {all_of}")
        self.says.setText(f"{line.time}  {self._words.who(line)}: {self._words.shown(line)}")
        self.setAccessibleName(f"{self.title.text()}. {self._words.sentence(line)}")
        self._check(self.buttons, line.areas)
        self._check(self.shows, (line.polarity,))
        self._check(self.weighs, (line.weight,))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text().casefold()
        if self.current is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.leave()
        elif key in self._area_keys:
            self._turn_area(self._area_keys[key])
        elif key in POLARITY_KEYS:
            self._say("polarity", POLARITY_KEYS[key])
        elif key in WEIGHT_KEYS:
            self._say("weight", WEIGHT_KEYS[key])
        else:
            super().keyPressEvent(event)

    def _area_pill(self, area: str) -> CheckPill:
        name = self._words.area(area)
        key = next((key for key, each in self._area_keys.items() if each == area), "")
        shown = f"{key}   {name.partition(' ')[2] or name}" if key else name
        return self._pill(shown, f"Area {name}", partial(self._turn_area, area))

    def _pills(self, part: str, keys: Mapping[str, str]) -> dict[str, CheckPill]:
        labels = VOCABULARIES[part]
        return {
            word: self._pill(
                f"{key.upper()}   {labels.label_of(word)}", labels.label_of(word),
                partial(self._say, part, word),
            )
            for key, word in keys.items()
        }  # fmt: skip

    @staticmethod
    def _pill(shown: str, name: str, then: partial[None]) -> CheckPill:
        made = CheckPill(shown)
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _on=False: then())
        return made

    @staticmethod
    def _check(pills: Mapping[str, CheckPill], so: Iterable[str]) -> None:
        chosen = set(so)
        for key, pill in pills.items():
            pill.setChecked(key in chosen)

    def _waiting(self) -> list[MeetingLine]:
        lines = self._sheet.lines.lines
        return [line for line in lines if not is_sorted(line) and line.key not in self._left]

    def _turn_area(self, area: str) -> None:
        line = self.current
        if line is not None:
            self._changes.turn_area(line.key, area)
            self._told(line, self._words.area(area))

    def _say(self, part: str, word: str) -> None:
        line = self.current
        if line is not None:
            now = "" if getattr(line, part) == word else word
            self._changes.say(line.key, _STEPS[part], **{part: now})
            self._told(line, VOCABULARIES[part].label_of(word) if now else "Not said")

    def _told(self, before: MeetingLine, words: str) -> None:
        now = self.current
        is_next = now is None or now.key != before.key
        announce(self, f"{words}. {self.accessibleName()}" if is_next else words)


def is_sorted(line: MeetingLine) -> bool:
    """Tell whether a note has an area, what it shows of it, and how far that goes."""
    return bool(line.areas and line.polarity and line.weight)
