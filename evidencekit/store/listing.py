"""What lists, maps and counts show, read from the projections: a page at a time, newest first."""

import json
from dataclasses import dataclass

from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.store.connection import Database, Row, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """What to narrow a list or a search down to; "" is everything."""

    kind: str = ""
    case: str = ""
    area: str = ""
    author: str = ""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One thing that a record points at."""

    record: RecordId
    field: str
    target: str = ""
    area: str = ""
    polarity: str = ""
    weight: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What one decision in force says."""

    record: RecordId  # the decision itself
    head: RevisionId
    subject: RecordId
    revision: RevisionId
    outcome: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A version that is here before what it follows."""

    record: RecordId
    revision: RevisionId
    missing: tuple[RevisionId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaCount:
    """How many records of one kind say something of one polarity about an area."""

    member: str  # the case or the author; "" when counted over all
    area: str
    kind: str
    polarity: str
    state: str
    records: int


def get_current(database: Database, record: RecordId) -> Listed | None:
    """Give a record's row, a deleted one included; None when no version is current."""
    row = database.row(
        f"SELECT {_COLUMNS} FROM current"  # noqa: S608 - our own column names
        " WHERE number = (SELECT number FROM record_number WHERE record = ?)",
        (record,),
    )
    return None if row is None else _listed(row)


def list_current(
    database: Database, only: Only = EVERYTHING, *, limit: int = 50, before: int | None = None
) -> list[Listed]:
    """Give a page of records that stand, newest first, from below the number `before`."""
    if only.area or only.case:
        numbers = _linked(database, only, limit, before)
        where = "number IN (SELECT value FROM json_each(?))"
        params: list[Value] = [json.dumps(numbers)]
    else:
        where, params = _plain(only, before)
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM current WHERE {where} ORDER BY number DESC LIMIT ?",  # noqa: S608
        (*params, limit),
    )
    return [_listed(row) for row in rows]


def count_current(database: Database, only: Only = EVERYTHING) -> int:
    """Give the number of records that a list narrowed like this holds."""
    if only.area or only.case:
        return len(_linked(database, only, -1, None))
    where, params = _plain(only, None)
    return int(database.value(f"SELECT count(*) FROM current WHERE {where}", params))  # noqa: S608


def clashes(database: Database) -> list[Listed]:
    """Give the records with more than one head, newest first."""
    rows = database.rows(
        f"SELECT {_COLUMNS} FROM current"  # noqa: S608
        " WHERE number IN (SELECT number FROM clash) ORDER BY number DESC"
    )
    return [_listed(row) for row in rows]


def links_from(database: Database, record: RecordId) -> list[Link]:
    """Give what a record points at, in the order of its form."""
    return _links(
        database,
        "l.number = (SELECT number FROM record_number WHERE record = ?) ORDER BY l.ordinal",
        record,
    )


def links_to(database: Database, record: RecordId) -> list[Link]:
    """Give what points at a record, newest first."""
    return _links(database, "l.target = ? AND l.target <> '' ORDER BY l.number DESC", record)


def links_to_area(database: Database, area: str) -> list[Link]:
    """Give what is linked to an area, newest first."""
    return _links(database, "l.area = ? AND l.area <> '' ORDER BY l.number DESC", area)


def area_counts(database: Database, axis: str = "all") -> list[AreaCount]:
    """Give the coverage table, kept up to date with each change: over all, by case or by author."""
    rows = database.rows(
        "SELECT member, area, kind, polarity, state, records FROM area_count WHERE axis = ?"
        " ORDER BY member, area, kind, polarity, state",
        (axis,),
    )
    return [
        AreaCount(member=row[0], area=row[1], kind=row[2], polarity=row[3], state=row[4],
                  records=row[5])
        for row in rows
    ]  # fmt: skip


def decisions(database: Database, subject: RecordId | None = None) -> list[Decided]:
    """Give the decisions in force, about one record or about all, the first one first."""
    where, params = ("subject = ?", (subject,)) if subject else ("1", ())
    rows = database.rows(
        "SELECT record, head, subject, revision, outcome, other FROM decision"  # noqa: S608
        f" JOIN record_number USING (number) WHERE {where} ORDER BY number, head",
        params,
    )
    return [
        Decided(record=row[0], head=row[1], subject=row[2], revision=row[3], outcome=row[4],
                other=row[5])
        for row in rows
    ]  # fmt: skip


def waiting(database: Database) -> list[Waiting]:
    """Give every version that waits for an earlier one, with what it waits for."""
    rows = database.rows(
        "SELECT record, id, missing FROM waiting JOIN record_number USING (number)"
        " ORDER BY number, id"
    )
    return [
        Waiting(
            record=RecordId(record), revision=RevisionId(name),
            missing=tuple(map(RevisionId, missing.split())),
        )
        for record, name, missing in rows
    ]  # fmt: skip


def _plain(only: Only, before: int | None) -> tuple[str, list[Value]]:
    conditions, params = ["NOT deleted"], list[Value]()
    for column, value in (("kind", only.kind), ("author", only.author)):
        if value:
            conditions.append(f"{column} = ?")
            params.append(value)
    if before is not None:
        conditions.append("number < ?")
        params.append(before)
    return " AND ".join(conditions), params


def _linked(database: Database, only: Only, limit: int, before: int | None) -> list[int]:
    """Walk one index of the links from its newest end; the rest is looked up row by row."""
    conditions, params = _plain(Only(kind=only.kind, author=only.author), before)
    driver, value = (_OF_CASE, only.case) if only.case else (_OF_AREA, only.area)
    params.insert(0, value)
    if only.case and only.area:
        conditions += " AND EXISTS (SELECT 1 FROM link a WHERE a.number = l.number AND a.area = ?)"
        params.append(only.area)
    rows = database.rows(
        "SELECT DISTINCT l.number FROM link l CROSS JOIN current c USING (number)"  # noqa: S608
        f" WHERE {driver} AND {conditions} ORDER BY l.number DESC LIMIT ?",
        (*params, limit),
    )
    return [number for (number,) in rows]


_OF_CASE = "l.target = ? AND l.field IN ('case', 'cases')"
_OF_AREA = "l.area = ? AND l.area <> ''"


def _links(database: Database, where: str, value: str) -> list[Link]:
    rows = database.rows(
        "SELECT n.record, l.field, l.target, l.area, l.polarity, l.weight FROM link l"  # noqa: S608
        f" JOIN record_number n ON n.number = l.number WHERE {where}",
        (value,),
    )
    return [
        Link(record=row[0], field=row[1], target=row[2], area=row[3], polarity=row[4],
             weight=row[5])
        for row in rows
    ]  # fmt: skip


_COLUMNS = (
    "number, record, kind, head, heads, state, deleted, waiting, accepted, title, author, at,"
    " written, first_written, cases, provenance, marking"
)


def _listed(row: Row) -> Listed:
    return Listed(
        number=row[0], record=row[1], kind=row[2], head=row[3], heads=row[4], state=row[5],
        deleted=bool(row[6]), waiting=row[7], accepted=row[8], title=row[9], author=row[10],
        at=row[11], written=row[12], first_written=row[13],
        cases=tuple(map(RecordId, row[14].split())), provenance=row[15], marking=row[16],
    )  # fmt: skip
