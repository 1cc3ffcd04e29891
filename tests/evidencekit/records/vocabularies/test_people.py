"""Who there is."""

import string

import pytest

from evidencekit.records.vocabularies.people import (
    ADDRESSEES,
    AGENCIES,
    INSPECTORATES,
    MEMBER_ROLES,
    PRACTITIONER_ROLES,
    VOICES,
)


def test_the_six_inspectorates_are_there() -> None:
    assert INSPECTORATES.keys == {
        "ofsted", "cqc", "hmic", "hmi-probation", "hmi-prisons", "hmcpsi",
    }  # fmt: skip


def test_the_roster_roles_are_among_the_team_roles() -> None:
    assert {"lead", "deputy", "inspector"} <= MEMBER_ROLES.keys


def test_every_role_has_two_letters_of_its_own() -> None:
    codes = [word.code for word in PRACTITIONER_ROLES.words]
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 2 and set(code) <= set(string.ascii_lowercase) for code in codes)


@pytest.mark.parametrize(
    ("code", "role"),
    [
        ("ch", "Chair"), ("sw", "Social worker"), ("tm", "Team manager"), ("po", "Police"),
        ("he", "Health visitor"), ("sc", "School"), ("mo", "Mother"), ("fa", "Father"),
        ("yp", "Child or young person"), ("pr", "Probation officer"),
        ("ia", "Domestic abuse adviser"), ("ad", "Advocate"),
    ],
)  # fmt: skip
def test_the_letters_inspectors_learned_first_stay(code: str, role: str) -> None:
    assert {word.code: word.label for word in PRACTITIONER_ROLES.words}[code] == role


def test_a_short_word_before_a_colon_is_not_a_speaker_by_accident() -> None:
    words = "no cv so is it as in of to we or by on at if an be do go up us my am"
    assert not [each for each in PRACTITIONER_ROLES.words if each.code in words.split()]


@pytest.mark.parametrize(
    ("year", "there", "gone"),
    [
        (2012, {"pct", "probation-trust", "lscb", "pcc"}, {"icb", "nps", "crc"}),
        (2015, {"ccg", "nps", "crc", "lscb"}, {"pct", "probation-trust", "icb"}),
        (2024, {"icb", "probation-service", "safeguarding-partnership"}, {"ccg", "lscb", "nps"}),
    ],
)
def test_agencies_are_those_of_their_year(year: int, there: set[str], gone: set[str]) -> None:
    offered = {word.key for word in AGENCIES.in_year(year)}
    assert there <= offered
    assert not gone & offered


def test_a_finding_may_be_addressed_to_the_partnership_or_to_one_agency() -> None:
    assert "partnership" in ADDRESSEES.keys
    assert AGENCIES.keys <= ADDRESSEES.keys


def test_childrens_voices_can_be_told_from_their_parents() -> None:
    child = VOICES.word("child")
    parent = VOICES.word("parent")
    assert child is not None
    assert parent is not None
    assert child.group != parent.group
