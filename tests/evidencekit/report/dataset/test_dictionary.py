import csv
import io
import json

from evidencekit.report.dataset.days import Dates
from evidencekit.report.dataset.dictionary import HEADERS, as_csv, as_package, as_page
from evidencekit.report.dataset.writing import tables_of

TABLES = tables_of(Dates.SHIFTED)


def test_the_dictionary_has_a_row_for_each_column() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(TABLES).decode(), newline="")))
    assert tuple(rows[0]) == HEADERS
    assert len(rows) - 1 == sum(len(table.columns) for table in TABLES)
    case = next(row for row in rows if row[0] == "case_note" and row[2] == "case_record_id")
    assert case[3:8] == ["text", "no", "no", "record.record_id", ""]


def test_every_column_is_explained_in_a_sentence() -> None:
    for table in TABLES:
        assert table.means.endswith("."), table.name
        for column in table.columns:
            assert column.means.strip().endswith((".", "?", ")")), (table.name, column.name)


def test_the_page_keeps_each_column_on_one_line() -> None:
    page = as_page(TABLES, {table.name: 3 for table in TABLES})
    lines = [line for line in page.splitlines() if line.startswith("| `")]
    assert len(lines) == sum(len(table.columns) for table in TABLES)
    assert all(line.count(" | ") == 2 for line in lines)


def test_the_data_package_leads_to_tables_it_holds() -> None:
    package = json.loads(as_package(TABLES, {"name": "one"}))
    named = {each["name"]: each for each in package["resources"]}
    for each in package["resources"]:
        columns = {field["name"] for field in each["schema"]["fields"]}
        assert set(each["schema"]["primaryKey"]) <= columns
        for key in each["schema"]["foreignKeys"]:
            there = {
                field["name"] for field in named[key["reference"]["resource"]]["schema"]["fields"]
            }
            assert set(key["fields"]) <= columns
            assert set(key["reference"]["fields"]) <= there
