from evidencekit.report.dataset.scripts import Engine, quoted, script, text
from evidencekit.report.dataset.tables import Column, Form, Table

PERSON = Table(
    name="person", means="People's pseudonyms.", key=("id",),
    columns=(Column(name="id", form=Form.TEXT, means="Who.", filled=True),),
)  # fmt: skip
SEEN = Table(
    name="seen", means="What was seen.", key=("at",),
    columns=(
        Column(name="at", form=Form.INSTANT, means="When.", filled=True),
        Column(name="by", form=Form.TEXT, means="Who saw.", leads_to=("person", "id")),
        Column(name="how", form=Form.TEXT, means="How.", codes="ways"),
    ),
)  # fmt: skip


def test_each_database_is_told_forms_keys_and_meanings() -> None:
    for engine in Engine:
        made = script((PERSON, SEEN), engine)
        assert '"at" timestamptz NOT NULL' in made
        assert 'PRIMARY KEY ("at")' in made
        assert 'FOREIGN KEY ("by") REFERENCES evidencekit."person" ("id")' in made
        assert "COMMENT ON TABLE evidencekit.\"person\" IS 'People''s pseudonyms.';" in made
        assert "IS 'How. Codes: list ways.';" in made


def test_everything_is_loaded_or_nothing() -> None:
    for engine in Engine:
        lines = script((PERSON, SEEN), engine).splitlines()
        assert lines.index("BEGIN;") < lines.index("CREATE SCHEMA evidencekit;")
        assert lines[-1] == "COMMIT;"


def test_files_are_named_from_the_folder_of_the_script() -> None:
    assert "FROM 'parquet/seen.parquet' (FORMAT parquet);" in script((SEEN,), Engine.DUCKDB)
    assert "FROM 'csv/seen.csv' WITH (FORMAT csv, HEADER match)" in script(
        (SEEN,), Engine.POSTGRESQL
    )


def test_quotes_inside_are_doubled() -> None:
    assert (quoted("a"), text("it's")) == ('"a"', "'it''s'")
