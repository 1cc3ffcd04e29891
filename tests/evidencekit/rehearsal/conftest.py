"""One staged rehearsal for every test of this folder that needs it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from evidencekit.clock import SetClock
from evidencekit.ids import SeededIds
from evidencekit.operations import reading, unlock
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import Row
from evidencekit.rehearsal.staging import Rehearsal, Staged, stage
from evidencekit.rehearsal.week import instant


@dataclass
class Amberford:
    """The rehearsal as it was left, and what was told while it was made."""

    folder: Path
    staged: Staged
    heard: list[str]
    desks: dict[str, Desk] = field(default_factory=dict)

    @property
    def passphrases(self) -> dict[str, str]:
        lines = (self.folder / "passphrases.txt").read_text("utf-8").splitlines()
        return dict(line.split("\t") for line in lines)

    def desk(self, who: str) -> Desk:
        if who not in self.desks:
            name = f"{who}.evidence"
            self.desks[who] = unlock.open_workspace(
                self.folder / name, self.passphrases[name],
                clock=SetClock(instant("fri 17:10")), ids=SeededIds(f"test:{who}"),
            )  # fmt: skip
        return self.desks[who]

    def rows(self, kind: str, who: str = "lead") -> list[Row]:
        return [
            row for row in reading.rows(self.desk(who), limit=reading.EVERY) if row.kind == kind
        ]


@pytest.fixture(scope="session")
def amberford(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Amberford]:
    folder = tmp_path_factory.mktemp("rehearsal") / "amberford"
    heard: list[str] = []
    staged = stage(Rehearsal(folder), tell=heard.append)
    left = Amberford(folder, staged, heard)
    yield left
    for desk in left.desks.values():
        unlock.lock(desk)
