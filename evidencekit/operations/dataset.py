"""Publish data for analysis: survey what goes out, then write it as tables, all of it or nothing.

Only short pieces of the work are done on the desk, lent to whoever does the rest.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from itertools import count, islice
from pathlib import Path
from typing import TypeVar

from evidencekit.analysis.snapshot import BundleRow, Person
from evidencekit.canonical import Json
from evidencekit.errors.publishing import LeadPublishes, MayIdentify
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.operations import publishing_key, reading, remembering, wordbook
from evidencekit.operations.desk import Desk
from evidencekit.operations.outgoing import Lend
from evidencekit.progress import Progress, quiet
from evidencekit.records.given import group, text
from evidencekit.records.kinds import KINDS
from evidencekit.records.moved_areas import Moved, with_areas
from evidencekit.records.revision import Body, Revision
from evidencekit.records.upcast import upcast
from evidencekit.report.dataset import guard, readme
from evidencekit.report.dataset.days import Dates, read_day
from evidencekit.report.dataset.folder import check_free
from evidencekit.report.dataset.pseudonyms import Pseudonyms
from evidencekit.report.dataset.rows import Going
from evidencekit.report.dataset.treatment import CASE_CLOCK, GOES_OUT, STAYS, why_it_stays
from evidencekit.report.dataset.writing import Publication, write
from evidencekit.store import fingerprint, heads

T = TypeVar("T")
AT_ONCE = 500
_SHOWN = 5  # places named in one refusal

__all__ = [
    "Dates", "Published", "Survey", "Wanted", "free_place", "publish", "stays", "survey",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How whoever publishes wants it."""

    dates: Dates = Dates.NUMBERS
    tell_area: bool = False
    key_file: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What would go out and what stays, of one state of the base."""

    pack: FrameworkPack
    team: Mapping[AuthorId, Person]
    bundles: tuple[BundleRow, ...]
    state: str
    area: str = ""
    first_day: date | None = None
    going: Mapping[str, tuple[Going, ...]] = field(default_factory=dict)
    stayed: Mapping[str, int] = field(default_factory=dict)
    zeros: Mapping[RecordId, date] = field(default_factory=dict)  # the first event of each case

    @property
    def records(self) -> int:
        """Give how many records go out."""
        return sum(map(len, self.going.values()))

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """Give how many of each kind go out, in the order in which a person expects them."""
        return tuple((KINDS[kind].plural, len(self.going.get(kind, ()))) for kind in GOES_OUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A publication that stands in its place."""

    path: Path
    publication: str
    records: int
    tables: int
    stayed: Mapping[str, int]
    sha256: str  # of SHA256SUMS, which names every other file's


def survey(lend: Lend, progress: Progress = quiet) -> Survey:
    """Look at every record once: does it go out, and from which day are its dates counted."""
    ground, stands = lend(_ground)
    looked = _Looked(ground)
    for done, part in _parts(stands):
        progress(done, len(stands))
        ids = [each.head for each in part]
        held = lend(partial(_versions, ids))
        for going in part:
            looked.look(going, held[going.head])
    progress(len(stands), len(stands))
    return looked.survey()


def publish(
    lend: Lend, place: Path, wanted: Wanted, progress: Progress = quiet
) -> Published:  # fmt: skip
    """Write the whole publication to a new or empty folder."""
    check_free(place)
    key = lend(partial(publishing_key.key_for, wanted.key_file))
    found = survey(lend, progress)
    publication = Publication(
        pack=found.pack, team=found.team, bundles=found.bundles, state=found.state,
        area=found.area, tell_area=wanted.tell_area, dates=wanted.dates,
        names=Pseudonyms(key), is_shared_key=wanted.key_file is not None,
        going=found.going, stayed=found.stayed, first_day=found.first_day, zeros=found.zeros,
    )  # fmt: skip
    _check(publication, lend(wordbook.let_be))
    made = write(publication, place, partial(_answers, lend, found.pack.moved_areas), progress)
    lend(partial(_remember, made.publication, made.sha256))
    return Published(
        path=place, publication=made.publication, records=found.records, tables=made.tables,
        stayed=found.stayed, sha256=made.sha256,
    )  # fmt: skip


def free_place(folder: Path) -> Path:
    """Give the name of a new folder within one that somebody chose; no date may stand in it."""
    for number in count(1):
        place = folder / (f"published-data-{number}" if number > 1 else "published-data")
        if not place.exists():
            return place
    raise AssertionError  # pragma: no cover - counting does not end


def stays(stayed: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    """Give why records stay behind, with how many; a small number is not counted out."""
    return tuple((words, readme.few(stayed[why])) for why, words in STAYS.items() if why in stayed)


def on_the_desk(desk: Desk) -> Lend:
    """Give the desk to work that is done where the desk is."""

    def lend(work: "partial[T]") -> T:
        return work(desk)

    return lend  # type: ignore[return-value]


class _Looked:
    """What was seen so far."""

    def __init__(self, ground: Survey) -> None:
        self._ground = ground
        self._going: dict[str, list[Going]] = {}
        self._stayed: Counter[str] = Counter()
        self._zeros: dict[RecordId, date] = {}
        self._starts: date | None = None
        self._earliest: date | None = None
        self._area = ""

    def look(self, going: Going, version: Revision) -> None:
        """Decide whether a record goes out, and read the days others are counted from."""
        body, pack = version.body, self._ground.pack
        fields = upcast(going.kind, body.fields)
        why = "erased" if version.is_erased else ""
        why = why or why_it_stays(pack, going.kind, body.state, fields, body.marking)
        if why:
            self._stayed[why] += 1
            return
        self._going.setdefault(going.kind, []).append(going)
        if going.kind == "journey-event":
            self._event(fields)
        elif going.kind not in CASE_CLOCK and (at := read_day(version.header.at)):
            self._earliest = min(at, self._earliest or at)
        if going.kind == "inspection":
            self._starts = self._starts or read_day(fields.get("starts"))
            self._area = self._area or text(fields, "area_name")

    def survey(self) -> Survey:
        """Give all that was seen."""
        ground = self._ground
        return Survey(
            pack=ground.pack, team=ground.team, bundles=ground.bundles, state=ground.state,
            area=self._area, first_day=self._starts or self._earliest,
            going={kind: tuple(each) for kind, each in self._going.items()},
            stayed=dict(self._stayed), zeros=self._zeros,
        )  # fmt: skip

    def _event(self, fields: Mapping[str, Json]) -> None:
        case, when = RecordId(text(fields, "case")), group(fields, "when")
        day = read_day(when.get("date"))
        if case and day:
            self._zeros[case] = min(day, self._zeros.get(case, day))


def _ground(desk: Desk) -> tuple[Survey, Sequence[Going]]:
    if not desk.is_lead:
        raise LeadPublishes
    ground = Survey(
        pack=desk.pack, team=reading.people_of(desk), bundles=reading.bundle_rows(desk),
        state=fingerprint.fingerprint(desk.database).hex,
    )  # fmt: skip
    stands = [
        Going(record, kind, head, author, accepted, many, versions)
        for record, kind, head, many, accepted, author, versions in heads.standing(desk.database)
    ]
    return ground, stands


def _versions(ids: Sequence[RevisionId], desk: Desk) -> Mapping[RevisionId, Revision]:
    return heads.versions(desk.database, ids)


def _answers(
    lend: Lend, moved: Moved, going: Sequence[Going]
) -> Iterator[tuple[Going, Revision, Body]]:  # fmt: skip
    """Give records with what they say, a few at a time."""
    for _, part in _parts(going):
        held = lend(partial(_versions, [each.head for each in part]))
        for each in part:
            version = held[each.head]
            body = version.body
            yield each, version, _in_todays_shape(each.kind, body, moved)


def _in_todays_shape(kind: str, body: Body, moved: Moved) -> Body:
    fields = with_areas(upcast(kind, body.fields), moved)
    return Body(
        fields=fields, state=body.state, provenance=body.provenance, marking=body.marking
    )  # fmt: skip


def _check(publication: Publication, let_be: frozenset[str]) -> None:
    """Refuse when the framework's own words, or the area's name, could name somebody."""
    found = [
        place
        for table, rows in publication.words()
        for place in guard.suspicious(table, rows, let_be)
    ]
    if publication.tell_area and guard.suspicious_area(publication.area):
        found.append("publication.area_name")
    if found:
        raise MayIdentify(places=tuple(found[:_SHOWN]))


def _remember(publication: str, sha256: str, desk: Desk) -> None:
    with desk.database.transaction():
        remembering.log(desk, "published for analysis", f"{publication} {sha256}")


def _parts(going: Iterable[Going]) -> Iterator[tuple[int, Sequence[Going]]]:
    each, done = iter(going), 0
    while part := tuple(islice(each, AT_ONCE)):
        yield done, part
        done += len(part)
