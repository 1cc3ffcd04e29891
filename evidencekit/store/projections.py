"""The lists made from the ledger: refreshed record by record, or rebuilt as a whole to the same.

Whatever is here can be thrown away. A record's rows depend on its own revisions in force alone,
but for one cell: whether the lead accepted it, which the decisions about it tell.
"""

import gc
import hashlib
import json
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import groupby

from evidencekit.ids import RecordId
from evidencekit.records.acceptance import Said, acceptance
from evidencekit.records.lineage import Lineage
from evidencekit.store import moved, numbering, revisions, search, settings, stored
from evidencekit.store.connection import Database, Value
from evidencekit.store.projected import Counted, CountKey, Projected, Shown, project

# Counts the ways of making rows: raise it when titles, links, words or these rows change, and
# every workspace rebuilds its lists when it is next opened.
MADE_BY = "4"

_MADE_BY = "projections.made-by"
_AT_ONCE = 500
_PER_RECORD = ("current", "clash", "link", "decision", "waiting")


def refresh(database: Database, records: Iterable[RecordId]) -> None:
    """Make these records' rows and words again from their revisions in force."""
    wanted = sorted(set(records))
    with database.within(), _uncollected(len(wanted)):
        for start in range(0, len(wanted), _AT_ONCE):
            _refresh(database, wanted[start : start + _AT_ONCE])
        if settings.get(database, revisions.MUST_FORGET):
            search.purge(database)
            settings.drop(database, revisions.MUST_FORGET)


def rebuild(database: Database) -> None:
    """Throw every list away and make it again from the ledger."""
    with database.within():
        for table in (*_PER_RECORD, "area_count"):
            database.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of ours
        search.clear(database)
        records = [row[0] for row in database.rows("SELECT DISTINCT record FROM revision")]
        refresh(database, records)
        settings.put(database, _MADE_BY, MADE_BY)


def rebuild_if_older(database: Database) -> bool:
    """Rebuild when an earlier version of the program made the lists; tell whether it was so."""
    if settings.get(database, _MADE_BY) == MADE_BY:
        return False
    rebuild(database)
    return True


def digest(database: Database) -> str:
    """Give the SHA-256 of all lists, sorted: the same ledger gives the same, however it grew."""
    hashed = hashlib.sha256()
    for query in _CONTENTS:
        for row in database.each(query):
            hashed.update(json.dumps(row).encode() + b"\n")
        hashed.update(b"\n")
    return hashed.hexdigest()


def rebuilt_digest(database: Database) -> str:
    """Give the digest that a rebuild would have, and keep nothing of it."""
    found = ""
    with suppress(_NotKept), database.transaction():
        rebuild(database)
        found = digest(database)
        raise _NotKept
    return found


@contextmanager
def _uncollected(records: int) -> Generator[None]:
    """Keep the garbage collector from walking a merge's many rows, none of them in a circle.

    It took a quarter of the time of a merge of 5,000.
    """
    pause = records > _AT_ONCE and gc.isenabled()
    if pause:
        gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()


class _NotKept(Exception):
    """What was written is not to be kept."""


def _refresh(database: Database, records: Sequence[RecordId]) -> None:
    numbers = numbering.number(database, records)
    projected = {numbers.of[name]: found for name, found in _project(database, records).items()}
    old = [number for name, number in numbers.of.items() if name not in numbers.new]
    counts: Counter[CountKey] = Counter()
    touched = set(records)
    if old:
        touched.update(_forget(database, old, counts))
    touched.update(RecordId(row.subject) for each in projected.values() for row in each.decisions)
    for each in projected.values():
        if counted := each.counted:
            counts.update(counted.cells())
    _write(database, projected)
    _count(database, counts)
    _accept(database, touched, records)


def _project(database: Database, records: Sequence[RecordId]) -> dict[RecordId, Projected]:
    placed = stored.placed_headers(database, records)
    lineages = [
        (record, Lineage(revision for _, revision in placed.get(record, ()))) for record in records
    ]
    position = {revision.id: at for family in placed.values() for at, revision in family}
    heads = {head.id: position[head.id] for _, lineage in lineages for head in lineage.heads}
    held = stored.contents_at(database, list(heads.values()))
    contents = {head: held[at] for head, at in heads.items() if at in held}
    areas = moved.moved_areas(database)
    return {record: project(lineage, contents, areas) for record, lineage in lineages}


def _forget(database: Database, numbers: Sequence[int], counts: Counter[CountKey]) -> set[RecordId]:
    """Take old rows away and out of the counts; give the subjects of decisions among them."""
    these = json.dumps(numbers)
    for counted in _counted(database, these):
        counts.subtract(counted.cells())
    subjects = database.rows(f"SELECT subject FROM decision WHERE {_THESE}", (these,))  # noqa: S608
    for table in _PER_RECORD:
        database.execute(f"DELETE FROM {table} WHERE {_THESE}", (these,))  # noqa: S608
    search.remove(database, numbers)
    return {RecordId(subject) for (subject,) in subjects}


def _counted(database: Database, numbers: str) -> Iterator[Counted]:
    rows = database.rows(
        "SELECT number, kind, author, state, cases, area, polarity FROM link"  # noqa: S608
        f" JOIN current USING (number) WHERE {_THESE} AND area <> '' AND NOT deleted"
        " ORDER BY number",
        (numbers,),
    )
    for (_, *about), lines in groupby(rows, key=lambda row: row[:5]):
        kind, author, state, cases = about
        areas = frozenset((line[5], line[6]) for line in lines)
        yield Counted(kind, author, state, tuple(cases.split()), areas)


def _write(database: Database, projected: Mapping[int, Projected]) -> None:
    shown = [(number, each.shown) for number, each in projected.items() if each.shown]
    database.executemany(_INSERT_CURRENT, [_current_row(number, row) for number, row in shown])
    database.executemany(
        "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (number, ordinal, row.field, row.target, row.area, row.polarity, row.weight)
            for number, each in projected.items()
            for ordinal, row in enumerate(each.links)
        ],
    )
    search.put(database, [(number, each.words, each.tags) for number, each in projected.items()])
    rare = [pair for pair in projected.items() if pair[1].waiting or pair[1].clash]
    _write_rare(database, rare)
    database.executemany(
        "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?)",
        [
            (number, row.head, row.subject, row.revision, row.outcome, row.other)
            for number, each in projected.items()
            for row in each.decisions
        ],
    )


def _write_rare(database: Database, projected: Iterable[tuple[int, Projected]]) -> None:
    for number, each in projected:
        database.executemany(
            "INSERT INTO clash VALUES (?, ?)", [(number, head) for head in each.clash]
        )
        database.executemany(
            "INSERT INTO waiting VALUES (?, ?, ?)",
            [(number, name, " ".join(missing)) for name, missing in each.waiting],
        )


def _current_row(number: int, row: Shown) -> tuple[Value, ...]:
    return (
        number, row.record, row.kind, row.head, row.heads, row.state, int(row.deleted),
        row.waiting, "", row.title, row.author, row.at, row.written, row.first_written,
        " ".join(row.cases), row.provenance, row.marking,
    )  # fmt: skip


def _count(database: Database, counts: Counter[CountKey]) -> None:
    changed = [(*key, records) for key, records in counts.items() if records]
    database.executemany(
        "INSERT INTO area_count VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT"
        " DO UPDATE SET records = records + excluded.records",
        changed,
    )
    database.executemany(
        "DELETE FROM area_count WHERE axis = ? AND member = ? AND area = ? AND kind = ?"
        " AND polarity = ? AND state = ? AND records = 0",
        [row[:6] for row in changed if row[6] < 0],
    )


def _accept(database: Database, touched: set[RecordId], records: Iterable[RecordId]) -> None:
    rows = database.rows(
        "SELECT d.subject, r.author, r.seq, d.revision, d.outcome FROM decision d"
        " JOIN revision r ON r.id = d.head"
        " WHERE d.subject IN (SELECT value FROM json_each(?)) ORDER BY d.subject",
        (json.dumps(sorted(touched)),),
    )
    said = {
        RecordId(subject): [Said(*row[1:]) for row in about]
        for subject, about in groupby(rows, key=lambda row: row[0])
    }
    # A row just written says nothing yet; a subject outside them may have lost its decision.
    for subject in said.keys() | (touched - set(records)):
        number = numbering.number_of(database, subject)
        if number is not None:
            word = acceptance(_heads(database, number), said.get(subject, []))
            database.execute("UPDATE current SET accepted = ? WHERE number = ?", (word, number))


def _heads(database: Database, number: int) -> list[str]:
    rows = database.rows(
        "SELECT head FROM clash WHERE number = ?1 UNION SELECT head FROM current WHERE number = ?1",
        (number,),
    )
    return [head for (head,) in rows]


_THESE = "number IN (SELECT value FROM json_each(?))"
_INSERT_CURRENT = "INSERT INTO current VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

# Numbers are left out: they tell when something was first seen here, which is not evidence.
_CONTENTS = (
    """SELECT record, kind, head, heads, state, deleted, waiting, accepted, title, author, at,
    written, first_written, cases, provenance, marking FROM current ORDER BY record""",
    """SELECT record, head FROM clash JOIN record_number USING (number) ORDER BY record, head""",
    """SELECT record, ordinal, field, target, area, polarity, weight
    FROM link JOIN record_number USING (number) ORDER BY record, ordinal""",
    """SELECT record, head, subject, revision, outcome, other
    FROM decision JOIN record_number USING (number) ORDER BY record, head""",
    """SELECT record, id, missing
    FROM waiting JOIN record_number USING (number) ORDER BY record, id""",
    """SELECT axis, member, area, kind, polarity, state, records
    FROM area_count ORDER BY axis, member, area, kind, polarity, state""",
)
