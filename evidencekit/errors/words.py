"""Refusals about the word lists and the dictionary that come along."""

from evidencekit.errors.base import Damaged, Refused


class DictionaryChanged(Damaged):
    """The spelling dictionary is not the one that was made to come along."""

    code = "words.dictionary-changed"
    happened = "The spelling dictionary is not the one that came with EvidenceKit."
    safe = "Your notes are as they were. Spelling is not checked."
    next_step = "Install EvidenceKit again to put the dictionary back."


class NotAWord(Refused):
    """What should be kept as a word is none."""

    code = "words.not-a-word"
    happened = "Only a word or a name of up to 64 characters on one line can be kept."
    next_step = "Keep one word at a time."
