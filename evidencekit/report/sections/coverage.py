"""Coverage: how much was looked at, area by area, as a picture and as the same in a table."""

from collections.abc import Iterable

from evidencekit.analysis.coverage import By, Cell as Crossing, Seen
from evidencekit.records.sources import method_of
from evidencekit.report.base import Base
from evidencekit.report.outline import Block, Cell, Heading, Matrix, Paragraph, Table

NAME = "coverage"
INTRO = (
    "How many pieces of submitted evidence speak to each area. A figure says how much was looked "
    "at, never how good it was. “none found” means that inspectors looked and found none; a dash "
    "means that nobody has looked yet."
)

Row = tuple[str, tuple[Cell, ...], Cell]  # the area, its cells, and all that speaks to it


def blocks(base: Base) -> tuple[Block, ...]:
    """Give coverage by inspectorate and by kind of source."""
    return (
        Heading(text="Coverage", anchor="section-coverage", new_page=True),
        Paragraph(text=INTRO),
        *_by_inspectorate(base),
        *_by_method(base),
    )


def _by_inspectorate(base: Base) -> tuple[Block, ...]:
    found = base.by_inspectorate
    rows = [
        (
            base.naming.area(area),
            tuple(cell_of([found.cell(area, column.key)]) for column in found.columns),
            cell_of([found.total(area)]),
        )
        for area in found.areas
    ]
    return _pair("inspectorate", tuple(column.label for column in found.columns), rows)


def _by_method(base: Base) -> tuple[Block, ...]:
    """Sort the kinds of source by the method behind them, so that five columns tell it."""
    found = base.counted(By.SOURCE_TYPE)
    methods: dict[str, list[str]] = {}
    for column in found.columns:
        methods.setdefault(method_of(column.key), []).append(column.key)
    methods[""] = methods.pop("", [])
    rows = [
        (
            base.naming.area(area),
            tuple(cell_of(found.cell(area, key) for key in keys) for keys in methods.values()),
            cell_of([found.total(area)]),
        )
        for area in found.areas
    ]
    labels = tuple(method.capitalize() or "Scores and other" for method in methods)
    return _pair("kind of source", labels, rows)


def cell_of(crossings: Iterable[Crossing]) -> Cell:
    """Join crossings of which no record stands in two."""
    found = list(crossings)
    count = sum(each.count for each in found)
    if count:
        return Cell(count, Seen.FOUND, has_voice=any(each.voices for each in found))
    none = any(each.none_found for each in found)
    return Cell(0, Seen.NONE_FOUND if none else Seen.NOT_LOOKED_AT)


def _pair(by: str, labels: tuple[str, ...], rows: list[Row]) -> tuple[Block, ...]:
    """Give the picture and the table of one way of sorting the evidence."""
    matrix = Matrix(
        caption=f"Coverage by {by}",
        alternative=_alternative(by, labels, rows),
        columns=labels,
        rows=tuple((area, cells) for area, cells, _ in rows),
    )
    table = Table(
        caption=f"Coverage by {by}, in figures",
        headers=("Area", *labels, "All"),
        rows=tuple(
            (area, *(cell.words for cell in cells), every.words) for area, cells, every in rows
        ),
        shares=(11, *(3 for _ in labels), 3),
        figures=frozenset(range(1, len(labels) + 2)),
        name=NAME,
    )
    return (matrix, table)


def _alternative(by: str, labels: tuple[str, ...], rows: list[Row]) -> str:
    """Say what the picture shows to those who cannot see it."""
    untouched = [area for area, _, every in rows if every.seen is Seen.NOT_LOOKED_AT]
    gaps = f" Not looked at by anybody: {'; '.join(untouched)}." if untouched else ""
    return (
        f"A grid of {len(rows)} areas by {by}: {', '.join(labels)}. Each box holds the number of "
        f"pieces of evidence. The table after it holds the same figures.{gaps}"
    )
