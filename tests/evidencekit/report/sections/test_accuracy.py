"""The answer on factual accuracy, as a letter with a table and as a sheet."""

from evidencekit.report.build import ReportKind, build
from evidencekit.report.outline import Letterhead, Table
from evidencekit.report.plain import tables_csv
from evidencekit.report.sections import accuracy
from tests.evidencekit.report.amberford import ANNA, Amberford, words_of


def test_each_point_stands_with_its_decision_its_reason_and_both_wordings() -> None:
    world = Amberford()
    section = world.add("report-section", {"section": "strengths", "text": "Seven."}, ANNA)
    told = {"section": section, "sentence": "Nine.", "comment": "=Seven.", "agency": "police"}
    world.add("accuracy-point", {**told, "received_on": "2012-12-11", "reference": "page 4"}, ANNA)
    world.add("accuracy-point", {
        **told, "received_on": "2012-12-10", "decision": "partly", "reason": "Two.",
        "before": "Nine.", "after": "Seven.",
    }, ANNA)  # fmt: skip
    world.add("accuracy-point", {
        **told, "received_on": "2012-12-12", "decision": "not-accepted", "reason": "No.",
    }, ANNA)  # fmt: skip
    snapshot = world.snapshot()
    outline = build(snapshot, snapshot.pack, ReportKind.ACCURACY)
    assert isinstance(outline.blocks[0], Letterhead)
    (table,) = (each for each in outline.blocks if isinstance(each, Table))
    assert table.rows == (
        ("1", "Police", "Key strengths", "=Seven.", "Accepted in part. Two.", "Nine.", "Seven."),
        ("2", "Police", "Key strengths, page 4", "=Seven.", accuracy.OPEN, "Nine.", ""),
        ("3", "Police", "Key strengths", "=Seven.", "Not accepted. No.", "Nine.",
         accuracy.UNCHANGED),
    )  # fmt: skip
    sheet = tables_csv(outline, accuracy.NAME).decode("utf-8-sig")
    assert "'=Seven." in sheet  # no spreadsheet runs what the area wrote


def test_without_any_it_says_so() -> None:
    assert accuracy.NONE in words_of(accuracy.blocks(Amberford().base()))
