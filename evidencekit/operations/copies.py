"""Copies that this workspace knows of: a person has to deal with them, no program can."""

from dataclasses import dataclass

from evidencekit.operations import remembering
from evidencekit.operations.desk import Desk

BACKUP = "backup"
_FILE = "plain copy of a file"
# What the log calls something that left the workspace, and how a person reads it.
_SORTS = (
    (BACKUP, "A backup, with its keys"),
    (_FILE, "A plain copy of an attached file"),
    ("reading-key exported", "The reading key in a file"),
    ("printed ", "A printed {}"),
    ("published for analysis", "Data published for analysis"),
    ("disclosed", "A disclosure pack"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One copy that was made, and where it went as far as that was written down."""

    what: str  # names no file: it stands on certificates
    at: str
    where: str = ""  # for this screen only


def known(desk: Desk) -> tuple[Known, ...]:
    """Give every copy that was written down when it was made, oldest first; bundles are apart."""
    found = []
    for entry in remembering.log_entries(desk):
        if not isinstance(entry, dict):
            continue
        logged, about = str(entry.get("what", "")), str(entry.get("about", ""))
        sort = next(((begin, words) for begin, words in _SORTS if logged.startswith(begin)), None)
        if sort is not None:
            begin, words = sort
            what = words.format(logged.removeprefix(begin)).strip()
            found.append(Known(what=what, at=str(entry.get("at")), where=_where(begin, about)))
    return tuple(found)


def _where(begin: str, about: str) -> str:
    if begin == BACKUP:
        return about
    return about.partition(" to ")[2] if begin == _FILE else ""
