"""What every text box asks about its words: could they name somebody, are they spelt right."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from evidencekit.checks.identifiers import Span, What
from evidencekit.checks.identity import WORDS, spans_in
from evidencekit.checks.offers import Known, offers
from evidencekit.checks.spelling import Speller
from ui.widgets.blank_date import today_here

EVERYTHING = frozenset(What)
_SPELT = "This is not in the dictionary."


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to look at again; without a span its spelling is in doubt."""

    start: int
    end: int
    span: Span | None = None

    @property
    def says(self) -> str:
        """Say what is in doubt."""
        return WORDS[self.span.what] if self.span else _SPELT


class WordGuard(QObject):
    """Off until a workspace is open, and off again when it is locked. It changes no text."""

    changed = Signal()  # what was found before may be found no more
    no_name_said = Signal(str)
    word_said = Signal(str)
    stale = Signal()  # the kept words were changed elsewhere

    def __init__(self) -> None:
        super().__init__()
        self._known: Known | None = None
        self._speller: Speller | None = None
        self._let_be: frozenset[str] = frozenset()
        self.today: Callable[[], date] = today_here

    @property
    def is_on(self) -> bool:
        """Tell whether a workspace is open."""
        return self._known is not None

    @property
    def spells(self) -> bool:
        """Tell whether spelling is checked."""
        return self._speller is not None

    def start(self, known: Known) -> None:
        """Guard with what is known in the workspace that was opened."""
        self._known = known
        # A word that is no name, a street or a home, is not misspelt either.
        self._let_be = frozenset(word for words in known.let_be for word in words.split())
        self.changed.emit()

    def spell(self, speller: Speller | None) -> None:
        """Check spelling from now on, or no more."""
        self._speller = speller
        self.changed.emit()

    def use_words(self, own: Iterable[str]) -> None:
        """Take a person's own words."""
        if self._speller is not None:
            self._speller.use(own)
            self.changed.emit()

    def stop(self) -> None:
        """Forget everything of the workspace."""
        self._known = self._speller = None
        self.changed.emit()

    def find(self, text: str, wanted: frozenset[What]) -> tuple[Mark, ...]:
        """Find what to mark in one stretch of text; a name is not a mistake in spelling as well."""
        if self._known is None or not wanted:
            return ()
        spans = spans_in(text, wanted, self._known.let_be)
        marks = [Mark(span.start, span.end, span) for span in spans]
        taken = {place for span in spans for place in range(span.start, span.end)}
        for start, end in self._speller.mistakes(text) if self._speller else ():
            if taken.isdisjoint(range(start, end)) and self._is_doubted(text[start:end], wanted):
                marks.append(Mark(start, end))
        return tuple(sorted(marks, key=lambda mark: mark.start))

    def _is_doubted(self, word: str, wanted: frozenset[What]) -> bool:
        """Tell whether a word is no name that was let be, nor one that is meant to stand here."""
        is_named = word[0].isupper() and What.NAME not in wanted
        return not is_named and word.casefold().removesuffix("'s") not in self._let_be

    def instead(self, text: str, mark: Mark) -> tuple[str, ...]:
        """Give what could be written instead; nothing is put in by itself."""
        if mark.span is not None and self._known is not None:
            return offers(text, mark.span, self._known, self.today())
        if self._speller is not None:
            return self._speller.suggestions(text[mark.start : mark.end])
        return ()


_guard = WordGuard()


def current() -> WordGuard:
    """Give the one guard of this app."""
    return _guard
