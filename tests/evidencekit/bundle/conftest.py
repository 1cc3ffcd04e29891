"""A team and one small sealed bundle from Anna for the lead."""

from pathlib import Path

import pytest

from evidencekit.bundle.sealing import Sealed
from tests.evidencekit.bundle.forge import Forgery
from tests.evidencekit.bundle.team import Team, make_team


@pytest.fixture
def team() -> Team:
    return make_team()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def sealed(team: Team, folder: Path) -> Sealed:
    """Anna's two notes and one attachment for the lead."""
    team.anna.notes("The baby was asleep.")
    team.anna.notes("The cot stood by the window.")
    return team.anna.hands_over([team.lead], folder, team.anna.parcel(b"a photograph"))


@pytest.fixture
def forgery(team: Team, sealed: Sealed) -> Forgery:
    return Forgery.of(sealed.path, team.lead.identity)
