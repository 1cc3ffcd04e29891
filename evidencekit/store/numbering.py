"""A record's number: its place in time, so that newest first is highest first in every list.

It is the second in which the record's id was made, or the nearest free one after it. Seconds, not
milliseconds: neighbours lie close, and the search index is a third smaller for it. A number is
given once and never changes, whatever arrives, is withdrawn or is rebuilt.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from evidencekit import canonical
from evidencekit.ids import RecordId
from evidencekit.store.connection import Database

_UUID_HEX = 32
_VERSION_AT = 12
_NEAR = 64  # seconds tried one after the other before jumping
_WIDER = 8


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of some records, and which of them are new."""

    of: dict[RecordId, int]
    new: frozenset[RecordId]


def number_of(database: Database, record: RecordId) -> int | None:
    """Give a record's number, or None when no revision of it was ever seen."""
    found = database.value("SELECT number FROM record_number WHERE record = ?", (record,))
    return None if found is None else int(found)


def number(database: Database, records: Sequence[RecordId]) -> Numbers:
    """Give each record its number, a new one to those that have none."""
    rows = database.rows(
        "SELECT record, number FROM record_number WHERE record IN (SELECT value FROM json_each(?))",
        (json.dumps(records),),
    )
    of = {RecordId(record): number for record, number in rows}
    new = [record for record in records if record not in of]
    if new:
        given = _give(database, new)
        database.executemany(
            "INSERT INTO record_number (record, number) VALUES (?, ?)", given.items()
        )
        of |= given
    return Numbers(of, frozenset(new))


def second_of(record: RecordId) -> int:
    """Give the second in which an id was made; for other ids, one long past that its text names."""
    digits = record.replace("-", "")
    try:
        value = int(digits, 16)
    except ValueError:
        value = -1
    if value >= 0 and len(digits) == _UUID_HEX and digits[_VERSION_AT] == "7":
        return (value >> 80) // 1000
    return int(canonical.sha256(record.encode())[:7], 16)


def _give(database: Database, new: Sequence[RecordId]) -> dict[RecordId, int]:
    wanted = {record: second_of(record) for record in new}
    taken = _taken(database, wanted.values())
    given: dict[RecordId, int] = {}
    for record, second in wanted.items():
        free = second if second not in taken else _nearest(database, record, second, taken)
        taken.add(free)
        given[record] = free
    return given


def _nearest(database: Database, record: RecordId, second: int, taken: set[int]) -> int:
    near = range(second + 1, second + _NEAR)
    taken |= _taken(database, near)
    for tried in near:
        if tried not in taken:
            return tried
    # Thousands made in one second, as test data is: jump ever further instead of walking past all.
    reach, jump = _NEAR, int(canonical.sha256(record.encode())[:12], 16)
    while True:
        tried = second + reach + jump % (reach * _WIDER)
        if tried not in taken and not _taken(database, (tried,)):
            return tried
        reach, jump = reach * 2, jump // 3


def _taken(database: Database, numbers: Collection[int]) -> set[int]:
    rows = database.rows(
        "SELECT number FROM record_number WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(list(numbers)),),
    )
    return {number for (number,) in rows}
