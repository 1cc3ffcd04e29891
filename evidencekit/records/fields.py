"""Field and Kind: how a kind of record is declared, once, for forms, checks, JSON and reports."""

from dataclasses import dataclass
from enum import Enum


class FieldKind(Enum):
    """The kinds of question. The comment gives the JSON form of an answer."""

    TEXT = "text"  # one line of text
    LONG_TEXT = "long-text"  # text with paragraphs
    DATE = "date"  # "2012-11-19"
    ABOUT_DATE = "about-date"  # {"date": "2012-11-19" | "2012-11" | "2012", "precision": word}
    TIME = "time"  # "10:30", 24 hours, local
    MOMENT = "moment"  # "2012-11-19T10:30", local
    NUMBER = "number"  # whole number
    YES_NO = "yes-no"  # "yes" | "no" | "unclear"
    CHOICE = "choice"  # one key of the vocabulary `words`
    CHOICES = "choices"  # list of keys of the vocabulary `words`
    RECORD = "record"  # id of a record of one of `of_kinds`
    RECORDS = "records"  # list of such ids
    MEMBER = "member"  # author id of a team member
    MEMBERS = "members"  # list of such ids
    REVISION = "revision"  # revision id
    ROWS = "rows"  # list of objects with `columns`
    GROUP = "group"  # one object with `columns`
    ATTACHMENTS = "attachments"  # list of {"digest", "name", "size", "type", …}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question: its key in JSON, its label on screen, the form of its answer."""

    key: str
    label: str
    kind: FieldKind
    required: bool = False  # for submitting; saving never asks
    words: str = ""  # vocabulary for CHOICE and CHOICES; "pack.…" comes from the framework
    columns: tuple["Field", ...] = ()  # for ROWS and GROUP
    of_kinds: tuple[str, ...] = ()  # for RECORD and RECORDS; empty allows every kind
    identity: bool = False  # the only fields where an identity may stand (domain.md V05)
    verbatim: bool = False  # somebody's own words: never linted, never tidied
    by_app: bool = False  # the app writes it; a form shows it in words and asks nothing
    help: str = ""
    source: str = ""  # paragraph or rule this question comes from


class Writer(Enum):
    """Who may write a kind of record (format.md §2)."""

    ANYONE = "anyone on the roster"
    LEAD = "the lead or a named deputy"
    LEAD_IF_SHARED = "anyone; the shared sample by the lead"
    DRAFTS = "anyone drafts, the lead adopts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of record."""

    key: str
    label: str
    plural: str
    help: str
    fields: tuple[Field, ...]
    writer: Writer = Writer.ANYONE
    title_from: tuple[str, ...] = ()  # fields that make the one-line title, first filled wins
    icon: str = "file-text"
    is_evidence: bool = False  # counts in coverage when linked to an area
    source_type: str = ""  # fixed evidence type (V06 triangulation), or "" when a field says it
    view_only: bool = False  # no attachment, a warning on long quotation
    asked_first: tuple[str, ...] = ()  # what a new form shows; the rest is folded away

    def field(self, key: str) -> Field | None:
        """Give the field of that key, or None."""
        return next((field for field in self.fields if field.key == key), None)
