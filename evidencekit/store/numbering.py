"""A record's number: its place in time, so that newest first is highest first in every list.

It is the second in which the record's id was made, or the first free one on a walk that the id
alone decides: so a record is found by walking the same way, and needs no index of its own. Seconds,
not milliseconds: neighbours lie close, and the search index is a third smaller for it. A number is
given once and never changes, whatever arrives, is withdrawn or is rebuilt.
"""

import json
from collections.abc import Iterator, Sequence
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
    number, taken = _walk(database, record, {})
    return number if taken else None


def number(database: Database, records: Sequence[RecordId]) -> Numbers:
    """Give each record its number, a new one to those that have none."""
    # Nearly all stand in their own second, so one query reads where all of them would stand.
    there = _standing(database, [second_of(record) for record in records])
    of: dict[RecordId, int] = {}
    new: dict[RecordId, int] = {}
    for record in records:
        found, taken = _walk(database, record, there)
        of[record] = found
        if not taken:
            new[record] = found
            there[found] = record
    database.executemany("INSERT INTO record_number (record, number) VALUES (?, ?)", new.items())
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


def _walk(database: Database, record: RecordId, there: dict[int, str]) -> tuple[int, bool]:
    """Walk to the place where a record stands, or to the first free one: (number, stands there).

    `there` holds what is known of the places already, and what was learnt on the way; "" is free.
    """
    near = second_of(record) + _NEAR
    for place in _places(record):
        if place not in there:
            # One question for the whole stretch: a hundred notes in one second asked a hundred.
            ahead = list(range(place, near)) if place < near else [place]
            there.update(_standing(database, ahead))
        if there[place] == record:
            return place, True
        if not there[place]:
            return place, False
    raise AssertionError  # pragma: no cover - the walk has no end


def _places(record: RecordId) -> Iterator[int]:
    second = second_of(record)
    yield from range(second, second + _NEAR)
    # Thousands made in one second, as test data is: jump ever further instead of walking past all.
    reach, jump = _NEAR, int(canonical.sha256(record.encode())[:15], 16)
    while True:
        yield second + reach + jump % (reach * _WIDER)
        reach, jump = reach * 2, jump // 3 + 1


def _standing(database: Database, places: Sequence[int]) -> dict[int, str]:
    """Give which record stands at each of these places; "" where none does."""
    rows = database.rows(
        "SELECT number, record FROM record_number WHERE number IN (SELECT value FROM json_each(?))",
        (json.dumps(places),),
    )
    return dict.fromkeys(places, "") | dict(rows)
