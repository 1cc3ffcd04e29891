"""Every rule of every framework, in breach: by the operation, and by the command line."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from evidencekit.canonical import Json
from evidencekit.checks.catalogue import CATALOGUE
from evidencekit.cli import main
from evidencekit.clock import SetClock
from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.errors.records import WrongField
from evidencekit.errors.work import NotReady
from evidencekit.framework import library
from evidencekit.ids import SeededIds
from evidencekit.operations import add, capture, care, reading, submit, unlock
from evidencekit.operations.capture import Entry
from evidencekit.operations.desk import Desk
from evidencekit.operations.unlock import NewWorkspace
from evidencekit.records.revision import State
from tests import ready_made
from tests.scenarios.breaches import (
    BREACHES,
    EARLY,
    EVERY,
    FIGURES,
    HEARD,
    LOOKED_OVER,
    MACP,
    TOLD,
    Breach,
)
from tests.world import MONDAY, PASSPHRASE

DeskOf = Callable[[str], Desk]


def workspace(folder: Path, pack: str) -> Desk:
    new = NewWorkspace(framework=pack, area="Amberford", name="Lena Marsh", inspectorate="ofsted",
                       role="lead", passphrase=PASSPHRASE, cost=TEST_COST)  # fmt: skip
    ids = SeededIds(pack)
    return ready_made.workspace(folder / f"{pack}.evidence", new, SetClock(MONDAY), ids).desk


@pytest.fixture
def desk_of(tmp_path: Path) -> Iterator[DeskOf]:
    """Open the desk of a framework, in which nobody has written anything."""
    opened: list[Desk] = []

    def open_desk(pack: str) -> Desk:
        opened.append(workspace(tmp_path, pack))
        return opened[-1]

    yield open_desk
    for desk in opened:
        unlock.lock(desk)


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, tuple[Path, str]]:
    """A locked workspace for each framework, with a voice to rest on."""
    folder, found = tmp_path_factory.mktemp("typed"), {}
    for pack in EVERY:
        desk = workspace(folder, pack)
        for each in (each for each in BREACHES if each.pack == pack and each.by_command):
            for kind, fields in each.beside:
                capture.capture(desk, Entry(kind=kind, fields=fields))
        found[pack] = (desk.folder, voice(desk))
        unlock.lock(desk)
    return found


def voice(desk: Desk) -> str:
    return capture.capture(desk, Entry(kind="voice", fields=HEARD)).record


NAMES = [f"{each.pack}:{each.rule}:{number}" for number, each in enumerate(BREACHES)]


@pytest.mark.parametrize("breach", BREACHES, ids=NAMES)
def test_it_is_kept_as_a_draft_and_refused_with_its_paragraph(
    desk_of: DeskOf, breach: Breach
) -> None:
    desk = desk_of(breach.pack)
    for kind, fields in breach.beside:
        capture.capture(desk, Entry(kind=kind, fields=fields))
    body = breach.body(voice(desk))
    kept = capture.capture(desk, Entry(kind=breach.kind, fields=body))
    found, *_rest = [p for p in kept.problems if p.rule == breach.rule and p.blocks]
    with pytest.raises(NotReady) as refusal:
        submit.submit(desk, kept.record)
    assert refusal.value.code == "work.not-ready"
    assert found.cited.rstrip(".") in str(refusal.value)
    assert breach.paragraph in found.source
    assert breach.paragraph in found.cited
    item = reading.item(desk, kept.record)
    assert (item.state, item.fields) == (State.DRAFT.value, body)


COMMANDS = [each for each in BREACHES if each.by_command]


@pytest.mark.parametrize("pack", EVERY)
def test_the_command_line_refuses_the_same_with_the_same_words(
    pack: str, locked: Mapping[str, tuple[Path, str]], tmp_path: Path,
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("EVIDENCEKIT_PASSPHRASE", PASSPHRASE)
    folder, heard = locked[pack]
    wanted = {each.rule: each for each in reversed(COMMANDS) if each.pack == pack}
    assert wanted
    for each in wanted.values():
        line = {"state": "submitted", "body": each.body(heard)}
        path = tmp_path / "one.jsonl"
        path.write_text(json.dumps(line) + "\n", "utf-8")
        words = ["add", str(folder), each.kind, "--from", str(path), "--json"]
        assert main(words) == 4
        error = json.loads(capsys.readouterr().out)["error"]
        assert error["code"] == "work.bad-line"
        assert each.paragraph in error["happened"]
        assert "Nothing was added" in error["safe"]


def test_every_rule_of_every_framework_is_refused_or_told() -> None:
    refused = {(each.pack, each.rule) for each in BREACHES}
    for pack in library.shipped():
        left = {rule for rule in pack.rules if (pack.id, rule) not in refused}
        assert left <= TOLD, (pack.id, left - TOLD)
    assert {each.rule for each in BREACHES} | TOLD == set(CATALOGUE)


@pytest.mark.parametrize("pack", EVERY)
def test_what_is_only_told_is_told_with_its_paragraph_and_stops_nobody(
    pack: str, desk_of: DeskOf
) -> None:
    desk = desk_of(pack)
    told: dict[str, set[str]] = {}
    kept = [capture.capture(desk, Entry(kind=k, fields=_given(f))) for k, f in LOOKED_OVER]
    if pack in EARLY:
        kept.append(capture.capture(desk, Entry(kind="judgement", fields=_given(EARLY[pack]))))
    alone = (problem for each in kept for problem in each.problems)
    for problem in (*alone, *submit.look_over(desk)):
        if problem.rule in TOLD:
            assert not problem.blocks
            told.setdefault(problem.rule, set()).add(problem.source)
    asked = {rule for rule in desk.pack.rules if rule in TOLD}
    without = {"overall-comes-last"} - ({"overall-comes-last"} if pack in EARLY else set())
    assert set(told) == asked - without
    bare = {"honest-times", "claims-are-tested"} if pack == MACP else set()
    assert all(told[rule] != {""} for rule in told if rule not in bare)


@pytest.mark.parametrize(("kind", "key"), FIGURES)
def test_no_record_has_a_place_for_a_figure_that_leads_to_a_grade(
    kind: str, key: str, desk_of: DeskOf
) -> None:
    desk = desk_of(MACP)
    before = care.fingerprint(desk).sha256
    with pytest.raises(WrongField, match=key):
        add.entry_of(desk, kind, {"body": {key: 3}})
    assert care.fingerprint(desk).sha256 == before


def _given(fields: Mapping[str, Json]) -> dict[str, Json]:
    return {key: value for key, value in fields.items() if value is not None}
