from pathlib import Path

from evidencekit.bundle.manifest import BundleKind
from evidencekit.operations import (
    bundles,
    receipts,
    withdrawing,
)
from tests.world import Person, case


def writes(person: Person, reference: str) -> None:
    person.writes("case", **case(reference, "inspectorate-tracked"))


def test_a_bundle_has_no_receipt_until_the_leads_came(
    team: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, ben = team
    writes(ben, "OWN-B1")
    sent = ben.hands_over()
    (before,) = bundles.sent(ben.desk)
    assert (before.seq, before.to, before.received) == (1, ("Lena Marsh",), "")
    joined = lead.receives(sent)
    back = tmp_path / "back"
    back.mkdir()
    ben.receives(receipts.write_receipt(lead.desk, joined.batch, back))
    (after,) = bundles.sent(ben.desk)
    assert (bool(after.received), after.held_to, after.differs) == (True, 1, False)


def test_everything_handed_over_again_brings_what_was_lost_and_nothing_else_does(
    team: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, ben = team
    writes(ben, "OWN-B1")
    ben.hands_over()
    writes(ben, "OWN-B2")
    last = ben.hands_over()
    back = tmp_path / "back"
    back.mkdir()
    ben.receives(receipts.write_receipt(lead.desk, lead.receives(last).batch, back))
    assert [bool(each.received) for each in bundles.sent(ben.desk)] == [True, False]
    whole = ben.hands_over(BundleKind.FULL)
    ben.receives(receipts.write_receipt(lead.desk, lead.receives(whole).batch, back))
    assert [bool(each.received) for each in bundles.sent(ben.desk)] == [True, True, True]
    assert not any(each.differs for each in bundles.sent(ben.desk))


def test_only_what_goes_to_the_lead_waits_for_a_receipt(team: tuple[Person, Person]) -> None:
    lead, ben = team
    writes(ben, "OWN-B1")
    ben.hands_over()
    lead.writes("case", **case("SH-01"))
    lead.hands_over(BundleKind.RETURN)
    lead.writes("case", **case("SH-02"))
    lead.hands_over()
    assert [each.awaits for each in bundles.sent(ben.desk)] == [True]
    assert [each.awaits for each in bundles.sent(lead.desk)] == [False, False, False]


def test_receipts_are_no_bundles_of_ones_own_work(
    team: tuple[Person, Person], tmp_path: Path
) -> None:
    lead, ben = team
    writes(ben, "OWN-B1")
    joined = lead.receives(ben.hands_over())
    receipts.write_receipt(lead.desk, joined.batch, tmp_path)
    assert [each.kind for each in bundles.sent(lead.desk)] == ["set-up"]


def test_merges_are_listed_newest_first_and_a_withdrawn_one_says_why(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    for reference in ("OWN-B1", "OWN-B2"):
        writes(ben, reference)
        lead.receives(ben.hands_over())
    newest, first = bundles.merges(lead.desk)
    assert (newest.sender_name, newest.seq, first.seq) == ("Ben Okoro", 2, 1)
    assert newest.counts["new"] == 1
    withdrawing.withdraw(lead.desk, (newest.number,), "Wrong stick.")
    gone = bundles.merges(lead.desk)[0]
    assert (bool(gone.withdrawn), gone.reason) == (True, "Wrong stick.")


def test_numbers_that_did_not_come_are_named(team: tuple[Person, Person]) -> None:
    lead, ben = team
    assert [(each.name, each.newest) for each in bundles.completeness(lead.desk)] == [
        ("Ben Okoro", 0)
    ]
    writes(ben, "OWN-B1")
    first = ben.hands_over()
    writes(ben, "OWN-B2")
    lead.receives(ben.hands_over())
    (found,) = bundles.completeness(lead.desk)
    assert (found.newest, found.missing) == (2, (1,))
    lead.receives(first)
    assert bundles.completeness(lead.desk)[0].missing == ()
