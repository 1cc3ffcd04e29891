"""Read the header of an age v1 file (age-encryption.org/v1) without trusting it.

pyrage reads the header again when it opens the file; here it is held to what this program accepts:
X25519 stanzas, one per recipient, and nothing that could ask for a passphrase or a plug-in.
"""

import base64
import binascii
import re
from dataclasses import dataclass

from evidencekit.crypto.age_library import Readable
from evidencekit.errors.crypto import EnvelopeDamaged, EnvelopeRefused, NotAnAgeFile

MAX_HEADER_BYTES = 64 * 1024
MAX_RECIPIENTS = 64

_VERSION_LINE = b"age-encryption.org/v1"
_STANZA = b"-> "
_END = b"--- "
_BODY_LINE = 64
_ARGUMENT = re.compile(rb"[!-~]+")
_X25519 = b"X25519"
_X25519_BYTES = 32
# pyrage adds one stanza of noise, named so that every reader passes over it; the age command adds
# none. It holds no key, so it admits nobody.
_GREASE = b"-grease"
MAX_GREASE = 4


@dataclass(frozen=True, slots=True)
class AgeHeader:
    """What an accepted header says."""

    raw: bytes
    recipients: int


@dataclass(frozen=True, slots=True)
class _Stanza:
    arguments: tuple[bytes, ...]
    body: bytes


class _Lines:
    """Header lines, read byte by byte so that nothing behind the header is taken."""

    def __init__(self, source: Readable) -> None:
        self._source = source
        self.raw = bytearray()

    def next(self) -> bytes:
        start = len(self.raw)
        while not self.raw.endswith(b"\n", start):
            if len(self.raw) >= MAX_HEADER_BYTES:
                raise EnvelopeRefused(why="too long")
            byte = self._source.read(1)
            if not byte:
                raise EnvelopeDamaged
            self.raw += byte
        return bytes(self.raw[start:-1])


def read_header(source: Readable) -> AgeHeader:
    """Take exactly the header from a stream; refuse what is not for X25519 recipients alone."""
    _read_version(source)
    lines = _Lines(source)
    stanzas, line = [], lines.next()
    while line.startswith(_STANZA):
        stanzas.append(_stanza(line, lines))
        line = lines.next()
    if not line.startswith(_END):
        raise EnvelopeRefused(why="a line that age does not have")
    _decoded(line.removeprefix(_END), _X25519_BYTES)
    recipients = _count(stanzas)
    return AgeHeader(_VERSION_LINE + b"\n" + bytes(lines.raw), recipients)


def _read_version(source: Readable) -> None:
    wanted = _VERSION_LINE + b"\n"
    found = b""
    while len(found) < len(wanted) and (more := source.read(len(wanted) - len(found))):
        found += more
    if found != wanted:
        raise NotAnAgeFile


def _stanza(line: bytes, lines: _Lines) -> _Stanza:
    arguments = tuple(line.removeprefix(_STANZA).split(b" "))
    if not all(map(_ARGUMENT.fullmatch, arguments)):
        raise EnvelopeRefused(why="a stanza that age does not have")
    text = bytearray()
    while True:
        part = lines.next()
        text += part
        if len(part) < _BODY_LINE:
            return _Stanza(arguments, _decoded(bytes(text), None))
        if len(part) > _BODY_LINE:
            raise EnvelopeRefused(why="a stanza line that is too long")


def _count(stanzas: list[_Stanza]) -> int:
    recipients = sum(_is_x25519(stanza) for stanza in stanzas)
    grease = sum(stanza.arguments[0].endswith(_GREASE) for stanza in stanzas)
    if recipients + grease != len(stanzas) or grease > MAX_GREASE:
        raise EnvelopeRefused(why="a way in other than X25519")
    if not 1 <= recipients <= MAX_RECIPIENTS:
        raise EnvelopeRefused(why=f"{recipients} recipients")
    return recipients


def _is_x25519(stanza: _Stanza) -> bool:
    if stanza.arguments[0] != _X25519:
        return False
    if len(stanza.arguments) != 2 or len(stanza.body) != _X25519_BYTES:  # noqa: PLR2004
        raise EnvelopeRefused(why="an X25519 stanza of the wrong form")
    _decoded(stanza.arguments[1], _X25519_BYTES)
    return True


def _decoded(text: bytes, length: int | None) -> bytes:
    """Read base 64 without padding, in its one spelling."""
    try:
        data = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError) as error:
        raise EnvelopeRefused(why="letters that are not base 64") from error
    if base64.b64encode(data).rstrip(b"=") != text or length not in (None, len(data)):
        raise EnvelopeRefused(why="another spelling of base 64")
    return data
