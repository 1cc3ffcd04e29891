"""Fewer pages a save: the list of one kind is read from the search index, written anyway."""

from evidencekit.store.connection import Database


def up(database: Database) -> None:
    """Drop the wide index of the lists: it was one page in nine of every save."""
    database.execute("DROP INDEX current_by_kind")
