"""What a legal hold stops, on whichever laptop it stands."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.work import LegalHold
from evidencekit.operations import (
    capture,
    destroying,
    holding,
    holds,
    reading,
    remembering,
    withdrawing,
)
from evidencekit.operations.destroying import Ending
from evidencekit.operations.holding import Wanted
from evidencekit.store import revisions
from tests.world import Person, World, case, fields_of

INQUIRY = Wanted(ground="statutory-inquiry", asked_by="The inquiry", reason="All notes are kept.")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Person, Person]]:
    world = World(tmp_path_factory.mktemp("world"))
    yield world.team()
    world.closes()


@pytest.fixture
def team(shared: tuple[Person, Person]) -> Iterator[tuple[Person, Person]]:
    """Give the lead and Ben, with every hold of the test before lifted."""
    yield shared
    lead, ben = shared
    if (
        remembering.last_sent(ben.desk).upto
        < revisions.last_of(ben.desk.database, ben.desk.me.id)[0]
    ):
        lead.receives(ben.hands_over())
    for each in holds.standing(lead.desk):
        holding.lift(lead.desk, each.record, "The test is over.")
    ben.receives(lead.hands_over(BundleKind.RETURN))


@pytest.fixture
def lead(team: tuple[Person, Person]) -> Person:
    return team[0]


def test_a_hold_that_arrives_in_a_bundle_counts(
    team: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, ben = team
    holding.put_on(ben.desk, INQUIRY)
    assert holds.standing(lead.desk) == ()
    lead.receives(ben.hands_over())
    (held,) = holds.standing(lead.desk)
    assert (held.by_name, held.ground, held.what) == (
        "Ben Okoro", "Statutory inquiry", "this inspection",
    )  # fmt: skip
    for person in (lead, ben):
        with pytest.raises(LegalHold) as refused:
            destroying.destroy(person.desk, Ending(certificate=tmp_path / "certificate.json"))
        assert refused.value.what_happened == (
            "Ben Okoro put a legal hold on this inspection on 19 November 2012: statutory inquiry."
            " It cannot be destroyed."
        )
        assert (person.folder / "keys.json").exists()


def test_neither_deleting_nor_erasing_a_hold_ends_it(lead: Person) -> None:
    made = holding.put_on(lead.desk, INQUIRY)
    with pytest.raises(LegalHold):
        capture.erase(lead.desk, made.revision.id, "Not wanted any more.")
    capture.delete(lead.desk, made.record, "Not wanted any more.")
    (held,) = holds.standing(lead.desk)
    assert held.reason == "All notes are kept."
    with pytest.raises(LegalHold):
        holds.check_none(lead.desk)


def test_a_hold_on_a_case_keeps_what_speaks_of_it_and_nothing_else(lead: Person) -> None:
    first = lead.writes("case", **case("SH-01")).record
    second = lead.writes("case", **case("SH-02")).record
    seen, other = lead.notes(first, "The cot was empty."), lead.notes(second, "A quiet room.")
    holding.put_on(lead.desk, Wanted(ground="court", reason="The case is heard.", cases=(first,)))
    assert holds.standing(lead.desk)[0].what == "SH-01"
    for held in (seen.record, first):
        with pytest.raises(LegalHold, match="SH-01"):
            holds.check_record(lead.desk, held)
    with pytest.raises(LegalHold):
        capture.erase(lead.desk, seen.revision.id, "A name was typed.")
    capture.erase(lead.desk, other.revision.id, "A name was typed.")
    with pytest.raises(LegalHold):  # the whole workspace holds that case too
        holds.check_none(lead.desk)


def test_moving_a_note_to_another_case_does_not_take_it_from_under_a_hold(lead: Person) -> None:
    first = lead.writes("case", **case("SH-01")).record
    second = lead.writes("case", **case("SH-02")).record
    seen = lead.notes(first, "The cot was empty.")
    holding.put_on(lead.desk, Wanted(ground="court", reason="The case is heard.", cases=(first,)))
    moved = {**fields_of(seen), "case": second}
    lead.corrects(seen.record, "Wrong case.", **moved)
    with pytest.raises(LegalHold):
        capture.erase(lead.desk, seen.revision.id, "A name was typed.")


def test_an_erasure_that_arrives_under_a_hold_waits_until_it_is_lifted(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    seen = ben.writes("document", title="A name by mistake")
    lead.receives(ben.hands_over())
    held = holding.put_on(lead.desk, INQUIRY)
    capture.erase(ben.desk, seen.revision.id, "A name was typed.")
    lead.receives(ben.hands_over())
    assert reading.item(lead.desk, seen.record).fields["title"] == "A name by mistake"
    holding.lift(lead.desk, held.record, "Confirmed in writing.")
    assert reading.item(lead.desk, seen.record).head.is_erased


def test_a_hold_reaches_the_team_with_the_next_pack_and_so_does_its_end(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    held = holding.put_on(lead.desk, INQUIRY)
    ben.receives(lead.hands_over(BundleKind.RETURN))
    assert [each.record for each in holds.standing(ben.desk)] == [held.record]
    holding.lift(lead.desk, held.record, "The inquiry has reported.")
    ben.receives(lead.hands_over(BundleKind.RETURN))
    assert holds.standing(ben.desk) == ()
    lifted = holds.all_of(ben.desk)[0]
    assert (lifted.lifted_by, lifted.lifted_because) == ("Lena Marsh", "The inquiry has reported.")


def test_a_lift_in_a_merge_that_is_withdrawn_lifts_nothing(team: tuple[Person, Person]) -> None:
    lead, ben = team
    held = holding.put_on(lead.desk, INQUIRY)
    ben.receives(lead.hands_over(BundleKind.RETURN))
    holding.lift(lead.desk, held.record, "The inquiry has reported.")
    joined = ben.receives(lead.hands_over(BundleKind.RETURN))
    withdrawing.withdraw(ben.desk, (joined.batch,), "Joined too early.")
    assert [each.record for each in holds.standing(ben.desk)] == [held.record]
