"""The case key's own sealed file: who is behind a reference, and every opening of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evidencekit import canonical
from evidencekit.errors.base import Damaged, Refused
from evidencekit.errors.case_key import CaseKeyDamaged, CaseKeyInUse, CaseKeyTooNew
from evidencekit.errors.store import StoreInUse
from evidencekit.store.connection import Database

VERSION = 1

_TABLES = (
    """CREATE TABLE entry (
        record TEXT NOT NULL,
        reference TEXT NOT NULL,
        agency TEXT NOT NULL,
        number TEXT NOT NULL,
        identity TEXT NOT NULL,
        purpose TEXT NOT NULL,
        expires_on TEXT NOT NULL,
        written TEXT NOT NULL,
        PRIMARY KEY (record, agency)
    ) STRICT""",
    """CREATE TABLE opening (
        number INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        member TEXT NOT NULL,
        what TEXT NOT NULL,
        why TEXT NOT NULL,
        reason TEXT NOT NULL,
        looked_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE typing (
        record TEXT PRIMARY KEY,
        content BLOB NOT NULL,
        at TEXT NOT NULL
    ) STRICT""",
    """CREATE TRIGGER opening_is_never_rewritten BEFORE UPDATE ON opening
    BEGIN SELECT RAISE(ABORT, 'an opening is never rewritten'); END""",
    """CREATE TRIGGER opening_is_never_removed BEFORE DELETE ON opening
    BEGIN SELECT RAISE(ABORT, 'an opening is never removed'); END""",
)
_ENTRY = "record, reference, agency, number, identity, purpose, expires_on, written"
_OPENING = "at, member, what, why, reason, looked_at"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What one agency calls the child of one case."""

    record: str  # the case
    reference: str
    agency: str
    number: str  # the agency's own record number
    identity: str  # only when the number is not enough
    purpose: str
    expires_on: str  # a day
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """One opening: who, when, why, and what was looked at."""

    at: str
    member: str
    what: str
    why: str
    reason: str
    looked_at: tuple[str, ...]  # references


def create(path: Path, key: bytes) -> Database:
    """Make the file with its tables."""
    database = Database.create(path, key)
    with database.transaction():
        for table in _TABLES:
            database.execute(table)
        database.execute(f"PRAGMA user_version = {VERSION}")
    return database


def open_file(path: Path, key: bytes) -> Database:
    """Open the file; its refusals speak of the case key, not of the workspace."""
    name = path.parent.name
    try:
        database = Database.open(path, key)
    except StoreInUse as error:
        raise CaseKeyInUse from error
    except (Damaged, Refused) as error:
        raise CaseKeyDamaged(name=name) from error
    found = int(database.value("PRAGMA user_version"))
    if found == VERSION:
        return database
    database.close()
    raise (CaseKeyTooNew if found > VERSION else CaseKeyDamaged)(name=name)


def keep(database: Database, entry: Entry) -> None:
    """Keep an entry in place of the one for the same case and agency."""
    with database.within():
        database.execute(
            f"INSERT OR REPLACE INTO entry ({_ENTRY})"  # noqa: S608 - our own column names
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                entry.record, entry.reference, entry.agency, entry.number, entry.identity,
                entry.purpose, entry.expires_on, entry.written,
            ),
        )  # fmt: skip


def forget(database: Database, record: str, agency: str) -> int:
    """Overwrite an entry and remove it; give how many there were."""
    with database.within():
        return database.execute(
            "DELETE FROM entry WHERE record = ? AND agency = ?", (record, agency)
        )


def entries(database: Database, record: str = "") -> tuple[Entry, ...]:
    """Give the entries of one case, or of all."""
    rows = database.rows(
        f"SELECT {_ENTRY} FROM entry WHERE record = ? OR ? = ''"  # noqa: S608 - our own names
        " ORDER BY reference, agency",
        (record, record),
    )
    return tuple(
        Entry(
            record=row[0], reference=row[1], agency=row[2], number=row[3], identity=row[4],
            purpose=row[5], expires_on=row[6], written=row[7],
        )
        for row in rows
    )  # fmt: skip


def log(database: Database, opening: Opening) -> None:
    """Write down an opening, for as long as the file lasts."""
    with database.within():
        database.execute(
            f"INSERT INTO opening ({_OPENING}) VALUES (?, ?, ?, ?, ?, ?)",  # noqa: S608 - our own
            (
                opening.at, opening.member, opening.what, opening.why, opening.reason,
                canonical.encode(list(opening.looked_at)).decode(),
            ),
        )  # fmt: skip


def openings(database: Database) -> tuple[Opening, ...]:
    """Give every opening, the first one first."""
    rows = database.rows(f"SELECT {_OPENING} FROM opening ORDER BY number")  # noqa: S608 - our own
    return tuple(
        Opening(
            at=row[0], member=row[1], what=row[2], why=row[3], reason=row[4],
            looked_at=_texts(canonical.decode(str(row[5]).encode())),
        )
        for row in rows
    )  # fmt: skip


def keep_typing(database: Database, record: str, content: bytes, at: str) -> None:
    """Keep what is being typed about a case; it never lies in the workspace's own drafts."""
    with database.within():
        database.execute(
            "INSERT OR REPLACE INTO typing (record, content, at) VALUES (?, ?, ?)",
            (record, content, at),
        )


def typing_of(database: Database, record: str) -> tuple[bytes, str] | None:
    """Give what was being typed about a case, and when."""
    found = database.row("SELECT content, at FROM typing WHERE record = ?", (record,))
    return (bytes(found[0]), str(found[1])) if found else None


def drop_typing(database: Database, record: str) -> None:
    """Overwrite what was being typed about a case."""
    with database.within():
        database.execute("DELETE FROM typing WHERE record = ?", (record,))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, Iterable) else ()
