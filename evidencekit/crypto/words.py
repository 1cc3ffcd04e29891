"""The shipped lists of words: to make passphrases of, and to warn of."""

from functools import cache
from importlib.resources import files


@cache
def word_list() -> tuple[str, ...]:
    """Give the words for passphrases: plain, four to eight letters, none beginning another."""
    return _words("passphrase.txt")


@cache
def common_passwords() -> frozenset[str]:
    """Give the passwords that everybody tries first."""
    return frozenset(_words("common-passwords.txt"))


def _words(name: str) -> tuple[str, ...]:
    return tuple((files("resources") / "words" / name).read_text(encoding="utf-8").split())
