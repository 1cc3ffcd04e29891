"""The recovery code: 128 bits on a printed page, as eight groups of six digits.

Each group carries 16 bits and is divisible by 11, so one wrong digit, or two neighbours swapped, is
found in the group where it happened, and the person is told which one to look at.
"""

import re
import secrets

from evidencekit.errors.crypto import MistypedGroup, WrongNumberOfGroups

GROUPS = 8
DIGITS = 6
CODE_BYTES = 16

_CHECK = 11
_VALUES = 2**16
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015.,]+")
_GROUP = re.compile(r"[0-9]{6}")


def new_code() -> str:
    """Give a new code of 128 random bits: 123456-… in eight groups."""
    return format_code(secrets.token_bytes(CODE_BYTES))


def format_code(secret: bytes) -> str:
    """Spell 16 bytes as a code."""
    values = [int.from_bytes(secret[at : at + 2], "big") for at in range(0, CODE_BYTES, 2)]
    return "-".join(f"{value * _CHECK:0{DIGITS}d}" for value in values)


def parse_code(text: str) -> bytes:
    """Read a typed code back to its 16 bytes; a mistyped group is refused by its number."""
    groups = _groups(text)
    if len(groups) != GROUPS:
        raise WrongNumberOfGroups(found=len(groups), needed=GROUPS, digits=DIGITS)
    return b"".join(_value(group, at).to_bytes(2, "big") for at, group in enumerate(groups, 1))


def _groups(text: str) -> list[str]:
    groups = [group for group in _SEPARATORS.split(text) if group]
    whole = groups[0] if len(groups) == 1 else ""
    if len(whole) == GROUPS * DIGITS:
        return [whole[at : at + DIGITS] for at in range(0, len(whole), DIGITS)]
    return groups


def _value(group: str, at: int) -> int:
    number = int(group) if _GROUP.fullmatch(group) else -1
    if number < 0 or number % _CHECK or number // _CHECK >= _VALUES:
        raise MistypedGroup(group=at)
    return number // _CHECK
