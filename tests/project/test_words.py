"""Every word a person reads: short, calm, British, in sentence case, without jargon.

The rooms try the form of their own words; here all of them are read together, screens included.
"""

import ast
import importlib
import pkgutil
import re
from argparse import ArgumentParser
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from evidencekit import errors
from evidencekit.cli.main import COMMANDS
from evidencekit.errors.base import every
from evidencekit.framework import library
from evidencekit.records.fields import Field
from evidencekit.records.kinds import KINDS
from evidencekit.records.words import VOCABULARIES

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
ROOMS = sorted((*(ROOT / "evidencekit").rglob("*.py"), *(ROOT / "ui").rglob("*.py")))

JARGON = re.compile(
    r"\b(invalid|please|error occurred|an error has|abort(ed)?|fatal|oops|sorry|illegal|"
    r"unexpected error|failed to|null|boolean|uuid|traceback|malformed|deserialis\w+|"
    r"click here|e\.g\.|i\.e\.|etc\.?)(?!\w)",
    re.IGNORECASE,
)
AMERICAN = re.compile(
    r"\b(organiz\w+|recogniz\w+|summariz\w+|prioritiz\w+|finaliz\w+|authoriz\w+|anonymiz\w+|"
    r"analyz\w+|categoriz\w+|minimiz\w+|color(s|ed)?|behavior\w*|favorite\w*|center(s|ed)?|"
    r"labeled|canceled|canceling|traveled|fulfill|judgment\w*|neighbor\w*|honor\w*|labor|"
    r"gray|catalog(?!ue)|dialog|enroll|defense|offense|practic(?:ed|ing))\b",
    re.IGNORECASE,
)
# Words that keep their capital inside a label, because the thing is called so.
_PROPER = frozenset({"Ofsted", "Prisons", "Probation", "Prosecution", "Service"})


def fields_of_all() -> Iterator[tuple[str, Field]]:
    for kind in KINDS.values():
        for field in kind.fields:
            yield f"{kind.key}.{field.key}", field
            for column in field.columns:
                yield f"{kind.key}.{field.key}.{column.key}", column


def labels() -> Iterator[tuple[str, str]]:
    for kind in KINDS.values():
        yield kind.key, kind.label
        yield kind.key, kind.plural
    for place, field in fields_of_all():
        yield place, field.label
    for vocabulary in VOCABULARIES.values():
        yield vocabulary.key, vocabulary.label
        for word in vocabulary.words:
            yield f"{vocabulary.key}.{word.key}", word.label


def helps() -> Iterator[tuple[str, str]]:
    for kind in KINDS.values():
        yield kind.key, kind.help
    for place, field in fields_of_all():
        yield place, field.help
    for command in COMMANDS:
        yield command.word, command.summary
    for module in pkgutil.iter_modules(errors.__path__, "evidencekit.errors."):
        importlib.import_module(module.name)
    ours = (each for each in every() if each.__module__.startswith("evidencekit."))
    for refusal in ours:
        for part in (refusal.happened, refusal.safe, refusal.next_step):
            yield refusal.code, part


def arguments() -> Iterator[tuple[str, str]]:
    for command in COMMANDS:
        parser = ArgumentParser()
        command.arguments(parser)
        for option in parser._actions:
            yield f"{command.word} {option.dest}", option.help or ""


@cache
def spoken() -> tuple[tuple[str, str], ...]:
    """Give every text in the code that reads like words for a person, docstrings left out."""
    found = []
    for path in ROOMS:
        tree = ast.parse(path.read_text("utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and id(node) not in told and is_prose(node.value):
                place = f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"
                found.append((place, str(node.value)))
    return tuple(found)


def document_id(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def is_prose(value: object) -> bool:
    if not isinstance(value, str) or " " not in value or re.search(r"[{};=<>]|^[A-Z_ ]+$", value):
        return False
    return bool(re.match(r"[A-Z][a-z']* ?[a-z]|.*[a-z]\.$", value)) and not value.startswith("\\")


def shouted(label: str) -> list[str]:
    """Give the words that have a capital for no reason: not first, no name, no acronym."""
    words = re.findall(r"[A-Za-z][\w'\u2019-]*", re.split(r"\(", label)[0])
    inside = words[1:]
    return [
        word for word in inside
        if word[0].isupper() and not word.isupper() and word not in _PROPER
        and not any(letter.isupper() for letter in word[1:])
    ]  # fmt: skip


def test_what_is_banned_would_be_found() -> None:
    assert JARGON.search("Invalid input, please try again")
    assert AMERICAN.search("Organize by color")
    assert shouted("Date Of Birth") == ["Of", "Birth"]
    assert not shouted("Held by Ofsted or the NHS")
    assert len(spoken()) > 500


def test_every_label_is_in_sentence_case_and_ends_without_a_full_stop() -> None:
    wrong = [(place, label) for place, label in labels() if shouted(label)]
    assert wrong == []
    for place, label in labels():
        assert label == label.strip(), place
        assert not label.endswith((".", ":", "!")), place


def test_every_help_and_every_refusal_is_a_sentence() -> None:
    for place, text in helps():
        assert text.endswith((".", "?")), place
        assert "!" not in text, place
        assert "  " not in text, place
        assert text[0].isupper() or text[0] in "{0123456789" or not text[0].isalpha(), place


def test_every_word_of_the_command_line_says_what_it_does() -> None:
    for place, text in arguments():
        assert not text.endswith("."), place
        assert not JARGON.search(text), place


@pytest.mark.parametrize("banned", [JARGON, AMERICAN], ids=["jargon", "american"])
def test_nothing_a_person_reads_uses_a_banned_word(banned: re.Pattern[str]) -> None:
    read = [*labels(), *helps(), *arguments(), *spoken()]
    assert [(place, text) for place, text in read if banned.search(text)] == []


def test_no_message_shouts() -> None:
    assert [(place, text) for place, text in spoken() if "!" in text] == []


def test_the_packs_are_spelled_the_same_way() -> None:
    for pack in library.shipped():
        text = repr(pack)
        found = AMERICAN.search(text)
        assert found is None, (pack.id, found)


@pytest.mark.parametrize("path", DOCUMENTS, ids=document_id)
def test_the_documents_are_spelled_the_same_way(path: Path) -> None:
    plain = re.sub(r"```.*?```|`[^`]*`|\([^)]*\)", "", path.read_text("utf-8"), flags=re.DOTALL)
    found = AMERICAN.search(plain)
    assert found is None, found
