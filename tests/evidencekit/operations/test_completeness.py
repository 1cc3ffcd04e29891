import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.bundle import ForkAlarm
from evidencekit.errors.work import NoSuchTrouble, ReasonNeeded
from evidencekit.operations import (
    bundles,
    completeness,
    receipts,
    withdrawing,
)
from evidencekit.operations.completeness import TroubleKind
from tests.world import Person, World


def kinds(person: Person) -> list[TroubleKind]:
    return [each.kind for each in completeness.troubles(person.desk)]


def test_all_up_to_a_number_is_told_of_everybody(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="One")
    ben.writes("document", title="Two")
    lead.receives(ben.hands_over())
    bens, mine = completeness.look(lead.desk)
    assert (bens.name, bens.held, bens.upto, bens.is_whole) == ("Ben Okoro", 2, 2, True)
    assert bens.words == "All up to no. 2: nothing missing, nothing rolled back."
    assert mine.is_me
    assert kinds(lead) == []


def test_a_gap_is_named_until_the_late_bundle_fills_it(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="Monday")
    monday = ben.hands_over()
    ben.writes("document", title="Tuesday")
    lead.receives(ben.hands_over())
    assert kinds(lead) == [TroubleKind.GAP, TroubleKind.BUNDLES]
    (bens, _mine) = completeness.look(lead.desk)
    assert (bens.upto, bens.held) == (0, 2)
    lead.receives(monday)
    assert kinds(lead) == []


def test_an_explanation_is_kept_and_a_larger_gap_is_on_the_banner_again(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    ben.writes("document", title="Monday")
    ben.hands_over()
    ben.writes("document", title="Tuesday")
    lead.receives(ben.hands_over())
    for each in completeness.troubles(lead.desk):
        completeness.explain(lead.desk, each.key, "The stick of Monday was lost.")
    assert kinds(lead) == []
    (bens, _mine) = completeness.look(lead.desk)
    assert {each.reason for each in bens.troubles} == {"The stick of Monday was lost."}
    assert {each.by for each in bens.troubles} == {"Lena Marsh"}
    ben.writes("document", title="Wednesday")
    ben.hands_over()
    ben.writes("document", title="Thursday")
    lead.receives(ben.hands_over())
    assert TroubleKind.GAP in kinds(lead)


def test_a_withdrawn_merge_leaves_less_than_the_author_signed(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    ben.writes("document", title="One")
    lead.receives(ben.hands_over())
    ben.writes("document", title="Two")
    joined = lead.receives(ben.hands_over())
    withdrawing.withdraw(lead.desk, (joined.batch,), "wrong stick")
    assert kinds(lead) == [TroubleKind.SHORT]


def test_a_fork_refused_at_the_door_is_remembered_once(team: tuple[Person, Person]) -> None:
    lead, ben = team
    alarm = ForkAlarm(seq=3, sender=ben.desk.me.id)
    completeness.note_alarms(lead.desk, [alarm])
    completeness.note_alarms(lead.desk, [alarm])
    (told,) = completeness.troubles(lead.desk)
    assert told.words == (
        "A bundle was refused: A different bundle number 3 from Ben Okoro was received before."
    )


def test_a_laptop_put_back_to_an_older_copy_is_told_by_the_leads_receipt(
    world: World,
) -> None:
    lead, ben = world.team()
    ben.locks()
    older = {part.name: part.read_bytes() for part in ben.folder.iterdir() if part.is_file()}
    world.reopens(ben)
    ben.writes("document", title="One")
    lead.receives(ben.hands_over())
    ((_name, receipt),) = receipts.write_receipts(lead.desk, lead.stick)
    ben.locks()
    for part in ben.folder.iterdir():
        if part.is_file():
            part.unlink()
    for name, content in older.items():
        (ben.folder / name).write_bytes(content)
    world.reopens(ben)
    ben.receives(receipt)
    assert kinds(ben) == [TroubleKind.ROLLED_BACK]
    assert bundles.sent(ben.desk) == ()


def test_an_inspector_is_not_told_of_gaps_in_what_was_never_for_them(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    lead.writes("document", title="One")
    ben.receives(lead.hands_over(BundleKind.RETURN))
    assert [each.name for each in completeness.look(ben.desk)] == ["Ben Okoro"]


def test_an_explanation_needs_a_reason_and_something_to_explain(
    team: tuple[Person, Person],
) -> None:
    lead, _ben = team
    with pytest.raises(ReasonNeeded):
        completeness.explain(lead.desk, "12345678", " ")
    with pytest.raises(NoSuchTrouble):
        completeness.explain(lead.desk, "12345678", "Nothing.")
