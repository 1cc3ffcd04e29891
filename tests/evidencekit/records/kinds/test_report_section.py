"""Section of the report: the promises of its questions."""

from evidencekit.records.fields import FieldKind, Writer
from evidencekit.records.kinds.report_section import KIND
from evidencekit.records.links import record_links


def test_the_text_is_kept_as_prose_and_each_sentence_names_what_it_rests_on() -> None:
    text, sentences = KIND.field("text"), KIND.field("sentences")
    assert text is not None
    assert text.kind is FieldKind.LONG_TEXT
    fields = {"sentences": [{"sentence": "Children wait.", "evidence": ["a"]}]}
    assert sentences is not None
    assert record_links("report-section", fields) == [("sentences.evidence", "a")]


def test_anyone_drafts_a_section_and_the_lead_may_edit_it() -> None:
    assert KIND.writer is Writer.DRAFTS
    assert not KIND.is_evidence
