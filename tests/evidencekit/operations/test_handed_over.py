from datetime import timedelta

import pytest

from evidencekit.operations.handed_over import DayBehind, behind, behind_words
from tests.world import MONDAY, Person, World


def test_todays_notes_are_not_behind_yet(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("document", title="Policy")
    assert behind(ben.desk) == ()


def test_a_day_that_was_not_handed_over_is_counted_by_its_records(
    world: World, team: tuple[Person, Person]
) -> None:
    _lead, ben = team
    first = ben.writes("document", title="Policy").record
    ben.corrects(first, "More.", title="Policy, whole")
    ben.writes("claim", claim="All children are seen.")
    world.clock.put(MONDAY + timedelta(days=1))
    ben.corrects(first, "On Tuesday.", title="Policy of May")
    ben.writes("document", title="Another")
    world.clock.put(MONDAY + timedelta(days=2))
    assert behind(ben.desk) == (
        DayBehind(day="2012-11-19", records=2), DayBehind(day="2012-11-20", records=1),
    )  # fmt: skip
    ben.hands_over()
    assert behind(ben.desk) == ()


def test_only_what_was_written_since_the_last_bundle_counts(
    world: World, team: tuple[Person, Person]
) -> None:
    _lead, ben = team
    ben.writes("document", title="Policy")
    ben.hands_over()
    ben.writes("document", title="Late in the evening")
    world.clock.put(MONDAY + timedelta(days=3))
    assert behind(ben.desk) == (DayBehind(day="2012-11-19", records=1),)


def test_what_is_no_evidence_is_no_note(world: World, team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("case", reference="OWN-B1", sample_type="inspectorate-tracked")
    world.clock.put(MONDAY + timedelta(days=1))
    assert behind(ben.desk) == ()


@pytest.mark.parametrize(
    ("records", "words"),
    [
        (1, "Tuesday's one note is only on this laptop."),
        (14, "Tuesday's 14 notes are only on this laptop."),
    ],
)
def test_it_is_said_in_a_sentence(records: int, words: str) -> None:
    assert behind_words(DayBehind(day="2012-11-20", records=records)) == words
