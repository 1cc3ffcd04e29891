import pytest

from evidencekit.checks.voices import consent_before_voice, own_choice_of_voices
from tests.evidencekit.checks.making import CONSENT, alone, at, context, known, whole, words


@pytest.mark.parametrize("kind", ["voice", "observation"])
def test_consent_that_was_given_and_told_in_full_needs_no_word(kind: str) -> None:
    assert alone(consent_before_voice, context(kind)) == []


@pytest.mark.parametrize("kind", ["voice", "observation"])
def test_without_a_consent_record_it_is_held_back(kind: str) -> None:
    problem = at(alone(consent_before_voice, context(kind, consent=None)), "consent")

    assert problem.blocks
    assert problem.source == "120081 ¶46"


def test_refused_consent_is_held_back_and_withdrawn_consent_is_for_the_lead() -> None:
    refused = alone(consent_before_voice, context("voice", consent={"status": "refused"}))
    withdrawn = alone(consent_before_voice, context("voice", consent={"status": "withdrawn"}))

    assert at(refused, "consent").blocks
    assert not at(withdrawn, "consent").blocks


def test_consent_that_was_not_sought_says_why() -> None:
    bare = {"status": "not-sought"}

    assert at(alone(consent_before_voice, context("voice", consent=bare)), "consent.note").blocks
    told = {**bare, "note": "A baby of five months."}
    assert alone(consent_before_voice, context("voice", consent=told)) == []


def test_given_consent_says_by_whom_and_how() -> None:
    found = alone(consent_before_voice, context("voice", consent={"status": "given"}))

    assert at(found, "consent.given_by").blocks
    assert at(found, "consent.how").blocks
    assert not at(found, "consent.at").blocks


def test_a_parents_consent_does_not_stand_for_the_childs() -> None:
    parent = {**CONSENT, "given_by": ["parent"]}

    found = alone(consent_before_voice, context("voice", consent=parent))

    assert words(found) == ["Somebody agreed for the child. Say whether the child agreed too."]
    assert alone(consent_before_voice, context("voice", who="parent", consent=parent)) == []


def test_a_child_who_was_not_told_the_use_is_noticed() -> None:
    assert not at(alone(consent_before_voice, context("voice", told_use="no")), "told_use").blocks


def test_other_kinds_ask_for_no_consent() -> None:
    assert alone(consent_before_voice, context("case-note")) == []


def test_a_base_that_heard_only_chosen_children_is_told_so() -> None:
    chosen = [known("voice", f"v{n}", route="authority") for n in range(3)]

    found = whole(own_choice_of_voices, *chosen)

    assert [problem.source for problem in found] == ["120081 ¶47"]
    assert whole(own_choice_of_voices, *chosen, known("voice", "v9", route="self")) == []
    assert whole(own_choice_of_voices) == []
    assert whole(own_choice_of_voices, known("voice", "v", who="parent", route="authority")) == []


def test_a_base_that_heard_only_a_council_is_told_so() -> None:
    found = whole(own_choice_of_voices, known("voice", "v1", in_council="yes"))

    assert "council or group" in words(found)[0]
