"""The words a person typed, for search."""

import pytest

from evidencekit.records.fields import FieldKind
from evidencekit.records.kinds import KINDS
from evidencekit.records.places import TEXTS
from evidencekit.records.text import words_of


def test_typed_text_is_found_wherever_it_was_typed() -> None:
    found = words_of(
        "observation",
        {
            "title": "Core group",
            "lines": [{"key": "k1", "text": "He wants it quiet.", "typed": "yp:He w"}],
            "quoracy": {"rule": "Social care and two others"},
            "actions": [{"action": "Ask the school", "due": "2012-11-30"}],
            "write_up": "",
        },
    )
    assert found.splitlines() == [
        "Core group", "He wants it quiet.", "Social care and two others", "Ask the school",
    ]  # fmt: skip


def test_labels_keys_dates_and_ids_are_not_words_anybody_typed() -> None:
    found = words_of(
        "observation",
        {
            "what": "marac",
            "started": "2012-11-19T10:30",
            "cases": ["01932f6a"],
            "areas": [{"area": "E4", "polarity": "strength", "note": "Worth reading."}],
        },
    )
    assert found == "Worth reading."


def test_an_identity_is_never_given_to_search() -> None:
    fields = {"identity": "Wren Invented", "nature": "Alone at home."}
    assert words_of("concern", fields) == "Alone at home."


@pytest.mark.parametrize("kind", KINDS)
def test_every_open_text_of_every_kind_can_be_found(kind: str) -> None:
    for field in KINDS[kind].fields:
        if field.kind in TEXTS and not field.identity:
            assert words_of(kind, {field.key: "quercine"}) == "quercine"
        for column in field.columns:
            if column.kind is FieldKind.LONG_TEXT:
                assert words_of(kind, {field.key: [{column.key: "quercine"}]}) == "quercine"


def test_answers_of_another_form_and_kinds_of_tomorrow_give_no_words() -> None:
    assert words_of("voice", {"own_words": 7, "asked": ["x"]}) == ""
    assert words_of("of-tomorrow", {"text": "words"}) == ""
