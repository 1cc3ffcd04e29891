"""Answers in words: labels for keys, names for ids."""

from evidencekit.operations.casework import case_snapshot
from evidencekit.records.kinds import KINDS
from tests.ui.places.conftest import Known, add, do
from ui.places.answer_words import answers_in_words, polarity_words
from ui.places.workplace import Workplace


def test_a_case_is_told_in_the_words_of_its_questions(workplace: Workplace, known: Known) -> None:
    twin = add(workplace, "case", {
        "reference": "OWN-L2", "sample_type": "shared-tracked", "siblings": [known.case],
        "stages": ["early-help"], "unborn": "no", "tracked_by": [workplace.me.id],
        "agencies": [{"agency": "police", "record_read": "yes",
                      "since": {"date": "2012-06", "precision": "month"}}],
    })  # fmt: skip
    snapshot = do(workplace, lambda desk: case_snapshot(desk, twin))
    said = dict(answers_in_words(KINDS["case"], snapshot.items[twin].fields, snapshot))
    assert said["Reference"] == "OWN-L2"
    assert {"OWN-L1", "No", "Amara Osei"} <= set(said.values())
    rows = next(words for words in said.values() if "Police" in words)
    assert "June 2012" in rows
    assert "Yes" in rows


def test_a_polarity_is_one_word_and_nothing_is_made_up() -> None:
    assert polarity_words("strength") == "Strength"
    assert polarity_words("") == "Not said"
    assert polarity_words("of-a-newer-version") == "Of-a-newer-version"
