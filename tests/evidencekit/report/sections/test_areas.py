from evidencekit.report.outline import Table
from evidencekit.report.sections import areas
from tests.evidencekit.report.amberford import CHIDI, Amberford, links, section


def test_every_area_has_a_row_even_where_nobody_looked() -> None:
    world = Amberford()
    world.add("case-note", {"areas": links("E4")}, CHIDI)
    world.add("finding", {"text": "x", "finding_kind": "strength", "areas": [{"area": "E4"}]})
    world.add("score", {"area": "E10", "status": "looked-none-found"})
    joint, specialist = [
        block for block in areas.blocks(world.base(), section("areas")) if isinstance(block, Table)
    ]
    assert len(joint.rows) == 12
    assert len(specialist.rows) == 7
    assert joint.rows[3] == ("E4 Child's needs, wishes, feelings", "F1", "1", "HMIC")
    assert joint.rows[9][2] == "none found"
    assert joint.rows[4] == ("E5 Equality of help and protection", "None", "\N{EN DASH}", "")
