from dataclasses import replace

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.bundle import NotForThisReader
from evidencekit.errors.crypto import NotAddressedToYou
from evidencekit.errors.work import LeadOnly, NobodyToAnswer, NoSuchBatch
from evidencekit.operations import (
    attaching,
    bundles,
    decide,
    reading,
    receipts,
    receive,
    trusting,
    withdrawing,
)
from evidencekit.operations.outgoing import Outgoing
from evidencekit.records.acceptance import SET_ASIDE
from evidencekit.store import attachments
from tests.world import Person, World, case


def test_a_receipt_tells_the_sender_what_the_lead_holds(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="One")
    made = ben.hands_over()
    joined = lead.receives(made)
    ben.receives(receipts.write_receipt(lead.desk, joined.batch, lead.stick))
    (answer,) = receipts.answers(ben.desk)
    assert answer.held_to == 1
    assert list(answer.bundles) == [made.seq]


def test_a_merge_that_never_was_has_no_receipt(team: tuple[Person, Person]) -> None:
    lead, _ben = team
    with pytest.raises(NoSuchBatch):
        receipts.answer_to(lead.desk, 99)


def test_only_the_lead_signs_receipts(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    with pytest.raises(LeadOnly):
        receipts.answer_to(ben.desk, 1)


def test_every_sender_gets_one_receipt_for_all_their_bundles_in_one_go(world: World) -> None:
    lead, ben = world.team()
    cara = world.inspector("Cara Dean", "cqc")
    world.joins(cara, lead)
    for person, titles in ((ben, ("One", "Two")), (cara, ("Three",))):
        for title in titles:
            person.writes("document", title=title)
            lead.receives(person.hands_over())
    assert [(each.name, each.bundles) for each in receipts.owed(lead.desk)] == [
        ("Ben Okoro", (1, 2)), ("Cara Dean", (1,)),
    ]  # fmt: skip
    made = receipts.write_receipts(lead.desk, lead.stick)
    assert [name for name, _each in made] == ["Ben Okoro", "Cara Dean"]
    assert receipts.owed(lead.desk) == ()
    for person, (_name, each) in zip((ben, cara), made, strict=True):
        person.receives(each)
        assert all(sent.received for sent in bundles.sent(person.desk))
    with pytest.raises(NobodyToAnswer):
        receipts.write_receipts(lead.desk, lead.stick)
    with pytest.raises(NobodyToAnswer):
        receipts.answer_for(lead.desk, ben.desk.me.id)
    with pytest.raises((NotForThisReader, NotAddressedToYou)):
        ben.receives(made[1][1])


def test_a_return_pack_brings_decisions_cases_the_roster_and_the_receipt_in_one_file(
    world: World,
) -> None:
    lead, ben = world.team()
    found = ben.writes("document", title="One")
    lead.receives(ben.hands_over())
    decide.set_aside(lead.desk, found.record, "Written twice.")
    shared = lead.writes("case", **case())
    world.joins(world.inspector("Cara Dean", "cqc"), lead)
    made = dict(receipts.write_packs(lead.desk, lead.stick))
    assert sorted(made) == ["Ben Okoro", "Cara Dean"]
    joined = ben.receives(made["Ben Okoro"])
    assert joined.written >= 2
    assert reading.item(ben.desk, found.record).accepted == SET_ASIDE
    assert reading.item(ben.desk, shared.record).kind == "case"
    assert ben.desk.trust is not None
    assert any(each.name == "Cara Dean" for each in ben.desk.trust.roster.members)
    (sent,) = bundles.sent(ben.desk)
    assert sent.received
    assert list(attachments.all_of(ben.desk.database)) == []
    assert receipts.owed(lead.desk) == ()


def test_a_pack_without_an_answer_is_a_pack_all_the_same(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ((_name, made),) = receipts.write_packs(lead.desk, lead.stick)
    assert receive.verify(ben.desk, made.path).receipt is None
    ben.receives(made)
    assert receipts.answers(ben.desk) == ()


def test_a_file_that_looks_like_a_receipt_is_evidence_when_a_record_names_it(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    ben.writes("document", title="One")
    joined = lead.receives(ben.hands_over())
    spelled = _content(receipts.answer_to(lead.desk, joined.batch))
    path = lead.stick / "receipt.txt"
    path.write_bytes(spelled)
    lead.writes("document", title="A receipt", attachments=[attaching.attach_file(lead.desk, path)])
    ((_name, made),) = receipts.write_packs(lead.desk, lead.stick)
    seen = receive.verify(ben.desk, made.path)
    assert seen.receipt is not None
    assert len(seen.attachments) == 2
    ben.receives(made)
    assert len(list(attachments.all_of(ben.desk.database))) == 1


def test_a_deputys_receipt_counts_like_the_leads(world: World) -> None:
    lead, ben = world.team()
    dora = world.inspector("Dora Flynn", "cqc")
    world.joins(dora, lead, deputy=True)
    dora.desk.me = replace(dora.desk.me, role="deputy")
    ben.receives(lead.hands_over(BundleKind.RETURN))
    ben.writes("document", title="One")
    made = ben.hands_over()
    dora.receives(made)
    ((_name, receipt),) = receipts.write_receipts(dora.desk, world.folder / "stick")
    ben.receives(receipt)
    assert [each.received != "" for each in bundles.sent(ben.desk)] == [True]


def test_somebody_taken_off_the_roster_gets_none_and_holds_up_nobody(world: World) -> None:
    lead, ben = world.team()
    ben.writes("document", title="One")
    lead.receives(ben.hands_over())
    trusting.revoke(lead.desk, ben.desk.me.id)
    assert receipts.owed(lead.desk) == ()
    assert receipts.write_packs(lead.desk, lead.stick) == ()


def test_a_withdrawn_merge_is_not_told_as_held(team: tuple[Person, Person]) -> None:
    lead, ben = team
    ben.writes("document", title="One")
    lead.receives(ben.hands_over())
    ben.writes("document", title="Two")
    withdrawing.withdraw(lead.desk, (lead.receives(ben.hands_over()).batch,), "wrong stick")
    ((_name, made),) = receipts.write_receipts(lead.desk, lead.stick)
    ben.receives(made)
    (answer,) = receipts.answers(ben.desk)
    assert (answer.held_to, list(answer.bundles)) == (1, [1])


def test_a_receipt_promises_no_more_than_is_held_without_a_hole(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    held = []
    for title in ("One", "Two", "Three"):
        ben.writes("document", title=title)
        held.append(ben.hands_over())
    lead.receives(held[0])
    lead.receives(held[2])
    ((_name, made),) = receipts.write_receipts(lead.desk, lead.stick)
    ben.receives(made)
    (answer,) = receipts.answers(ben.desk)
    assert (answer.held_to, list(answer.bundles)) == (1, [1, 3])


def _content(ready: Outgoing) -> bytes:
    return b"".join(ready.parcel.letters[0].open())
