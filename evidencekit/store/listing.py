"""What lists, maps and counts show, read from the projections: a page at a time, newest first."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.records.acceptance import NEW_INFORMATION
from evidencekit.store import numbering
from evidencekit.store.connection import Database, Row, Value
from evidencekit.store.projected import tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """What to narrow a list or a search down to; "" is everything."""

    kind: str = ""
    case: str = ""
    area: str = ""
    author: str = ""
    fact: str = ""  # one of records.facts


EVERYTHING = Only()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One record as it stands, in one row."""

    number: int  # hand the last one back as `before` for the next page
    record: RecordId
    kind: str
    head: RevisionId
    heads: int  # more than one is a clash
    state: str
    deleted: bool
    waiting: int  # versions that wait for an earlier one
    accepted: str  # "", accepted, set-aside, new-information or contested
    title: str
    author: AuthorId
    at: str
    written: str
    first_written: str
    cases: tuple[RecordId, ...]
    provenance: str
    marking: str


def get_current(database: Database, record: RecordId) -> Listed | None:
    """Give a record's row, a deleted one included; None when no version is current."""
    found = _listed(database, "number = ?", (numbering.number_of(database, record),))
    return found[0] if found else None


def list_current(
    database: Database, only: Only = EVERYTHING, *, limit: int = 50, before: int | None = None
) -> list[Listed]:
    """Give a page of records that stand, newest first, from below the number `before`."""
    if only != EVERYTHING:
        return of_numbers(database, _tagged(database, only, limit, before))
    below = () if before is None else (before,)
    where = "NOT deleted AND number < ?" if below else "NOT deleted"
    return _listed(database, f"{where} ORDER BY number DESC LIMIT ?", (*below, limit))


def count_current(database: Database, only: Only = EVERYTHING) -> int:
    """Give the number of records that a list narrowed like this holds."""
    if only != EVERYTHING:
        return int(
            database.value("SELECT count(*) FROM search WHERE search MATCH ?", (_match(only),))
        )
    return int(database.value("SELECT count(*) FROM current WHERE NOT deleted"))


def count_by_kind(database: Database) -> dict[str, int]:
    """Give the number of records of each kind that stand."""
    return dict(database.rows("SELECT kind, count(*) FROM current WHERE NOT deleted GROUP BY kind"))


def spelled_tags(only: Only) -> list[str]:
    """Spell for the search index what to narrow down to."""
    kept = (("k", only.kind), ("c", only.case), ("e", only.area), ("a", only.author),
            ("f", only.fact))  # fmt: skip
    return [f'{{tags}} : "{tag(letter, name)}"' for letter, name in kept if name]


def every(database: Database) -> list[Listed]:
    """Give every record's row, deleted ones included, newest first."""
    return _listed(database, "1 ORDER BY number DESC")


def of_numbers(database: Database, numbers: Sequence[int]) -> list[Listed]:
    """Give the rows of these numbers, newest first."""
    these = json.dumps(numbers)
    return _listed(
        database, "number IN (SELECT value FROM json_each(?)) ORDER BY number DESC", (these,)
    )


def of_kind(database: Database, kind: str) -> list[RecordId]:
    """Give the records of a kind that stand, newest first."""
    return of_tags(database, Only(kind=kind))


def of_records(database: Database, records: Iterable[RecordId]) -> list[Listed]:
    """Give the rows of these records, deleted ones included, newest first."""
    found = (numbering.number_of(database, record) for record in records)
    return of_numbers(database, [number for number in found if number is not None])


def new_information(database: Database) -> list[Listed]:
    """Give the accepted records that have a newer version, newest first."""
    return _listed(
        database, "accepted = ? AND NOT deleted ORDER BY number DESC", (NEW_INFORMATION,)
    )


def of_tags(database: Database, only: Only) -> list[RecordId]:
    """Give the records that stand in a list narrowed like this, newest first."""
    rows = database.rows(
        "SELECT record FROM current WHERE number IN (SELECT rowid FROM search WHERE search MATCH ?)"
        " ORDER BY number DESC",
        (_match(only),),
    )
    return [RecordId(record) for (record,) in rows]


def every_of_kind(database: Database, kind: str) -> list[RecordId]:
    """Give the records of a kind, deleted ones included, newest first."""
    rows = database.rows("SELECT record FROM current WHERE kind = ? ORDER BY number DESC", (kind,))
    return [RecordId(record) for (record,) in rows]


def numbers_of(database: Database, only: Only) -> frozenset[int]:
    """Give the numbers of the records that stand in a list narrowed like this."""
    rows = database.rows("SELECT rowid FROM search WHERE search MATCH ?", (_match(only),))
    return frozenset(number for (number,) in rows)


def find_record(database: Database, named: str, least: int) -> RecordId | None:
    """Find a record by its id, by at least so many letters of its start, or a case by its title.

    None when nothing, or more than one, is meant.
    """
    rows = database.rows("SELECT record FROM revision WHERE record = ? LIMIT 1", (named,))
    if not rows:
        rows = database.rows(
            "SELECT record FROM current WHERE upper(title) = upper(?) AND number IN"
            " (SELECT rowid FROM search WHERE search MATCH ?)",
            (named, _match(Only(kind="case"))),
        )
    if not rows and len(named) >= least:
        rows = database.rows(
            "SELECT DISTINCT record FROM revision"
            " WHERE record >= ?1 AND record < ?1 || char(1114111) LIMIT 2",
            (named,),
        )
    return RecordId(rows[0][0]) if len(rows) == 1 else None


def undecided(database: Database, kinds: Sequence[str], limit: int) -> tuple[int, list[RecordId]]:
    """Give how many submitted records nobody decided on as they stand, and the newest of them."""
    where = (
        "FROM current WHERE NOT deleted AND heads = 1 AND state = 'submitted'"
        " AND accepted IN ('', 'new-information')"
        " AND kind IN (SELECT value FROM json_each(?))"
    )
    these = json.dumps(list(kinds))
    many = int(database.value(f"SELECT count(*) {where}", (these,)) or 0)
    rows = database.rows(
        f"SELECT record {where} ORDER BY number DESC LIMIT ?",
        (these, limit),
    )
    return many, [RecordId(record) for (record,) in rows]


def clashes(database: Database) -> list[Listed]:
    """Give the records with more than one head, newest first."""
    return _listed(database, "number IN (SELECT number FROM clash) ORDER BY number DESC")


def _tagged(database: Database, only: Only, limit: int, before: int | None) -> list[int]:
    """Walk the tokens of the search index from their newest end."""
    bound = "" if before is None else "AND rowid < ?"
    params: tuple[Value, ...] = () if before is None else (before,)
    rows = database.rows(
        f"SELECT rowid FROM search WHERE search MATCH ? {bound} ORDER BY rowid DESC LIMIT ?",  # noqa: S608
        (_match(only), *params, limit),
    )
    return [number for (number,) in rows]


def _match(only: Only) -> str:
    return " AND ".join(spelled_tags(only))


_COLUMNS = (
    "number, record, kind, head, heads, state, deleted, waiting, accepted, title, author, at,"
    " written, first_written, cases, provenance, marking"
)


def _listed(database: Database, where: str, params: Sequence[Value] = ()) -> list[Listed]:
    return list(map(_row, database.rows(f"SELECT {_COLUMNS} FROM current WHERE {where}", params)))  # noqa: S608


def _row(row: Row) -> Listed:
    return Listed(
        number=row[0], record=row[1], kind=row[2], head=row[3], heads=row[4], state=row[5],
        deleted=bool(row[6]), waiting=row[7], accepted=row[8], title=row[9], author=row[10],
        at=row[11], written=row[12], first_written=row[13],
        cases=tuple(map(RecordId, row[14].split())), provenance=row[15], marking=row[16],
    )  # fmt: skip
