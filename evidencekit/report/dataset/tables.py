"""Table and Column: how what an analyst gets is declared, once, for files, scripts and papers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import TypeAlias

Cell: TypeAlias = str | int | bool | date | datetime | None
Row: TypeAlias = tuple[Cell, ...]
Rows: TypeAlias = Mapping[str, tuple[Row, ...]]  # by table


ROW = "row_number"


class Form(Enum):
    """The form of a column, as it is spelled in both databases."""

    TEXT = "text"
    WHOLE = "bigint"
    TRUTH = "boolean"
    DAY = "date"
    INSTANT = "timestamptz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name, the form of its cells, what it means and what it leads to."""

    name: str
    form: Form
    means: str
    codes: str = ""  # the list of table `code` whose words stand here
    leads_to: tuple[str, str] = ("", "")  # table and column
    filled: bool = False  # never empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table, its columns in order, and which of them name a row."""

    name: str
    means: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def leads(self) -> tuple["Lead", ...]:
        """Give the keys of other tables that stand here; a row's key has two columns."""
        row = next((each.leads_to[0] for each in self.columns if each.leads_to[1] == ROW), "")
        made: dict[tuple[str, str], list[Column]] = {}
        for column in self.columns:
            if to := column.leads_to[0]:
                together = "" if to == row else column.name
                made.setdefault((to, together), []).append(column)
        return tuple(
            Lead(to, tuple(each.name for each in here), tuple(each.leads_to[1] for each in here))
            for (to, _), here in made.items()
        )


@dataclass(frozen=True, slots=True)
class Lead:
    """A key of another table."""

    table: str
    here: tuple[str, ...]
    there: tuple[str, ...]
