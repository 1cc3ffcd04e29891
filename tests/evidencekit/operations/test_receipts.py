import pytest

from evidencekit.errors.work import LeadOnly, NoSuchBatch
from evidencekit.operations import receipts
from tests.world import Person


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
