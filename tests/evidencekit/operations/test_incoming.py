from pathlib import Path

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.work import PlanOutdated
from evidencekit.operations import colleagues, incoming, receipts, receive
from evidencekit.operations.hand_over import HandedOver
from evidencekit.operations.incoming import Incoming
from tests.world import Person, case, note


def seen(person: Person, bundle: HandedOver | Path) -> Incoming:
    path = bundle.path if isinstance(bundle, HandedOver) else bundle
    return incoming.look(person.desk, path, receive.verify(person.desk, path))


def test_every_class_that_holds_something_can_be_opened(team: tuple[Person, Person]) -> None:
    lead, ben = team
    child = ben.writes("case", **case("OWN-B1", "inspectorate-tracked")).record
    wrote = ben.notes(child, "The plan had no dates.").record
    found = seen(lead, ben.hands_over())
    (group,) = found.groups
    assert (group.key, group.label, len(group.lines)) == ("new", "New", 2)
    assert {(line.kind, line.author) for line in group.lines} == {
        ("Case", "Ben Okoro"), ("Case note", "Ben Okoro"),
    }  # fmt: skip
    assert (found.sender, found.seq, found.kind, found.announced) == (
        "Ben Okoro", 1, "What is new", 2,
    )  # fmt: skip
    incoming.join(lead.desk, found)
    ben.corrects(wrote, "Read again.", **note(child, "It had two dates."))
    (corrections,) = seen(lead, ben.hands_over()).groups
    assert corrections.key == "corrections"
    assert corrections.lines[0].more == "Read again."


def test_the_same_bundle_again_is_held_and_changes_nothing(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("case", **case("OWN-B1", "inspectorate-tracked"))
    bundle = ben.hands_over()
    lead.receives(bundle)
    found = seen(lead, bundle)
    assert found.is_held
    assert [group.key for group in found.groups] == ["held"]


def test_a_receipt_says_what_it_answers(team: tuple[Person, Person], tmp_path: Path) -> None:
    lead, ben = team
    ben.writes("case", **case("OWN-B1", "inspectorate-tracked"))
    joined = lead.receives(ben.hands_over())
    found = seen(ben, receipts.write_receipt(lead.desk, joined.batch, tmp_path))
    assert found.receipt == "The lead has your bundle no. 1, and holds what you wrote up to no. 1."
    assert found.groups == ()


def test_a_join_that_would_now_clash_is_stopped_so_that_it_is_seen_first(
    team: tuple[Person, Person],
) -> None:
    lead, dora = team
    colleagues.make_deputy(lead.desk, dora.desk.me.id)
    child = lead.writes("case", **case()).record
    dora.receives(lead.hands_over(BundleKind.RETURN))
    dora.corrects(child, "Asked.", **{**case(), "why_selected": "Two referrals."})
    found = seen(lead, dora.hands_over(BundleKind.FULL))
    assert "clashes" not in {group.key for group in found.groups}
    lead.corrects(child, "Read.", **{**case(), "why_selected": "Three referrals."})
    with pytest.raises(PlanOutdated):
        incoming.join(lead.desk, found)
    again = incoming.look_again(lead.desk, found)
    clash = next(group for group in again.groups if group.key == "clashes")
    assert "2 versions" in clash.lines[0].more
    assert incoming.join(lead.desk, again).written == 1


def test_bundles_are_joined_in_the_order_of_sender_and_number(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    ben.writes("case", **case("OWN-B1", "inspectorate-tracked"))
    one = seen(lead, ben.hands_over())
    ben.writes("case", **case("OWN-B2", "inspectorate-tracked"))
    two = seen(lead, ben.hands_over())
    assert sorted((two, one), key=lambda each: each.order) == [one, two]
    assert two.missing == (1,)
