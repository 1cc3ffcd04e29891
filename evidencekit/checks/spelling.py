"""British spelling, checked on this machine: Hunspell with a dictionary whose digest is known."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import as_file, files

from evidencekit.errors.words import DictionaryChanged

NAME = "en_GB"
_DIGESTS = {
    f"{NAME}.aff": "8ae1f19d4840d957728ad90555d5a8dff6cc5c046279c95ff0c00fc0a0136c7b",
    f"{NAME}.dic": "869fe17ba4ee4b5401c60a666ee2d6a3dcc237f460b7294435df1cc6a799aa57",
}
_MOST_SUGGESTIONS = 6
_LONGEST = 48  # a longer run of letters is no word, and slow to look up
_WORD = re.compile(r"(?<![\w#@/\\.+])[^\W\d_]+(?:['\u2019-][^\W\d_]+)*(?![\w@/\\]|\.\w|:\S)")
_SPEAKER = re.compile(r"\s*[^\W\d_]{1,4}:")  # sw: and the like, at the head of a line

Found = tuple[int, int]


class Speller:
    """The dictionary, the words of the trade and a person's own."""

    def __init__(self, own: Iterable[str] = ()) -> None:
        # Imported here: a program that never shows a text box never loads the library.
        from hunspell import Hunspell  # noqa: PLC0415

        folder = files("resources").joinpath("dictionaries")
        with as_file(folder) as path:
            for name, digest in _DIGESTS.items():
                if hashlib.sha256((path / name).read_bytes()).hexdigest() != digest:
                    raise DictionaryChanged
            self._library = Hunspell(NAME, hunspell_data_dir=str(path), system_encoding="UTF-8")
        self._trade = trade_words()
        self._own: frozenset[str] = frozenset()
        self.use(own)

    def use(self, own: Iterable[str]) -> None:
        """Take a person's own words in place of those given before."""
        self._own = frozenset(_plain(word).casefold() for word in own)

    def is_right(self, word: str) -> bool:
        """Tell whether a word is spelt as the dictionary, the trade or the person has it."""
        if len(word) > _LONGEST or word.isupper():
            return True
        word = _plain(word)
        bare = word.removesuffix("'s")
        if bare.casefold() in self._own or not self._trade.isdisjoint((word, bare, bare.lower())):
            return True
        if self._library.spell(word):
            return True
        parts = bare.split("-")
        return len(parts) > 1 and all(self.is_right(part) for part in parts)

    def mistakes(self, text: str) -> Iterator[Found]:
        """Find the words that are not spelt right; marks such as sw: and #cv are no words."""
        speaker = _SPEAKER.match(text)
        for found in _WORD.finditer(text, speaker.end() if speaker else 0):
            if not self.is_right(found[0]):
                yield found.span()

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Give what may have been meant, the likeliest first."""
        found = self._library.suggest(_plain(word)) if len(word) <= _LONGEST else ()
        return tuple(found)[:_MOST_SUGGESTIONS]


@cache
def trade_words() -> frozenset[str]:
    """Give the words of the trade that the dictionary lacks."""
    text = files("resources").joinpath("words", "trade-spelling.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def _plain(word: str) -> str:
    return word.replace("\u2019", "'")
