"""What points at what: links, areas and their counts, decisions, and versions that wait."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.store import listing, numbering
from evidencekit.store.connection import Database, Value
from evidencekit.store.listing import Listed, Only


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """Whose score of which area and cases, and how far it has come; never which grade."""

    record: RecordId
    author: AuthorId
    state: str
    area: str
    cases: tuple[RecordId, ...]


def links_from(database: Database, record: RecordId) -> list[Link]:
    """Give what a record points at, in the order of its form."""
    number = numbering.number_of(database, record)
    return _links(database, "l.number = ? ORDER BY l.ordinal", (number,))


def links_to(database: Database, record: RecordId) -> list[Link]:
    """Give what points at a record, newest first."""
    return _links(database, "l.target = ? AND l.target <> '' ORDER BY l.number DESC", (record,))


def links_to_area(database: Database, area: str) -> list[Link]:
    """Give what is linked to an area, newest first."""
    (tagged,) = listing.spelled_tags(Only(area=area))
    return _links(
        database,
        "l.number IN (SELECT rowid FROM search WHERE search MATCH ?) AND l.area = ?"
        " ORDER BY l.number DESC, l.ordinal",
        (tagged, area),
    )


def naming(database: Database, records: Iterable[RecordId], kinds: Iterable[str]) -> list[Listed]:
    """Give the records of these kinds that point at any of these records, newest first."""
    rows = database.rows(
        "SELECT DISTINCT number FROM link JOIN current USING (number) WHERE target <> ''"
        " AND target IN (SELECT value FROM json_each(?))"
        " AND kind IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(records)), json.dumps(sorted(kinds))),
    )
    return listing.of_numbers(database, [number for (number,) in rows])


def area_counts(database: Database, axis: str = "all") -> list[AreaCount]:
    """Give the coverage table, kept up to date with each change: over all, by case or by author."""
    if axis == "all":  # every record has one author, so the authors' cells add up to all
        what, axis = "'' AS member, area, kind, polarity, state, sum(records)", "author"
    else:
        what = "member, area, kind, polarity, state, sum(records)"
    rows = database.rows(
        f"SELECT {what} FROM area_count WHERE axis = ?"  # noqa: S608 - one of the two above
        " GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5",
        (axis,),
    )
    return [
        AreaCount(member=row[0], area=row[1], kind=row[2], polarity=row[3], state=row[4],
                  records=row[5])
        for row in rows
    ]  # fmt: skip


def scores(database: Database) -> list[Scored]:
    """Give every score that stands, oldest first; one that names no area is of area ""."""
    rows = database.rows(
        "SELECT c.record, c.author, c.state, coalesce(max(l.area), ''), c.cases FROM current c"
        " LEFT JOIN link l ON l.number = c.number AND l.area <> ''"
        " WHERE c.number IN (SELECT rowid FROM search WHERE search MATCH ?)"
        " AND c.kind = 'score' AND NOT c.deleted GROUP BY c.number ORDER BY c.number",
        (*listing.spelled_tags(Only(kind="score")),),
    )
    return [
        Scored(record=row[0], author=row[1], state=row[2], area=row[3],
               cases=tuple(map(RecordId, row[4].split())))
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


def decided_on(database: Database, records: Iterable[RecordId]) -> list[RecordId]:
    """Give the decisions in force about any of these records."""
    rows = database.rows(
        "SELECT DISTINCT record FROM decision JOIN record_number USING (number)"
        " WHERE subject IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(records)),),
    )
    return [RecordId(record) for (record,) in rows]


def accepted_revisions(
    database: Database, records: Iterable[RecordId]
) -> dict[RecordId, RevisionId]:
    """Give the version that the lead accepted of each of these records that has one."""
    rows = database.rows(
        "SELECT subject, revision FROM decision WHERE outcome IN ('accept', 'adopt')"
        " AND subject IN (SELECT value FROM json_each(?)) ORDER BY number, head",
        (json.dumps(sorted(records)),),
    )
    return {RecordId(subject): RevisionId(revision) for subject, revision in rows}


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


def _links(database: Database, where: str, params: Sequence[Value]) -> list[Link]:
    rows = database.rows(
        "SELECT n.record, l.field, l.target, l.area, l.polarity, l.weight FROM link l"  # noqa: S608
        f" JOIN record_number n ON n.number = l.number WHERE {where}",
        params,
    )
    return [
        Link(record=row[0], field=row[1], target=row[2], area=row[3], polarity=row[4],
             weight=row[5])
        for row in rows
    ]  # fmt: skip
