"""The command line as a person types it, on real workspaces."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from evidencekit.cli import main
from evidencekit.operations import unlock
from tests.world import PASSPHRASE, Person, World


@dataclass(frozen=True)
class Answer:
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Typed = Callable[..., Answer]


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Typed:
    monkeypatch.setenv("EVIDENCEKIT_PASSPHRASE", PASSPHRASE)

    def run(*words: object) -> Answer:
        capsys.readouterr()
        try:
            status = main([str(word) for word in words])
        except SystemExit as stop:
            status = stop.code if isinstance(stop.code, int) else 1
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return run


@pytest.fixture
def laptops(world: World) -> tuple[Person, Person]:
    """A lead and an inspector who trust each other, both laptops locked."""
    lead, ben = world.team()
    for person in (lead, ben):
        unlock.lock(person.desk)
    return lead, ben


def lines(folder: Path, *bodies: Mapping[str, object]) -> Path:
    path = folder / "records.jsonl"
    path.write_text("".join(json.dumps({"body": body}) + "\n" for body in bodies), "utf-8")
    return path
