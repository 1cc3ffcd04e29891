"""data/ledger.jsonl: one revision a line, {body, header, salt} in canonical JSON (format.md §3).

The header and the body are each held to the one spelling by themselves, so that a body as deeply
nested as the format allows still fits into a line.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidencekit import canonical
from evidencekit.bundle import shape
from evidencekit.bundle.limits import LINE_BYTES
from evidencekit.bundle.set_aside import SetAside
from evidencekit.errors.bundle import LineTooLong
from evidencekit.errors.records import BodyMismatch, WrongHeader
from evidencekit.errors.values import NotCanonical
from evidencekit.ids import SALT_BYTES, RevisionId
from evidencekit.records.revision import Body, Header, Revision, is_revision_id

_BODY = b'{"body":'
# Inside a text every quotation mark is escaped, and a header holds no objects: the last place
# where this stands is where the line's own header begins.
_HEADER = b',"header":'
_SALT = b',"salt":'
_SALT_FORM = re.compile(rb'"[0-9a-f]{%d}"' % (2 * SALT_BYTES))


@dataclass(frozen=True, slots=True)
class Line:
    """A revision and the number of the line it came on."""

    number: int
    revision: Revision


def encode_line(revision: Revision) -> bytes:
    """Write a revision as one line; LineTooLong when no reader would take it."""
    salt = "null" if revision.salt is None else f'"{revision.salt.hex()}"'
    content = b"null" if revision.content is None else revision.content
    parts = (_BODY, content, _HEADER, revision.header.encode(), _SALT, salt.encode(), b"}\n")
    line = b"".join(parts)
    if len(line) > LINE_BYTES:
        raise LineTooLong(revision=revision.id, size=len(line), limit=LINE_BYTES)
    return line


def decode_line(untrusted: bytes) -> Revision:
    """Read one line without its end: WrongHeader, NotCanonical or BodyMismatch when it fails."""
    head, mark, tail = untrusted.rpartition(_SALT)
    body, middle, header = head.rpartition(_HEADER)
    if not (mark and middle and body.startswith(_BODY) and tail.endswith(b"}")):
        raise WrongHeader(why="the line has another form")
    content, salt = _content(body[len(_BODY) :]), _salt(tail[:-1])
    if (content is None) != (salt is None):
        raise WrongHeader(why="a text without salt or a salt without text")
    read = _header(header)
    revision = Revision(
        id=RevisionId(canonical.sha256(header)), header=read, salt=salt, content=content
    )
    revision.check()
    return revision


def read_lines(chunks: Iterable[bytes]) -> Iterator[Line | SetAside]:
    """Give each line's revision, or what was set aside and why; the rest goes on."""
    for number, (line, has_end) in enumerate(_lines(chunks), start=1):
        if len(line) >= LINE_BYTES:
            yield SetAside(line=number, code="ledger.too-long")
        elif not has_end:
            yield SetAside(line=number, code="ledger.no-line-end")
        else:
            yield _read_line(number, line)


def _read_line(number: int, line: bytes) -> Line | SetAside:
    try:
        return Line(number, decode_line(line))
    except BodyMismatch as error:
        revision = str(error.facts["revision"])
        return SetAside(line=number, code="ledger.body-mismatch", revision=revision)
    except (WrongHeader, NotCanonical):
        return SetAside(line=number, code="ledger.wrong-shape")


def _lines(chunks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Cut chunks into lines, each without its end; the second value says whether it had one."""
    pending = bytearray()
    for chunk in chunks:
        *ends, rest = chunk.split(b"\n")
        for end in ends:
            _keep(pending, end)
            yield bytes(pending), True
            pending.clear()
        _keep(pending, rest)
    if pending:
        yield bytes(pending), False


def _keep(pending: bytearray, part: bytes) -> None:
    # Of a line that is too long no more is kept than shows that it is.
    pending += part[: LINE_BYTES - len(pending)]


def _content(untrusted: bytes) -> bytes | None:
    if untrusted == b"null":
        return None
    Body.decode(untrusted)
    return untrusted


def _salt(untrusted: bytes) -> bytes | None:
    if untrusted == b"null":
        return None
    if not _SALT_FORM.fullmatch(untrusted):
        raise WrongHeader(why="the salt has another form")
    return bytes.fromhex(untrusted[1:-1].decode())


def _header(untrusted: bytes) -> Header:
    header = Header.decode(untrusted)
    if not shape.AUTHOR.fullmatch(header.author) or not shape.UUID.fullmatch(header.record):
        raise WrongHeader(why="the author or the record has another form")
    if not shape.KIND.fullmatch(header.kind) or not is_revision_id(header.body):
        raise WrongHeader(why="the kind or the digest has another form")
    if header.prev != "" if header.seq == 1 else not is_revision_id(header.prev):
        raise WrongHeader(why="seq and prev do not agree")
    return header
