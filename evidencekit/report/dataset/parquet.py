"""Write a table as a Parquet file: flat columns, a piece at a time, the same rows the same bytes.

Plain or dictionary pages without compression, which every reader knows. Decision 0034 says why
no library writes it; the tests read it back with DuckDB.
"""

import struct
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from types import MappingProxyType
from typing import BinaryIO

from evidencekit.report.dataset import thrift
from evidencekit.report.dataset.tables import Cell, Column, Form, Row, Table
from evidencekit.report.dataset.thrift import Listed, Struct, Truth, Whole

AT_ONCE = 10_000  # rows of a row group: what is held in memory of one table
MAGIC = b"PAR1"
MAKER = b"EvidenceKit"

_BOOLEAN, _INT32, _INT64, _BYTE_ARRAY = 0, 1, 2, 6
_PLAIN, _RLE, _DICTIONARY = 0, 3, 8
_DATA_PAGE, _DICTIONARY_PAGE = 0, 2
_REQUIRED, _OPTIONAL = 0, 1
_UTF8, _DATE, _TIMESTAMP = 0, 6, 10  # the older names of the same meanings
_FORMS = MappingProxyType(
    {
        Form.TEXT: _BYTE_ARRAY, Form.WHOLE: _INT64, Form.TRUTH: _BOOLEAN, Form.DAY: _INT32,
        Form.INSTANT: _INT64,
    }
)  # fmt: skip
_EPOCH_DAY = date(1970, 1, 1)
_MICROSECOND = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ENTRIES_OF_A_BYTE, _MOST_ENTRIES = 1 << 8, 1 << 16


class ParquetFile:
    """A Parquet file being written; the rows of a group are held, no more."""

    def __init__(self, file: BinaryIO, table: Table) -> None:
        self._file, self._table = file, table
        self._held: list[Row] = []
        self._groups: list[Struct] = []
        self._rows = 0
        self._at = 0
        self._put(MAGIC)

    def add(self, row: Row) -> None:
        """Take a row."""
        self._held.append(row)
        if len(self._held) >= AT_ONCE:
            self._write_group()

    def finish(self) -> None:
        """Write what is held, and the paper at the end that says where everything stands."""
        if self._held:
            self._write_group()
        paper = thrift.encode(
            {
                1: Whole(1),
                2: Listed(_schema(self._table)),
                3: Whole(self._rows, Whole.I64),
                4: Listed(self._groups),
                6: MAKER,
            }
        )
        self._put(paper + struct.pack("<I", len(paper)) + MAGIC)

    def _write_group(self) -> None:
        start, rows = self._at, self._held
        columns = zip(*rows, strict=True)
        chunks = [
            self._write_column(column, cells)
            for column, cells in zip(self._table.columns, columns, strict=True)
        ]
        self._groups.append(
            {
                1: Listed(chunks),
                2: Whole(self._at - start, Whole.I64),
                3: Whole(len(rows), Whole.I64),
            }
        )
        self._rows += len(rows)
        self._held = []

    def _write_column(self, column: Column, cells: Sequence[Cell]) -> Struct:
        start = self._at
        present = [cell for cell in cells if cell is not None]
        known = _dictionary(column, present)
        if known is not None:
            self._put(_page(_DICTIONARY_PAGE, len(known), _plain(column.form, list(known))))
        first = self._at
        levels = b"" if column.filled else _levels(cells)
        values = _plain(column.form, present) if known is None else _places(known, present)
        encoding = _PLAIN if known is None else _DICTIONARY
        self._put(_page(_DATA_PAGE, len(cells), levels + values, encoding))
        meta: Struct = {
            1: Whole(_FORMS[column.form]),
            2: Listed([_PLAIN, _RLE] if known is None else [_PLAIN, _RLE, _DICTIONARY]),
            3: Listed([column.name.encode()]),
            4: Whole(0),  # no compression
            5: Whole(len(cells), Whole.I64),
            6: Whole(self._at - start, Whole.I64),
            7: Whole(self._at - start, Whole.I64),
            9: Whole(first, Whole.I64),
        }
        if known is not None:
            meta[11] = Whole(start, Whole.I64)
        return {2: Whole(start, Whole.I64), 3: meta}

    def _put(self, content: bytes) -> None:
        self._file.write(content)
        self._at += len(content)


def _schema(table: Table) -> list[Struct]:
    root: Struct = {4: table.name.encode(), 5: Whole(len(table.columns))}
    return [root, *map(_element, table.columns)]


def _element(column: Column) -> Struct:
    made: Struct = {
        1: Whole(_FORMS[column.form]),
        3: Whole(_REQUIRED if column.filled else _OPTIONAL),
        4: column.name.encode(),
    }
    match column.form:
        case Form.TEXT:
            made |= {6: Whole(_UTF8), 10: {1: {}}}
        case Form.DAY:
            made |= {6: Whole(_DATE), 10: {6: {}}}
        case Form.INSTANT:
            made |= {6: Whole(_TIMESTAMP), 10: {8: _UTC_MICROSECONDS}}
        case Form.WHOLE | Form.TRUTH:
            pass
    return made


def _page(kind: int, many: int, content: bytes, encoding: int = _PLAIN) -> bytes:
    header: Struct = {1: Whole(kind), 2: Whole(len(content)), 3: Whole(len(content))}
    if kind == _DICTIONARY_PAGE:
        header[7] = {1: Whole(many), 2: Whole(_PLAIN)}
    else:
        header[5] = {1: Whole(many), 2: Whole(encoding), 3: Whole(_RLE), 4: Whole(_RLE)}
    return thrift.encode(header) + content


def _dictionary(column: Column, present: Sequence[Cell]) -> dict[Cell, int] | None:
    """Give the place of each different text, when there are few enough to be worth it."""
    if column.form is not Form.TEXT or not present:
        return None
    known = {text: place for place, text in enumerate(dict.fromkeys(present))}
    is_worth_it = len(known) * 2 <= len(present) and len(known) <= _MOST_ENTRIES
    return known if is_worth_it else None


def _places(known: dict[Cell, int], present: Sequence[Cell]) -> bytes:
    """Spell which entry of the dictionary stands in each place, in whole bytes a place."""
    width, mark = (8, "B") if len(known) <= _ENTRIES_OF_A_BYTE else (16, "H")
    padded = [known[text] for text in present] + [0] * (-len(present) % 8)
    run = thrift.varint((len(padded) // 8) << 1 | 1)
    return bytes([width]) + run + struct.pack(f"<{len(padded)}{mark}", *padded)


def _levels(cells: Sequence[Cell]) -> bytes:
    """Spell which cells are filled: runs of the same, or one run of single bits."""
    filled = [cell is not None for cell in cells]
    runs = [(is_filled, len(tuple(run))) for is_filled, run in groupby(filled)]
    if len(runs) * 4 <= len(filled):
        spelled = b"".join(thrift.varint(many << 1) + bytes([level]) for level, many in runs)
    else:
        bits = _bits(filled)
        spelled = thrift.varint(len(bits) << 1 | 1) + bits
    return struct.pack("<I", len(spelled)) + spelled


def _bits(truths: Sequence[Cell]) -> bytes:
    """Pack truths into bits, the first one lowest."""
    spelled = "".join("1" if each else "0" for each in reversed(truths))
    return int(spelled or "0", 2).to_bytes(-(-len(truths) // 8), "little")


def _texts(cells: Sequence[Cell]) -> bytes:
    encoded = [str(cell).encode() for cell in cells]
    return b"".join(struct.pack("<I", len(text)) + text for text in encoded)


def _wholes(cells: Sequence[Cell]) -> bytes:
    return struct.pack(f"<{len(cells)}q", *cells)


def _days(cells: Sequence[Cell]) -> bytes:
    days = [(cell - _EPOCH_DAY).days for cell in cells if isinstance(cell, date)]
    return struct.pack(f"<{len(cells)}i", *days)


def _instants(cells: Sequence[Cell]) -> bytes:
    moments = [cell - _EPOCH for cell in cells if isinstance(cell, datetime)]
    return struct.pack(f"<{len(cells)}q", *(each // _MICROSECOND for each in moments))


def _plain(form: Form, cells: Sequence[Cell]) -> bytes:
    return _PLAINLY[form](cells)


_UTC_MICROSECONDS: Struct = {1: Truth(), 2: {2: {}}}
_PLAINLY: dict[Form, Callable[[Sequence[Cell]], bytes]] = {
    Form.TEXT: _texts, Form.WHOLE: _wholes, Form.TRUTH: _bits, Form.DAY: _days,
    Form.INSTANT: _instants,
}  # fmt: skip
