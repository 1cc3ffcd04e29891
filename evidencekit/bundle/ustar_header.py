"""One member's ustar header, 512 bytes, written one way and read strictly (POSIX.1-1988)."""

import re
from dataclasses import dataclass

from evidencekit.bundle.limits import MEMBER_BYTES, check_size
from evidencekit.errors.bundle import NotARegularFile, UnsafeName, WrongContainer

BLOCK = 512
NAME_BYTES = 100

_REGULAR = b"0"
_OTHER_TYPES = {
    b"1": "hard link", b"2": "symbolic link", b"3": "character device", b"4": "block device",
    b"5": "folder", b"6": "pipe",
}  # fmt: skip
# GNU tar and Python end a number with NUL, others with a space: both are digits in octal.
_OCTAL = re.compile(rb"[0-7]+[ \0]*")
_CHECKSUM = re.compile(rb"[0-7]{6}\0 ")
_ACCOUNT = re.compile(rb"[\x21-\x7e]*\0+")
_PLAIN = re.compile(rb"[\x21-\x7e]*")
_NUMBERS = ((100, 108, "mode"), (108, 116, "owner"), (116, 124, "group"), (136, 148, "time"))
# 1980-01-01: the same for everybody, and old enough never to be a fact about a person's day.
_MTIME = 315_532_800


@dataclass(frozen=True, slots=True)
class MemberHead:
    """A member's name and size; everything else in its header is fixed or of no account."""

    name: str
    size: int

    def encode(self) -> bytes:
        """Write the header: a regular file, mode 0644, owner 0, one fixed time."""
        name = self.name.encode("ascii")
        if not 0 < len(name) <= NAME_BYTES:
            raise UnsafeName(why="its length")
        check_size("part", self.size, MEMBER_BYTES)
        before = b"".join((
            name.ljust(NAME_BYTES, b"\0"), b"0000644\0", b"0000000\0", b"0000000\0",
            b"%011o\0" % self.size, b"%011o\0" % _MTIME,
        ))  # fmt: skip
        after = b"".join((
            _REGULAR, bytes(100), b"ustar\x0000", bytes(32), bytes(32),
            b"0000000\0", b"0000000\0", bytes(155), bytes(12),
        ))  # fmt: skip
        return before + b"%06o\0 " % _checksum(before, after) + after

    @classmethod
    def decode(cls, block: bytes) -> "MemberHead":
        """Read a header block; refuses all that a bundle's writer never makes."""
        _check_sum(block)
        _check_type(block)
        _check_fixed(block)
        size = _number(block[124:136], "size")
        check_size("part", size, MEMBER_BYTES)
        return cls(name=_name(block[:NAME_BYTES]), size=size)

    @property
    def padding(self) -> int:
        """Give how many zero bytes fill the member's last block."""
        return -self.size % BLOCK


def _checksum(before: bytes, after: bytes) -> int:
    return sum(before) + 8 * ord(" ") + sum(after)


def _check_sum(block: bytes) -> None:
    stored = block[148:156]
    if not _CHECKSUM.fullmatch(stored):
        raise WrongContainer(why="a header sum in another form")
    if int(stored[:6], 8) != _checksum(block[:148], block[156:]):
        raise WrongContainer(why="a header that does not add up")


def _check_type(block: bytes) -> None:
    kind = block[156:157]
    if kind != _REGULAR:
        raise NotARegularFile(what=_OTHER_TYPES.get(kind, "part of an unknown type"))
    if any(block[157:257]):
        raise NotARegularFile(what="part with the target of a link")


def _check_fixed(block: bytes) -> None:
    if block[257:265] != b"ustar\x0000":
        raise WrongContainer(why="another kind of tar")
    if any(block[345:500]):
        raise UnsafeName(why="a name in two pieces")
    if any(block[500:512]):
        raise WrongContainer(why="something behind a header")
    _check_numbers(block)
    _check_accounts(block)


def _check_numbers(block: bytes) -> None:
    for start, end, name in _NUMBERS:
        _number(block[start:end], name)
    for device in (block[329:337], block[337:345]):
        if any(device) and _number(device, "device"):
            raise NotARegularFile(what="device")


def _check_accounts(block: bytes) -> None:
    for account in (block[265:297], block[297:329]):
        if not _ACCOUNT.fullmatch(account):
            raise WrongContainer(why="an account name in another form")


def _number(field: bytes, name: str) -> int:
    if not _OCTAL.fullmatch(field):
        raise WrongContainer(why=f"a {name} that is not an octal number")
    return int(field.rstrip(b" \0"), 8)


def _name(field: bytes) -> str:
    name, _, rest = field.partition(b"\0")
    if any(rest):
        raise UnsafeName(why="a NUL inside it")
    if not _PLAIN.fullmatch(name):
        raise UnsafeName(why="a character that is not plain ASCII")
    if b"\\" in name:
        raise UnsafeName(why="a backslash")
    if name.startswith(b"/"):
        raise UnsafeName(why="it begins at the root")
    if {b"", b".", b".."} & set(name.split(b"/")):
        raise UnsafeName(why="a step that is empty or leads upwards")
    return name.decode("ascii")
