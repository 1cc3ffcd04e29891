"""What the scenarios share: the people of one inspection."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.world import Person, World


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.closes()


@pytest.fixture
def team(world: World) -> tuple[Person, Person]:
    return world.team()
