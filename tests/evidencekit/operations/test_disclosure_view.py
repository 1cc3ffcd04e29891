"""A disclosure as it is worked on: rows with counts, texts with marks."""

from collections.abc import Iterator

import pytest

from evidencekit.operations.disclosure_view import GONE, grounds, leaves, seen
from tests.asked_for import AskedFor, asked_for
from tests.world import World


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AskedFor]:
    world = World(tmp_path_factory.mktemp("view"))
    made = asked_for(world)
    made.withholds_all()
    yield made
    world.closes()


def test_each_record_says_what_is_withheld_and_what_is_open(asked: AskedFor) -> None:
    rows = {row.record: row for row in seen(asked.seen).rows}
    assert (rows[asked.note].withheld, rows[asked.note].open) == (2, 0)
    assert rows[asked.confided].whole == GONE
    assert rows[asked.deleted].is_deleted
    assert rows[asked.deleted].withheld == 1


def test_the_same_words_of_a_place_are_shown_once_and_older_ones_with_their_time(
    asked: AskedFor,
) -> None:
    found = {leaf.label: leaf for leaf in leaves(asked.seen, asked.note)}
    (older,) = [each for label, each in found.items() if label.startswith("I saw, as of 19 Nov")]
    assert [older.text[start:end] for start, end in older.withheld] == [
        "Sarah Connor", "Sarah  Connor",
    ]  # fmt: skip
    assert sum(label.startswith("What it meant") for label in found) == 1
    assert "Reason for the change" in found


def test_every_ground_is_offered_with_what_it_means() -> None:
    assert ("s41", "s41  Told in confidence") in grounds()
