"""Full text inside the encrypted file: newest first while one types, ranked only when asked.

The index keeps no text of its own. Kind, case, area and author are tokens in a column of their
own: narrowing down by them cost 45 ms at a million notes, joining another table 855 ms.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evidencekit.ids import RecordId
from evidencekit.store import listing, stored
from evidencekit.store.connection import Database
from evidencekit.store.listing import EVERYTHING, Listed, Only
from evidencekit.store.projected import words_in
from evidencekit.store.snippets import Terms

RANKED_AMONG = 2000  # the newest hits; ranking all of a common word's took seconds
_TIDY_PAGES = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found, with the place where the words stand."""

    listed: Listed
    snippet: str
    marks: tuple[tuple[int, int], ...]  # (start, length) of the words found, in the snippet

    @property
    def record(self) -> RecordId:
        """Give the record found."""
        return self.listed.record

    @property
    def number(self) -> int:
        """Give what to hand back as `before` for the next page."""
        return self.listed.number


def find(
    database: Database, words: str, only: Only = EVERYTHING, *,
    limit: int = 50, before: int | None = None,
) -> list[Hit]:  # fmt: skip
    """Give the newest records that hold all these words; the last one may still be being typed."""
    terms = Terms(words)
    if not terms:
        return []
    match = _match(terms, only)
    bound = "" if before is None else "AND rowid < ?"
    numbers = database.rows(
        f"SELECT rowid FROM search WHERE search MATCH ? {bound} ORDER BY rowid DESC LIMIT ?",  # noqa: S608
        (match, limit) if before is None else (match, before, limit),
    )
    return _hits(database, [number for (number,) in numbers], terms)


def ranked(
    database: Database, words: str, only: Only = EVERYTHING, *, limit: int = 50
) -> list[Hit]:
    """Give the most relevant among the newest records that hold all these words."""
    terms = Terms(words)
    if not terms:
        return []
    match = _match(terms, only)
    oldest = database.value(
        "SELECT min(rowid) FROM"
        " (SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?)",
        (match, RANKED_AMONG),
    )
    numbers = database.rows(
        "SELECT rowid FROM search WHERE search MATCH ? AND rowid >= ? ORDER BY rank LIMIT ?",
        (match, oldest, limit),
    )
    return _hits(database, [number for (number,) in numbers], terms)


def put(database: Database, texts: Iterable[tuple[int, str, str]]) -> None:
    """Index (number, words, tags) of records; those that are in no list have no tags."""
    database.executemany(
        "INSERT INTO search (rowid, words, tags) VALUES (?, ?, ?)",
        [row for row in texts if row[2]],
    )


def remove(database: Database, numbers: Iterable[int]) -> None:
    """Take records out of the index; their words leave the file when it is tidied."""
    database.executemany("DELETE FROM search WHERE rowid = ?", [(number,) for number in numbers])


def tidy(database: Database) -> bool:
    """Merge a little of the index, for idle moments; tell whether there is more to do."""
    with database.within():
        before = database.total_changes
        database.execute("INSERT INTO search (search, rank) VALUES ('merge', ?)", (_TIDY_PAGES,))
        # FTS5 says it so: fewer than two rows written means that nothing was left to merge.
        return database.total_changes - before > 1


def purge(database: Database) -> None:
    """Write the index anew, so that the words of what was erased are nowhere in the file.

    An index of this sort marks a row as gone and keeps its words until the parts are merged.
    """
    with database.within():
        database.execute("INSERT INTO search (search) VALUES ('optimize')")


def clear(database: Database) -> None:
    """Empty the index."""
    with database.within():
        database.execute("INSERT INTO search (search) VALUES ('delete-all')")


def indexed(database: Database) -> int:
    """Give the number of records in the index."""
    return int(database.value("SELECT count(*) FROM search_docsize"))


def _match(terms: Terms, only: Only) -> str:
    """Spell a query in which nothing typed can act as an operator."""
    return " AND ".join((f"{{words}} : ({terms.spelled})", *listing.spelled_tags(only)))


def _hits(database: Database, numbers: Sequence[int], terms: Terms) -> list[Hit]:
    listed = {each.number: each for each in listing.of_numbers(database, numbers)}
    found = [listed[number] for number in numbers if number in listed]
    contents = stored.contents_of(database, [each.head for each in found])
    return [
        Hit(each, *terms.snippet(words_in(each.kind, contents.get(each.head)))) for each in found
    ]
