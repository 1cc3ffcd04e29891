"""The controlled vocabularies (domain.md §3.2 and §3.3)."""

import pytest

from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.kinds import KINDS
from evidencekit.records.vocabularies import answering, evidence, outcome, people, practice
from evidencekit.records.words import (
    PACK_VOCABULARIES,
    VOCABULARIES,
    Vocabulary,
    is_pack_words,
    label_of,
)

ALL = list(VOCABULARIES.values())


def _key(vocabulary: Vocabulary) -> str:
    return vocabulary.key


def test_no_vocabulary_hides_another() -> None:
    listed = (*people.ALL, *practice.ALL, *evidence.ALL, *outcome.ALL, *answering.ALL)
    assert len(VOCABULARIES) == len(listed) + 1
    assert VOCABULARIES["record-kinds"].keys == set(KINDS)


@pytest.mark.parametrize("vocabulary", ALL, ids=_key)
def test_keys_are_different_and_labels_too(vocabulary: Vocabulary) -> None:
    assert len({word.key for word in vocabulary.words}) == len(vocabulary.words)
    assert len({word.label for word in vocabulary.words}) == len(vocabulary.words)


@pytest.mark.parametrize("vocabulary", ALL, ids=_key)
def test_words_read_well(vocabulary: Vocabulary) -> None:
    for word in vocabulary.words:
        assert word.key == word.key.strip()
        assert " " not in word.key
        assert word.label
        assert not word.label.endswith(".")
        assert not word.note or word.note.endswith(".")
        assert word.label[0] == word.label[0].upper()


def test_the_frameworks_own_words_are_not_answered_here() -> None:
    assert not PACK_VOCABULARIES & set(VOCABULARIES)
    assert all(map(is_pack_words, PACK_VOCABULARIES))
    assert not any(map(is_pack_words, VOCABULARIES))


@pytest.mark.parametrize("words", sorted(PACK_VOCABULARIES))
def test_a_pack_has_each_list_that_is_left_to_it(words: str) -> None:
    listed = words.removeprefix("pack.").replace("-", "_")
    assert listed in FrameworkPack.__dataclass_fields__


@pytest.mark.parametrize(
    ("words", "key", "label"),
    [
        ("polarity", "strength", "A strength"),
        ("pack.observation-kinds", "marac", "MARAC"),
        ("pack.stages", "icpc", "Initial child protection conference"),
        ("pack.areas", "E4", "E4"),
        ("nothing", "key", "key"),
        ("polarity", "of-tomorrow", "of-tomorrow"),
    ],
)
def test_a_key_has_its_usual_label_or_stands_for_itself(words: str, key: str, label: str) -> None:
    assert label_of(words, key) == label
