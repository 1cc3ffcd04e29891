"""Wakes the guard of every text box with an open workspace, and keeps what is told to it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from evidencekit.checks.offers import Known
from evidencekit.checks.spelling import Speller
from evidencekit.operations import guarding, wordbook
from evidencekit.operations.desk import Desk
from ui.places.workplace import Workplace
from ui.widgets import word_guard
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.marked_line import LineMarks, MarkedLine
from ui.widgets.text_marks import TextMarks

Words = tuple[Known, tuple[str, ...], bool]


class WordDesk(QObject):
    """Between the guard and the desk: reads the words once, and writes each that is added."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._guard = word_guard.current()
        self._guard.no_name_said.connect(self._on_no_name)
        self._guard.word_said.connect(self._on_word)
        self._guard.stale.connect(self.read)
        self.read()

    def read(self) -> None:
        """Read what is kept, and guard with it."""
        self._workplace.ask(self, _words, self._on_words)

    def stop(self) -> None:
        """Forget the words of this workspace; every mark goes."""
        self._guard.no_name_said.disconnect(self._on_no_name)
        self._guard.word_said.disconnect(self._on_word)
        self._guard.stale.disconnect(self.read)
        self._guard.stop()

    def _on_words(self, found: Words) -> None:
        known, mine, spells = found
        self._guard.start(known)
        if not spells:
            self._guard.spell(None)
        elif self._guard.spells:
            self._guard.use_words(mine)
        else:
            self._workplace.labour(self, partial(Speller, mine), self._guard.spell)

    def _on_no_name(self, words: str) -> None:
        self._keep(partial(wordbook.add_no_name, words=words))

    def _on_word(self, word: str) -> None:
        self._keep(partial(wordbook.add_word, word=word))

    def _keep(self, work: Callable[[Desk], tuple[str, ...]]) -> None:
        self._workplace.ask(self, work, lambda _kept: self.read())


def next_mark(_workplace: Workplace) -> None:
    """Go to the next marked word of the text box in use."""
    marks = _marks_in_use()
    if marks is not None:
        marks.go_on()


def offer_instead(_workplace: Workplace) -> None:
    """Show what can be done about the mark at the caret."""
    marks = _marks_in_use()
    if marks is not None:
        marks.offer_here()


def _marks_in_use() -> TextMarks | LineMarks | None:
    box = QApplication.focusWidget()
    return box.marks if isinstance(box, AutosaveText | MarkedLine) else None


def _words(desk: Desk) -> Words:
    return guarding.known(desk), wordbook.my_words(desk), wordbook.is_spelling_on(desk)
