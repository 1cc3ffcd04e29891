"""Every controlled vocabulary that is not the framework's own, by key (domain.md §3.2, §3.3)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from evidencekit.records.kinds import KINDS
from evidencekit.records.vocabularies import (
    answering,
    evidence,
    outcome,
    people,
    practice,
)
from evidencekit.records.vocabularies.word import Vocabulary, Word, by_key, vocabulary

__all__ = [
    "PACK_VOCABULARIES",
    "VOCABULARIES",
    "PackWords",
    "Vocabulary",
    "Word",
    "is_pack_words",
    "label_of",
]

PACK_PREFIX = "pack."

PACK_VOCABULARIES = frozenset(
    {
        "pack.areas",
        "pack.characteristics",
        "pack.establishments",
        "pack.grades",
        "pack.inspectorates",
        "pack.judgements",
        "pack.observation-kinds",
        "pack.phases",
        "pack.sample-types",
        "pack.scope-groups",
        "pack.sections",
        "pack.stages",
        "pack.themes",
    }
)

RECORD_KINDS = vocabulary(
    "record-kinds",
    "Kind of record",
    *(Word(kind.key, kind.plural) for kind in KINDS.values()),
)

VOCABULARIES: Mapping[str, Vocabulary] = MappingProxyType(
    by_key((*people.ALL, *practice.ALL, *evidence.ALL, *outcome.ALL, *answering.ALL, RECORD_KINDS))
)

# Words a framework owns but most frameworks share: read without the pack, they still have a label.
_USUAL = {
    "pack.inspectorates": "inspectorates",
    "pack.observation-kinds": "meeting-types",
    "pack.sample-types": "sample-types",
    "pack.stages": "journey-stages",
}

PackWords = Callable[[str], frozenset[str] | None]


def is_pack_words(words: str) -> bool:
    """Tell whether a vocabulary is answered by the framework pack."""
    return words.startswith(PACK_PREFIX)


def label_of(words: str, key: str) -> str:
    """Give the usual label of a key without asking a pack; the key itself when unknown."""
    vocabulary = VOCABULARIES.get(_USUAL.get(words, words))
    return vocabulary.label_of(key) if vocabulary else key
