"""The documents of the formats say what the code does: examples are worked out, lists are whole."""

import hashlib
import json
import re
from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from evidencekit.framework import items
from evidencekit.framework.pack import FrameworkPack
from evidencekit.framework.reading import read_pack
from evidencekit.framework.rules import RULES
from evidencekit.ids import RevisionId
from evidencekit.records.revision import Body, Header, make_revision
from evidencekit.store.connection import Database
from evidencekit.store.fingerprint import of_ids
from evidencekit.store.migrate import lay_out
from evidencekit.store.safeguards import PRAGMAS

FORMATS = Path(__file__).parents[2] / "docs" / "formats"
STORE = (FORMATS / "store.md").read_text("utf-8")
FRAMEWORK = (FORMATS / "framework.md").read_text("utf-8")
SHAPES = {
    "notice": items.Notice, "duration": items.Duration, "team": items.Team,
    "inspectorates": items.Inspectorate, "areas": items.Area, "judgements": items.Judgement,
    "grades": items.Grade, "rationale": items.RationalePart, "phases": items.Phase,
    "stages": items.Stage, "scope_groups": items.ScopeGroup,
    "observation_kinds": items.ObservationKind, "sample_types": items.SampleType,
    "principles": items.Principle, "sections": items.Section, "unpublished": items.Unpublished,
}  # fmt: skip


def block(text: str, kind: str) -> str:
    found = re.search(rf"^```{kind}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert found
    return found[1]


def vector() -> dict[str, str]:
    return {line[:9].strip(): line[10:] for line in block(STORE, "vector").splitlines()}


@pytest.mark.parametrize("number", [1, 2])
def test_the_worked_revision_comes_out_by_hashing_alone(number: int) -> None:
    said = vector()
    salt, content = bytes.fromhex(said[f"salt {number}"]), said[f"content {number}"].encode()
    header = said[f"header {number}"].encode()
    assert hashlib.sha256(salt + content).hexdigest() == said[f"body {number}"]
    assert hashlib.sha256(header).hexdigest() == said[f"id {number}"]
    assert json.loads(header)["body"] == said[f"body {number}"]


@pytest.mark.parametrize("number", [1, 2])
def test_the_worked_revision_is_the_one_our_code_makes(number: int) -> None:
    said = vector()
    header = Header.decode(said[f"header {number}"].encode())
    body = Body.decode(said[f"content {number}"].encode())
    made = make_revision(header, body, bytes.fromhex(said[f"salt {number}"]))
    assert made.id == said[f"id {number}"]
    assert made.header == header
    made.check()


def test_the_worked_fingerprint_comes_out_by_hashing_alone() -> None:
    said = vector()
    ids = sorted([said["id 1"], said["id 2"]])
    digest = hashlib.sha256("".join(f"{each}\n" for each in ids).encode()).hexdigest()
    pieces = [int(digest[at : at + 8], 16) % 100_000 for at in range(0, 64, 8)]
    assert digest == said["sha256"]
    assert " ".join(f"{piece:05d}" for piece in pieces) == said["spoken"]
    assert of_ids(map(RevisionId, ids)).groups == said["spoken"]


def test_every_setting_of_the_store_is_named() -> None:
    for name, (value, _answer) in PRAGMAS.items():
        assert f"`{name}={value}`" in STORE


def test_every_table_of_the_store_is_named_and_no_other(tmp_path: Path) -> None:
    database = Database.create(tmp_path / "store.db", bytes(32))
    lay_out(database, "a-store")
    made = {
        str(name) for (name,) in database.rows("SELECT name FROM sqlite_master WHERE type='table'")
    }
    database.close()
    made = {name for name in made if not name.startswith(("sqlite_", "search_"))}
    rows = STORE.partition("## Tables")[2].partition("**Draft.**")[0].splitlines()
    cells = [row.split("|")[1] for row in rows if row.startswith("|")]
    named = {name for cell in cells for name in re.findall(r"`(\w+)`", cell)}
    assert named == made


def test_the_smallest_pack_is_read() -> None:
    pack = read_pack(block(FRAMEWORK, "toml"))
    assert (pack.id, pack.lead.id, pack.areas[0].id) == ("own-pack", "ofsted", "A1")


def rows_of_keys() -> dict[str, str]:
    rows = FRAMEWORK.partition("## The keys")[2].partition("## The rules")[0].splitlines()
    cells = [row.split("|") for row in rows if row.startswith("| ")]
    return {
        name: cell[2] for cell in cells for name in re.findall(r"\[(\w+)\]", cell[1]) or ["(top)"]
    }


@pytest.mark.parametrize("table", SHAPES)
def test_every_key_of_a_pack_is_named_and_marked_when_it_may_be_missing(table: str) -> None:
    said = rows_of_keys()[table]
    is_item = issubclass(SHAPES[table], items.Item)
    for field in fields(SHAPES[table]):
        if is_item and field.name in {"id", "label", "source", "note"}:
            continue
        optional = field.default is not MISSING
        assert f"`{field.name}`{'?' if optional else ''}" in said
        assert optional or f"`{field.name}`?" not in said


def test_every_table_of_a_pack_is_named() -> None:
    said = rows_of_keys()
    top = said.pop("(top)")
    tables = {field.name for field in fields(FrameworkPack)} - {"digest", "moved"}
    for name in tables - set(said):
        assert f"`{name}`" in top
    assert set(said) <= tables


def test_every_rule_is_explained_in_the_words_of_the_code() -> None:
    for name, words in RULES.items():
        assert f"| `{name}` | {words} |" in FRAMEWORK
