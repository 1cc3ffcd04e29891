"""The identity guard over what little text goes out: the framework's words and the area's name."""

from collections.abc import Iterable, Iterator

from evidencekit.checks.identifiers import What, find_identifiers
from evidencekit.report.dataset.tables import Row, Table

_IN_A_PLACE_NAME = frozenset({What.NHS_NUMBER, What.BIRTH_DATE, What.PHONE, What.EMAIL})


def suspicious(
    table: Table, rows: Iterable[Row], let_be: frozenset[str] = frozenset()
) -> Iterator[str]:
    """Give where a text could name somebody: table, column and row, never the words."""
    for number, row in enumerate(rows, 1):
        for name, cell in zip(table.names, row, strict=True):
            if isinstance(cell, str) and find_identifiers(cell, let_be):
                yield f"{table.name}.{name} row {number}"


def suspicious_area(name: str) -> bool:
    """Tell whether an area's name holds more than a name of a place."""
    return any(span.what in _IN_A_PLACE_NAME for span in find_identifiers(name))
