import time

import pytest

from evidencekit.analysis.coverage import By, Seen, coverage, items_at, thinnest
from tests.evidencekit.analysis.evidence import ANNA, BEN, Evidence


def test_nothing_recorded_is_not_looked_at_everywhere() -> None:
    matrix = coverage(Evidence().snapshot(), By.INSPECTORATE)
    assert matrix.areas == ("E1", "E2", "E3", "E4")
    assert [column.key for column in matrix.columns] == ["ofsted", "cqc", "hmic"]
    assert {matrix.cell(a, c.key).seen for a in matrix.areas for c in matrix.columns} == {
        Seen.NOT_LOOKED_AT
    }


def test_looked_and_none_found_is_told_from_not_looked_at() -> None:
    evidence = Evidence()
    case = evidence.add("case", {"reference": "SH-04"})
    evidence.add("score", {"area": "E1", "case": case, "status": "looked-none-found"})
    evidence.add("score", {"area": "E2", "case": case, "status": "not-looked-at"})
    evidence.note(["E3"], case=case)
    matrix = coverage(evidence.snapshot(), By.CASE)
    seen = [matrix.cell(area, case).seen for area in ("E1", "E2", "E3")]
    assert seen == [Seen.NONE_FOUND, Seen.NOT_LOOKED_AT, Seen.FOUND]
    assert matrix.cell("E1", case).words == "none found"


def test_a_cell_counts_records_voices_and_polarity() -> None:
    evidence = Evidence()
    case = evidence.add("case", {"reference": "SH-04"})
    evidence.note({"E1": "strength"}, case=case, child_says="I was heard.")
    evidence.note({"E1": "weakness"}, BEN, case=case)
    cell = coverage(evidence.snapshot(), By.CASE).cell("E1", case)
    assert (cell.count, cell.voices) == (2, 1)
    assert cell.polarity == {"strength": 1, "weakness": 1}
    assert cell.words == "2 records, 1 with the child's voice"


def test_a_record_that_speaks_twice_to_an_area_counts_once() -> None:
    evidence = Evidence()
    links = [{"area": "E1", "polarity": "strength"}, {"area": "E1", "polarity": "weakness"}]
    evidence.add("case-note", {"areas": links})
    total = coverage(evidence.snapshot(), By.INSPECTOR).total("E1")
    assert (total.count, dict(total.polarity)) == (1, {"strength": 1, "weakness": 1})


def test_a_record_in_two_columns_counts_once_in_all() -> None:
    evidence = Evidence()
    cases = [evidence.add("case", {"reference": ref}) for ref in ("SH-01", "SH-02")]
    evidence.note(["E1"], cases=list(cases))
    matrix = coverage(evidence.snapshot(), By.CASE)
    assert [matrix.cell("E1", case).count for case in cases] == [1, 1]
    assert matrix.total("E1").count == 1


@pytest.mark.parametrize(
    ("by", "key"),
    [
        (By.INSPECTORATE, "cqc"),
        (By.INSPECTOR, BEN),
        (By.DAY, "2012-11-19"),
        (By.SOURCE_TYPE, "case-discussion"),
        (By.STAGE, "referral"),
    ],
    ids=str,
)
def test_every_kind_of_column_finds_the_record(by: By, key: str) -> None:
    evidence = Evidence()
    case = evidence.add("case", {"stages": ["referral"]})
    evidence.note(["E1"], BEN, case=case, source_type="case-discussion")
    matrix = coverage(evidence.snapshot(), by)
    assert matrix.cell("E1", key).count == 1
    assert key in {column.key for column in matrix.columns}


def test_what_fits_no_column_has_a_column_of_its_own() -> None:
    evidence = Evidence()
    evidence.note(["E1"])
    matrix = coverage(evidence.snapshot(), By.CASE)
    assert [(column.key, column.label) for column in matrix.columns] == [("", "No case")]
    assert matrix.cell("E1", "").count == 1


def test_the_table_holds_the_figures_of_the_picture() -> None:
    evidence = Evidence()
    evidence.note(["E1"], BEN)
    headers, rows = coverage(evidence.snapshot(), By.INSPECTORATE).table()
    assert headers == ("Area", "ofsted", "cqc", "hmic", "All")
    assert rows[0] == ("E1", "not looked at", "1 record", "not looked at", "1 record")


def test_the_columns_nobody_looked_at_are_named() -> None:
    evidence = Evidence()
    evidence.note(["E1"], BEN)
    matrix = coverage(evidence.snapshot(), By.INSPECTORATE)
    assert [column.key for column in matrix.not_looked_at("E1")] == ["ofsted", "hmic"]


def test_the_thinnest_areas_come_first_and_ties_keep_the_framework_s_order() -> None:
    amount = {"E1": 2, "E2": 0, "E3": 1, "E4": 0, "E5": 1}
    assert thinnest(amount) == ("E2", "E4", "E3")


def test_a_graded_score_is_counted_and_told_apart_and_grades_are_never_summed() -> None:
    evidence = Evidence()
    for author, grade in ((ANNA, "good"), (BEN, "inadequate")):
        evidence.add("score", {"area": "E1", "status": "graded", "grade": grade}, author)
    cell = coverage(evidence.snapshot(), By.INSPECTOR).cell("E1", ANNA)
    assert (cell.count, cell.scores) == (1, 1)
    assert not any("grade" in name for name in dir(cell))


def test_ten_times_the_notes_take_about_ten_times_as_long() -> None:
    def seconds(notes: int) -> float:
        evidence = Evidence()
        case = evidence.add("case")
        for _ in range(notes):
            evidence.note(["E1", "E2"], case=case)
        snapshot = evidence.snapshot()
        start = time.perf_counter()
        coverage(snapshot, By.CASE)
        return time.perf_counter() - start

    small = min(seconds(400) for _ in range(3))
    assert seconds(4000) < small * 60  # a quadratic count would take a hundred times as long


def test_the_records_behind_a_cell_are_those_it_counts() -> None:
    evidence = Evidence()
    case = evidence.add("case", {"reference": "SH-04"})
    note = evidence.note(["E1"], case=case)
    none = evidence.add("score", {"area": "E1", "case": case, "status": "looked-none-found"})
    elsewhere = evidence.note(["E1"])
    snapshot = evidence.snapshot()
    assert {item.record for item in items_at(snapshot, By.CASE, "E1", case)} == {note, none}
    assert [item.record for item in items_at(snapshot, By.CASE, "E1", "")] == [elsewhere]
    assert items_at(snapshot, By.CASE, "E2", case) == ()


def test_a_score_that_nobody_looked_differs_from_no_score_at_all() -> None:
    evidence = Evidence()
    evidence.add("score", {"area": "E1", "scope": "whole-area", "status": "not-looked-at"})
    found = coverage(evidence.snapshot(), By.INSPECTOR)
    assert (found.cell("E1", ANNA).words, found.cell("E2", ANNA).words) == (
        "said not looked at", "not looked at",
    )  # fmt: skip
    assert found.cell("E1", ANNA).seen is Seen.NOT_LOOKED_AT
