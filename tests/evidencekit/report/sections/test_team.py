from evidencekit.report.outline import Table
from evidencekit.report.sections import team
from tests.evidencekit.report.amberford import BEN, Amberford


def test_the_team_is_listed_with_its_days_the_lead_first() -> None:
    world = Amberford()
    world.add(
        "deployment",
        {"member": BEN, "on_site": [{"day": "2012-11-27"}, {"day": "2012-11-26"}, {"day": ""}]},
    )
    table = team.blocks(world.base())[1]
    assert isinstance(table, Table)
    assert [row[0] for row in table.rows] == ["Anna Bell", "Ben Thorne", "Chidi Ọlá", "Dana Nguyễn"]
    assert table.rows[0][2:] == ("Lead inspector", "Not recorded")
    assert table.rows[1][3] == "26 November 2012, 27 November 2012"
