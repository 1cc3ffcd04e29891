"""Parquet as a stranger reads it: DuckDB gives back every cell, form and absence."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from evidencekit.report.dataset.parquet import AT_ONCE, ParquetFile
from evidencekit.report.dataset.tables import Cell, Column, Form, Row, Table
from tests import duck
from tests.duck import Duck

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)).map(  # noqa: DTZ001
    lambda each: each.replace(tzinfo=UTC)
)
WHOLES = st.integers(-(2**63), 2**63 - 1)
CELLS = {
    Form.TEXT: st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    Form.WHOLE: WHOLES, Form.TRUTH: st.booleans(), Form.DAY: DAYS, Form.INSTANT: MOMENTS,
}  # fmt: skip
SHOWN = {
    Form.TEXT: "{}", Form.WHOLE: "{}", Form.TRUTH: "{}", Form.DAY: "{}",
    Form.INSTANT: "epoch_us({})",
}  # fmt: skip


def table(*, filled: bool = False) -> Table:
    columns = tuple(
        Column(name=form.name.lower(), form=form, means="A cell.", filled=filled) for form in Form
    )
    return Table(name="many_forms", means="One of each.", columns=columns, key=())


def written(path: Path, rows: list[Row], *, filled: bool = False) -> Path:
    with path.open("wb") as file:
        made = ParquetFile(file, table(filled=filled))
        for row in rows:
            made.add(row)
        made.finish()
    return path


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Duck]:
    with duck.running(tmp_path_factory.mktemp("reader")) as made:
        yield made


def read(reader: Duck, path: Path) -> list[tuple[object, ...]]:
    cells = ", ".join(SHOWN[form].format(form.name.lower()) for form in Form)
    sql = f"SELECT {cells} FROM read_parquet(?)"  # noqa: S608 - columns of ours
    return reader.ask(sql, str(path))


def as_read(row: Row) -> tuple[object, ...]:
    return tuple(_as_read(cell) for cell in row)


def _as_read(cell: Cell) -> object:
    if isinstance(cell, datetime):
        whole = cell - datetime(1970, 1, 1, tzinfo=UTC)
        return (whole.days * 86_400 + whole.seconds) * 1_000_000 + whole.microseconds
    return cell.isoformat() if isinstance(cell, date) else cell


@settings(max_examples=12)
@given(st.lists(st.tuples(*(st.none() | CELLS[form] for form in Form)), max_size=40))
def test_every_cell_and_every_absence_comes_back(
    tmp_path_factory: pytest.TempPathFactory, reader: Duck, rows: list[Row]
) -> None:
    path = written(tmp_path_factory.mktemp("parquet") / "all.parquet", rows)
    assert read(reader, path) == [as_read(row) for row in rows]


def test_columns_that_are_never_empty_come_back(tmp_path: Path, reader: Duck) -> None:
    row: Row = ("a", 1, True, date(2012, 11, 19), datetime(2012, 11, 19, 9, 30, tzinfo=UTC))
    assert (
        read(reader, written(tmp_path / "x.parquet", [row] * 9, filled=True)) == [as_read(row)] * 9
    )


@pytest.mark.parametrize("words", [1, 2, 255, 256, 257, 9_000])
def test_repeated_words_are_kept_in_a_dictionary_and_come_back(
    tmp_path: Path, reader: Duck, words: int
) -> None:
    rows: list[Row] = [
        (f"word {n % words}" if n % 7 else None, n, None, None, None) for n in range(AT_ONCE + 11)
    ]
    path = written(tmp_path / "x.parquet", rows)
    assert [row[:2] for row in read(reader, path)] == [row[:2] for row in rows]


def test_many_rows_are_written_a_group_at_a_time(tmp_path: Path, reader: Duck) -> None:
    rows: list[Row] = [("a", n, n % 3 == 0, None, None) for n in range(2 * AT_ONCE + 1)]
    path = written(tmp_path / "x.parquet", rows)
    sql = "SELECT DISTINCT row_group_id, row_group_num_rows FROM parquet_metadata(?) ORDER BY 1"
    groups = reader.ask(sql, str(path))
    assert [row[1] for row in groups] == [AT_ONCE, AT_ONCE, 1]


def test_the_forms_are_told_to_the_reader(tmp_path: Path, reader: Duck) -> None:
    path = written(tmp_path / "x.parquet", [])
    told = reader.ask("DESCRIBE SELECT * FROM read_parquet(?)", str(path))
    assert [(row[0], row[1]) for row in told] == [
        ("text", "VARCHAR"), ("whole", "BIGINT"), ("truth", "BOOLEAN"), ("day", "DATE"),
        ("instant", "TIMESTAMP WITH TIME ZONE"),
    ]  # fmt: skip


def test_the_same_rows_give_the_same_bytes(tmp_path: Path) -> None:
    rows: list[Row] = [("a", n, None, None, None) for n in range(50)]
    one, two = (written(tmp_path / name, rows).read_bytes() for name in ("1", "2"))
    assert one == two
