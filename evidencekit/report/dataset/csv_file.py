"""Write a table as CSV by RFC 4180: UTF-8, CRLF, ISO dates, and nothing at all for what is empty.

No text is ever empty, so an empty cell always means that there is no answer. What could run as a
formula is made safe where the text is read (`codes`), so that CSV and Parquet hold the same.
"""

import csv
from datetime import UTC, date, datetime
from typing import TextIO

from evidencekit.report.dataset.tables import Cell, Row, Table


class CsvFile:
    """A CSV file being written."""

    def __init__(self, file: TextIO, table: Table) -> None:
        self._writer = csv.writer(file)
        self._writer.writerow(table.names)

    def add(self, row: Row) -> None:
        """Write a row."""
        self._writer.writerow([spelled(cell) for cell in row])


def spelled(cell: Cell) -> str:
    """Spell a cell as both databases read it."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case datetime():
            return cell.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
