"""A nonsense phrase, the ways in which it could be spelled on a disk, and who looks for it."""

import base64
import logging
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from evidencekit.canonical import Json
from evidencekit.errors.base import Planned
from evidencekit.framework.pack import FrameworkPack
from evidencekit.records.fields import Field, FieldKind, Kind
from evidencekit.records.words import VOCABULARIES, is_pack_words

# Small letters: no check takes it for a name, so that nothing else stops a record on its way.
PHRASE = "quibblefax vermotrop zanderlint"
WORDS = PHRASE.split()
CHANCE = 8  # bytes


def forms_of(phrase: str) -> tuple[bytes, ...]:
    """Give the phrase as files and tools spell text: plain, wide, and in letters for bytes."""
    plain = phrase.encode()
    wide = phrase.encode("utf-16-le")
    forms = [plain, wide, plain.hex().encode(), wide.hex().encode()]
    for shift in range(3):
        # What stands before it moves the letters of base 64; the two at either end also depend on
        # the neighbours, so only the inside is looked for.
        shifted = base64.b64encode(b"\0" * shift + plain)
        forms.append(shifted[4:-4])
    return tuple(form.lower() for form in forms)


@dataclass
class Watch:
    """Everything outside the open store that the program could say or write."""

    root: Path
    log: pytest.LogCaptureFixture
    # Four letters stand somewhere in every few hundred sealed stores by chance; eight never do.
    wanted: tuple[bytes, ...] = tuple(
        form for word in WORDS for form in forms_of(word) if len(form) >= CHANCE
    )
    heard: list[str] = field(default_factory=list)
    asked_for: set[Path] = field(default_factory=set)
    refusals: list[str] = field(default_factory=list)

    def files(self) -> list[Path]:
        found = (path for path in sorted(self.root.rglob("*")) if path.is_file())
        return [path for path in found if path not in self.asked_for]

    def is_in(self, content: bytes) -> bool:
        lowered = content.lower()
        return any(form in lowered for form in self.wanted)

    def told(self) -> list[str]:
        """Give the files, logs and refusals that hold the phrase: none, if all is well."""
        named = [str(path.relative_to(self.root)) for path in self.files()]
        places = [name for name in named if self.is_in(name.encode())]
        places += [path.name for path in self.files() if self.is_in(path.read_bytes())]
        said = [record.getMessage() for record in self.log.records]
        places += [f"log: {line}" for line in said if self.is_in(line.encode())]
        places += [f"said: {text}" for text in self.heard if self.is_in(text.encode())]
        return places

    def refuses(self, kind: type[Planned], work: Callable[[], object]) -> None:
        """Do what must be refused, and keep every word of the refusal and of its causes."""
        with pytest.raises(kind) as found:
            work()
        error: BaseException | None = found.value
        self.refusals.append(found.value.code)
        self.heard += traceback.format_exception(found.value)
        while error is not None:
            self.heard += [str(error), repr(error), repr(error.args)]
            self.heard += [repr(error.facts), error.words] if isinstance(error, Planned) else []
            hidden = error.__suppress_context__
            error = error.__cause__ or (None if hidden else error.__context__)


@dataclass(frozen=True)
class Filler:
    """Fills every question of a kind in the form it asks for; every free text with the phrase."""

    pack: FrameworkPack
    record: str
    revision: str
    member: str
    attachment: Mapping[str, Json]

    def fill(self, kind: Kind) -> dict[str, Json]:
        return self._answers(kind.fields)

    def _answers(self, fields: Sequence[Field]) -> dict[str, Json]:
        return {each.key: self._answer(each) for each in fields if self._can(each)}

    def _can(self, question: Field) -> bool:
        return not question.words or bool(self._words(question))

    def _words(self, question: Field) -> list[str]:
        if is_pack_words(question.words):
            return [key for key, _label in self.pack.words(question.words) or ()]
        return [word.key for word in VOCABULARIES[question.words].words]

    def _answer(self, question: Field) -> Json:
        if question.kind in {FieldKind.CHOICE, FieldKind.YES_NO}:
            return self._words(question)[0]
        if question.kind is FieldKind.CHOICES:
            return [self._words(question)[0]]
        if question.kind is FieldKind.ROWS:
            return [self._answers(question.columns)]
        if question.kind is FieldKind.GROUP:
            return self._answers(question.columns)
        return self._single(question.kind)

    def _single(self, kind: FieldKind) -> Json:
        answers: dict[FieldKind, Json] = {
            FieldKind.TEXT: PHRASE,
            FieldKind.LONG_TEXT: f"{PHRASE}.\n\nAnd again: {PHRASE}.",
            FieldKind.DATE: "2012-11-19",
            FieldKind.ABOUT_DATE: {"date": "2012-11", "precision": "month"},
            FieldKind.TIME: "09:30",
            FieldKind.MOMENT: "2012-11-19T09:30",
            FieldKind.NUMBER: 3,
            FieldKind.RECORD: self.record,
            FieldKind.RECORDS: [self.record],
            FieldKind.MEMBER: self.member,
            FieldKind.MEMBERS: [self.member],
            FieldKind.REVISION: self.revision,
            FieldKind.ATTACHMENTS: [dict(self.attachment)],
        }
        return answers[kind]


def quietly_everything() -> None:
    """Let every logger speak, the ones of libraries too."""
    logging.getLogger().setLevel(logging.DEBUG)
