"""How much was looked at, area by area; counts only, never how good it was.

Absence of evidence is not evidence of weakness: a cell says whether nobody looked, somebody looked
and found none, or evidence was found.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import assert_never

from evidencekit.analysis.snapshot import SCORE, Item, Snapshot
from evidencekit.ids import RecordId
from evidencekit.records.given import text, texts
from evidencekit.records.vocabularies.evidence import EVIDENCE_TYPES


class Seen(Enum):
    """What a cell tells; the value is a stable word."""

    NOT_LOOKED_AT = "not-looked-at"
    NONE_FOUND = "looked-none-found"
    FOUND = "found"


class By(Enum):
    """What the columns are."""

    CASE = "case"
    INSPECTORATE = "inspectorate"
    SOURCE_TYPE = "source-type"
    STAGE = "stage"
    DAY = "day"
    INSPECTOR = "inspector"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What was recorded at one crossing; a record counts once however often it says so."""

    count: int = 0
    voices: int = 0  # of these, with a child's own voice
    scores: int = 0  # of these, graded scores
    none_found: int = 0  # scores that looked and found none
    not_looked: int = 0  # scores that say nobody looked, which a blank does not say
    polarity: Mapping[str, int] = field(default_factory=dict)

    @property
    def seen(self) -> Seen:
        """Tell whether anybody looked, and found something."""
        if self.count:
            return Seen.FOUND
        return Seen.NONE_FOUND if self.none_found else Seen.NOT_LOOKED_AT

    @property
    def words(self) -> str:
        """Say it for a table that is read aloud."""
        if self.seen is Seen.FOUND:
            noun = "record" if self.count == 1 else "records"
            voices = f", {self.voices} with the child's voice" if self.voices else ""
            return f"{self.count} {noun}{voices}"
        if self.none_found:
            return "none found"
        return "said not looked at" if self.not_looked else "not looked at"


EMPTY = Cell()
_EMPTY = frozenset({Seen.NONE_FOUND.value, Seen.NOT_LOOKED_AT.value})


@dataclass(frozen=True, slots=True)
class Column:
    """One column; the key "" gathers what has no place elsewhere."""

    key: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The matrix of areas by one kind of column."""

    by: By
    areas: tuple[str, ...]
    columns: tuple[Column, ...]
    cells: Mapping[tuple[str, str], Cell]
    totals: Mapping[str, Cell]  # by area; a record in two columns counts once here

    def cell(self, area: str, column: str) -> Cell:
        """Give one crossing."""
        return self.cells.get((area, column), EMPTY)

    def total(self, area: str) -> Cell:
        """Give all that speaks to an area."""
        return self.totals.get(area, EMPTY)

    def table(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Give headers and rows in words, the same figures as the picture."""
        headers = ("Area", *(column.label for column in self.columns), "All")
        rows = tuple(
            (
                area,
                *(self.cell(area, column.key).words for column in self.columns),
                self.total(area).words,
            )
            for area in self.areas
        )
        return headers, rows

    def not_looked_at(self, area: str) -> tuple[Column, ...]:
        """Give the columns in which nobody looked at an area."""
        return tuple(
            column
            for column in self.columns
            if column.key and self.cell(area, column.key).seen is Seen.NOT_LOOKED_AT
        )


_ELSEWHERE = {
    By.CASE: "No case",
    By.INSPECTORATE: "No inspectorate",
    By.SOURCE_TYPE: "Scores and other",
    By.STAGE: "No stage",
    By.DAY: "No date",
    By.INSPECTOR: "Nobody",
}


def coverage(snapshot: Snapshot, by: By) -> Coverage:
    """Count the evidence of every area of the framework by case, inspectorate or another column."""
    keys_of = keys_by(snapshot, by)
    tallies: dict[tuple[str, str], Tally] = {}
    totals: dict[str, Tally] = {}
    for area in (area.id for area in snapshot.pack.areas):
        total = totals.setdefault(area, Tally())
        for item in (*snapshot.evidence_for(area), *_empty_scores(snapshot, area)):
            total.add(area, item)
            for key in keys_of(item) or ("",):
                tallies.setdefault((area, key), Tally()).add(area, item)
    return Coverage(
        by=by,
        areas=tuple(totals),
        columns=columns_of(snapshot, by, {key for _, key in tallies}),
        cells={place: tally.cell for place, tally in tallies.items()},
        totals={area: tally.cell for area, tally in totals.items()},
    )


def items_at(snapshot: Snapshot, by: By, area: str, column: str) -> tuple[Item, ...]:
    """Give the records that one crossing counts, scores that found none included."""
    keys_of = keys_by(snapshot, by)
    speaking = (*snapshot.evidence_for(area), *_empty_scores(snapshot, area))
    return tuple(item for item in speaking if column in (keys_of(item) or ("",)))


def thinnest(amount: Mapping[str, int], most: int = 3) -> tuple[str, ...]:
    """Give the areas with the least evidence, ties in the order given; counts and no more."""
    return tuple(sorted(amount, key=amount.__getitem__)[:most])


class Tally:
    """Counts while items come and go."""

    def __init__(self) -> None:
        self._count = self._voices = self._scores = self._none_found = self._not_looked = 0
        self._polarity: dict[str, int] = {}

    def __bool__(self) -> bool:
        return bool(self._count or self._none_found or self._not_looked)

    def add(self, area: str, item: Item, sign: int = 1) -> None:
        """Count an item in, or out again with the sign -1."""
        if item.kind == SCORE and not item.is_evidence:
            is_none = text(item.fields, "status") == Seen.NONE_FOUND.value
            self._none_found += sign * is_none
            self._not_looked += sign * (not is_none)
            return
        self._count += sign
        self._scores += sign * (item.kind == SCORE)
        self._voices += sign * item.has_voice
        for word in {link.polarity for link in item.area_links if link.area == area} - {""}:
            self._polarity[word] = self._polarity.get(word, 0) + sign

    @property
    def cell(self) -> Cell:
        """Give what was counted."""
        return Cell(
            count=self._count, voices=self._voices, scores=self._scores,
            none_found=self._none_found, not_looked=self._not_looked,
            polarity={word: many for word, many in self._polarity.items() if many},
        )  # fmt: skip


def is_empty_score(item: Item) -> bool:
    """Tell whether a score says that nobody looked, or that somebody looked and found none."""
    return text(item.fields, "status") in _EMPTY


def _empty_scores(snapshot: Snapshot, area: str) -> Iterable[Item]:
    return (item for item in snapshot.scores_for(area) if is_empty_score(item))


def keys_by(snapshot: Snapshot, by: By) -> Callable[[Item], Sequence[str]]:
    """Give what tells the columns an item stands in."""

    def stages(item: Item) -> Sequence[str]:
        cases = (snapshot.items.get(case) for case in item.cases)
        named = (stage for case in cases if case for stage in texts(case.fields, "stages"))
        return tuple(dict.fromkeys(named))

    readers: Mapping[By, Callable[[Item], Sequence[str]]] = {
        By.CASE: lambda item: item.cases,
        By.INSPECTORATE: lambda item: (item.inspectorate,),
        By.SOURCE_TYPE: lambda item: (item.source_type,),
        By.STAGE: stages,
        By.DAY: lambda item: (item.day,),
        By.INSPECTOR: lambda item: (item.author,),
    }
    return readers[by]


def columns_of(snapshot: Snapshot, by: By, used: set[str]) -> tuple[Column, ...]:
    """Give the columns in the order people expect; what is used and unforeseen comes after."""
    foreseen = dict(_foreseen(snapshot, by))
    extra = sorted(key for key in used if key and key not in foreseen)
    columns = [Column(key, label) for key, label in foreseen.items()]
    columns.extend(Column(key, _label(snapshot, by, key)) for key in extra)
    if "" in used:
        columns.append(Column("", _ELSEWHERE[by]))
    return tuple(columns)


def _foreseen(snapshot: Snapshot, by: By) -> Iterable[tuple[str, str]]:
    people = snapshot.people.values()
    match by:
        case By.CASE:
            return sorted(((c.record, c.title) for c in snapshot.cases()), key=lambda c: c[1])
        case By.INSPECTORATE:
            here = {person.inspectorate for person in people}
            return [(i.id, i.label) for i in snapshot.pack.inspectorates if i.id in here]
        case By.SOURCE_TYPE:
            return [(word.key, word.label) for word in EVIDENCE_TYPES.words]
        case By.STAGE:
            return [(stage.id, stage.label) for stage in snapshot.pack.stages]
        case By.INSPECTOR:
            return [(person.id, person.name) for person in people]
        case By.DAY:
            return []
        case never:
            assert_never(never)


def _label(snapshot: Snapshot, by: By, key: str) -> str:
    item = snapshot.items.get(RecordId(key)) if by is By.CASE else None
    return item.title if item else key
