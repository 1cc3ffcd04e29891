"""Judge a passphrase somebody chose: about how many guesses it would take, in plain words.

An estimate and advice, not a proof: it counts what a patient guesser tries first, such as common
passwords, words, names of this inspection, repetition, rows of keys and years.
"""

import math
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

from evidencekit.crypto.words import common_passwords, word_list

ENOUGH_BITS = 50
ENOUGH_CHARACTERS = 12

_STRONG_BITS = 70
_COULD_BITS = 28
_JUDGED_CHARACTERS = 256

_REPEATED_BITS = 1.0
_KNOWN_BITS = 3.0
_YEAR_BITS = 7.0
_WORD_BITS = 10.0
_BITS_A_LETTER = 2.5  # of a word or a name that no list here holds
_BITS_A_RANDOM_LETTER = 4.0
_BITS_A_DIGIT = 3.3
_BITS_A_SIGN = 3.0
_SHORTEST_RUN = 3

_PIECE = re.compile(r"[^\W\d_]+|\d+|[\W_]")
_YEAR = re.compile(r"(19|20)\d\d")
_REPEATING = re.compile(r"(.{1,4}?)\1{2,}.{0,4}|(.)\2+")
_ROWS = (
    "abcdefghijklmnopqrstuvwxyz" * 2,
    "0123456789" * 4,
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
)
_VOWELS = frozenset("aeiouy")


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a passphrase is to guess; holds nothing of the passphrase itself."""

    bits: int
    words: str
    is_enough: bool


def strength(passphrase: str, known: Collection[str] = ()) -> Strength:
    """Estimate a passphrase; `known` are words a guesser tries here, such as the area's name."""
    text = unicodedata.normalize("NFC", passphrase[:_JUDGED_CHARACTERS]).casefold()
    if _bare(text) in common_passwords():
        return Strength(1, "This is one of the first that anyone would try.", is_enough=False)
    bits = round(_bits(text, _pieces_of(known)))
    is_enough = bits >= ENOUGH_BITS and len(passphrase) >= ENOUGH_CHARACTERS
    return Strength(bits, _in_words(bits, is_enough=is_enough), is_enough)


def _in_words(bits: int, *, is_enough: bool) -> str:
    if bits >= _STRONG_BITS and is_enough:
        return "Very strong."
    if is_enough:
        return "Strong enough."
    if bits >= _COULD_BITS:
        return "Not strong enough yet. Add another word that has nothing to do with the others."
    return "Too easy to guess. Five words that have nothing to do with each other are good."


def _bits(text: str, known: frozenset[str]) -> float:
    total = 0.0
    seen: set[str] = set()
    for piece in _PIECE.findall(text):
        total += _REPEATED_BITS if piece in seen and len(piece) > 1 else _piece_bits(piece, known)
        if piece.isspace() and piece in seen:
            total -= _BITS_A_SIGN  # the space between words is the same everywhere
        seen.add(piece)
    return total


def _piece_bits(piece: str, known: frozenset[str]) -> float:
    if piece in known or _is_run(piece):
        return _KNOWN_BITS
    if piece.isdigit():
        return _YEAR_BITS if _YEAR.fullmatch(piece) else _BITS_A_DIGIT * len(piece)
    return _letter_bits(piece) if piece.isalpha() else _BITS_A_SIGN


def _letter_bits(piece: str) -> float:
    if piece in word_list():
        return math.log2(len(word_list()))
    if piece in common_passwords():
        return _KNOWN_BITS
    if _VOWELS.isdisjoint(piece) and piece.isascii():
        return _BITS_A_RANDOM_LETTER * len(piece)
    return min(_WORD_BITS, _BITS_A_LETTER * len(piece))


def _is_run(piece: str) -> bool:
    """Say whether a piece repeats itself, or is part of a row of keys."""
    if len(piece) < _SHORTEST_RUN:
        return False
    in_a_row = any(piece in row or piece in row[::-1] for row in _ROWS)
    return in_a_row or _REPEATING.fullmatch(piece) is not None


def _pieces_of(known: Collection[str]) -> frozenset[str]:
    folded = (unicodedata.normalize("NFC", words).casefold() for words in known)
    return frozenset(piece for words in folded for piece in _PIECE.findall(words))


def _bare(text: str) -> str:
    """Drop what people put around a common password: spaces, signs and a few digits at the end."""
    return "".join(letter for letter in text if letter.isalnum()).rstrip("0123456789") or text
