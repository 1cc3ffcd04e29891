"""Pseudonyms: names that stay the same under one key and say nothing without it."""

import hashlib

KEY_BYTES = 32
_DIGEST_BYTES = 10  # 80 bits: two of a million records share a name once in a trillion bases
_WEEKS = 520  # ten years either way


class Pseudonyms:
    """Gives names for records, people, places and bundles; another key gives other names."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def record(self, record: str) -> str:
        """Name a record."""
        return f"r{self._digest('record', record).hex()}"

    def person(self, person: str) -> str:
        """Name a member of the team."""
        return f"p{self._digest('person', person).hex()}"

    def place(self, name: str) -> str:
        """Name a place by how it is written, whatever the capitals and spaces."""
        return f"l{self._digest('place', ' '.join(name.casefold().split())).hex()}"

    def bundle(self, bundle: str) -> str:
        """Name a bundle."""
        return f"b{self._digest('bundle', bundle).hex()}"

    def state(self, fingerprint: str) -> str:
        """Name the state of the base that was published."""
        return f"s{self._digest('state', fingerprint).hex()}"

    def weeks(self, whose: str) -> int:
        """Give by how many weeks dates are moved; never none, at most ten years either way."""
        drawn = int.from_bytes(self._digest("weeks", whose)) % (2 * _WEEKS)
        return drawn - _WEEKS if drawn < _WEEKS else drawn - _WEEKS + 1

    def _digest(self, what: str, text: str) -> bytes:
        person = what.encode().ljust(16, b"\0")
        return hashlib.blake2b(
            text.encode(), digest_size=_DIGEST_BYTES, key=self._key, person=person
        ).digest()
