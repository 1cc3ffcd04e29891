"""What one record looks like in the lists: revisions in, rows out; nothing is read or written.

The values are named tuples: a merge makes tens of thousands, and a frozen class takes four times
as long to make.
"""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from evidencekit.canonical import Json
from evidencekit.ids import RecordId, RevisionId
from evidencekit.records.facts import facts_of
from evidencekit.records.kinds import KINDS
from evidencekit.records.lineage import Lineage
from evidencekit.records.links import area_links, record_links
from evidencekit.records.revision import Header, Revision, State
from evidencekit.records.text import words_of
from evidencekit.records.titles import title_of
from evidencekit.records.upcast import upcast

ERASED = "erased"  # the state of a record whose head has lost its content
CASE_FIELDS = frozenset({"case", "cases"})

CountKey = tuple[str, str, str, str, str, str]  # axis, member, area, kind, polarity, state


NOT_MOVED: Mapping[str, str] = MappingProxyType({})


class Shown(NamedTuple):
    """A record's one row in the lists."""

    record: RecordId
    kind: str
    head: RevisionId
    heads: int
    state: str
    deleted: bool
    waiting: int
    title: str
    author: str  # who began the record
    at: str
    written: str
    first_written: str
    cases: tuple[str, ...]
    provenance: str
    marking: str


class LinkRow(NamedTuple):
    """One thing a record points at: a record, or an area."""

    field: str
    target: str = ""
    area: str = ""
    polarity: str = ""
    weight: str = ""


class DecisionRow(NamedTuple):
    """What a decision says about its subject."""

    head: RevisionId
    subject: str
    revision: str
    outcome: str
    other: str


class Projected(NamedTuple):
    """Everything the lists hold about one record."""

    shown: Shown | None  # None when no version is current
    clash: tuple[RevisionId, ...] = ()
    links: tuple[LinkRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    waiting: tuple[tuple[RevisionId, tuple[RevisionId, ...]], ...] = ()
    words: str = ""
    tags: str = ""

    @property
    def counted(self) -> "Counted | None":
        """Give what counts in coverage; None when nothing current stands."""
        if self.shown is None or self.shown.deleted:
            return None
        areas = frozenset((link.area, link.polarity) for link in self.links if link.area)
        return Counted(
            self.shown.kind, self.shown.author, self.shown.state, self.shown.cases, areas
        )


def project(
    lineage: Lineage, contents: Mapping[RevisionId, bytes], moved: Mapping[str, str] = NOT_MOVED
) -> Projected:
    """Work out a record's rows from its revisions and the contents of its heads."""
    waiting = tuple((each.id, lineage.missing_for(each.id)) for each in lineage.waiting)
    # Lineage works its answers out each time: each is asked once.
    heads = [_read(head, contents.get(head.id)) for head in lineage.heads]
    if not heads:
        return Projected(shown=None, waiting=waiting)
    standing = [head for head in heads if head.state != State.DELETED.value]
    # The first by id stands for all; beside a deletion it is an edit, since the edit stands.
    shown = (standing or heads)[0]
    links = () if not standing else _links(shown, moved)
    cases = tuple(sorted({link.target for link in links if link.field in CASE_FIELDS}))
    told = _Told(len(heads), len(waiting), cases, deleted=not standing)
    row = _row(shown, lineage.ordered[0].header, told)
    return Projected(
        shown=row, waiting=waiting, links=links,
        clash=tuple(head.id for head in heads) if len(heads) > 1 else (),
        decisions=tuple(_decision(head) for head in standing if head.kind == "decision"),
        words="\n".join(filter(None, (words_of(head.kind, head.fields) for head in standing))),
        tags=tags_of(row, links, facts_of(shown.kind, shown.fields, shown.state))
        if standing else "",
    )  # fmt: skip


class Counted(NamedTuple):
    """What decides in which cells of the coverage table a record counts."""

    kind: str
    author: str
    state: str
    cases: tuple[str, ...]
    areas: frozenset[tuple[str, str]]  # (area, polarity)

    def cells(self) -> list[CountKey]:
        """Give the cells in which a record counts, once each."""
        kind = KINDS.get(self.kind)
        if kind is None or not kind.is_evidence:
            return []
        members = [("author", self.author), *(("case", case) for case in self.cases)]
        return [
            (axis, member, area, self.kind, polarity, self.state)
            for area, polarity in self.areas
            for axis, member in members
        ]


def words_in(kind: str, content: bytes | None) -> str:
    """Give the words of one stored content, as the search index has them."""
    return words_of(kind, _parts(kind, content)[1])


def tags_of(shown: Shown, links: Iterable[LinkRow], facts: Iterable[str] = ()) -> str:
    """Give the tokens by which the search index narrows down, without a look at any other table."""
    return " ".join(
        [tag("k", shown.kind), tag("a", shown.author)]
        + [tag("c", case) for case in shown.cases]
        + [tag("e", area) for area in sorted({link.area for link in links if link.area})]
        + [tag("f", fact) for fact in facts]
    )


@lru_cache(maxsize=4096)
def tag(letter: str, name: str) -> str:
    """Give one token: a letter for the sort, then the letters and digits of the name."""
    return letter + "".join(filter(str.isalnum, name)).lower()


class _Head(NamedTuple):
    revision: Revision
    kind: str
    state: str
    provenance: str
    marking: str
    fields: Mapping[str, Json]

    @property
    def id(self) -> RevisionId:
        return self.revision.id


def _read(revision: Revision, content: bytes | None) -> _Head:
    """Read a head's content. It was checked at the door, so its spelling is not asked again.

    What a newer version may have put in another form reads as nothing written, never as a fault.
    """
    kind = revision.header.kind
    if content is None:
        return _Head(revision, kind, ERASED, "", "", {})
    body, fields = _parts(kind, content)
    state, provenance, marking = (
        str(body.get(key, "")) for key in ("state", "provenance", "marking")
    )
    return _Head(revision, kind, state, provenance, marking, fields)


def _parts(kind: str, content: bytes | None) -> tuple[Mapping[str, Json], Mapping[str, Json]]:
    """Give the body and its fields in today's shape."""
    try:
        body = json.loads(content or b"{}")
    except ValueError:
        body = {}
    if not isinstance(body, dict):
        return {}, {}
    fields = body.get("fields")
    return body, upcast(kind, fields) if isinstance(fields, dict) else {}


class _Told(NamedTuple):
    """What the other versions and the links add to a head's row."""

    heads: int
    waiting: int
    cases: tuple[str, ...]
    deleted: bool


def _row(head: _Head, first: Header, told: _Told) -> Shown:
    header = head.revision.header
    return Shown(
        record=header.record, kind=head.kind, head=head.id, heads=told.heads, state=head.state,
        deleted=told.deleted, waiting=told.waiting, title=title_of(head.kind, head.fields),
        author=first.author, at=header.at, written=header.written, first_written=first.written,
        cases=told.cases, provenance=head.provenance, marking=head.marking,
    )  # fmt: skip


def _links(head: _Head, moved: Mapping[str, str]) -> tuple[LinkRow, ...]:
    records = [LinkRow(*link) for link in record_links(head.kind, head.fields)]
    areas = [
        LinkRow("areas", "", moved.get(each.area, each.area), each.polarity, each.weight)
        for each in area_links(head.kind, head.fields)
    ]
    return (*records, *areas)


def _decision(head: _Head) -> DecisionRow:
    subject, revision, outcome, other = (
        str(head.fields.get(key, "")) for key in ("subject", "revision", "outcome", "other")
    )
    return DecisionRow(
        head=head.id, subject=subject, revision=revision, outcome=outcome, other=other
    )
