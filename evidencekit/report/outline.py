"""What a report says, as plain frozen values: no page, no type, no layout."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from evidencekit.analysis.coverage import Seen
from evidencekit.ids import RecordId, RevisionId

MARKING = "OFFICIAL-SENSITIVE"
LANGUAGE = "en-GB"


@dataclass(frozen=True, slots=True)
class Citation:
    """A way from a sentence to the evidence it rests on."""

    label: str  # "12", or "F3" for a finding
    anchor: str
    record: RecordId


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first page: what this is, of which area, and what it holds."""

    title: str
    area: str
    facts: tuple[tuple[str, str], ...]
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The head of a letter: from whom, when, to whom, about what."""

    sender: tuple[str, ...]
    date: str
    to: tuple[str, ...]
    subject: str  # the letter's one heading of the first level
    greeting: str
    reference: str = ""

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """Give the lines above the subject, each group apart from the next."""
        reference = (f"Our reference: {self.reference}",) if self.reference else ()
        groups = (self.sender, (self.date,) if self.date else (), self.to, reference)
        return tuple(group for group in groups if group)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The place where the headings are listed with their pages."""

    title: str = "Contents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; `anchor` is its name for links and bookmarks."""

    text: str
    anchor: str
    level: int = 1
    new_page: bool = False
    listed: bool = True  # in the contents; a bookmark it is either way


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text with the evidence it rests on."""

    text: str
    evidence: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A list of points."""

    items: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's exact words."""

    text: str
    who: str = ""
    evidence: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Pairs of a name and what it is."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; the first column names its row, `shares` are the widths of the columns."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...] = ()
    figures: frozenset[int] = frozenset()  # columns of numbers, set to the right
    name: str = ""  # what a sheet of it is called, when it may be written as one


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a matrix: how many pieces of evidence, and whether a child speaks in it."""

    count: int
    seen: Seen
    has_voice: bool = False

    @property
    def words(self) -> str:
        """Say the cell in words or a figure."""
        if self.seen is Seen.FOUND:
            return str(self.count)
        return "none found" if self.seen is Seen.NONE_FOUND else "\N{EN DASH}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """A picture of a table of cells; `alternative` says what it shows to those who hear it."""

    caption: str
    alternative: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


class Sort(Enum):
    """What a mark of a timeline tells about its date, or about the child."""

    KNOWN = "known"
    ABOUT = "about"  # drawn with a broken edge: about then, and no more is known
    NOT_SO = "not-so"  # the child was not seen


@dataclass(frozen=True, slots=True)
class Bar:
    """A mark: from where to where it lies, as shares of the width; `number` is its row below."""

    first: float
    last: float
    number: str
    sort: Sort = Sort.KNOWN
    is_strong: bool = False  # the child was seen alone


@dataclass(frozen=True, slots=True)
class Band:
    """A silence: from where to where, and how long in words."""

    first: float
    last: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A picture of lanes; `alternative` says what it shows to those who hear it."""

    caption: str
    alternative: str
    ticks: tuple[tuple[float, str], ...]
    lanes: tuple[tuple[str, tuple[Bar, ...]], ...]
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One answer of a piece of evidence; `spoken` words stand in quotation marks."""

    label: str
    text: str
    spoken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One piece of evidence as it is printed: who, when, how written, from what, and what."""

    number: int
    record: RecordId
    version: RevisionId
    kind: str
    title: str
    who: str
    inspectorate: str
    when: str
    written: str
    source: str
    cases: str
    areas: tuple[str, ...]
    parts: tuple[Part, ...]
    marks: tuple[str, ...] = ()  # disputed, set aside, erased, written again after a loss
    marking: str = MARKING

    @property
    def anchor(self) -> str:
        """Give the name that citations link to."""
        return f"evidence-{self.number}"

    @property
    def by_line(self) -> tuple[str, ...]:
        """Give who, when, how written and from what, in the order in which they are printed."""
        who = f"{self.who}, {self.inspectorate}" if self.inspectorate else self.who
        version = f"Version {self.version[:12]}"
        marking = "" if self.marking == MARKING else self.marking
        said = (who, self.when, self.written, self.source, self.cases, marking, version)
        return tuple(each for each in said if each)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something the reader must not miss."""

    title: str
    text: str


Block: TypeAlias = (
    Cover
    | Letterhead
    | Contents
    | Heading
    | Paragraph
    | Points
    | Quote
    | Facts
    | Table
    | Matrix
    | Timeline
    | Entry
    | Notice
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A whole report; the same outline always gives the same bytes."""

    title: str
    author: str
    subject: str
    fingerprint: str
    taken_at: str  # UTC, "2012-11-23T17:00:00Z"; "" when nobody said
    blocks: tuple[Block, ...]
    marking: str = MARKING
    language: str = LANGUAGE
    stage: str = ""  # "Draft": said on every page, in every form

    def headings(self) -> Iterator[Heading]:
        """Give the headings in order."""
        return (block for block in self.blocks if isinstance(block, Heading))

    def entries(self) -> Iterator[Entry]:
        """Give the printed evidence in order."""
        return (block for block in self.blocks if isinstance(block, Entry))

    def tables(self, name: str) -> Iterator[Table]:
        """Give the tables that may be written as a sheet of this name."""
        return (block for block in self.blocks if isinstance(block, Table) and block.name == name)
