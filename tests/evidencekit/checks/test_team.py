from dataclasses import replace

import pytest

from evidencekit.checks.context import Known
from evidencekit.checks.team import team_is_whole, team_on_site
from tests.evidencekit.checks.making import PACK, known, whole, words

FULL = [
    known("member", f"m{n}", member=f"M{n}", inspectorate=name)
    for n, name in enumerate(("ofsted", "cqc", "hmic", "hmi-probation"))
]


def deployed(member: str, *days: str, **row: str) -> Known:
    rows = [{"day": day, **row} for day in days]
    return known("deployment", f"d-{member}-{days[0]}", member=member, on_site=rows)


def test_seven_at_once_is_the_likely_limit() -> None:
    seven = [deployed(f"X{n}", "2012-11-26") for n in range(7)]
    again = deployed("X0", "2012-11-26")

    assert whole(team_on_site, *seven, again) == []
    found = whole(team_on_site, *seven, deployed("X7", "2012-11-26"))
    assert words(found) == ["8 are on site on 2012-11-26; likely at most 7."]
    assert found[0].source == "120081 ¶35"
    assert not found[0].blocks


def test_the_first_part_is_for_ofsted_and_hmic() -> None:
    inspection = known("inspection", "i")
    early = [deployed(f"M{n}", "2012-11-20") for n in range(4)]

    found = whole(team_on_site, inspection, *FULL, *early)

    assert [said.partition(" is on site")[0] for said in words(found)] == ["CQC", "HMI Probation"]
    assert {problem.source for problem in found} == {"120081 ¶37"}


def test_a_day_that_names_its_part_is_taken_at_its_word() -> None:
    inspection = known("inspection", "i", second_part=None)

    early = whole(team_on_site, inspection, *FULL, deployed("M1", "2012-11-20", phase="first"))
    later = whole(team_on_site, inspection, *FULL, deployed("M1", "2012-11-20", phase="second"))

    assert len(early) == 1
    assert later == []


def test_a_whole_team_needs_no_word() -> None:
    assert whole(team_is_whole, known("inspection", "i"), *FULL) == []


@pytest.mark.parametrize(("missing", "label"), [(3, "HMI Probation"), (1, "CQC"), (0, "Ofsted")])
def test_a_missing_inspectorate_is_named(missing: int, label: str) -> None:
    team = [one for n, one in enumerate(FULL) if n != missing]

    found = whole(team_is_whole, known("inspection", "i"), *team)

    assert words(found) == [f"Nobody of {label} is in the team yet. Add at least one."]


@pytest.mark.parametrize("here", ["yoi", "irc-children", "mother-and-baby-unit"])
def test_hmi_prisons_is_demanded_where_children_are_held(here: str) -> None:
    found = whole(team_is_whole, known("inspection", "i", establishments=[here]), *FULL)

    assert words(found) == ["This area needs an inspector of HMI Prisons. Add one."]
    prisons = known("member", "m9", member="M9", inspectorate="hmi-prisons")
    inspection = known("inspection", "i", establishments=[here])
    assert whole(team_is_whole, inspection, *FULL, prisons) == []


def test_hmi_prisons_is_not_there_without_a_reason() -> None:
    prisons = known("member", "m9", member="M9", inspectorate="hmi-prisons")

    found = whole(team_is_whole, known("inspection", "i"), *FULL, prisons)

    assert "names no place that needs it" in words(found)[0]


def test_hmcpsi_is_triggered_and_never_missed() -> None:
    hmcpsi = known("member", "m9", member="M9", inspectorate="hmcpsi")

    assert whole(team_is_whole, known("inspection", "i"), *FULL, hmcpsi) == []


def test_before_there_is_an_inspection_nothing_is_asked() -> None:
    assert whole(team_is_whole) == []


def test_a_framework_without_parts_or_a_limit_asks_for_neither() -> None:
    pack = replace(PACK, phases=(), team=None)
    crowd = [deployed(f"M{n}", "2012-11-20") for n in range(9)]

    assert whole(team_on_site, known("inspection", "i"), *FULL, *crowd, pack=pack) == []


def test_a_day_still_without_a_date_is_let_be() -> None:
    undated = [known("deployment", f"d{n}", member=f"X{n}", on_site=[{}]) for n in range(8)]

    assert whole(team_on_site, *undated) == []
