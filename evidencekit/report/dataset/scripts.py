"""The scripts that load everything: DuckDB from Parquet, PostgreSQL from CSV."""

from collections.abc import Iterator, Sequence
from enum import Enum

from evidencekit.report.dataset.tables import Column, Table

SCHEMA = "evidencekit"


class Engine(Enum):
    """The databases that a script is written for."""

    DUCKDB = "duckdb"
    POSTGRESQL = "postgresql"


_HEAD = {
    Engine.DUCKDB: """\
-- Loads every table from parquet/ into a new DuckDB database, in schema {schema}.
-- In the folder this file stands in:  duckdb inspection.duckdb < load_duckdb.sql
""",
    Engine.POSTGRESQL: """\
-- Loads every table from csv/ into PostgreSQL 15 or later, in a new schema {schema}.
-- In the folder this file stands in:  psql -X -d DATABASE -f load_postgresql.sql
\\set ON_ERROR_STOP on
\\encoding UTF8
""",
}


def script(tables: Sequence[Table], engine: Engine) -> str:
    """Give the script: all or nothing; a schema of that name is never written over."""
    parts = [
        _HEAD[engine].format(schema=SCHEMA), "BEGIN;", f"CREATE SCHEMA {SCHEMA};", "",
        *(part for table in tables for part in _table(table, engine)), "COMMIT;", "",
    ]  # fmt: skip
    return "\n".join(parts)


def _table(table: Table, engine: Engine) -> Iterator[str]:
    name = f"{SCHEMA}.{quoted(table.name)}"
    lines = [
        *(_column(column) for column in table.columns),
        f"PRIMARY KEY ({_names(table.key)})",
        *_foreign(table),
    ]
    yield f"CREATE TABLE {name} (\n  " + ",\n  ".join(lines) + "\n);"
    yield f"COMMENT ON TABLE {name} IS {text(table.means)};"
    for column in table.columns:
        yield f"COMMENT ON COLUMN {name}.{quoted(column.name)} IS {text(said(column))};"
    if engine is Engine.DUCKDB:
        yield f"COPY {name} FROM 'parquet/{table.name}.parquet' (FORMAT parquet);"
    else:
        # Named columns: psql then refuses a file whose header is another.
        yield (
            f"\\copy {name} ({_names(table.names)}) FROM 'csv/{table.name}.csv'"
            " WITH (FORMAT csv, HEADER match)"
        )
    yield ""


def _column(column: Column) -> str:
    needed = " NOT NULL" if column.filled else ""
    return f"{quoted(column.name)} {column.form.value}{needed}"


def _foreign(table: Table) -> Iterator[str]:
    for lead in table.leads:
        there = f"{SCHEMA}.{quoted(lead.table)} ({_names(lead.there)})"
        yield f"FOREIGN KEY ({_names(lead.here)}) REFERENCES {there}"


def said(column: Column) -> str:
    """Say what a column means, and where its codes are explained."""
    return f"{column.means} Codes: list {column.codes}." if column.codes else column.means


def quoted(name: str) -> str:
    """Quote a name."""
    return f'"{name}"'


def text(words: str) -> str:
    """Quote a text."""
    return "'" + words.replace("'", "''") + "'"


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(quoted, names))
