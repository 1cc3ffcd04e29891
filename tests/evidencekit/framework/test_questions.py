from dataclasses import replace

import pytest

from evidencekit.framework import library
from evidencekit.framework.questions import question
from evidencekit.ids import FrameworkId

MACP = next(pack for pack in library.shipped() if pack.id == "macp-2012")


@pytest.mark.parametrize("area", MACP.areas, ids=lambda area: area.id)
def test_every_area_is_asked_about_in_one_short_question(area: object) -> None:
    key = str(getattr(area, "id", ""))
    asked = question(MACP, key)
    assert asked.endswith("?")
    assert asked.count("?") == 1
    assert len(asked.split()) <= 15


def test_no_two_areas_are_asked_the_same() -> None:
    asked = [question(MACP, area.id) for area in MACP.areas]
    assert len(set(asked)) == len(asked)


def test_a_framework_without_questions_asks_with_its_own_texts() -> None:
    other = replace(MACP, id=FrameworkId("mine-2030"))
    assert question(other, "E4") == other.areas[3].text
    assert question(other, "Z9") == ""
