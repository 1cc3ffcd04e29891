import csv
import io

import pytest

from evidencekit.report.build import build
from evidencekit.report.office.workbook import workbook
from evidencekit.report.outline import Outline, Paragraph, Table
from evidencekit.report.plain import evidence_csv
from tests.evidencekit.report.kinds import KINDS
from tests.evidencekit.report.office import opened
from tests.evidencekit.report.office.opened import S, part
from tests.evidencekit.report.whole import SECRET, whole_amberford


@pytest.fixture(scope="module")
def outline() -> Outline:
    snapshot = whole_amberford()
    return build(snapshot, snapshot.pack)


@pytest.fixture(scope="module")
def made(outline: Outline) -> bytes:
    return workbook(outline)


def as_said(table: Table, row: tuple[str, ...]) -> list[str]:
    """Give the filled cells of a row, figures without the comma of their thousands."""
    figures = table.figures
    return [
        cell.replace(",", "") if place in figures else cell
        for place, cell in enumerate(row)
        if cell
    ]


def test_the_same_outline_gives_the_same_bytes(outline: Outline, made: bytes) -> None:
    assert workbook(outline) == made


def test_every_number_of_the_outline_is_the_number_of_the_sheet(
    outline: Outline, made: bytes
) -> None:
    found = list(opened.workbook(made).values())
    for table in outline.blocks:
        if isinstance(table, Table):
            wanted = [as_said(table, row) for row in table.rows]
            said = [[[str(cell) for cell in row] for row in sheet[1:]] for sheet in found]
            assert wanted in said


def test_the_evidence_is_the_same_as_in_the_plain_sheet(outline: Outline, made: bytes) -> None:
    rows = list(csv.reader(io.StringIO(evidence_csv(outline).decode("utf-8-sig"), newline="")))[4:]
    evidence = opened.workbook(made)["Evidence"]
    assert len(evidence) == len(rows)
    assert [str(row[0]) for row in evidence] == [row[0] for row in rows]


@pytest.mark.parametrize(
    "start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =HYPERLINK(1)", "\n=1"]
)
def test_what_begins_like_a_formula_is_text_even_when_edited(start: str) -> None:
    made = workbook(Outline(title=start, author="A", subject="S", fingerprint="1", taken_at="",
                            blocks=(Paragraph(text=start),)))  # fmt: skip
    sheet = part(made, "xl/worksheets/sheet2.xml")
    assert not list(sheet.iter(f"{S}f"))
    cell = next(each for each in sheet.iter(f"{S}c") if each.attrib["r"] == "B2")
    assert cell.attrib["t"] == "inlineStr"
    looks = next(iter(part(made, "xl/styles.xml").iter(f"{S}cellXfs")))
    assert looks[int(cell.attrib["s"])].attrib["quotePrefix"] == "1"
    assert opened.workbook(made)["Text"][1] == [start]


def test_no_identity_and_no_formula_is_in_it(made: bytes) -> None:
    for name in opened.names(made):
        found = part(made, name)
        assert SECRET not in "".join(found.itertext())
        assert not list(found.iter(f"{S}f"))


def test_a_sheet_is_printed_across_one_page_its_head_on_each_and_says_draft() -> None:
    drafted = workbook(KINDS["draft"]())
    sheet = part(drafted, "xl/worksheets/sheet1.xml")
    assert sheet.find(f"{S}sheetPr/{S}pageSetUpPr") is not None
    page = sheet.find(f"{S}pageSetup")
    assert page is not None
    assert (page.attrib["orientation"], page.attrib["fitToHeight"]) == ("landscape", "0")
    head = sheet.find(f"{S}headerFooter/{S}oddHeader")
    assert head is not None
    assert head.text == "&CDraft \N{MIDDLE DOT} OFFICIAL-SENSITIVE"
    titles = [each.text for each in part(drafted, "xl/workbook.xml").iter(f"{S}definedName")]
    assert titles[0] == "'About'!$1:$1"
    assert len(titles) == len(opened.workbook(drafted))
