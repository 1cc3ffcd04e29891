"""What a workspace keeps for itself: keys, the roster, pinned keys, bundles sent and received.

Nothing here is evidence, and nothing here leaves in a bundle as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from evidencekit import canonical
from evidencekit.canonical import Json
from evidencekit.errors.store import StoreDamaged
from evidencekit.store.connection import Database, Row

SENT, RECEIVED = "sent", "received"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """The keys of one person, once heard read aloud."""

    member: str
    sign_key: str
    age: str
    pinned_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRoster:
    """One roster as it was signed."""

    seq: int
    content: bytes
    sig: str
    held_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBundle:
    """A bundle that was sent or received."""

    id: str
    direction: str  # SENT or RECEIVED
    sender: str
    seq: int
    kind: str
    tag_digest: str
    file_sha512: str
    at: str
    details: Mapping[str, Json] = field(default_factory=lambda: MappingProxyType({}))
    batch: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAsideLine:
    """A line of a bundle that could not be used, kept as it came."""

    bundle: str
    line: int
    why: str
    content: bytes


def put_secret(database: Database, name: str, value: bytes) -> None:
    """Keep a secret; the one it replaces is overwritten in the file."""
    with database.within():
        database.execute(
            "INSERT INTO secret (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )


def get_secret(database: Database, name: str) -> bytes | None:
    """Give a secret, or None."""
    found = database.value("SELECT value FROM secret WHERE name = ?", (name,))
    return None if found is None else bytes(found)


def drop_secret(database: Database, name: str) -> None:
    """Overwrite a secret and forget it."""
    with database.within():
        database.execute("DELETE FROM secret WHERE name = ?", (name,))


def keep_roster(database: Database, roster: KeptRoster) -> None:
    """Keep a roster; every one ever held stays, so that a rollback shows."""
    with database.within():
        database.execute(
            "INSERT OR IGNORE INTO roster (seq, content, sig, held_at) VALUES (?, ?, ?, ?)",
            (roster.seq, roster.content, roster.sig, roster.held_at),
        )


def rosters(database: Database) -> list[KeptRoster]:
    """Give every roster ever held, the first one first."""
    rows = database.rows("SELECT seq, content, sig, held_at FROM roster ORDER BY seq")
    return [KeptRoster(seq=row[0], content=row[1], sig=row[2], held_at=row[3]) for row in rows]


def latest_roster(database: Database) -> KeptRoster | None:
    """Give the roster with the highest number, or None."""
    return next(reversed(rosters(database)), None)


def pin(database: Database, kept: Pin) -> None:
    """Pin a person's keys, in place of what was pinned before."""
    with database.within():
        database.execute(
            "INSERT OR REPLACE INTO pin (member, sign_key, age, pinned_at) VALUES (?, ?, ?, ?)",
            (kept.member, kept.sign_key, kept.age, kept.pinned_at),
        )


def pins(database: Database) -> list[Pin]:
    """Give every pinned key, by person."""
    rows = database.rows("SELECT member, sign_key, age, pinned_at FROM pin ORDER BY member")
    return [Pin(member=row[0], sign_key=row[1], age=row[2], pinned_at=row[3]) for row in rows]


def keep_bundle(database: Database, bundle: KeptBundle) -> None:
    """Remember a bundle; one that arrives again is remembered as it last came."""
    with database.within():
        database.execute(
            f"INSERT OR REPLACE INTO bundle ({_BUNDLE})"  # noqa: S608 - our own column names
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                bundle.id, bundle.direction, bundle.sender, bundle.seq, bundle.kind,
                bundle.tag_digest, bundle.file_sha512, bundle.at,
                canonical.encode(bundle.details).decode(), bundle.batch,
            ),
        )  # fmt: skip


def bundles(database: Database, direction: str) -> list[KeptBundle]:
    """Give the bundles sent, or those received, by sender and number."""
    rows = database.rows(
        f"SELECT {_BUNDLE} FROM bundle WHERE direction = ?"  # noqa: S608 - our own column names
        " ORDER BY sender, seq, id",
        (direction,),
    )
    return [_bundle(row) for row in rows]


def bundle_of_file(database: Database, direction: str, file_sha512: str) -> KeptBundle | None:
    """Give the bundle whose file has this digest, or None."""
    row = database.row(
        f"SELECT {_BUNDLE} FROM bundle WHERE direction = ? AND file_sha512 = ?",  # noqa: S608
        (direction, file_sha512),
    )
    return None if row is None else _bundle(row)


def set_aside(database: Database, line: SetAsideLine) -> None:
    """Keep a line that could not be used."""
    with database.within():
        database.execute(
            "INSERT INTO set_aside (bundle, line, why, content, digest) VALUES (?, ?, ?, ?, ?)",
            (line.bundle, line.line, line.why, line.content, canonical.sha256(line.content)),
        )


def set_aside_lines(database: Database) -> list[SetAsideLine]:
    """Give every line kept aside, in order of arrival."""
    rows = database.rows("SELECT bundle, line, why, content, digest FROM set_aside ORDER BY number")
    if any(canonical.sha256(row[3]) != row[4] for row in rows):
        raise StoreDamaged(name=database.path.name)
    return [SetAsideLine(bundle=row[0], line=row[1], why=row[2], content=row[3]) for row in rows]


_BUNDLE = "id, direction, sender, seq, kind, tag_digest, file_sha512, at, details, batch"


def _bundle(row: Row) -> KeptBundle:
    return KeptBundle(
        id=row[0], direction=row[1], sender=row[2], seq=row[3], kind=row[4], tag_digest=row[5],
        file_sha512=row[6], at=row[7], details=canonical.decode_object(row[8].encode()),
        batch=row[9],
    )  # fmt: skip
