"""Who signs and who reads: Ed25519 signing keys and age identities.

Keys are kept in a bytearray where possible, so that `wipe` can overwrite it; the copies that the
cipher libraries make for themselves are beyond reach (see `wiping`).
"""

from functools import lru_cache
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from typing_extensions import override

from evidencekit.crypto import ed25519_points
from evidencekit.crypto.age_library import Identity, age_library
from evidencekit.crypto.wiping import wipe
from evidencekit.errors.crypto import WeakKey, WrongIdentity, WrongRecipient

KEY_BYTES = 32
_IDENTITY_PREFIX = "AGE-SECRET-KEY-1"
_RECIPIENT_PREFIX = "age1"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BECH32_CHECKSUM = 6  # letters
_SPARE_BITS = 52 * 5 - 256
_FIELD = 2**255 - 19


class SigningKey:
    """An Ed25519 key that signs bundles, ledger heads and rosters."""

    __slots__ = ("_public", "_seed")

    def __init__(self, seed: bytes) -> None:
        if len(seed) != KEY_BYTES:
            raise WeakKey(why="wrong length")
        self._seed = bytearray(seed)
        self._public = Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()

    @classmethod
    def new(cls) -> Self:
        """Make a key from the machine's randomness."""
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def from_bytes(cls, seed: bytes) -> Self:
        """Take up a key from its 32 secret bytes."""
        return cls(seed)

    def to_bytes(self) -> bytes:
        """Give the 32 secret bytes, for the encrypted store only."""
        return bytes(self._seed)

    @property
    def public(self) -> bytes:
        """Give the 32 bytes that everybody may know."""
        return self._public

    def sign(self, message: bytes) -> bytes:
        """Sign a message: 64 bytes (RFC 8032, Ed25519)."""
        return Ed25519PrivateKey.from_private_bytes(bytes(self._seed)).sign(message)

    def wipe(self) -> None:
        """Overwrite the secret bytes; the key signs no more."""
        wipe(self._seed)

    @override
    def __repr__(self) -> str:
        return f"SigningKey(public={self._public.hex()})"


def check_public(key: bytes) -> None:
    """Raise WeakKey unless these are the one spelling of a prime-order Ed25519 key."""
    why = _weakness(bytes(key))
    if why:
        raise WeakKey(why=why)


@lru_cache(maxsize=256)
def _weakness(key: bytes) -> str:
    if len(key) != KEY_BYTES:
        return "wrong length"
    if ed25519_points.decode(key) is None:
        return "not a point of the curve"
    # A small-order key accepts signatures nobody made; a mixed-order one lets two programs disagree
    # whether a signature is good.
    return "" if ed25519_points.is_in_prime_subgroup(key) else "outside the prime-order subgroup"


class AgeIdentity:
    """An age X25519 identity, which opens bundles sealed for its recipient.

    Its text is a `str`, because pyrage takes and gives nothing else: it cannot be overwritten.
    """

    __slots__ = ("_identity", "_recipient")

    def __init__(self, identity: Identity) -> None:
        self._identity = identity
        self._recipient = str(identity.to_public())

    @classmethod
    def new(cls) -> Self:
        """Make an identity from the machine's randomness."""
        return cls(age_library().x25519.Identity.generate())

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Take up an identity from AGE-SECRET-KEY-1…; WrongIdentity for anything else."""
        library = age_library()
        try:
            identity = library.x25519.Identity.from_str(text)
        except (library.IdentityError, ValueError):
            raise WrongIdentity from None  # the cause could quote what was typed
        if str(identity) != text or not text.startswith(_IDENTITY_PREFIX):
            raise WrongIdentity
        return cls(identity)

    @property
    def text(self) -> str:
        """Give AGE-SECRET-KEY-1…, for the encrypted store and the reading-key export only."""
        return str(self._identity)

    @property
    def recipient(self) -> str:
        """Give age1…, which everybody may know."""
        return self._recipient

    @property
    def handle(self) -> Identity:
        """Give what the envelope hands to pyrage."""
        return self._identity

    @override
    def __repr__(self) -> str:
        return f"AgeIdentity(recipient={self._recipient})"


def check_recipient(text: str) -> None:
    """Raise WrongRecipient unless this is the one spelling of an age X25519 recipient."""
    library = age_library()
    try:
        recipient = library.x25519.Recipient.from_str(text)
    except (library.RecipientError, ValueError):
        raise WrongRecipient from None
    if str(recipient) != text or not text.startswith(_RECIPIENT_PREFIX):
        raise WrongRecipient
    if not _is_sound_x25519(_recipient_bytes(text)):
        raise WrongRecipient


def _recipient_bytes(text: str) -> bytes:
    """Read the 32 bytes of a recipient whose spelling and checksum pyrage has accepted."""
    letters = text[len(_RECIPIENT_PREFIX) : -_BECH32_CHECKSUM]
    number = 0
    for letter in letters:
        number = number << 5 | _BECH32.index(letter)
    return (number >> _SPARE_BITS).to_bytes(KEY_BYTES, "big")


def _is_sound_x25519(public: bytes) -> bool:
    # With a point of small order everybody knows the shared secret; pyrage ends in a panic on it.
    if int.from_bytes(public, "little") >= _FIELD:
        return False
    try:
        X25519PrivateKey.generate().exchange(X25519PublicKey.from_public_bytes(public))
    except ValueError:
        return False
    return True
