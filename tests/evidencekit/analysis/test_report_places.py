"""Whose text of a section stands, and who else wrote one."""

from evidencekit.analysis.report_places import place_of, texts_of
from evidencekit.canonical import Json
from tests.evidencekit.report.amberford import ANNA, BEN, CHIDI, Amberford

FIELDS: dict[str, Json] = {"section": "inspectorates", "inspectorate": "cqc", "text": "Said."}


def test_the_leads_text_stands_then_the_earliest_and_ones_own_comes_first_to_oneself() -> None:
    world = Amberford()
    ben, chidi, anna = (
        world.add("report-section", FIELDS, who, written=f"2012-11-19T1{hour}:00:00Z")
        for hour, who in enumerate((BEN, CHIDI, ANNA))
    )  # fmt: skip
    snapshot = world.snapshot()
    place = ("inspectorates", "cqc")
    assert [each.record for each in texts_of(snapshot)[place]] == [anna, ben, chidi]
    assert [each.record for each in texts_of(snapshot, CHIDI)[place]] == [chidi, anna, ben]
    assert place_of(snapshot.items[ben]) == place
    world.decide(anna, "set-aside")
    assert [each.record for each in texts_of(world.snapshot())[place]] == [ben, chidi]
