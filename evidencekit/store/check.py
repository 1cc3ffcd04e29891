"""Look over a whole store: what was checked, and what was found. Nothing is put right here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from evidencekit.errors.base import Planned
from evidencekit.progress import Progress, quiet
from evidencekit.store import attachments, chains, projections, safeguards, stored
from evidencekit.store.connection import Database


class Checked(Enum):
    """What a check looks at, in words for the person who asked for it."""

    PAGES = "every page has the seal it was written with"
    STRUCTURE = "the tables are whole, and every reference in them leads somewhere"
    REVISIONS = "every revision has the name its header spells and the text it names"
    CHAINS = "every author's chain is unbroken"
    ATTACHMENTS = "every attachment has the bytes it is named for"
    LISTS = "the lists and the search index hold every record once"
    INDEXES = "every index, that of the search included, agrees with its table"
    REBUILT = "the lists are what the ledger makes of them, to the byte"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: a stable code, and ids or counts."""

    code: str
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at and what was found: a quick look is never taken for a full one."""

    checked: tuple[Checked, ...]
    findings: tuple[Finding, ...]

    @property
    def is_clean(self) -> bool:
        """Tell whether nothing was found."""
        return not self.findings


Look = Callable[[Database], Iterator[Finding]]


def check(database: Database, *, thorough: bool = False, progress: Progress = quiet) -> Report:
    """Check everything; thorough also compares indexes, and makes all lists anew beside the old."""
    looks = (*_LOOKS, *_THOROUGH) if thorough else _LOOKS
    findings: list[Finding] = []
    for done, (_, look) in enumerate(looks):
        progress(done, len(looks))
        try:
            findings.extend(look(database))
        except Planned as refusal:
            findings.append(Finding(refusal.code, refusal.what_happened))
    progress(len(looks), len(looks))
    return Report(tuple(what for what, _ in looks), tuple(findings))


def _pages(database: Database) -> Iterator[Finding]:
    for (what,) in database.rows("PRAGMA cipher_integrity_check"):
        yield Finding("check.page", what)
    said = database.value("PRAGMA page_count") * safeguards.PAGE_BYTES
    size = database.path.stat().st_size
    if size != said:
        yield Finding("check.size", f"the file has {size} bytes, the store says {said}")


def _structure(database: Database) -> Iterator[Finding]:
    # Table by table: asked for all at once, it also reads the whole search index, which took five
    # times as long as everything else and is left to a thorough check.
    names = database.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    for (name,) in names:
        yield from _answers(database, f"PRAGMA quick_check({name})")
    for table, row, parent, _ in database.rows("PRAGMA foreign_key_check"):
        yield Finding("check.reference", f"{table} row {row} names no row of {parent}")


def _indexes(database: Database) -> Iterator[Finding]:
    yield from _answers(database, "PRAGMA integrity_check")


def _answers(database: Database, pragma: str) -> Iterator[Finding]:
    for (what,) in database.rows(pragma):
        if what != "ok":
            yield Finding("check.structure", what)


def _revisions(database: Database) -> Iterator[Finding]:
    for revision, digest in stored.with_digests(database):
        if revision.header.id != revision.id:
            yield Finding("check.header", revision.id)
        if digest not in (None, revision.header.body):
            yield Finding("check.body", revision.id)


def _chains(database: Database) -> Iterator[Finding]:
    for fork in chains.forks(database):
        yield Finding("check.fork", f"{fork.author} {fork.seq}")
    for name in chains.misfits(database):
        yield Finding("check.misfit", name)


def _attachments(database: Database) -> Iterator[Finding]:
    for held in attachments.all_of(database):
        try:
            for _ in attachments.read(database, held.digest):
                pass
        except Planned:
            yield Finding("check.attachment", held.digest)


def _lists(database: Database) -> Iterator[Finding]:
    for code, query in _LIST_QUERIES:
        for (what,) in database.rows(query):
            yield Finding(code, str(what))


def _rebuilt(database: Database) -> Iterator[Finding]:
    before, after = projections.digest(database), projections.rebuilt_digest(database)
    if before != after:
        yield Finding("check.lists-differ", f"{before} is not {after}")


_LIST_QUERIES = (
    (
        "check.record-unlisted",
        f"""SELECT DISTINCT record FROM revision WHERE {stored.IN_FORCE}
        AND record NOT IN (SELECT record FROM record_number WHERE number IN
        (SELECT number FROM current UNION SELECT number FROM waiting))""",  # noqa: S608
    ),
    (
        "check.head-unknown",
        """SELECT c.record FROM current c LEFT JOIN revision r ON r.id = c.head
        WHERE r.record IS NOT c.record""",
    ),
    (
        "check.search-unlisted",
        "SELECT id FROM search_docsize WHERE id NOT IN (SELECT number FROM current)",
    ),
)

_LOOKS: tuple[tuple[Checked, Look], ...] = (
    (Checked.PAGES, _pages),
    (Checked.STRUCTURE, _structure),
    (Checked.REVISIONS, _revisions),
    (Checked.CHAINS, _chains),
    (Checked.ATTACHMENTS, _attachments),
    (Checked.LISTS, _lists),
)
_THOROUGH: tuple[tuple[Checked, Look], ...] = (
    (Checked.INDEXES, _indexes),
    (Checked.REBUILT, _rebuilt),
)
