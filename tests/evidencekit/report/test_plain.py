import csv
import io

import pytest

from evidencekit.report.build import ReportKind, build
from evidencekit.report.plain import evidence_csv, safe, tables_csv
from tests.evidencekit.report.amberford import Amberford, links
from tests.evidencekit.report.whole import CHILDS_WORDS, SECRET, whole_amberford


def rows(sheet: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(sheet.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " =", "\n"])
def test_no_cell_can_run_as_a_formula(start: str) -> None:
    assert safe(f"{start}cmd|'/c calc'!A1").startswith("'")


def test_honest_cells_stay_as_they_are() -> None:
    assert safe("SH-04") == "SH-04"
    assert safe("") == ""


def test_the_list_of_evidence_has_a_line_for_each_piece() -> None:
    snapshot = whole_amberford()
    outline = build(snapshot, snapshot.pack)
    found = rows(evidence_csv(outline))
    assert found[0] == ["OFFICIAL-SENSITIVE"]
    assert found[2] == ["Fingerprint", snapshot.fingerprint]
    header, lines = found[4], found[5:]
    assert len(lines) == len(list(outline.entries()))
    voice = next(line for line in lines if line[header.index("Kind")] == "Voice")
    assert f"“{CHILDS_WORDS}”" in voice[header.index("What it says")]
    assert voice[header.index("When")] == "21 November 2012, 16:10"
    assert SECRET not in evidence_csv(outline).decode()


def test_hostile_titles_are_disarmed() -> None:
    world = Amberford()
    world.add("case-note", {"headline": "=HYPERLINK(1)", "areas": links("E1")})
    snapshot = world.snapshot()
    assert rows(evidence_csv(build(snapshot, snapshot.pack)))[5][2] == "'=HYPERLINK(1)"


def test_coverage_is_written_table_by_table() -> None:
    snapshot = whole_amberford()
    outline = build(snapshot, snapshot.pack, ReportKind.COVERAGE)
    found = rows(tables_csv(outline, "coverage"))
    assert ["Coverage by inspectorate, in figures"] in found
    assert ["E1 Identification and referral", "1", *["\N{EN DASH}"] * 2, "1", "2"] in found
