"""The first format: the ledger, what is kept beside it, and the lists made from it."""

from evidencekit.store.connection import Database

# Ids are spelled as text everywhere: the file is read by other people's tools in twenty years.
_LEDGER = """
CREATE TABLE store (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL
) STRICT;

CREATE TABLE batch (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    bundle TEXT NOT NULL,
    sender TEXT NOT NULL,
    at TEXT NOT NULL,
    counts TEXT NOT NULL DEFAULT '{}',
    withdrawn_at TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE batch_range (
    batch INTEGER NOT NULL REFERENCES batch (number),
    author TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (batch, author, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    author TEXT NOT NULL,
    seq INTEGER NOT NULL,
    prev TEXT NOT NULL,
    record TEXT NOT NULL,
    kind TEXT NOT NULL,
    parents TEXT NOT NULL,
    body TEXT NOT NULL,
    at TEXT NOT NULL,
    tz TEXT NOT NULL,
    written TEXT NOT NULL,
    reason TEXT NOT NULL,
    batch INTEGER REFERENCES batch (number)
) STRICT;
CREATE INDEX revision_by_record ON revision (record);
CREATE INDEX revision_by_author ON revision (author, seq);
CREATE INDEX revision_by_batch ON revision (batch) WHERE batch IS NOT NULL;

CREATE TABLE content (
    position INTEGER PRIMARY KEY REFERENCES revision (position),
    salt BLOB NOT NULL,
    body BLOB NOT NULL
) STRICT;

CREATE TABLE erased (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
    author TEXT NOT NULL,
    seq INTEGER NOT NULL,
    id TEXT NOT NULL,
    sig TEXT NOT NULL,
    PRIMARY KEY (author, seq, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER revision_is_never_rewritten
BEFORE UPDATE OF position, id, author, seq, prev, record, kind, parents, body, at, tz, written,
    reason ON revision
BEGIN SELECT RAISE(ABORT, 'a revision is never rewritten'); END;
CREATE TRIGGER revision_is_never_removed BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'a revision is never removed'); END;
CREATE TRIGGER content_is_never_rewritten BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'a content is never rewritten'); END
"""

_BESIDE = """
CREATE TABLE draft (
    form TEXT PRIMARY KEY,
    record TEXT NOT NULL,
    kind TEXT NOT NULL,
    content BLOB NOT NULL,
    digest TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE TABLE attachment (
    number INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL
) STRICT;
CREATE TABLE attachment_chunk (
    attachment INTEGER NOT NULL REFERENCES attachment (number) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (attachment, ordinal)
) STRICT;
CREATE TABLE attachment_use (
    digest TEXT NOT NULL,
    position INTEGER NOT NULL REFERENCES content (position) ON DELETE CASCADE,
    PRIMARY KEY (digest, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_use_by_position ON attachment_use (position);

CREATE TABLE secret (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE roster (
    seq INTEGER PRIMARY KEY,
    content BLOB NOT NULL,
    sig TEXT NOT NULL,
    held_at TEXT NOT NULL
) STRICT;
CREATE TABLE pin (
    member TEXT PRIMARY KEY,
    sign_key TEXT NOT NULL,
    age TEXT NOT NULL,
    pinned_at TEXT NOT NULL
) STRICT;
CREATE TABLE bundle (
    id TEXT PRIMARY KEY,
    direction TEXT NOT NULL CHECK (direction IN ('sent', 'received')),
    sender TEXT NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    tag_digest TEXT NOT NULL,
    file_sha512 TEXT NOT NULL,
    at TEXT NOT NULL,
    details TEXT NOT NULL DEFAULT '{}',
    batch INTEGER REFERENCES batch (number)
) STRICT;
CREATE INDEX bundle_by_sender ON bundle (direction, sender, seq);
CREATE TABLE set_aside (
    number INTEGER PRIMARY KEY,
    bundle TEXT NOT NULL,
    line INTEGER NOT NULL,
    why TEXT NOT NULL,
    content BLOB NOT NULL,
    digest TEXT NOT NULL
) STRICT
"""

# Lists made from the ledger. A record's number is its place in time: newest first is highest first.
# Each index costs every save a page, written twice: lists by case, area and author are answered by
# tokens in the search index, which is written anyway. The cells one record counts in lie together.
_PROJECTIONS = """
CREATE TABLE record_number (number INTEGER PRIMARY KEY, record TEXT NOT NULL) STRICT;

CREATE TABLE current (
    number INTEGER PRIMARY KEY,
    record TEXT NOT NULL,
    kind TEXT NOT NULL,
    head TEXT NOT NULL,
    heads INTEGER NOT NULL,
    state TEXT NOT NULL,
    deleted INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    accepted TEXT NOT NULL,
    title TEXT NOT NULL,
    author TEXT NOT NULL,
    at TEXT NOT NULL,
    written TEXT NOT NULL,
    first_written TEXT NOT NULL,
    cases TEXT NOT NULL,
    provenance TEXT NOT NULL,
    marking TEXT NOT NULL
) STRICT;
CREATE INDEX current_by_kind ON current (
    kind, number, record, head, heads, state, deleted, waiting, accepted, title, author, at,
    written, first_written, cases, provenance, marking
);

CREATE TABLE clash (
    number INTEGER NOT NULL,
    head TEXT NOT NULL,
    PRIMARY KEY (number, head)
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
    number INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    field TEXT NOT NULL,
    target TEXT NOT NULL,
    area TEXT NOT NULL,
    polarity TEXT NOT NULL,
    weight TEXT NOT NULL,
    PRIMARY KEY (number, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_by_target ON link (target, number, field) WHERE target <> '';

CREATE TABLE decision (
    number INTEGER NOT NULL,
    head TEXT NOT NULL,
    subject TEXT NOT NULL,
    revision TEXT NOT NULL,
    outcome TEXT NOT NULL,
    other TEXT NOT NULL,
    PRIMARY KEY (number, head)
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_by_subject ON decision (subject);

CREATE TABLE waiting (
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    missing TEXT NOT NULL,
    PRIMARY KEY (number, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE area_count (
    axis TEXT NOT NULL,
    member TEXT NOT NULL,
    area TEXT NOT NULL,
    kind TEXT NOT NULL,
    polarity TEXT NOT NULL,
    state TEXT NOT NULL,
    records INTEGER NOT NULL,
    PRIMARY KEY (axis, member, kind, state, area, polarity)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (
    words, tags, content = '', contentless_delete = 1, prefix = '3',
    tokenize = 'unicode61 remove_diacritics 2'
)
"""

# automerge stalled one save for 2.1 s, so merging is left to idle moments (search.tidy). The first
# 3 letters have an index of their own: the third letter typed was answered in 0.5 instead of 108 ms
# at 50,000 notes. A leaf of 3,900 bytes fits one page of the cipher; the default takes two.
_SEARCH = (
    ("automerge", 0), ("crisismerge", 1000), ("usermerge", 4), ("hashsize", 4_000_000),
    ("pgsz", 3900), ("secure-delete", 1),
)  # fmt: skip


def up(database: Database) -> None:
    """Make every table."""
    for script in (_LEDGER, _BESIDE, _PROJECTIONS):
        for statement in _statements(script):
            database.execute(statement)
    for name, value in _SEARCH:
        database.execute("INSERT INTO search (search, rank) VALUES (?, ?)", (name, value))


def _statements(script: str) -> list[str]:
    # A trigger's own body ends with "END", so a semicolon at the end of a line parts statements.
    return [part for part in script.split(";\n") if part.strip()]
