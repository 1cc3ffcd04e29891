"""Search words as typed, and the place in a text where they stand."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

PREFIX_FROM = 3  # letters; a prefix of one or two would look through half the index
_LENGTH = 160
_BEFORE = 40
_MORE = "…"
_SPACE = re.compile(r"\s")
_PARTS = re.compile(r'"([^"]*)"|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or several in a row, that must stand in a text."""

    words: tuple[str, ...]
    is_start: bool  # the last word is still being typed: anything that begins so will do

    @property
    def spelled(self) -> str:
        """Spell this term for the index: letters and digits in quotes, never an operator."""
        return f'"{" ".join(self.words)}"' + ("*" if self.is_start else "")


class Terms:
    """What was typed into a search box, read so that nothing typed can break a query."""

    def __init__(self, typed: str) -> None:
        self.all = _terms(typed)

    def __bool__(self) -> bool:
        return bool(self.all)

    @property
    def spelled(self) -> str:
        """Spell all terms for the index; every one must be found."""
        return " AND ".join(term.spelled for term in self.all)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Give a pattern for any of the terms in a folded text."""
        return re.compile("|".join(_pattern(term) for term in self.all))

    def snippet(self, text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
        """Cut out one line around the first term found; give it and the (start, length) marks."""
        folded = fold(text)
        start = _start(text, self._first(folded))
        end = _end(text, start + _LENGTH)
        lead = _MORE if start else ""
        # A space for each character that ends a line: the marks stay where they are.
        line = _SPACE.sub(" ", text[start:end])
        marks = tuple(
            (match.start() - start + len(lead), match.end() - match.start())
            for match in self.pattern.finditer(folded, start, end)
        )
        return lead + line + (_MORE if end < len(text) else ""), marks

    def _first(self, folded: str) -> int:
        """Give where the first term stands, or 0.

        Looking for the bare word first is four times as fast as the pattern alone.
        """
        places = [at for term in self.all for at in self._places(folded, fold(term.words[0]))]
        return min(places, default=0)

    def _places(self, folded: str, word: str) -> Iterator[int]:
        at = folded.find(word)
        while at >= 0:
            if self.pattern.match(folded, at):
                yield at
                return
            at = folded.find(word, at + 1)


def fold(text: str) -> str:
    """Give a text in small letters without accents, each character in its old place."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_character, text))


def _fold_character(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


def _terms(typed: str) -> tuple[Term, ...]:
    parts = [(quoted or bare, bool(quoted)) for quoted, bare in _PARTS.findall(typed)]
    terms = [(words, quoted) for part, quoted in parts if (words := tuple(_letters(part).split()))]
    if not terms:
        return ()
    last, quoted = terms[-1]
    open_ended = not quoted and not typed[-1].isspace() and len(last[-1]) >= PREFIX_FROM
    return (*(Term(words, False) for words, _ in terms[:-1]), Term(last, open_ended))  # noqa: FBT003


def _letters(text: str) -> str:
    """Keep letters, digits and their accents; everything else parts words, as in the index."""
    return "".join(
        char if char.isalnum() or unicodedata.category(char).startswith("M") else " "
        for char in text
    )


def _pattern(term: Term) -> str:
    between = r"[\W_]+"
    words = between.join(re.escape(fold(word)) for word in term.words)
    return rf"(?<![^\W_]){words}" + (r"[^\W_]*" if term.is_start else r"(?![^\W_])")


def _start(text: str, found: int) -> int:
    """Give where a line begins that shows the words found with a little before them."""
    if found <= _BEFORE:
        return 0
    space = text.find(" ", found - _BEFORE, found)
    return space + 1 if space >= 0 else found - _BEFORE


def _end(text: str, wanted: int) -> int:
    if wanted >= len(text):
        return len(text)
    space = text.rfind(" ", wanted - _BEFORE, wanted)
    return space if space >= 0 else wanted
