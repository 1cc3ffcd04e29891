"""Team and phases, the police force, host and placing, and who is called in (¶31-39)."""

from typing import Any

import pytest

from evidencekit.checks.conditions import Said, conditions
from evidencekit.checks.context import Known, WholeContext
from tests.evidencekit.checks.making import PACK, known


def said(*items: Known) -> tuple[Said, ...]:
    return conditions(WholeContext(pack=PACK, items=items))


def about(found: tuple[Said, ...], paragraph: str, words: str = "") -> list[Said]:
    return [each for each in found if paragraph in each.source and words in each.words]


def inspection(**fields: Any) -> Known:
    return known("inspection", "i", **fields)


def test_every_sentence_names_its_paragraph_and_what_is_due_comes_first() -> None:
    found = said(inspection(), known("case", "c", reference="SH-01", out_of_area="yes"))
    assert all("¶" in each.source for each in found)
    due = [each.is_due for each in found]
    assert due == sorted(due, reverse=True)
    assert all(each.words.endswith(".") for each in found)


@pytest.mark.parametrize(
    ("check", "words", "is_due"),
    [
        ({}, "Say whether this is the first inspection", True),
        ({"first_in_force": "unclear"}, "Say whether this is the first inspection", True),
        ({"first_in_force": "yes"}, "Say so in the inspection", True),
        ({"first_in_force": "yes", "depth": "force-wide"}, "The first inspection in", False),
        ({"first_in_force": "yes", "depth": "local"}, "The inspection says otherwise", True),
        ({"first_in_force": "no"}, "Ask whether", True),
        ({"first_in_force": "no", "changes_since": "unclear"}, "Ask whether", True),
        (
            {"first_in_force": "no", "changes_since": "no", "depth": "local"},
            "Nothing has changed", False,
        ),
        (
            {"first_in_force": "no", "changes_since": "yes", "depth": "local"},
            "The inspection says otherwise", True,
        ),
        (
            {"first_in_force": "no", "changes_since": "no", "depth": "force-wide"},
            "The inspection says otherwise", True,
        ),
    ],
)  # fmt: skip
def test_how_wide_to_look_at_the_police_follows_from_the_force(
    check: dict[str, str],
    words: str,
    is_due: bool,  # noqa: FBT001
) -> None:
    (found,) = about(said(inspection(force_check=check)), "120081 ¶31", words)
    assert found.is_due is is_due
    assert "Amber Valley Police" in found.words


def test_a_child_away_from_home_has_two_authorities() -> None:
    away = known("case", "c", reference="SH-07", in_custody="yes", host_authority="Northley")
    (found,) = about(said(inspection(), away), "120081 ¶32", "SH-07")
    assert "placed" in found.words
    assert (found.record, found.is_due) == ("c", True)
    at_home = known("case", "c", reference="SH-08")
    assert not about(said(inspection(), at_home), "120081 ¶32", "SH-08")


def test_prisons_come_where_children_are_held_and_otherwise_the_condition_is_told() -> None:
    (told,) = about(said(inspection()), "¶39", "HMI Prisons")
    assert not told.is_due
    assert "young offender institution" in told.words
    (needed,) = about(said(inspection(establishments=["yoi"])), "¶39", "HMI Prisons")
    assert needed.is_due


def test_hmcpsi_is_asked_about_only_when_a_case_shows_a_weakness_of_the_prosecution() -> None:
    (told,) = about(said(inspection()), "¶33", "HMCPSI")
    assert not told.is_due
    weak = known("case-note", "n", agency="cps", areas=[{"area": "E4", "polarity": "weakness"}])
    (due,) = about(said(inspection(), weak), "¶33", "HMCPSI")
    assert (due.is_due, due.record) == (True, "n")
    assert "1 record shows" in due.words


def test_the_busiest_day_and_the_likely_numbers_are_told() -> None:
    members = [known("member", f"m{n}", member=f"M{n}", inspectorate="ofsted") for n in range(2)]
    days = known("deployment", "d", member="M0", on_site=[{"day": "2012-11-19"}])
    found = said(inspection(), *members, days)
    (few,) = about(found, "¶35", "of Ofsted")
    assert (few.words, few.is_due) == ("2 of Ofsted are in the team; likely 4.", True)
    assert about(found, "¶35", "At most 1 is on site at once, on 19 November 2012")


def test_nothing_is_said_of_a_force_without_an_inspection() -> None:
    assert not about(said(), "120081 ¶31", "inspection in")
