import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.store import UnknownBatch
from evidencekit.operations import (
    care,
    decide,
    dependents,
    withdrawing,
)
from tests.world import Person, World, case


def test_what_names_a_record_of_the_merge_is_shown_before_it_is_withdrawn(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    found = ben.writes("document", title="One")
    ben.writes("finding", text="In the same merge.", evidence=[found.record])
    joined = lead.receives(ben.hands_over())
    lead.writes("finding", text="Plans lack dates.", evidence=[found.record])
    decide.set_aside(lead.desk, found.record, "Twice.")
    before = care.fingerprint(lead.desk)
    words = [each.words for each in dependents.of_merge(lead.desk, joined.batch)]
    assert "Finding: Plans lack dates." in words
    assert any(each.startswith("Decision: ") for each in words)
    assert not any("In the same merge." in each for each in words)
    assert care.fingerprint(lead.desk) == before
    withdrawn = withdrawing.withdraw(lead.desk, (joined.batch,), "wrong stick")
    assert [title for _record, title in withdrawn.impact] == words


def test_a_version_that_carries_one_of_the_merge_on_is_named(world: World) -> None:
    lead, deputy = world.lead(), world.inspector()
    world.joins(deputy, lead, deputy=True)
    child = deputy.writes("case", **case()).record
    joined = lead.receives(deputy.hands_over(BundleKind.FULL))
    lead.corrects(child, "Read the file.", **{**case(), "age_band": "5-9"})
    (found,) = dependents.of_merge(lead.desk, joined.batch)
    assert found.words == f"Case: SH-01 ({dependents.WAITS})"


def test_nothing_depends_on_a_merge_that_nobody_built_on(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="One")
    assert dependents.of_merge(lead.desk, lead.receives(ben.hands_over()).batch) == ()


def test_a_merge_that_never_was_is_not_withdrawn(team: tuple[Person, Person]) -> None:
    lead, _ben = team
    assert dependents.of_merge(lead.desk, 99) == ()
    with pytest.raises(UnknownBatch):
        withdrawing.withdraw(lead.desk, (99,), "why")
