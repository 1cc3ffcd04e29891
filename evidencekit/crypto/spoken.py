"""Thirty digits that two people compare by voice before one trusts the other's keys.

The digits name team, member and both public keys. Each attempt to find another key with the same
digits costs 5,200 rounds of SHA-512; thirty digits are about 100 bits.
"""

import hashlib
import hmac

from evidencekit import canonical

ROUNDS = 5200
DIGITS = 30

_GROUP = 5
_BYTES_A_GROUP = 5
_PURPOSE = "evidencekit-spoken-v1"


def digits(team: str, member: str, sign_public: bytes, age_recipient: str) -> str:
    """Give the 30 digits of one member's keys in one team."""
    named = canonical.encode(
        {
            "age": age_recipient,
            "member": member,
            "purpose": _PURPOSE,
            "sign": sign_public.hex(),
            "team": team,
        }
    )
    state = hashlib.sha512(named).digest()
    for _ in range(ROUNDS - 1):
        # The keys go into every round, as in Signal's safety numbers, so no round can be shared.
        state = hashlib.sha512(state + named).digest()
    return "".join(_digits_of(state, group) for group in range(DIGITS // _GROUP))


def grouped(number: str) -> str:
    """Space digits out for reading aloud: six groups of five."""
    return " ".join(number[at : at + _GROUP] for at in range(0, len(number), _GROUP))


def same(one: str, other: str) -> bool:
    """Say whether two spellings are the same 30 digits, taking as long for each difference."""
    first, second = _bare(one), _bare(other)
    alike = hmac.compare_digest(first, second)
    return alike and len(first) == DIGITS and first.isdigit()


def _digits_of(state: bytes, group: int) -> str:
    part = state[group * _BYTES_A_GROUP : (group + 1) * _BYTES_A_GROUP]
    return f"{int.from_bytes(part, 'big') % 10**_GROUP:0{_GROUP}d}"


def _bare(text: str) -> bytes:
    """Drop the spaces and dashes that people write between groups."""
    return "".join(text.replace("-", " ").split()).encode(errors="replace")
