"""How complete the chains of authors are: holes, forks and links that do not fit."""

from collections.abc import Iterator
from dataclasses import dataclass

from evidencekit.ids import AuthorId, RevisionId
from evidencekit.store.connection import Database
from evidencekit.store.stored import IN_FORCE


@dataclass(frozen=True, slots=True)
class Gap:
    """Revisions that exist, since later ones follow them, and are not here."""

    author: AuthorId
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Fork:
    """Two or more different revisions with one number: a workspace was copied and used twice."""

    author: AuthorId
    seq: int
    ids: tuple[RevisionId, ...]


def authors(database: Database) -> list[AuthorId]:
    """Give everybody who wrote a stored revision, sorted."""
    return [
        AuthorId(name)
        for (name,) in database.rows("SELECT DISTINCT author FROM revision ORDER BY author")
    ]


def gaps(database: Database, author: AuthorId) -> list[Gap]:
    """Give the holes in an author's chain, the first one first."""
    rows = database.rows(
        "SELECT before + 1, seq - 1 FROM"  # noqa: S608 - a constant of ours
        " (SELECT seq, lag(seq, 1, 0) OVER (ORDER BY seq) AS before"
        f" FROM revision WHERE author = ? AND {IN_FORCE}) WHERE seq > before + 1 ORDER BY seq",
        (author,),
    )
    return [Gap(author, first, last) for first, last in rows]


def forks(database: Database) -> list[Fork]:
    """Give every number that an author used for more than one revision."""
    rows = database.rows(
        "SELECT author, seq, group_concat(id, ' ')"  # noqa: S608 - a constant of ours
        " FROM (SELECT author, seq, id FROM revision"
        f" WHERE {IN_FORCE} ORDER BY id) GROUP BY author, seq HAVING count(*) > 1"
        " ORDER BY author, seq"
    )
    return [
        Fork(AuthorId(author), seq, tuple(map(RevisionId, sorted(ids.split()))))
        for author, seq, ids in rows
    ]


def misfits(database: Database) -> Iterator[RevisionId]:
    """Give stored revisions whose predecessor is here under another name."""
    rows = database.each(
        "SELECT r.id FROM revision r WHERE r.seq > 1"
        " AND EXISTS (SELECT 1 FROM revision p WHERE p.author = r.author AND p.seq = r.seq - 1)"
        " AND NOT EXISTS (SELECT 1 FROM revision p WHERE p.author = r.author"
        " AND p.seq = r.seq - 1 AND p.id = r.prev) ORDER BY r.id"
    )
    for (name,) in rows:
        yield RevisionId(name)
