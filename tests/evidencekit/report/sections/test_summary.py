from evidencekit.report.outline import Paragraph, Table
from evidencekit.report.sections import summary
from tests.evidencekit.report.amberford import Amberford, section


def test_the_summary_counts_and_shows_grades_only_as_people_recorded_them() -> None:
    world = Amberford()
    world.add("judgement", {"judgement": "J3", "grade": "good"})
    _, opening, table = summary.blocks(world.base(), section("summary"))
    assert isinstance(opening, Paragraph)
    assert "4 inspectors of 4 inspectorates gathered in Amberford" in opening.text
    assert isinstance(table, Table)
    assert [row[2] for row in table.rows] == [
        "Not recorded",
        "Not recorded",
        "Good",
        "Not recorded",
    ]
