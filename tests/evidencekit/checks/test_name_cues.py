import pytest

from evidencekit.checks import name_cues


@pytest.mark.parametrize(
    "before", ["her sister ", "The baby, ", "a boy named ", "The child is called "]
)
def test_kinship_and_calling_name_a_person(before: str) -> None:
    assert name_cues.is_called(before)


@pytest.mark.parametrize("before", ["the ", "in May and ", "a sisterly "])
def test_other_words_do_not(before: str) -> None:
    assert not name_cues.is_called(before)


@pytest.mark.parametrize(
    "after", [" said no", " told her", "'s mother", "\u2019s file", " was nine", ", aged 7"]
)
def test_what_only_people_do_is_told(after: str) -> None:
    assert name_cues.acts(after)
    assert name_cues.may_act(after)


@pytest.mark.parametrize("after", [" the file", " of the chair", "'s figures", " at home is"])
def test_what_things_do_is_not(after: str) -> None:
    assert not name_cues.acts(after)


def test_what_may_be_said_of_people_is_weaker() -> None:
    assert name_cues.may_act(" was moved")
    assert not name_cues.acts(" was moved")


def test_articles_and_people_spoken_to_are_told_apart() -> None:
    assert name_cues.is_determined("on the ")
    assert not name_cues.is_determined("I asked ")
    assert name_cues.is_spoken_to("I asked ")


def test_two_joined_by_and_are_found_from_either_side() -> None:
    assert name_cues.paired_with("", " and Blessing share a room") == "blessing"
    assert name_cues.paired_with("Precious and ", " share a room") == "precious"
    assert name_cues.paired_with("", " and time") == ""
