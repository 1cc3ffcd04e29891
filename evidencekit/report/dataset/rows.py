"""The rows of the tables that are the same for every kind."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from evidencekit import clock
from evidencekit.analysis.snapshot import BundleRow, Person
from evidencekit.ids import AuthorId, RecordId, RevisionId
from evidencekit.records.revision import Body, Header
from evidencekit.report.dataset import fixed
from evidencekit.report.dataset.days import Clocks, Dates, local_time, moment_cells
from evidencekit.report.dataset.eye import WITHHELD, Eye
from evidencekit.report.dataset.tables import Cell, Row
from evidencekit.report.dataset.treatment import CASE_CLOCK


@dataclass(frozen=True, slots=True)
class Going:
    """A record that goes out: what lists know of it without its text."""

    record: RecordId
    kind: str
    head: RevisionId
    author: AuthorId
    accepted: str
    heads: int
    versions: int


def record_row(
    going: Going, header: Header, body: Body, eye: Eye, clocks: Clocks, dates: Dates
) -> Row:  # fmt: skip
    """Give the row of a record."""
    at = None if going.kind in CASE_CLOCK else header.at
    return (
        eye.names.record(going.record), going.kind, eye.person(going.author),
        *moment_cells(at, clocks, dates), *_stamp(header.written, clocks, dates),
        eye.code("provenance", body.provenance), eye.code("states", body.state),
        eye.code(fixed.ACCEPTED, going.accepted), eye.code("markings", body.marking),
        going.heads > 1, going.versions,
    )  # fmt: skip


def withheld_row(dates: Dates) -> Row:
    """Give the row that stands for every record that stays behind."""
    empty: tuple[Cell, ...] = (None,) * (len(fixed.record_table(dates).columns) - 2)
    return (WITHHELD, WITHHELD, *empty)


def person_rows(eye: Eye, team: Mapping[AuthorId, Person]) -> list[Row]:
    """Give the people of the team and whoever else was named, by pseudonym."""
    rows = []
    for author in {*team, *map(AuthorId, eye.people)}:
        known = team.get(author)
        rows.append(
            (
                eye.names.person(author),
                eye.code("pack.inspectorates", known.inspectorate) if known else None,
                eye.code("member-roles", known.role) if known else None,
            )
        )
    return sorted(rows, key=_first)


def place_rows(eye: Eye, inspected: str | None) -> list[Row]:
    """Give the places that were named, by pseudonym."""
    return [(place, place == inspected) for place in sorted(eye.places)]


def bundle_rows(
    bundles: Iterable[BundleRow], eye: Eye, clocks: Clocks, dates: Dates
) -> list[Row]:  # fmt: skip
    """Give the bundles that were joined, by pseudonym."""
    rows: list[Row] = [
        (
            eye.names.bundle(each.digest), eye.person(each.sender), each.seq,
            eye.code(fixed.BUNDLES, each.kind), *_stamp(each.received, clocks, dates),
            each.revisions,
        )
        for each in bundles
    ]  # fmt: skip
    return sorted(rows, key=_first)


def stayed_rows(stayed: Mapping[str, int], small: int) -> Iterator[Row]:
    """Give how many stay behind and why; small numbers are not counted out."""
    for why, many in sorted(stayed.items()):
        yield (why, many if many >= small else None)


def _stamp(stamp: str, clocks: Clocks, dates: Dates) -> tuple[Cell, ...]:
    return moment_cells(local_time(_moment(stamp), clocks.zone), clocks, dates)


def _moment(stamp: str) -> datetime:
    return clock.moment(stamp)


def _first(row: Row) -> str:
    return str(row[0])
