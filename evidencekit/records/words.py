"""Every controlled vocabulary that is not the framework's own, by key (domain.md §3.2, §3.3)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from evidencekit.records.vocabularies import evidence, outcome, people, practice
from evidencekit.records.vocabularies.word import Vocabulary, Word, by_key

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
        "pack.grades",
        "pack.inspectorates",
        "pack.judgements",
        "pack.observation-kinds",
        "pack.sample-types",
        "pack.scope-groups",
        "pack.stages",
    }
)

VOCABULARIES: Mapping[str, Vocabulary] = MappingProxyType(
    by_key((*people.ALL, *practice.ALL, *evidence.ALL, *outcome.ALL))
)

PackWords = Callable[[str], frozenset[str] | None]


def is_pack_words(words: str) -> bool:
    """Tell whether a vocabulary is answered by the framework pack."""
    return words.startswith(PACK_PREFIX)


def label_of(words: str, key: str) -> str:
    """Give the label of a key in one of our vocabularies; the key itself when unknown."""
    vocabulary = VOCABULARIES.get(words)
    return vocabulary.label_of(key) if vocabulary else key
