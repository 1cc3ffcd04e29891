"""Word and Vocabulary: a closed list of keys, each with the words a person reads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Word:
    """One entry: its key in JSON, its label on screen, and what to know when choosing it."""

    key: str
    label: str
    note: str = ""
    code: str = ""  # two letters typed before a colon in a meeting: sw: (ux.md §4.2)
    group: str = ""  # a family inside the list: "health"
    since: int = 0  # first year in which it existed; 0 is always
    until: int = 0  # last year in which it existed; 0 is still

    def existed_in(self, year: int) -> bool:
        """Tell whether the thing named existed in a year; year 0 asks about no year."""
        if not year:
            return True
        return self.since <= year and (not self.until or year <= self.until)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list of words, in the order in which people expect them."""

    key: str
    label: str
    words: tuple[Word, ...]
    keys: frozenset[str] = field(init=False, repr=False, compare=False)
    _by_key: Mapping[str, Word] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_key = MappingProxyType({word.key: word for word in self.words})
        object.__setattr__(self, "_by_key", by_key)
        object.__setattr__(self, "keys", frozenset(by_key))

    def word(self, key: str) -> Word | None:
        """Give the word of that key, or None."""
        return self._by_key.get(key)

    def label_of(self, key: str) -> str:
        """Give the label of a key; a key from a newer version is shown as it is."""
        word = self._by_key.get(key)
        return word.label if word else key

    def in_year(self, year: int) -> tuple[Word, ...]:
        """Give the words whose thing existed in that year."""
        return tuple(word for word in self.words if word.existed_in(year))


def vocabulary(key: str, label: str, *words: Word) -> Vocabulary:
    """Make a vocabulary of words."""
    return Vocabulary(key, label, words)


def by_key(vocabularies: Iterable[Vocabulary]) -> dict[str, Vocabulary]:
    """Put vocabularies under their keys."""
    return {each.key: each for each in vocabularies}
