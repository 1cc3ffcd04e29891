"""From counts to the matrix on screen: columns, cells, and one's own scores as written."""

from collections.abc import Iterator

from evidencekit.analysis.coverage import By, Cell as Counted, Column, Seen
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations.evaluating import WATCHED, Matrix
from evidencekit.records.given import text
from ui.places.case_words import day_words
from ui.places.sources import area_words
from ui.qtmodels.coverage_grid import Cell, GridColumn, GridRow
from ui.widgets.grade import Grade

BY = (
    (By.CASE, "Children and meetings"),
    (By.INSPECTORATE, "Inspectorates"),
    (By.SOURCE_TYPE, "Kinds of source"),
    (By.STAGE, "Stages"),
    (By.DAY, "Days"),
    (By.INSPECTOR, "Inspectors"),
)
NOT_SCORED = "Not scored"
IN_WORDS = "In words"  # where the framework has no scale
_LETTERS = 8  # a longer title needs a wide column


def grid_columns(matrix: Matrix) -> list[GridColumn]:
    """Give the columns that hold counts."""
    by = matrix.coverage.by
    titles = ((column, _title(column, by)) for column in matrix.coverage.columns)
    return [
        GridColumn(column.key, title, wide=len(title) > _LETTERS or column.key.startswith(WATCHED))
        for column, title in titles
    ]


def grid_rows(matrix: Matrix, pack: FrameworkPack, *, gaps_only: bool = False) -> list[GridRow]:
    """Give the areas; with `gaps_only` those in which somebody has not looked yet."""
    found = matrix.coverage
    return [
        GridRow(
            key=area,
            title=area_words(pack, area),
            cells=tuple(_cell(found.cell(area, column.key)) for column in found.columns),
            total=found.total(area).count,
            grade=grade_of(matrix, area, pack),
        )
        for area in found.areas
        if not gaps_only or _has_gap(matrix, area)
    ]


def sheet_lines(matrix: Matrix, pack: FrameworkPack) -> list[tuple[str, ...]]:
    """Give the counts in words as lines of a sheet; one's own scores are not among them."""
    found = matrix.coverage
    titles = (_title(column, found.by) for column in found.columns)
    _headers, rows = found.table()
    named = ((f"{area} {pack.label('pack.areas', area)}", *cells) for area, *cells in rows)
    return [("Area", *titles, "All"), *named]


def grade_of(matrix: Matrix, area: str, pack: FrameworkPack) -> Grade:
    """Show one's own score of an area: the word that was chosen, nothing worked out."""
    of = len(pack.grades)
    mine = matrix.mine.get(area)
    if mine is None:
        cases = matrix.case_scores.get(area, 0)
        of_cases = "1 case only" if cases == 1 else f"{cases} cases only"
        return Grade(of_cases if cases else NOT_SCORED, 0, of)
    return score_grade(text(mine.fields, "status"), text(mine.fields, "grade"), pack)


def score_grade(status: str, grade: str, pack: FrameworkPack) -> Grade:
    """Show one score in its word and its place on the framework's scale."""
    steps = [each.id for each in pack.grades]
    if status in {Seen.NOT_LOOKED_AT.value, Seen.NONE_FOUND.value}:
        words = {Seen.NOT_LOOKED_AT.value: "Not looked at"}.get(status, "Looked, none found")
        return Grade(words, 0, len(steps))
    if grade not in steps:
        in_words = IN_WORDS if status and not steps else NOT_SCORED
        return Grade(grade or in_words, 0, len(steps))
    return Grade(pack.label("pack.grades", grade), steps.index(grade) + 1, len(steps))


def gap_words(matrix: Matrix, area: str) -> str:
    """Name the columns in which nobody looked at an area."""
    by = matrix.coverage.by
    return ", ".join(_title(column, by) for column in matrix.coverage.not_looked_at(area))


def _has_gap(matrix: Matrix, area: str) -> bool:
    return any(_gaps(matrix, area))


def _gaps(matrix: Matrix, area: str) -> Iterator[Column]:
    # A kind of meeting in which an area did not come up is no gap; a child is.
    for column in matrix.coverage.not_looked_at(area):
        if not column.key.startswith(WATCHED):
            yield column


def _cell(counted: Counted) -> Cell:
    looked = counted.seen is Seen.NONE_FOUND
    return Cell(counted.count, counted.voices, looked=looked, unlooked=bool(counted.not_looked))


def _title(column: Column, by: By) -> str:
    return day_words(column.label, int(column.label[:4])) if _is_day(column, by) else column.label


def _is_day(column: Column, by: By) -> bool:
    return by is By.DAY and column.label[:4].isdigit()
