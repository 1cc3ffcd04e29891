import pytest

from evidencekit.checks.identifiers import find_identifiers
from evidencekit.errors.rehearsal import NoSuchPlay
from evidencekit.framework import library
from evidencekit.rehearsal.cast import everybody
from evidencekit.rehearsal.play import plays, read_play
from evidencekit.rehearsal.spelling import as_text

TEAM_KINDS = {"member", "inspection"}  # the names of inspectors stand in these
OTHERS = [pack.id for pack in library.shipped() if pack.id != "macp-2012"]


def test_every_framework_but_the_one_of_amberford_has_a_small_rehearsal() -> None:
    assert list(plays()) == sorted(OTHERS)


def test_each_plays_in_another_area_with_other_people() -> None:
    found = [read_play(name) for name in OTHERS]
    areas = [play.area for play in found]
    names = [person.name for play in found for person in play.people]
    assert len({*areas, "Amberford"}) == len(areas) + 1
    assert len({*names, *(each.name for each in everybody())}) == len(names) + len(everybody())


@pytest.mark.parametrize("name", OTHERS)
def test_a_play_is_of_inspectorates_that_its_framework_has(name: str) -> None:
    play, pack = read_play(name), library.get(name)
    assert {person.inspectorate for person in play.people} <= {one.id for one in pack.inspectorates}
    assert play.before < play.set_up < play.evening < play.last


@pytest.mark.parametrize("name", OTHERS)
def test_nothing_in_a_play_could_name_a_child(name: str) -> None:
    written = [each for each in read_play(name).entries if each.kind not in TEAM_KINDS]
    for entry in written:
        for answer in entry.answers.values():
            sure = [each for each in find_identifiers(as_text(answer)) if each.sure]
            assert not sure, entry.name


def test_a_framework_without_a_play_is_refused_with_those_that_have_one() -> None:
    with pytest.raises(NoSuchPlay) as refusal:
        read_play("macp-1999")
    assert refusal.value.facts["known"] == plays()
