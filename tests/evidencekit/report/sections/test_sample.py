from evidencekit.report.outline import Paragraph, Table
from evidencekit.report.sections import sample
from tests.evidencekit.report.amberford import ANNA, Amberford


def test_cases_are_listed_by_reference_only() -> None:
    world = Amberford()
    world.add("case", {"reference": "SH-02", "sample_type": "shared-tracked", "age_band": "unborn"})
    world.add("case", {"reference": "HE-01", "stages": ["assessment", "missing"],
                       "tracked_by": [ANNA]})  # fmt: skip
    table = sample.blocks(world.base())[1]
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["HE-01", "SH-02"]
    assert table.rows[0][3:] == ("Assessment, Missing episode", "Anna Bell")
    assert table.rows[1][2] == "Unborn"


def test_a_disputed_case_is_marked() -> None:
    world = Amberford()
    first = world.version("case", {"reference": "SH-01"})
    for age in ("1-4", "5-9"):
        world.version("case", {"reference": "SH-01", "age_band": age},
                      record=first.header.record, parents=[first])  # fmt: skip
    table = sample.blocks(world.base())[1]
    assert isinstance(table, Table)
    assert table.rows[0][0] == "SH-01 (disputed)"


def test_no_case_is_said_in_words() -> None:
    assert sample.blocks(Amberford().base())[1] == Paragraph(text="No case is recorded.")
