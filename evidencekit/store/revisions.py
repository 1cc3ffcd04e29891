"""The ledger: revisions are added and read, never altered. Erasing takes the content alone.

Adding is the door: a revision's name, its body and its place on its author's chain are checked
here, once. In force are a person's own revisions and those of merges that were not withdrawn;
everything that reads sees only these, unless it says otherwise.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evidencekit.errors.store import ChainBroken, RevisionMismatch
from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.records.revision import Body, Revision
from evidencekit.store import attachments, batches, settings, stored
from evidencekit.store.connection import Database
from evidencekit.store.stored import FROM, IN_FORCE, WHOLE, revision_of

MUST_FORGET = "search.must-forget"  # set when words of an erased text may still be in the index

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Added:
    """What adding many did: new ones, ones held already, ones of a withdrawn merge come back."""

    new: tuple[RevisionId, ...]
    held: int
    revived: tuple[RevisionId, ...]
    records: frozenset[RecordId]  # whose projections must be refreshed


def add(database: Database, revision: Revision, batch: int | None = None) -> None:
    """Add one revision of this workspace's own person, or one of a merge.

    ChainBroken when an own revision does not follow the last one of its author.
    """
    if revision.content is not None:
        Body.decode(revision.content)
    if batch is not None:
        add_all(database, [revision], batch)
        return
    _check(revision)
    seq, last = last_of(database, revision.header.author)
    if (revision.header.seq, revision.header.prev) != (seq + 1, last):
        raise _broken(revision, f"the last one held is number {seq}")
    with database.within():
        _insert(database, [revision], None)


def add_all(database: Database, revisions: Iterable[Revision], batch: int) -> Added:
    """Add what a bundle brought, in one go; what is held already is only counted.

    Holes in a chain are allowed here and told by `chains.gaps`. Give everything the bundle brought,
    so that withdrawing another merge later knows what this one also vouches for.
    """
    by_id = {revision.id: revision for revision in revisions}
    stored = _stored(database, by_id)
    asleep = {name for name, active in stored.items() if not active}
    new = [revision for name, revision in by_id.items() if name not in stored]
    for revision in new:
        _check(revision)
    with database.within():
        _insert(database, new, batch)
        batches.rehome(database, sorted(asleep), batch)
        batches.keep_ranges(
            database, batch, [(each.header.author, each.header.seq) for each in by_id.values()]
        )
    touched = {each.header.record for each in new}
    touched |= {by_id[name].header.record for name in asleep}
    return Added(
        new=tuple(each.id for each in new),
        held=len(by_id) - len(new) - len(asleep),
        revived=tuple(sorted(asleep)),
        records=frozenset(touched),
    )


def get(database: Database, revision: RevisionId) -> Revision | None:
    """Give a stored revision, one of a withdrawn merge included, or None."""
    row = database.row(f"SELECT {WHOLE} {FROM} WHERE r.id = ?", (revision,))
    return None if row is None else revision_of(database, row)


def of_record(database: Database, record: RecordId) -> list[Revision]:
    """Give the revisions of a record that are in force, in order of arrival."""
    sql = f"SELECT {WHOLE} {FROM} WHERE r.record = ? AND {IN_FORCE} ORDER BY r.position"
    return [revision_of(database, row) for row in database.rows(sql, (record,))]


def decided_records(database: Database) -> list[RecordId]:
    """Give the records of which a revision in force replaces more than one version."""
    rows = database.rows(
        "SELECT DISTINCT record FROM revision"  # noqa: S608 - a constant of ours
        f" WHERE json_array_length(parents) > 1 AND {IN_FORCE} ORDER BY record"
    )
    return [RecordId(record) for (record,) in rows]


def of_records(database: Database, records: Iterable[RecordId]) -> Iterator[Revision]:
    """Give the revisions of these records that are in force, in order of arrival."""
    these = "SELECT value FROM json_each(?)"
    sql = f"SELECT {WHOLE} {FROM} WHERE r.record IN ({these}) AND {IN_FORCE} ORDER BY r.position"
    for row in database.each(sql, (json.dumps(sorted(records)),)):
        yield revision_of(database, row)


def records_after(database: Database, position: int) -> dict[RecordId, str]:
    """Give the records, and the kind of each, with a revision at a higher place than this."""
    rows = database.rows("SELECT record, kind FROM revision WHERE position > ?", (position,))
    return {RecordId(record): kind for record, kind in rows}


def last_position(database: Database) -> int:
    """Give the place of the revision that came last; 0 when there is none."""
    return int(database.value("SELECT max(position) FROM revision") or 0)


def count_erased(database: Database) -> int:
    """Give how many revisions were erased, those included that are not here."""
    return int(database.value("SELECT count(*) FROM erased"))


def of_author(database: Database, author: AuthorId, after: int = 0) -> Iterator[Revision]:
    """Give an author's revisions that are in force, along the chain, from after a number."""
    sql = (
        f"SELECT {WHOLE} {FROM} WHERE r.author = ? AND r.seq > ? AND {IN_FORCE}"
        " ORDER BY r.seq, r.position"
    )
    for row in database.each(sql, (author, after)):
        yield revision_of(database, row)


def everything(database: Database) -> Iterator[Revision]:
    """Give all revisions in force, in order of arrival."""
    for row in database.each(f"SELECT {WHOLE} {FROM} WHERE {IN_FORCE} ORDER BY r.position"):
        yield revision_of(database, row)


def count(database: Database) -> int:
    """Give the number of revisions in force."""
    only = f"WHERE {IN_FORCE}" if batches.any_withdrawn(database) else ""
    return int(database.value(f"SELECT count(*) FROM revision {only}"))  # noqa: S608


def known(database: Database, ids: Iterable[RevisionId]) -> frozenset[RevisionId]:
    """Give those of these revisions that are held and in force."""
    return frozenset(name for name, active in _stored(database, ids).items() if active)


def last_of(database: Database, author: AuthorId) -> tuple[int, str]:
    """Give number and name of an author's last stored revision; (0, "") when there is none."""
    row = database.row(
        "SELECT seq, id FROM revision WHERE author = ? ORDER BY seq DESC, position DESC LIMIT 1",
        (author,),
    )
    return (0, "") if row is None else (row[0], row[1])


def last_in_force(database: Database, author: AuthorId) -> tuple[int, str]:
    """Give number and name of an author's last version in force: what others may be told of."""
    row = database.row(
        f"SELECT seq, id FROM revision WHERE author = ? AND {IN_FORCE}"  # noqa: S608
        " ORDER BY seq DESC, position DESC LIMIT 1",
        (author,),
    )
    return (0, "") if row is None else (row[0], row[1])


def whole_to(database: Database, author: AuthorId) -> tuple[int, str]:
    """Give the last version of an author with none missing before it: what may be promised."""
    row = database.row(
        "SELECT seq, id FROM (SELECT seq, id, position,"  # noqa: S608 - a constant of ours
        " dense_rank() OVER (ORDER BY seq) AS rank FROM revision"
        f" WHERE author = ? AND {IN_FORCE}) WHERE seq = rank"
        " ORDER BY seq DESC, position DESC LIMIT 1",
        (author,),
    )
    return (0, "") if row is None else (row[0], row[1])


def all_ids(database: Database) -> Iterator[RevisionId]:
    """Give the names of all revisions in force, sorted."""
    # Without a withdrawn merge the index on the names answers alone, without a look at any row.
    only = f"WHERE {IN_FORCE}" if batches.any_withdrawn(database) else ""
    for (name,) in database.each(f"SELECT id FROM revision {only} ORDER BY id"):  # noqa: S608
        yield RevisionId(name)


def erase(database: Database, revision: RevisionId) -> None:
    """Destroy salt and content of a revision, now and should it ever arrive again.

    Attachments that no other revision names go too. Refresh the record's projections afterwards;
    that also takes the words out of the search index.
    """
    with database.within():
        database.execute("INSERT OR IGNORE INTO erased (id) VALUES (?)", (revision,))
        position = database.value("SELECT position FROM revision WHERE id = ?", (revision,))
        if position is None:
            return
        named = attachments.used_at(database, position)
        database.execute("DELETE FROM content WHERE position = ?", (position,))
        attachments.drop_unused(database, named)
        settings.put(database, MUST_FORGET, "1")


def keep_checkpoint(
    database: Database, author: AuthorId, seq: int, revision: RevisionId, sig: str
) -> None:
    """Keep an author's signature over the head of the chain; the same one twice does no harm."""
    with database.within():
        database.execute(
            "INSERT OR IGNORE INTO checkpoint (author, seq, id, sig) VALUES (?, ?, ?, ?)",
            (author, seq, revision, sig),
        )


def checkpoints(database: Database) -> list[tuple[AuthorId, int, RevisionId, str]]:
    """Give every (author, seq, id, sig) kept, by author and number."""
    rows = database.rows("SELECT author, seq, id, sig FROM checkpoint ORDER BY author, seq, id")
    return [(AuthorId(row[0]), row[1], RevisionId(row[2]), row[3]) for row in rows]


def _check(revision: Revision) -> None:
    """Check what a revision says of itself: its name, its body, its number on the chain."""
    header = revision.header
    if header.id != revision.id:
        raise RevisionMismatch(revision=revision.id)
    revision.check()
    if (header.seq == 1) != (header.prev == ""):
        raise _broken(revision, "only the first has nothing before it")


def _insert(database: Database, new: Sequence[Revision], batch: int | None) -> None:
    start = 1 + last_position(database)
    erased = _erased(database, new)
    stored.put(
        database,
        [
            (position, each.without_content() if each.id in erased else each, batch)
            for position, each in enumerate(new, start)
        ],
    )


def _erased(database: Database, new: Sequence[Revision]) -> frozenset[str]:
    if database.value("SELECT 1 FROM erased LIMIT 1") is None:
        return frozenset()
    sql = "SELECT id FROM erased WHERE id IN (SELECT value FROM json_each(?))"
    ids = json.dumps([each.id for each in new])
    return frozenset(name for (name,) in database.rows(sql, (ids,)))


def _stored(database: Database, ids: Iterable[RevisionId]) -> dict[RevisionId, bool]:
    """Give those of these revisions that are stored, and whether each is in force."""
    wanted, found = list(ids), {}
    sql = f"SELECT id, {IN_FORCE} FROM revision WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608
    for start in range(0, len(wanted), _AT_ONCE):
        part = json.dumps(wanted[start : start + _AT_ONCE])
        found.update({RevisionId(row[0]): bool(row[1]) for row in database.rows(sql, (part,))})
    return found


def _broken(revision: Revision, why: str) -> ChainBroken:
    return ChainBroken(author=revision.header.author, seq=revision.header.seq, why=why)
