"""The whole publication: nothing private in any byte, the same bytes again, a lasting layout."""

import csv
import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from evidencekit.progress import Stopped, quiet
from evidencekit.report.dataset.days import Dates
from evidencekit.report.dataset.readme import LAYOUT
from evidencekit.report.dataset.tables import Column, Table
from evidencekit.report.dataset.treatment import GOES_OUT
from evidencekit.report.dataset.writing import tables_of, write
from tests.evidencekit.report.dataset.filled import (
    ANNA,
    AREA,
    BEN,
    GONE,
    SECRET,
    STRANGER,
    answers,
    filled,
    record,
    told_area,
)

GOLDEN = Path(__file__).parents[3] / "golden" / "publications"
PRIVATE = (
    *SECRET.split(), "Larch", "=seen", AREA, "Marsh", "Okoro", ANNA, BEN, STRANGER, GONE,
    record("case", "full"), record("case-note", "full"), "ab" * 32, "cd" * 32,
)  # fmt: skip


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("written") / "published"
    write(filled(), place, answers, quiet)
    return place


def rows(published: Path, table: str) -> list[dict[str, str]]:
    with (published / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def full(published: Path, table: str) -> dict[str, str]:
    named = filled().names.record(record(table.replace("_", "-"), "full"))
    return next(row for row in rows(published, table) if row["record_id"] == named)


def test_nothing_private_stands_in_any_file(published: Path) -> None:
    files = [path for path in published.rglob("*") if path.is_file()]
    assert len(files) > 200
    for path in files:
        content = path.read_bytes()
        found = [each for each in PRIVATE if each.encode() in content]
        assert found == [], path.name


def test_no_date_of_the_calendar_stands_in_any_table(published: Path) -> None:
    calendar = re.compile(rb"\b(19|20)\d\d-[01]\d\b")
    for path in (published / "csv").iterdir():
        assert path.name == "code.csv" or not calendar.search(path.read_bytes()), path.name


def test_the_area_is_named_only_on_request(tmp_path: Path) -> None:
    write(told_area(filled()), tmp_path / "told", answers, quiet)
    named = [p.name for p in (tmp_path / "told").rglob("*.csv") if AREA in p.read_text("utf-8")]
    assert named == ["publication.csv"]
    assert f"of {AREA}" in (tmp_path / "told" / "README.md").read_text("utf-8")


def test_the_same_base_gives_the_same_bytes(tmp_path: Path, published: Path) -> None:
    write(filled(), tmp_path / "again", answers, quiet)
    sums = [(each / "SHA256SUMS").read_bytes() for each in (published, tmp_path / "again")]
    assert sums[0] == sums[1]


def test_a_stock_tool_finds_every_file_as_it_was_written(published: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS"], cwd=published,
        capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, b"")


def test_files_and_folders_are_for_the_owner_alone(published: Path) -> None:
    for path in (published, *published.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0


def test_every_question_stands_under_its_own_name_and_form(published: Path) -> None:
    note = full(published, "case_note")
    assert note["i_saw_words"] == "9"
    assert (note["started_day"], note["started_minute"]) == ("-121", "630")
    assert (note["reading_minutes"], note["manager_present"]) == ("12", "yes")
    event = full(published, "journey_event")
    assert (event["when_day"], event["when_precision"]) == ("0", "month")


def test_days_of_a_case_are_counted_from_its_own_first_event(published: Path) -> None:
    case = full(published, "case")
    (since,) = (
        row for row in rows(published, "case_agencies")
        if row["record_id"] == case["record_id"] and row["row_number"] == "1"
    )  # fmt: skip
    assert (since["since_day"], since["since_precision"]) == ("0", "month")


def test_an_answer_left_empty_is_empty_and_no_row_is_made_of_nothing(published: Path) -> None:
    named = filled().names.record(record("case-note", "bare"))
    bare = next(row for row in rows(published, "case_note") if row.pop("record_id") == named)
    assert set(bare.values()) == {""}
    assert named not in {row["record_id"] for row in rows(published, "case_note_patterns")}


def test_a_record_that_stays_is_led_to_as_withheld(published: Path) -> None:
    led = [row["other_record_id"] for row in rows(published, "finding_evidence")]
    assert led == [filled().names.record(record("case-note", "full")), "withheld"]
    assert rows(published, "record")[0]["kind"] == "withheld"


def test_words_outside_a_list_are_not_repeated(published: Path) -> None:
    assert [row["code"] for row in rows(published, "case_note_patterns")][-1] == "not-listed"


def test_every_code_that_stands_anywhere_is_explained(published: Path) -> None:
    known = {(row["list"], row["code"]) for row in rows(published, "code")}
    for table in tables_of(Dates.NUMBERS):
        for column in (each for each in table.columns if each.codes):
            used = {row[column.name] for row in rows(published, table.name)} - {""}
            assert {(column.codes, code) for code in used} <= known, (table.name, column.name)


def test_every_key_leads_to_a_row_and_every_row_has_its_own_key(published: Path) -> None:
    held = {table.name: rows(published, table.name) for table in tables_of(Dates.NUMBERS)}
    for table in tables_of(Dates.NUMBERS):
        keys = [tuple(row[name] for name in table.key) for row in held[table.name]]
        assert len(keys) == len(set(keys)), table.name
        for lead in table.leads:
            there = {tuple(row[name] for name in lead.there) for row in held[lead.table]}
            here = {tuple(row[name] for name in lead.here) for row in held[table.name]}
            assert here - {("",) * len(lead.here)} <= there, (table.name, lead)


def test_the_papers_name_every_table_and_column(published: Path) -> None:
    package = json.loads((published / "datapackage.json").read_text("utf-8"))
    named = {
        each["path"]: [field["name"] for field in each["schema"]["fields"]]
        for each in package["resources"]
    }
    for table in tables_of(Dates.NUMBERS):
        header = (published / "csv" / f"{table.name}.csv").read_text("utf-8").splitlines()[0]
        assert named[f"csv/{table.name}.csv"] == list(table.names) == header.split(",")
    page = (published / "DICTIONARY.md").read_text("utf-8")
    assert all(f"\n## {table.name}\n" in page for table in tables_of(Dates.NUMBERS))


def test_the_readme_says_what_stays_what_is_small_and_what_it_risks(published: Path) -> None:
    page = (published / "README.md").read_text("utf-8")
    assert "What was told in confidence. Records: fewer than 5." in page
    assert "- `record.kind`: " in page
    assert "motivated intruder" in page
    assert "$" not in page


def test_a_stopped_publication_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, _of: int) -> None:
        if done:
            raise Stopped

    few = filled()
    many = replace(few, going={kind: tuple(few.going[kind]) * 20 for kind in GOES_OUT})
    with pytest.raises(Stopped):
        write(many, tmp_path / "published", answers, stop)
    assert list(tmp_path.iterdir()) == []


def spelled(table: Table, column: Column) -> str:
    marks = ("key " if column.name in table.key else "") + ("filled " if column.filled else "")
    leads = " ".join(column.leads_to).strip()
    return f"{table.name}.{column.name} {column.form.value} {marks}{leads}{column.codes}".rstrip()


@pytest.mark.parametrize("dates", Dates)
def test_the_layout_is_the_one_that_was_promised(dates: Dates) -> None:
    """A change here is a new layout: raise readme.LAYOUT and make the golden files again."""
    promised = (GOLDEN / f"layout-{LAYOUT}-{dates.value}.txt").read_text("utf-8").splitlines()
    assert [spelled(t, c) for t in tables_of(dates) for c in t.columns] == promised


@pytest.mark.parametrize("name", sorted(p.name for p in (GOLDEN / "tables").iterdir()))
def test_a_table_is_spelled_byte_for_byte_as_before(published: Path, name: str) -> None:
    made = published / name.rpartition(".")[2] / name
    assert made.read_bytes() == (GOLDEN / "tables" / name).read_bytes()
