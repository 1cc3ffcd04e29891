"""The few forms of Thrift's compact protocol that the papers of a Parquet file are written in."""

from collections.abc import Iterable
from typing import TypeAlias

# What a struct holds: fields by number. An int says with `Whole` how wide it is.
Struct: TypeAlias = "dict[int, Whole | bytes | Listed | Struct | Truth]"

_TRUE, _BYTES, _LIST, _STRUCT = 1, 8, 9, 12
_SHORT = 15
_MORE = 0x80


class Whole:
    """A whole number of 16, 32 or 64 bits, which the protocol tells apart by a mark."""

    I16, I32, I64 = 4, 5, 6

    def __init__(self, value: int, mark: int = I32) -> None:
        self.value, self.mark = value, mark


class Truth:
    """A yes: the protocol says it in the mark of the field alone."""


class Listed:
    """A list of things of one form: structs, texts as bytes, or numbers of 32 bits."""

    def __init__(self, items: Iterable["Struct | bytes | int"]) -> None:
        self.items = tuple(items)


def encode(struct: Struct) -> bytes:
    """Spell a struct."""
    out = bytearray()
    last = 0
    for number, value in struct.items():
        mark, content = _spelled(value)
        out += _field(number, last, mark) + content
        last = number
    out.append(0)
    return bytes(out)


def varint(number: int) -> bytes:
    """Spell a number in groups of seven bits, the lowest first."""
    out = bytearray()
    while number >= _MORE:
        out.append(number % _MORE | _MORE)
        number //= _MORE
    out.append(number)
    return bytes(out)


def _field(number: int, last: int, mark: int) -> bytes:
    if 0 < number - last <= _SHORT:
        return bytes([(number - last) << 4 | mark])
    return bytes([mark]) + _zigzag(number)


def _spelled(value: "Whole | bytes | Listed | Struct | Truth") -> tuple[int, bytes]:
    if isinstance(value, Truth):
        return _TRUE, b""
    if isinstance(value, Whole):
        return value.mark, _zigzag(value.value)
    if isinstance(value, bytes):
        return _BYTES, varint(len(value)) + value
    if isinstance(value, Listed):
        return _LIST, _list(value)
    return _STRUCT, encode(value)


def _list(listed: Listed) -> bytes:
    marks_and_items = [
        (Whole.I32, _zigzag(item)) if isinstance(item, int) else _spelled(item)
        for item in listed.items
    ]
    mark = marks_and_items[0][0] if marks_and_items else _STRUCT
    many = len(marks_and_items)
    head = bytes([many << 4 | mark]) if many < _SHORT else bytes([0xF0 | mark]) + varint(many)
    return head + b"".join(content for _, content in marks_and_items)


def _zigzag(number: int) -> bytes:
    return varint(number * 2 if number >= 0 else -number * 2 - 1)
