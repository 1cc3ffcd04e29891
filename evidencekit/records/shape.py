"""The strict door for what people hand in: every answer has its form, every field is known.

What arrives from a newer version is kept as it is elsewhere; only here an unknown field is refused.
Nothing here asks whether anything is missing: that is asked when a record is submitted.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from evidencekit.canonical import Json
from evidencekit.errors.records import WrongField
from evidencekit.records import forms
from evidencekit.records.fields import Field, FieldKind, Kind
from evidencekit.records.forms import Amiss
from evidencekit.records.words import VOCABULARIES, PackWords, is_pack_words

WORDS_SHOWN = 12  # a longer list is looked up, not read in a refusal

_KEY = re.compile(r"[a-z][a-z_]{0,39}")  # what may be repeated in a refusal as the name of a field

_ONE_OF_LIST = {FieldKind.RECORDS: forms.record, FieldKind.MEMBERS: forms.member}
_WORDED = frozenset({FieldKind.CHOICE, FieldKind.YES_NO, FieldKind.CHOICES})


@dataclass(frozen=True, slots=True)
class _Door:
    """What a refusal has to name, and who knows the framework's words."""

    kind: str
    pack_words: PackWords

    def check(self, fields: tuple[Field, ...], answers: Mapping[str, Json], inside: str) -> None:
        """Check the answers of one form, table row or group."""
        known = {field.key: field for field in fields}
        for key, answer in answers.items():
            field = known.get(key)
            if field is None:
                self.refuse(inside + nameable(key), "there is no such field")
            else:
                self._check_answer(field, answer, inside + key)

    def refuse(self, path: str, why: str) -> None:
        """Refuse, naming the field and the reason."""
        raise WrongField(field=path, kind=self.kind, why=why)

    def _check_answer(self, field: Field, answer: Json, path: str) -> None:
        if answer is None:
            self.refuse(path, "an empty answer is left out, not null")
        elif field.kind is FieldKind.ROWS:
            self._check_rows(field, answer, path)
        elif field.kind is FieldKind.GROUP:
            self._check_row(field, answer, path)
        elif why := self._why(field, answer):
            self.refuse(path, why)

    def _check_rows(self, field: Field, answer: Json, path: str) -> None:
        if not isinstance(answer, list | tuple):
            self.refuse(path, "it is not a list of rows")
        else:
            for number, row in enumerate(answer, 1):
                self._check_row(field, row, f"{path} row {number}")

    def _check_row(self, field: Field, row: Json, path: str) -> None:
        if isinstance(row, Mapping):
            self.check(field.columns, row, f"{path}.")
        else:
            self.refuse(path, "it is not an object")

    def _why(self, field: Field, answer: Json) -> Amiss:
        if field.kind in _WORDED:
            return self._why_not_worded(field, answer)
        if field.kind in _ONE_OF_LIST:
            form = _ONE_OF_LIST[field.kind]
            return _why_not_list(answer) or next(filter(None, map(form, _items(answer))), "")
        return forms.SINGLE[field.kind](answer)

    def _why_not_worded(self, field: Field, answer: Json) -> Amiss:
        if field.kind is FieldKind.CHOICES:
            if why := _why_not_list(answer):
                return why
            chosen = _items(answer)
        else:
            chosen = (answer,)
        known = self._words(field.words)
        for word in chosen:
            if not isinstance(word, str):
                return "it is not text"
            if known is not None and word not in known:
                return _not_among(known)
        return ""

    def _words(self, words: str) -> frozenset[str] | None:
        if is_pack_words(words):
            return self.pack_words(words)
        return VOCABULARIES[words].keys


def check_fields(kind: Kind, fields: Mapping[str, Json], *, pack_words: PackWords) -> None:
    """Raise WrongField unless every answer has the form its question asks for.

    `pack_words` gives the keys of one of the framework's lists, or None when any key will do.
    """
    _Door(kind.key, pack_words).check(kind.fields, fields, "")


def nameable(key: str) -> str:
    """Give a key as a refusal may repeat it: spelled like a field, or not at all."""
    return key if _KEY.fullmatch(key) else "(unnamed)"


def _why_not_list(answer: Json) -> Amiss:
    if not isinstance(answer, list | tuple):
        return "it is not a list"
    texts = [each for each in answer if isinstance(each, str)]
    return "something is named twice" if len(texts) != len(set(texts)) else ""


def _items(answer: Json) -> tuple[Json, ...]:
    return tuple(answer) if isinstance(answer, list | tuple) else ()


def _not_among(known: frozenset[str]) -> Amiss:
    # What stands where a key belongs may be evidence text: a refusal never repeats it.
    if not known:
        return "this framework has no list for it"
    if len(known) > WORDS_SHOWN:
        return "it is not one of the words listed"
    return f"it is not one of: {', '.join(sorted(known))}"
