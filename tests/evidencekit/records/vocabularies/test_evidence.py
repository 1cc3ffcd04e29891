"""What is gathered, and how it may be used."""

from evidencekit.records.revision import DEFAULT_MARKING, Provenance, State
from evidencekit.records.vocabularies.evidence import (
    CONSENT,
    EVIDENCE_TYPES,
    HANDLING,
    LINE_KINDS,
    LOOKED_AT,
    MARKINGS,
    POLARITY,
    PROVENANCE,
    SELECTION_ROUTES,
    STATES,
    WEIGHT,
)


def test_the_words_of_a_revision_are_those_of_its_type() -> None:
    assert [word.key for word in PROVENANCE.words] == [each.value for each in Provenance]
    assert [word.key for word in STATES.words] == [each.value for each in State]


def test_secret_cannot_be_entered_and_the_default_comes_first() -> None:
    assert MARKINGS.words[0].key == DEFAULT_MARKING
    assert not {"SECRET", "TOP SECRET"} & MARKINGS.keys


def test_what_was_seen_said_and_thought_are_three_kinds_of_line() -> None:
    assert [word.key for word in LINE_KINDS.words] == ["observed", "quote", "my-view"]


def test_links_have_the_agreed_words() -> None:
    assert [word.key for word in POLARITY.words] == ["strength", "weakness", "mixed", "context"]
    assert [word.key for word in WEIGHT.words] == ["isolated", "some", "pattern"]


def test_not_looked_at_differs_from_looked_and_none_found() -> None:
    assert LOOKED_AT.keys == {"graded", "not-looked-at", "looked-none-found"}


def test_refused_consent_has_a_word_of_its_own() -> None:
    assert {"given", "refused", "withdrawn"} <= CONSENT.keys


def test_every_kind_of_evidence_but_other_has_a_method() -> None:
    assert [word.key for word in EVIDENCE_TYPES.words if not word.group] == ["other"]


def test_papers_may_be_seen_without_being_copied() -> None:
    assert {"seen-not-copied", "view-only"} <= HANDLING.keys


def test_who_chose_a_person_is_known() -> None:
    assert {"authority", "inspector", "self"} <= SELECTION_ROUTES.keys
