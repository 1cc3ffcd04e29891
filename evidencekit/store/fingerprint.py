"""The fingerprint of a workspace: same revisions, any order of arrival, same digits."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from evidencekit.ids import RevisionId
from evidencekit.store import revisions
from evidencekit.store.connection import Database

_GROUPS = 8
_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What two people compare aloud to know that they hold the same evidence."""

    hex: str
    groups: str
    revisions: int


def fingerprint(database: Database) -> Fingerprint:
    """Give the fingerprint of the revisions in force."""
    return of_ids(revisions.all_ids(database))


def of_ids(ids: Iterable[RevisionId]) -> Fingerprint:
    """Give the fingerprint of sorted revision ids: SHA-256 over one id and a line feed each."""
    digest, count = hashlib.sha256(), 0
    for name in ids:
        digest.update(name.encode() + b"\n")
        count += 1
    return Fingerprint(digest.hexdigest(), groups_of(digest.hexdigest()), count)


def groups_of(hex_digest: str) -> str:
    """Give eight groups of five digits: each 8 hex digits of the digest, modulo 100,000."""
    numbers = (int(hex_digest[at * 8 : at * 8 + 8], 16) % 10**_DIGITS for at in range(_GROUPS))
    return " ".join(f"{number:0{_DIGITS}d}" for number in numbers)
