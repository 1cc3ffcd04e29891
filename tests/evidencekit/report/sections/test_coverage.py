from evidencekit.analysis.coverage import By, Seen
from evidencekit.records.revision import State
from evidencekit.report.outline import Cell, Matrix, Table
from evidencekit.report.sections import coverage
from tests.evidencekit.report.amberford import BEN, Amberford, links


def world() -> Amberford:
    made = Amberford()
    made.add("case-note", {"areas": links("E1"), "source_type": "case-record-reading"})
    made.add("voice", {"areas": links("E1"), "who": "child", "own_words": "x"}, BEN)
    made.add("case-note", {"areas": links("E2")}, state=State.DRAFT.value)
    made.add("score", {"area": "E3", "status": "looked-none-found"})
    return made


def test_the_picture_and_the_table_hold_the_same_figures() -> None:
    blocks = coverage.blocks(world().base())
    pictures = [block for block in blocks if isinstance(block, Matrix)]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert len(pictures) == len(tables) == 2
    for picture, table in zip(pictures, tables, strict=True):
        assert table.headers == ("Area", *picture.columns, "All")
        for (area, cells), row in zip(picture.rows, table.rows, strict=True):
            assert row[:-1] == (area, *(cell.words for cell in cells))


def test_not_looked_at_and_none_found_are_told_apart_and_drafts_count_for_nothing() -> None:
    picture = next(block for block in coverage.blocks(world().base()) if isinstance(block, Matrix))
    rows = dict(picture.rows)
    ofsted, cqc = picture.columns.index("Ofsted"), picture.columns.index("CQC")
    assert rows["E1 Identification and referral"][ofsted] == Cell(1, Seen.FOUND)
    assert rows["E1 Identification and referral"][cqc] == Cell(1, Seen.FOUND, has_voice=True)
    assert rows["E2 Assessment and managing risk"][ofsted] == Cell(0, Seen.NOT_LOOKED_AT)
    assert rows["E3 Help and its impact"][ofsted] == Cell(0, Seen.NONE_FOUND)


def test_sources_are_told_by_the_method_behind_them() -> None:
    blocks = coverage.blocks(world().base())
    by_source = [block for block in blocks if isinstance(block, Matrix)][1]
    assert by_source.columns == (
        "Documents", "Staff", "Observation", "Children and families", "Leaders and partners",
        "Scores and other",
    )  # fmt: skip
    assert [cell.count for cell in dict(by_source.rows)["E1 Identification and referral"]] == [
        1, 0, 0, 1, 0, 0,
    ]  # fmt: skip


def test_the_picture_is_said_in_words_with_its_gaps() -> None:
    picture = next(block for block in coverage.blocks(world().base()) if isinstance(block, Matrix))
    assert "A grid of 19 areas by inspectorate" in picture.alternative
    assert "Not looked at by anybody: E2 Assessment and managing risk;" in picture.alternative


def test_counting_is_the_screens_own_rule() -> None:
    found = world().base().counted(By.INSPECTORATE)
    assert found.total("E1").count == 2
    assert coverage.cell_of([found.total("E1")]) == Cell(2, Seen.FOUND, has_voice=True)
