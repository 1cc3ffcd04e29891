"""Finding: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.finding import KIND


def test_a_finding_has_evidence_counter_evidence_and_an_addressee() -> None:
    for key in ("evidence", "counter_evidence", "addressee", "impact"):
        assert KIND.field(key) is not None


def test_anyone_drafts_and_the_lead_adopts() -> None:
    assert KIND.writer is Writer.DRAFTS


def test_a_finding_is_drawn_from_evidence_and_is_none_itself() -> None:
    assert not KIND.is_evidence
    evidence = KIND.field("evidence")
    assert evidence is not None
    assert not {"finding", "judgement", "concern", "query"} & set(evidence.of_kinds)
