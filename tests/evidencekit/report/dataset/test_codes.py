from dataclasses import replace

from evidencekit.framework import library
from evidencekit.report.dataset.codes import (
    area_rows,
    code_rows,
    codes_of,
    framework_rows,
    labels_of,
    lists_of,
    words_of,
)
from evidencekit.report.dataset.days import Dates
from evidencekit.report.dataset.fixed import AREA_TABLE, FRAMEWORK_TABLE
from evidencekit.report.dataset.writing import tables_of

PACK = library.get("macp-2012")


def test_every_list_that_a_column_names_has_words_in_every_shipped_pack() -> None:
    for pack in library.shipped():
        for each in lists_of(tables_of(Dates.SHIFTED)):
            assert words_of(pack, each), (pack.id, each)


def test_a_list_of_the_framework_has_its_own_words_and_one_for_the_rest() -> None:
    assert [code for code, _, _ in words_of(PACK, "pack.grades")] == [
        *(grade.id for grade in PACK.grades), "not-listed",
    ]  # fmt: skip
    assert codes_of(PACK, ["yes-no"])["pack.areas"] >= {"E1", "P1", "not-listed"}


def test_a_label_leads_to_its_code_whatever_the_capitals() -> None:
    assert labels_of(PACK, ["agencies"])["agencies"]["police"] == "police"


def test_the_rows_fit_their_tables() -> None:
    assert [len(row) for row in framework_rows(PACK)] == [len(FRAMEWORK_TABLE.columns)]
    areas = list(area_rows(PACK))
    assert {len(row) for row in areas} == {len(AREA_TABLE.columns)}
    assert [row[0] for row in areas] == [*(area.id for area in PACK.areas), "not-listed"]
    assert areas[0][6] == PACK.cited(PACK.areas[0].source)


def test_a_label_that_a_spreadsheet_would_run_is_made_safe() -> None:
    grade = replace(PACK.grades[0], label="=1+1")
    rows = code_rows(replace(PACK, grades=(grade,)), ["pack.grades"])
    assert next(rows)[2] == "'=1+1"
