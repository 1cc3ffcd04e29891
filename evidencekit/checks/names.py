"""Words that tell a person's name from a place, a role or the trade's own words."""

from functools import cache
from importlib.resources import files

TITLES = (
    "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Dame", "Lady", "Lord",
    "Rev", "Reverend", "Imam", "PC", "DC", "DS", "DI", "Sgt", "Sergeant", "Constable", "Auntie",
    "Aunty", "Aunt", "Uncle", "Father", "Councillor", "Cllr", "Judge",
)  # fmt: skip


@cache
def words(name: str) -> frozenset[str]:
    """Give a shipped list of small-letter words; resources/words/SOURCES.md tells them apart."""
    text = files("resources").joinpath("words", f"{name}.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def is_place(word: str) -> bool:
    """Tell whether a run of capitalised words with this one names no person."""
    return word in words("places")


def is_trade(word: str) -> bool:
    """Tell whether this is a word of the trade, a day or a month."""
    return word in words("trade")


def opens_sentences(word: str) -> bool:
    """Tell whether this is a common word that gets its capital from its place."""
    return word in words("openers")


def is_given_name(word: str) -> bool:
    """Tell whether this is a given name and seldom anything else."""
    return word in words("given-names")


def is_given_name_in_small(word: str) -> bool:
    """Tell whether this is a given name even where its capital was not typed."""
    return word in words("given-names-small")


def is_name_or_word(word: str) -> bool:
    """Tell whether this is a given name, and a word or a place as well."""
    return word in words("given-names-also-words")


def is_surname(word: str) -> bool:
    """Tell whether this is a family name and no common word."""
    return word in words("surnames")


def ends_a_name(word: str) -> bool:
    """Tell whether this can be a family name behind a given one."""
    return word in words("surnames") or word in words("surnames-also-words")


def is_common(word: str) -> bool:
    """Tell whether this is a word of everyday English."""
    return word in words("common") or word in words("surnames-also-words")


def is_somewhere(words_of_it: str) -> bool:
    """Tell whether these words name a town, a county or a country."""
    return words_of_it in words("gazetteer")


def is_proper(word: str) -> bool:
    """Tell whether this has a capital of its own and names no person."""
    return word in words("proper") or word in words("organisations")
