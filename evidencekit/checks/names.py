"""Words that tell a person's name from a place, a role or the trade's own words."""

from functools import cache
from importlib.resources import files

TITLES = (
    "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Professor", "Sir", "Dame", "Lady", "Lord",
    "Rev", "Reverend", "Imam", "PC", "DC", "DS", "DI", "Sgt", "Sergeant", "Constable", "Auntie",
    "Aunty", "Aunt", "Uncle",
)  # fmt: skip


@cache
def words(name: str) -> frozenset[str]:
    """Give a shipped list of small-letter words: places, trade, openers or given-names."""
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
