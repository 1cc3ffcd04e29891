from dataclasses import replace

import pytest

from evidencekit.checks.catalogue import problems_in
from evidencekit.checks.voices import (
    consent_before_voice,
    own_choice_of_voices,
    withdrawn_words,
)
from tests.evidencekit.checks.making import CONSENT, PACK, alone, at, context, known, whole, words


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
    assert at(found, "consent.at").blocks


@pytest.mark.parametrize("what", ["visit", "shadowing"])
def test_a_visit_and_a_shadowing_are_held_back_under_any_framework(what: str) -> None:
    kinds = tuple(replace(kind, asks_consent=False) for kind in PACK.observation_kinds)
    loose = replace(PACK, rules=(), observation_kinds=kinds)
    for consent in (None, {}, {"status": "given"}):
        held = problems_in(context("observation", pack=loose, what=what, consent=consent))
        assert any(one.blocks and one.top_field == "consent" for one in held)
    told = problems_in(context("observation", pack=loose, what=what))
    assert not [one for one in told if one.blocks]
    meeting = problems_in(context("observation", pack=loose, what="icpc", consent=None))
    assert not [one for one in meeting if one.top_field == "consent"]


def test_a_voice_is_held_back_under_any_framework() -> None:
    loose = replace(PACK, rules=())
    held = problems_in(context("voice", pack=loose, consent=None))
    assert [one.words for one in held if one.blocks] == [
        "Record the consent: whose, and how it was asked."
    ]
    assert not [one for one in problems_in(context("voice", pack=loose)) if one.blocks]


def test_when_they_agreed_is_needed_where_one_sits_with_a_family() -> None:
    without = {key: value for key, value in CONSENT.items() if key != "at"}
    for kind, what, blocks in (
        ("voice", None, True), ("observation", "visit", True), ("observation", "icpc", False),
    ):  # fmt: skip
        changed = {"what": what} if what else {}
        found = alone(consent_before_voice, context(kind, consent=without, **changed))
        assert at(found, "consent.at").blocks is blocks


def test_a_role_says_who_agreed_as_well_as_a_capacity() -> None:
    by_role = {**CONSENT, "given_by": None, "who": ["mother"]}
    found = alone(consent_before_voice, context("voice", who="parent", consent=by_role))
    assert found == []


@pytest.mark.parametrize("status", ["given", "withdrawn"])
def test_consent_withdrawn_afterwards_is_said_with_its_day_and_holds_nothing_back(
    status: str,
) -> None:
    consent = {**CONSENT, "status": status, "withdrawn_at": "2012-11-22T09:00"}
    found = alone(consent_before_voice, context("voice", consent=consent))
    assert words(found) == [
        "Consent was withdrawn on 22 November 2012. Ask the lead what of this may be kept."
    ]
    assert not found[0].blocks


def test_a_withdrawal_without_a_day_is_asked_for_it() -> None:
    found = alone(consent_before_voice, context("voice", consent={"status": "withdrawn"}))
    assert words(found) == [
        "Consent was withdrawn. Ask the lead what of this may be kept.",
        "Add when consent was withdrawn.",
    ]
    assert withdrawn_words({"status": "given"}) == ""
    assert withdrawn_words({"withdrawn_at": "last week"}) == "Consent was withdrawn."


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
