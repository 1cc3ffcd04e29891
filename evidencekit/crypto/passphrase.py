"""Passphrases: stretching one into a key, suggesting one, and judging one's own.

A passphrase arrives as a `str`, which Python cannot overwrite: it lives until its memory is used
again. Keep it in as few places as possible and for as short a time as possible.
"""

import secrets
import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from evidencekit.crypto.strength import Strength, strength
from evidencekit.crypto.words import word_list
from evidencekit.errors.crypto import CostOutOfBounds, GuessablePassphrase, WeakPassphrase

__all__ = [
    "DEFAULT_COST",
    "FLOOR",
    "TEST_COST",
    "Cost",
    "Strength",
    "check_new",
    "check_strong",
    "strength",
    "stretch",
    "suggest",
]

STRETCHED_BYTES = 32
SALT_BYTES = 16
MAX_CHARACTERS = 1024

FLOOR = 64 * 1024
_MOST_MEMORY = 4 * 1024 * 1024
_MOST_PASSES = 20
_MOST_LANES = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory, passes over it, and lanes side by side (RFC 9106)."""

    memory_kib: int
    passes: int
    lanes: int

    def check(self) -> None:
        """Raise CostOutOfBounds when this is too cheap to protect or too dear to run."""
        for name, found, least, most in (
            ("memory in KiB", self.memory_kib, FLOOR, _MOST_MEMORY),
            ("number of passes", self.passes, 1, _MOST_PASSES),
            ("number of lanes", self.lanes, 1, _MOST_LANES),
        ):
            if not least <= found <= most:
                raise CostOutOfBounds(name=name, found=found, least=least, most=most)


DEFAULT_COST = Cost(262144, 3, 4)
TEST_COST = Cost(FLOOR, 1, 1)  # the cheapest that is accepted, for tests and the rehearsal


def stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """Turn a passphrase into 32 key bytes with Argon2id; the same letters typed otherwise agree."""
    cost.check()
    argon = Argon2id(
        salt=salt,
        length=STRETCHED_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return argon.derive(_spelled(passphrase))


def check_new(passphrase: str, least: int = 1) -> None:
    """Raise WeakPassphrase when a new passphrase is empty or longer than any person types."""
    if len(passphrase.strip()) < least or len(passphrase) > MAX_CHARACTERS:
        raise WeakPassphrase(least=least, most=MAX_CHARACTERS)


def check_strong(passphrase: str) -> None:
    """Raise GuessablePassphrase unless a new passphrase is strong enough; screens ask the same."""
    check_new(passphrase)
    if not strength(passphrase).is_enough:
        raise GuessablePassphrase


def suggest(words: int = 5) -> str:
    """Give a new passphrase of different random words, almost 11 bits each."""
    return " ".join(secrets.SystemRandom().sample(word_list(), words))


def _spelled(passphrase: str) -> bytes:
    # One keyboard sends é as one character, another as two. A lone surrogate, which an environment
    # variable can hold, is kept rather than refused: the error would quote the passphrase.
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
