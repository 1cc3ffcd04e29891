"""Break text into lines that fit; every letter is drawn, in one font or the other."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from evidencekit.report import letters
from evidencekit.report.pdf.fonts import Face, Pair, letters as drawable_letters, pair

Run = tuple[bool, str]  # whether the font behind draws it, and the text
TAB = "    "


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it is drawn; `runs` is None when the front font draws all of it."""

    text: str
    width: float  # in points
    runs: tuple[Run, ...] | None = None


@dataclass(slots=True)
class _Word:
    text: str
    width: float  # in thousandths of the size
    runs: tuple[Run, ...] | None = None


def drawable(text: str) -> str:
    """Give a text of letters that can be drawn; a letter nobody has becomes its number."""
    if text.isascii() and text.isprintable():
        return text
    shown = unicodedata.normalize("NFC", letters.visible(text)).replace("\t", TAB)
    missing = set(shown) - drawable_letters() - {"\n"}
    if not missing:
        return shown
    pattern = "[" + "".join(re.escape(each) for each in sorted(missing)) + "]+"
    return re.sub(pattern, lambda found: letters.numbered(found.group()), shown)


class Ruler:
    """Measures and breaks text in one face; a word is measured once."""

    def __init__(self, face: Face) -> None:
        self._pair: Pair = pair(face)
        self._words: dict[str, _Word] = {}
        self._space = self._pair.front.widths[" "]

    def width(self, text: str, size: float) -> float:
        """Give the width of drawable text in points."""
        return self._word(text).width * size / 1000

    def line(self, text: str, size: float) -> Line:
        """Give drawable text as one line, however wide."""
        word = self._word(text)
        return Line(text, word.width * size / 1000, word.runs)

    def broken(self, text: str, size: float, width: float) -> list[Line]:
        """Give drawable text in lines of at most this width; nothing is left out."""
        limit = width * 1000 / size
        return [
            self._joined(words, total, size)
            for paragraph in text.split("\n")
            for words, total in self._filled(paragraph, limit)
        ]

    def _filled(self, paragraph: str, limit: float) -> Iterator[tuple[list[_Word], float]]:
        """Fill one line after the other with as many words as fit."""
        words: list[_Word] = []
        total, known, space = 0.0, self._words, self._space
        for text in paragraph.split(" "):
            word = known.get(text) or self._word(text)
            wider = total + space + word.width if words else word.width
            if wider <= limit:
                words.append(word)
                total = wider
                continue
            if words:
                yield words, total
            *full, word = self._pieces(word, limit)
            yield from (([piece], piece.width) for piece in full)
            words, total = [word], word.width
        yield words, total

    def _pieces(self, word: _Word, limit: float) -> list[_Word]:
        """Cut a word that is wider than a line, never between a letter and its accent."""
        if word.width <= limit:
            return [word]
        pieces, start, total = [], 0, 0.0
        for place, letter in enumerate(word.text):
            width = self._letter(letter)
            if total + width > limit and place > start and not unicodedata.combining(letter):
                pieces.append(self._measured(word.text[start:place]))
                start, total = place, 0.0
            total += width
        return [*pieces, self._measured(word.text[start:])]

    def _joined(self, words: list[_Word], total: float, size: float) -> Line:
        text = " ".join([word.text for word in words])
        if all(word.runs is None for word in words):
            return Line(text, total * size / 1000)
        return Line(text, total * size / 1000, _merged(words))

    def _word(self, text: str) -> _Word:
        found = self._words.get(text)
        if found is None:
            found = self._words[text] = self._measured(text)
        return found

    def _measured(self, text: str) -> _Word:
        widths = self._pair.front.widths
        try:
            return _Word(text, sum([widths[letter] for letter in text]))
        except KeyError:
            runs = tuple(self._runs(text))
        behind = self._pair.behind.widths
        total = sum((behind if back else widths)[each] for back, run in runs for each in run)
        return _Word(text, total, runs)

    def _runs(self, text: str) -> Iterator[Run]:
        """Split where the font changes; a letter and its accents stay in one font if one can."""
        letters_in = ((back, each) for part in _clusters(text) for back, each in self._fonts(part))
        for back, group in groupby(letters_in, key=lambda pair_: pair_[0]):
            yield back, "".join(each for _, each in group)

    def _fonts(self, cluster: str) -> Iterator[Run]:
        front, behind = self._pair.front.widths, self._pair.behind.widths
        together = all(each in behind for each in cluster)
        missing = any(each not in front for each in cluster)
        for each in cluster:
            yield (missing if together else each not in front), each

    def _letter(self, letter: str) -> float:
        front = self._pair.front.widths.get(letter)
        return self._pair.behind.widths[letter] if front is None else front


def _clusters(text: str) -> Iterator[str]:
    cluster = ""
    for letter in text:
        if cluster and not unicodedata.combining(letter):
            yield cluster
            cluster = ""
        cluster += letter
    if cluster:
        yield cluster


def _merged(words: list[_Word]) -> tuple[Run, ...]:
    """Join the runs of words with spaces, which the front font draws."""
    merged: list[list[bool | str]] = []
    for number, word in enumerate(words):
        runs = word.runs or ((False, word.text),)
        if number:
            runs = ((False, " "), *runs)
        for back, run in runs:
            if merged and merged[-1][0] == back:
                merged[-1][1] = f"{merged[-1][1]}{run}"
            else:
                merged.append([back, run])
    return tuple((bool(back), str(run)) for back, run in merged)
