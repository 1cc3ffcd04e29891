"""Small texts by name: what this workspace remembers about itself."""

from evidencekit.store.connection import Database


def put(database: Database, name: str, value: str) -> None:
    """Keep a setting in place of what it was."""
    with database.within():
        database.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )


def get(database: Database, name: str, default: str = "") -> str:
    """Give a setting, or the default when nobody has set it."""
    found = database.value("SELECT value FROM setting WHERE name = ?", (name,))
    return default if found is None else str(found)


def drop(database: Database, name: str) -> None:
    """Forget a setting."""
    with database.within():
        database.execute("DELETE FROM setting WHERE name = ?", (name,))
