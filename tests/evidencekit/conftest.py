"""What tests of the core share: a world of people with real stores and keys."""

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
def lead(world: World) -> Person:
    return world.lead()


@pytest.fixture
def team(world: World) -> tuple[Person, Person]:
    return world.team()
