"""A few random histories of real laptops; `python3 dev.py histories` runs them for long."""

import random
from pathlib import Path

import pytest

from tests.histories import truths
from tests.histories.__main__ import history
from tests.histories.ground import Broken
from tests.histories.people import prepare, seated
from tests.histories.story import Story


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("people")
    prepare(folder)
    return folder


@pytest.mark.parametrize("seed", [11, 17])
def test_a_history_keeps_every_promise(prepared: Path, seed: int) -> None:
    counts = history(seed, 40, prepared)
    assert counts["bundles"] > 0
    assert counts["joinings"] > 0


def test_the_judge_sees_what_is_missing_and_what_differs(prepared: Path, tmp_path: Path) -> None:
    rng = random.Random(1)  # noqa: S311 - a story, no secret
    story = Story(rng, tmp_path, list(seated(prepared, tmp_path, 2)))
    story.opens()
    truths.are_equal(story)
    story.writes()
    with pytest.raises(Broken):
        truths.are_equal(story)
    truths.lost_nothing(story)
    (name, made), *_rest = story.written.items()
    story.written[type(name)("0" * 64)] = made
    with pytest.raises(Broken):
        truths.lost_nothing(story)
    for each in story.people:
        each.closes()
