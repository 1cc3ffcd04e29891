"""Write a publication: every table as CSV and Parquet, then the papers, whole or not at all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evidencekit.analysis.snapshot import BundleRow, Person
from evidencekit.framework.pack import FrameworkPack
from evidencekit.ids import AuthorId, RecordId
from evidencekit.progress import Progress
from evidencekit.records.given import text
from evidencekit.records.revision import Body, Revision
from evidencekit.report.dataset import codes, dictionary, fixed, readme, rows
from evidencekit.report.dataset.days import Clock, Clocks, Dates
from evidencekit.report.dataset.eye import Eye
from evidencekit.report.dataset.folder import SMALL, Shelf, TableFiles, whole_folder
from evidencekit.report.dataset.pseudonyms import Pseudonyms
from evidencekit.report.dataset.readme import LAYOUT, About
from evidencekit.report.dataset.rows import Going
from evidencekit.report.dataset.scripts import Engine, script
from evidencekit.report.dataset.sheets import AREA_TABLE, Sheet, area_sheet, sheets_of
from evidencekit.report.dataset.tables import Row, Table
from evidencekit.report.dataset.treatment import CASE_CLOCK, GOES_OUT
from evidencekit.report.plain import safe

Answers = Callable[[Sequence[Going]], Iterable[tuple[Going, Revision, Body]]]
_TOLD_EVERY = 200  # records between two tellings of how far it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """All that is known before the first file is written."""

    pack: FrameworkPack
    team: Mapping[AuthorId, Person]
    bundles: Sequence[BundleRow]
    state: str
    area: str
    tell_area: bool
    dates: Dates
    names: Pseudonyms
    is_shared_key: bool
    going: Mapping[str, Sequence[Going]]
    stayed: Mapping[str, int]
    first_day: date | None
    zeros: Mapping[RecordId, date]

    @property
    def id(self) -> str:
        """Give the name of this publication: the same state in the same way has the same."""
        return self.names.state(f"{self.state} {self.dates.value} {self.tell_area}")

    @property
    def records(self) -> int:
        """Give how many records go out."""
        return sum(map(len, self.going.values()))

    def words(self) -> Iterator[tuple[Table, Iterator[Row]]]:
        """Give the tables whose texts go out as they are: the framework's and the codes."""
        lists = codes.lists_of(tables_of(self.dates))
        yield fixed.FRAMEWORK_TABLE, codes.framework_rows(self.pack)
        yield fixed.AREA_TABLE, codes.area_rows(self.pack)
        yield fixed.CODE_TABLE, codes.code_rows(self.pack, lists)

    def clocks(self, kind: str, going: Going, body: Body, zone: str) -> Clocks:
        """Give what the dates of a record are counted from."""
        work = Clock(self.first_day, 1, self.names.weeks("inspection"))
        case = going.record if kind == "case" else RecordId(text(body.fields, "case"))
        of_case = Clock(self.zeros.get(case), 0, self.names.weeks(case))
        return Clocks(work, of_case if kind in CASE_CLOCK else work, zone)


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in its place."""

    publication: str
    tables: int
    sha256: str


def tables_of(dates: Dates) -> tuple[Table, ...]:
    """Give every table of the layout, what others lead to first."""
    first = (
        fixed.FRAMEWORK_TABLE, fixed.AREA_TABLE, fixed.CODE_TABLE, fixed.PERSON_TABLE,
        fixed.PLACE_TABLE, fixed.publication_table(), fixed.STAYED_TABLE,
        fixed.bundle_table(dates), fixed.record_table(dates), area_sheet(dates).table,
    )  # fmt: skip
    of_kinds = (each.table for kind in GOES_OUT for each in sheets_of(kind, dates))
    return (*first, *(table for table in of_kinds if table.name != AREA_TABLE))


def write(
    publication: Publication, place: Path, answers: Answers, progress: Progress
) -> Written:  # fmt: skip
    """Write everything beside `place`, then give it that name."""
    with whole_folder(place) as folder:
        writer = _Writer(publication, Shelf(folder), progress)
        writer.records(answers)
        writer.around_them()
        return writer.papers()


class _Writer:
    """Writes one publication."""

    def __init__(self, publication: Publication, shelf: Shelf, progress: Progress) -> None:
        self._its, self._shelf, self._progress = publication, shelf, progress
        self._tables = tables_of(publication.dates)
        lists = codes.lists_of(self._tables)
        self._eye = Eye(
            publication.names,
            frozenset(each.record for many in publication.going.values() for each in many),
            codes.codes_of(publication.pack, lists),
            codes.labels_of(publication.pack, lists),
        )
        self._done = 0

    def records(self, answers: Answers) -> None:
        """Write the records, kind by kind, each kind in the order of its pseudonyms."""
        dates, named = self._its.dates, self._its.names.record
        with (
            self._shelf.table(fixed.record_table(dates)) as every,
            self._shelf.table(area_sheet(dates).table) as areas,
        ):
            every.add(rows.withheld_row(dates))
            for kind in GOES_OUT:
                going = sorted(self._its.going.get(kind, ()), key=lambda each: named(each.record))
                with ExitStack() as open_files:
                    files = [
                        (sheet, areas if sheet.table.name == AREA_TABLE
                         else open_files.enter_context(self._shelf.table(sheet.table)))
                        for sheet in sheets_of(kind, dates)
                    ]  # fmt: skip
                    for each, version, body in answers(going):
                        self._record(each, version, body, every, files)

    def around_them(self) -> None:
        """Write what the records lead to, and the framework."""
        its, eye, dates = self._its, self._eye, self._its.dates
        zone = Clocks(Clock(its.first_day, 1, its.names.weeks("inspection")), Clock(None))
        inspected = eye.place(its.area)
        area = safe(its.area) if its.tell_area and its.area else None
        about = (its.id, LAYOUT, dates.value, its.pack.id, inspected, area, its.records)
        bundles = rows.bundle_rows(its.bundles, eye, zone, dates)
        for table, made in (
            *its.words(),
            (fixed.publication_table(), iter([about])),
            (fixed.STAYED_TABLE, rows.stayed_rows(its.stayed, SMALL)),
            (fixed.bundle_table(dates), iter(bundles)),
            (fixed.PERSON_TABLE, iter(rows.person_rows(eye, its.team))),
            (fixed.PLACE_TABLE, iter(rows.place_rows(eye, inspected))),
        ):
            with self._shelf.table(table) as files:
                for row in made:
                    files.add(row)

    def papers(self) -> Written:
        """Write what explains and loads the tables, then the list of digests."""
        its, shelf = self._its, self._shelf
        about = About(
            publication=its.id, pack=its.pack, dates=its.dates, records=its.records,
            stayed=its.stayed, rows=shelf.rows, small=shelf.small,
            area=its.area if its.tell_area else "", is_shared_key=its.is_shared_key,
        )  # fmt: skip
        for name, content in (
            ("README.md", readme.page(about).encode()),
            ("DICTIONARY.md", dictionary.as_page(self._tables, shelf.rows).encode()),
            ("dictionary.csv", dictionary.as_csv(self._tables)),
            ("datapackage.json", dictionary.as_package(self._tables, readme.package(about))),
            *((f"load_{e.value}.sql", script(self._tables, e).encode()) for e in Engine),
        ):
            shelf.put(name, content)
        return Written(its.id, len(self._tables), shelf.sign_off())

    def _record(
        self, going: Going, version: Revision, body: Body, every: TableFiles,
        files: Sequence[tuple[Sheet, TableFiles]],
    ) -> None:  # fmt: skip
        its, eye = self._its, self._eye
        if self._done % _TOLD_EVERY == 0:
            self._progress(self._done, its.records)
        self._done += 1
        clocks = its.clocks(going.kind, going, body, version.header.tz)
        every.add(rows.record_row(going, version.header, body, eye, clocks, its.dates))
        name = its.names.record(going.record)
        for sheet, file in files:
            for row in sheet.rows(name, body.fields, eye, clocks):
                file.add(row)
