"""What is being typed now: one row for each open form, durable when `keep` returns."""

from dataclasses import dataclass

from evidencekit import canonical
from evidencekit.errors.store import StoreDamaged
from evidencekit.store.connection import Database, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The unsaved content of one form."""

    form: str
    record: str  # "" for a record that does not exist yet
    kind: str
    content: bytes
    at: str


def keep(database: Database, form: str, record: str, kind: str, content: bytes, at: str) -> None:
    """Keep what stands in a form, in place of what stood there before."""
    with database.within():
        database.execute(
            "INSERT INTO draft (form, record, kind, content, digest, at)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (form) DO UPDATE SET record = excluded.record,"
            " kind = excluded.kind, content = excluded.content, digest = excluded.digest,"
            " at = excluded.at",
            (form, record, kind, content, canonical.sha256(content), at),
        )


def get(database: Database, form: str) -> Draft | None:
    """Give what was typed in a form and not yet kept as a revision, or None."""
    row = database.row(f"SELECT {_COLUMNS} FROM draft WHERE form = ?", (form,))  # noqa: S608
    return None if row is None else _draft(database, row)


def all_of(database: Database) -> list[Draft]:
    """Give every form's unsaved content, the latest first."""
    rows = database.rows(f"SELECT {_COLUMNS} FROM draft ORDER BY at DESC, form")  # noqa: S608
    return [_draft(database, row) for row in rows]


def drop(database: Database, form: str) -> None:
    """Forget a form's unsaved content: it became a revision, or its writer threw it away."""
    with database.within():
        database.execute("DELETE FROM draft WHERE form = ?", (form,))


_COLUMNS = "form, record, kind, content, digest, at"


def _draft(database: Database, row: Row) -> Draft:
    form, record, kind, content, digest, at = row
    # See revisions: only a digest tells a long text's damaged last page.
    if canonical.sha256(content) != digest:
        raise StoreDamaged(name=database.path.name)
    return Draft(form=form, record=record, kind=kind, content=content, at=at)
