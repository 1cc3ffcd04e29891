"""Words for answering later."""

from evidencekit.records.vocabularies.answering import ALL, REDACTION_OUTCOMES


def test_a_place_is_withheld_or_released_and_nothing_else() -> None:
    assert REDACTION_OUTCOMES.keys == {"withhold", "release"}
    assert all(vocabulary.label for vocabulary in ALL)
