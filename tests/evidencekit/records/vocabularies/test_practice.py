"""What happens to children, and the meetings about them."""

import pytest

from evidencekit.records.vocabularies.practice import (
    AGE_BANDS,
    ATTENDANCE,
    JOURNEY_STAGES,
    MAPPA_CATEGORIES,
    MAPPA_LEVELS,
    MARAC_OUTCOMES,
    MEETING_TYPES,
    SAMPLE_TYPES,
)

CLOCKED = ["icpc", "core-group", "review-conference", "childrens-review"]


def test_the_journey_begins_before_birth_and_ends_with_a_closed_case() -> None:
    keys = [word.key for word in JOURNEY_STAGES.words]
    assert (keys[0], keys[-1], len(keys)) == ("pre-birth", "closed", 20)


def test_the_unborn_have_an_age_band() -> None:
    assert AGE_BANDS.words[0].key == "unborn"


def test_attendance_tells_not_invited_from_invited_and_absent() -> None:
    keys = [word.key for word in ATTENDANCE.words]
    assert keys == [
        "not-invited", "no-response", "apologies", "report-only", "partial", "present",
        "decision-maker",
    ]  # fmt: skip


@pytest.mark.parametrize("key", CLOCKED)
def test_a_clock_is_a_prompt_and_never_a_verdict(key: str) -> None:
    word = MEETING_TYPES.word(key)
    assert word is not None
    assert "usually" in word.note.casefold()
    assert not {"late", "breach", "must", "fail"} & set(word.note.casefold().split())


def test_no_meeting_type_decides_who_makes_it_quorate() -> None:
    assert not [word for word in MEETING_TYPES.words if "quora" in word.note.casefold()]


def test_mappa_and_marac_papers_are_view_only() -> None:
    assert {word.key for word in MEETING_TYPES.words if word.group == "view-only"} == {
        "mappa", "marac",
    }  # fmt: skip


def test_the_fourth_mappa_category_did_not_exist_in_2012() -> None:
    assert [word.key for word in MAPPA_CATEGORIES.in_year(2012)] == ["1", "2", "3"]
    assert [word.key for word in MAPPA_CATEGORIES.in_year(2015)] == ["1", "2", "3"]
    assert [word.key for word in MAPPA_CATEGORIES.in_year(2022)] == ["1", "2", "3", "4"]
    assert MAPPA_LEVELS.keys == {"1", "2", "3"}


def test_a_marac_may_end_without_action_and_must_then_say_why() -> None:
    word = MARAC_OUTCOMES.word("no-action")
    assert word is not None
    assert word.note == "Say why."


def test_only_the_shared_sample_is_shared() -> None:
    assert [word.key for word in SAMPLE_TYPES.words if word.group] == ["shared-tracked"]
