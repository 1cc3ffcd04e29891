"""Evaluate: how much was looked at, the records behind a number, and one's own scores.

A score is what its inspector wrote. Nothing here computes, averages or suggests one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evidencekit.analysis.coverage import Coverage
from evidencekit.analysis.snapshot import Item, Person
from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.operations import blind, capture, reading
from evidencekit.operations.capture import Captured
from evidencekit.operations.desk import Desk
from evidencekit.records.given import text
from evidencekit.records.kinds.shared import EVIDENCE_KINDS
from evidencekit.records.revision import Revision
from evidencekit.store.listing import Only

WATCHED = "watched:"  # begins the key of a column that holds one kind of observation
WHOLE = "whole-area"
TAKEN_BACK = "Taken back right after it was saved."
MOST_EVIDENCE = 400  # records of an area offered as evidence, newest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Coverage with the scores of the person who looks."""

    coverage: Coverage
    mine: Mapping[str, Item]  # by area, own score of the whole area
    case_scores: Mapping[str, int]  # by area, own scores of single cases

    @property
    def scored(self) -> int:
        """Give the number of areas this person scored as a whole."""
        return sum(text(item.fields, "status") == "graded" for item in self.mine.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A record that speaks to an area, as evidence for a score."""

    record: RecordId
    kind: str
    title: str
    author_name: str
    at: str
    polarity: str
    note: str
    is_draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreSheet:
    """What a person needs before scoring an area, and what they scored before."""

    sources: tuple[Source, ...]
    mine: Item | None  # the score that stands for this area and case
    waiting: int  # scores by colleagues, hidden until one's own is in
    history: tuple[Revision, ...]  # its versions, oldest first
    cases: tuple[tuple[str, str], ...]


def matrix_of(found: Coverage, scores: Iterable[Item], me: AuthorId) -> Matrix:
    """Put one's own scores beside the counts."""
    own = [item for item in scores if item.author == me]
    whole = [item for item in own if _is_whole(item)]
    singles = [text(item.fields, "area") for item in own if not _is_whole(item)]
    return Matrix(
        coverage=found,
        mine={text(item.fields, "area"): item for item in sorted(whole, key=_written)},
        case_scores={area: singles.count(area) for area in singles},
    )


def score_sheet(desk: Desk, area: str, case: str = "") -> ScoreSheet:
    """Gather the evidence on an area, for one case or all, and one's own earlier score."""
    rows = reading.rows(desk, Only(area=area, case=case), limit=MOST_EVIDENCE)
    kinds = set(EVIDENCE_KINDS) - {"score"}
    items = [reading.item(desk, row.record) for row in rows if row.kind in kinds]
    mine = _own_score(desk, area, case)
    cases = reading.rows(desk, Only(kind="case"), limit=reading.EVERY)
    people = reading.people_of(desk)
    return ScoreSheet(
        sources=tuple(_source(item, area, people) for item in items),
        mine=mine,
        waiting=blind.waiting_at(desk, area, case),
        history=mine.history if mine else (),
        cases=tuple(sorted(((row.record, row.title) for row in cases), key=lambda c: c[1])),
    )


def take_back(desk: Desk, record: RecordId, before: RevisionId | None) -> Captured:
    """Undo a score right after it was saved: as it was before, or gone; both versions stay."""
    if before is None:
        return capture.delete(desk, record, TAKEN_BACK)
    return capture.restore(desk, before, TAKEN_BACK)


def _own_score(desk: Desk, area: str, case: str) -> Item | None:
    rows = reading.rows(desk, Only(kind="score", area=area, author=desk.me.id), limit=reading.EVERY)
    for row in rows:
        item = reading.item(desk, row.record)
        if text(item.fields, "area") != area:
            continue
        if text(item.fields, "case") == case and (bool(case) or _is_whole(item)):
            return item
    return None


def _is_whole(item: Item) -> bool:
    return text(item.fields, "scope") in {WHOLE, ""}


def _source(item: Item, area: str, people: Mapping[AuthorId, Person]) -> Source:
    links = [link for link in item.area_links if link.area == area]
    shown = {link.polarity for link in links} - {""}  # of one meeting, one line may show another
    person = people.get(item.author)
    return Source(
        record=item.record,
        kind=item.kind,
        title=item.title,
        author_name=person.name if person else item.author,
        at=item.at,
        polarity=next(iter(shown)) if len(shown) == 1 else "",
        note=links[0].note if links else "",
        is_draft=item.state == "draft",
    )


def _written(item: Item) -> str:
    return item.written
