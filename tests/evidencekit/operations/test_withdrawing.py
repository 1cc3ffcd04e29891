import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.store import UnknownBatch
from evidencekit.errors.work import NoSuchBatch, NothingToBringBack, ReasonNeeded
from evidencekit.operations import care, evening, withdrawing
from evidencekit.store import projections
from tests.world import Person, World, case


@pytest.fixture
def dropped(world: World) -> tuple[Person, Person, tuple[int, ...]]:
    """An evening of two senders' bundles, joined in one step, and a finding on top of it."""
    lead, ben = world.team()
    cara = world.inspector("Cara Lin", "cqc")
    world.joins(cara, lead)
    ben.receives(lead.hands_over(BundleKind.RETURN))
    paths, notes = [], []
    for person, reference in ((ben, "OWN-B1"), (cara, "OWN-C1")):
        child = person.writes("case", **case(reference, "inspectorate-tracked")).record
        notes.append(person.notes(child, "The plan had no dates.").record)
        paths.append(person.hands_over().path)
    done = evening.join(lead.desk, evening.read(lead.desk, paths))
    lead.writes("finding", text="Plans lack dates.", evidence=notes[-1:])
    return lead, ben, tuple(joined.batch for _seen, joined in done.joined)


Dropped = tuple[Person, Person, tuple[int, ...]]


def test_a_whole_evening_is_withdrawn_and_brought_back_in_one_step(dropped: Dropped) -> None:
    lead, ben, numbers = dropped
    own = care.fingerprint(lead.desk)
    assert withdrawing.evening_of(lead.desk, numbers[1]) == numbers
    made = withdrawing.withdraw(lead.desk, numbers, "The wrong stick.")
    assert (made.batches, made.revisions) == (numbers, 4)
    assert [words for _record, words in made.impact] == ["Finding: Plans lack dates."]
    assert care.fingerprint(lead.desk).revisions == own.revisions - 4
    assert withdrawing.last_withdrawn(lead.desk) == numbers
    back = withdrawing.bring_back(lead.desk)
    assert (back.batches, back.revisions) == (numbers, 4)
    assert care.fingerprint(lead.desk) == own
    assert projections.digest(lead.desk.database) == projections.rebuilt_digest(lead.desk.database)
    with pytest.raises(NothingToBringBack):
        withdrawing.bring_back(lead.desk)
    _one_alone_and_too_late(lead, ben, numbers)


def _one_alone_and_too_late(lead: Person, ben: Person, numbers: tuple[int, ...]) -> None:
    withdrawing.withdraw(lead.desk, numbers[:1], "One sender's alone.")
    assert withdrawing.evening_of(lead.desk, numbers[1]) == numbers[1:]
    lead.receives(ben.hands_over(BundleKind.FULL))
    assert withdrawing.last_withdrawn(lead.desk) == ()
    with pytest.raises(NothingToBringBack):
        withdrawing.bring_back(lead.desk)


def test_what_cannot_be_withdrawn_changes_nothing(dropped: Dropped) -> None:
    lead, _ben, numbers = dropped
    before = care.fingerprint(lead.desk)
    with pytest.raises(ReasonNeeded):
        withdrawing.withdraw(lead.desk, numbers, " ")
    with pytest.raises(UnknownBatch):
        withdrawing.withdraw(lead.desk, (*numbers, 99), "All or none.")
    with pytest.raises(NoSuchBatch):
        withdrawing.evening_of(lead.desk, 99)
    assert care.fingerprint(lead.desk) == before
    assert withdrawing.last_withdrawn(lead.desk) == ()
