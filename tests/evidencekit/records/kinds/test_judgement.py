"""Judgement: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.judgement import KIND


def test_the_reasons_have_the_three_parts_of_paragraph_25() -> None:
    rationale = KIND.field("rationale")
    assert rationale is not None
    assert [part.key for part in rationale.columns] == [
        "agency_impact", "partnership_working", "how_well_helped",
    ]  # fmt: skip


def test_who_agreed_who_did_not_and_why_are_all_kept() -> None:
    for key in ("agreed_by", "not_agreed_by", "dissent"):
        assert KIND.field(key) is not None


def test_the_strongest_contrary_evidence_has_a_place() -> None:
    for key in ("counter_evidence", "contrary", "why_outweighed"):
        assert KIND.field(key) is not None


def test_grades_and_judgements_are_the_frameworks_own() -> None:
    grade, judgement = KIND.field("grade"), KIND.field("judgement")
    assert grade is not None
    assert judgement is not None
    assert (grade.words, judgement.words) == ("pack.grades", "pack.judgements")
    assert not grade.required
    assert KIND.writer is Writer.LEAD
