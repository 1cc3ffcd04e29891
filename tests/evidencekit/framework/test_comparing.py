from dataclasses import replace

from evidencekit.framework import library
from evidencekit.framework.comparing import How, Pairing, compare, text_hash
from evidencekit.ids import FrameworkId

JTAI = library.get("jtai-2015")
MACP = library.get("macp-2012")


def test_a_framework_is_the_same_as_itself() -> None:
    found = compare(MACP, MACP)
    assert found.is_same
    assert len(found.matches) == len(MACP.areas)
    assert all(match.keeps_its_id and match.how is How.TEXT for match in found.matches)
    assert (found.only_first, found.only_second, found.differences) == ((), (), ())


def test_the_targeted_inspections_share_their_areas_by_text() -> None:
    found = compare(JTAI, library.get("ofsted-targeted-2015"))
    assert [match.how for match in found.matches] == [How.TEXT] * 6
    lists = {difference.name: difference for difference in found.differences}
    assert "CQC" in lists["inspectorates"].only_first
    assert lists["rules"].only_first == ("audit-is-compared",)


def test_an_area_under_another_id_is_found_by_its_text_and_a_reworded_one_by_its_label() -> None:
    first, second, *rest = JTAI.areas
    moved = replace(first, id="X1", number=9, key="xx", text=f"  {first.text.upper()} ")
    reworded = replace(second, text="Other words.")
    found = compare(JTAI, replace(JTAI, areas=(moved, reworded, *rest), digest="other"))
    by_first = {match.first.id: match for match in found.matches}
    assert (by_first["T1"].second.id, by_first["T1"].how) == ("X1", How.TEXT)
    assert by_first["T2"].how is How.LABEL
    assert not by_first["T1"].keeps_its_id


def test_areas_without_a_match_stand_on_their_own_side() -> None:
    found = compare(JTAI, MACP)
    assert {area.id for area in found.only_first} == {area.id for area in JTAI.areas}
    assert len(found.only_second) == len(MACP.areas)


def test_two_areas_of_the_same_text_match_nothing_by_it() -> None:
    first = JTAI.areas[0]
    twin = replace(first, id="X1", number=9, key="xx", label="Another label")
    found = compare(JTAI, replace(JTAI, areas=(first, twin)))
    assert [match.how for match in found.matches] == [How.LABEL]
    assert text_hash(first) == text_hash(twin)


def test_every_area_stands_in_one_pair_and_versions_of_one_framework_pair_by_id_too() -> None:
    first = library.get("macp-2012")
    e3, e4 = first.areas[2], first.areas[3]
    changed = replace(e3, text="Something else.", label="Another label")
    second = replace(first, version=2, areas=(*first.areas[:2], changed, *first.areas[4:]))
    pairs = {each.first.id: each for each in compare(first, second).pairs if each.first}
    assert (pairs["E3"].pairing, pairs["E3"].second) == (Pairing.CHANGED, changed)
    assert (pairs[e4.id].pairing, pairs[e4.id].second) == (Pairing.GONE, None)
    assert pairs["E1"].pairing is Pairing.SAME
    added = compare(second, first).pairs[-1]
    assert (added.pairing, added.first, added.second) == (Pairing.ADDED, None, e4)
    other = compare(replace(first, id=FrameworkId("other-2012")), second)
    gone = [each.first.id for each in other.pairs if each.first and each.second is None]
    assert gone == ["E3", "E4"]
