"""An analyst loads what was published: DuckDB and PostgreSQL hold every cell of both forms."""

import csv
import io
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from evidencekit.progress import quiet
from evidencekit.report.dataset.days import Dates
from evidencekit.report.dataset.scripts import SCHEMA
from evidencekit.report.dataset.tables import Column, Form, Table
from evidencekit.report.dataset.writing import tables_of, write
from tests import duck
from tests.duck import Duck, DuckSaysNo
from tests.evidencekit.report.dataset.filled import answers, filled
from tests.scenarios import postgres

TABLES = tables_of(Dates.SHIFTED)
Held = Mapping[str, list[tuple[str, ...]]]
DUCK_FORMS = {
    Form.TEXT: "VARCHAR", Form.WHOLE: "BIGINT", Form.TRUTH: "BOOLEAN", Form.DAY: "DATE",
    Form.INSTANT: "TIMESTAMP WITH TIME ZONE",
}  # fmt: skip
POST_FORMS = {
    Form.TEXT: "text", Form.WHOLE: "bigint", Form.TRUTH: "boolean", Form.DAY: "date",
    Form.INSTANT: "timestamp with time zone",
}  # fmt: skip
needs_a_server = pytest.mark.skipif(
    postgres.programs() is None, reason="PostgreSQL is not here: apt-get install postgresql"
)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("publication") / "published"
    write(filled(Dates.SHIFTED), place, answers, quiet)
    return place


@pytest.fixture(scope="module")
def in_csv(published: Path) -> Held:
    """Every row of every file, in order of its cells; "" where there is nothing."""
    held = {}
    for table in TABLES:
        text = (published / "csv" / f"{table.name}.csv").read_text("utf-8")
        header, *rows = csv.reader(io.StringIO(text, newline=""))
        assert tuple(header) == table.names
        held[table.name] = sorted(map(tuple, rows))
    return held


@pytest.fixture(scope="module")
def loaded_duck(published: Path) -> Iterator[Duck]:
    """DuckDB, loaded by the script, started in the folder of the publication."""
    with duck.running(published) as database:
        database.ask((published / "load_duckdb.sql").read_text("utf-8"))
        yield database


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    folder = postgres.programs()
    assert folder is not None
    with postgres.running(folder) as made:
        yield made


@pytest.fixture(scope="module")
def loaded(server: postgres.Server, published: Path) -> postgres.Server:
    """PostgreSQL, loaded by the script, typed in the folder of the publication."""
    done = server.psql(published, "-f", "load_postgresql.sql")
    assert (done.returncode, done.stderr) == (0, "")
    return server


def cells(table: Table, spell_instant: str) -> str:
    """Spell the columns of a table as text, the same in both databases."""
    return ", ".join(
        spell_instant.format(f'"{column.name}"')
        if column.form is Form.INSTANT
        else f'CAST("{column.name}" AS VARCHAR)'
        for column in table.columns
    )


def duck_rows(loaded_duck: Duck, table: Table, source: str) -> list[tuple[str, ...]]:
    spelled = cells(table, "strftime(make_timestamp(epoch_us({0})), '%Y-%m-%dT%H:%M:%SZ')")
    rows = loaded_duck.ask(f"SELECT {spelled} FROM {source}")  # noqa: S608 - our names
    return sorted(tuple("" if cell is None else str(cell) for cell in row) for row in rows)


def test_duckdb_holds_every_cell_of_every_table(loaded_duck: Duck, in_csv: Held) -> None:
    for table in TABLES:
        assert duck_rows(loaded_duck, table, f'{SCHEMA}."{table.name}"') == in_csv[table.name], (
            table.name
        )


def test_duckdb_reads_the_csv_as_it_reads_the_parquet(loaded_duck: Duck, in_csv: Held) -> None:
    for table in TABLES:
        forms = ", ".join(f"'{c.name}': '{DUCK_FORMS[c.form]}'" for c in table.columns)
        source = f"read_csv('csv/{table.name}.csv', header = true, columns = {{{forms}}})"
        assert duck_rows(loaded_duck, table, source) == in_csv[table.name], table.name


def test_duckdb_has_forms_keys_and_meanings(loaded_duck: Duck) -> None:
    told = loaded_duck.ask(
        "SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns()"
        " WHERE schema_name = ? ORDER BY table_name, column_index",
        SCHEMA,
    )
    assert sorted(told) == sorted(
        (t.name, c.name, DUCK_FORMS[c.form], not c.filled, comment(c))
        for t in TABLES for c in t.columns
    )  # fmt: skip
    keys = loaded_duck.ask(
        "SELECT table_name, count(*) FROM duckdb_constraints() WHERE schema_name = ?"
        " AND constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY') GROUP BY 1",
        SCHEMA,
    )
    assert {row[0]: row[1] for row in keys} == {t.name: 1 + len(t.leads) for t in TABLES}


def comment(column: Column) -> str:
    return f"{column.means} Codes: list {column.codes}." if column.codes else column.means


def test_duckdb_keeps_what_is_there_when_loaded_twice(loaded_duck: Duck, published: Path) -> None:
    with pytest.raises(DuckSaysNo, match="already exists"):
        loaded_duck.ask((published / "load_duckdb.sql").read_text("utf-8"))
    loaded_duck.ask("ROLLBACK")
    ((records,),) = loaded_duck.ask(f"SELECT count(*) FROM {SCHEMA}.record")  # noqa: S608
    assert records > 1


@needs_a_server
def test_postgresql_holds_every_cell_of_every_table(
    loaded: postgres.Server, published: Path, in_csv: Held
) -> None:
    instant = "to_char({0} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
    asked = "\n".join(
        f"\\echo =={table.name}\nCOPY (SELECT {cells(table, instant)}"  # noqa: S608 - our names
        f' FROM {SCHEMA}."{table.name}") TO STDOUT WITH (FORMAT csv);'
        for table in TABLES
    )
    done = loaded.psql(published, sql=asked)
    assert done.returncode == 0, done.stderr
    assert '""' not in done.stdout  # a text that is empty would be told from no answer
    parts = done.stdout.split("==")[1:]
    assert len(parts) == len(TABLES)
    for table, part in zip(TABLES, parts, strict=True):
        name, _, text = part.partition("\n")
        rows = sorted(map(tuple, csv.reader(io.StringIO(text, newline=""))))
        held = [tuple(cell.replace("\r\n", "\n") for cell in row) for row in in_csv[table.name]]
        assert (name, rows) == (table.name, held)


@needs_a_server
def test_postgresql_has_forms_keys_and_meanings(loaded: postgres.Server, published: Path) -> None:
    columns = loaded.psql(
        published, "-A", "-t", "-F", "|",
        sql="SELECT table_name, column_name, data_type, is_nullable"  # noqa: S608 - our names
        " FROM information_schema.columns"
        f" WHERE table_schema = '{SCHEMA}' ORDER BY 1, ordinal_position;",
    )  # fmt: skip
    assert sorted(columns.stdout.splitlines()) == sorted(
        f"{t.name}|{c.name}|{POST_FORMS[c.form]}|{'NO' if c.filled else 'YES'}"
        for t in TABLES for c in t.columns
    )  # fmt: skip
    keys = loaded.psql(
        published, "-A", "-t", "-F", "|",
        sql="SELECT conrelid::regclass::text, count(*) FROM pg_constraint"  # noqa: S608
        f" WHERE connamespace = '{SCHEMA}'::regnamespace AND contype IN ('p', 'f') GROUP BY 1;",
    )  # fmt: skip
    assert {line.partition(".")[2].replace('"', "") for line in keys.stdout.splitlines()} == {
        f"{table.name}|{1 + len(table.leads)}" for table in TABLES
    }


@needs_a_server
def test_no_column_is_called_by_a_word_that_postgresql_keeps_for_itself(
    server: postgres.Server, published: Path
) -> None:
    done = server.psql(
        published, "-A", "-t", sql="SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T');"
    )
    kept = set(done.stdout.split())
    assert "select" in kept
    tables = [table for dates in Dates for table in tables_of(dates)]
    named = {name for table in tables for name in table.names}
    assert not kept & (named - {"case"})
    assert {table.name for table in tables} & kept <= {"case"}  # a case is a case; quote it


@needs_a_server
def test_postgresql_keeps_what_is_there_when_loaded_twice(
    loaded: postgres.Server, published: Path
) -> None:
    again = loaded.psql(published, "-f", "load_postgresql.sql")
    assert again.returncode != 0
    assert f'schema "{SCHEMA}" already exists' in again.stderr


@needs_a_server
def test_a_file_whose_columns_were_changed_loads_nothing(
    server: postgres.Server, published: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "changed"
    shutil.copytree(published, copy)
    script = (copy / "load_postgresql.sql").read_text("utf-8").replace(SCHEMA, "changed")
    (copy / "load_postgresql.sql").write_text(script, "utf-8")
    record = copy / "csv" / "record.csv"
    record.write_text(record.read_text("utf-8").replace("kind", "sort", 1), "utf-8")
    done = server.psql(copy, "-f", "load_postgresql.sql")
    assert done.returncode != 0
    there = server.psql(copy, "-A", "-t", sql="SELECT to_regnamespace('changed') IS NULL;")
    assert there.stdout.strip() == "t"
