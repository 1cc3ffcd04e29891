import io
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from evidencekit.report.dataset.csv_file import CsvFile, spelled
from evidencekit.report.dataset.tables import Cell, Column, Form, Table


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""), (True, "true"), (False, "false"), (-3, "-3"), ("a", "a"),
        (date(2012, 11, 9), "2012-11-09"),
        (datetime(2012, 11, 9, 8, 5, tzinfo=UTC), "2012-11-09T08:05:00Z"),
        (datetime(2012, 7, 9, 8, 5, tzinfo=timezone(timedelta(hours=1))), "2012-07-09T07:05:00Z"),
    ],
)  # fmt: skip
def test_a_cell_is_spelled_as_both_databases_read_it(cell: Cell, text: str) -> None:
    assert spelled(cell) == text


def test_lines_end_and_cells_are_quoted_as_rfc_4180_asks() -> None:
    columns = tuple(Column(name=name, form=Form.TEXT, means="A word.") for name in ("a", "b"))
    out = io.StringIO(newline="")
    made = CsvFile(out, Table(name="t", means="Two.", columns=columns, key=()))
    made.add(('said "no", then\nleft', None))
    assert out.getvalue() == 'a,b\r\n"said ""no"", then\nleft",\r\n'
