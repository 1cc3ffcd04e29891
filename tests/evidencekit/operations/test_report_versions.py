"""Versions of the report: nothing is final while a sentence rests on nothing."""

from pathlib import Path

import pytest

from evidencekit.analysis.report_links import with_evidence
from evidencekit.errors.report import NotFinal, NothingWritten
from evidencekit.errors.work import LeadOnly
from evidencekit.operations import publish, reading, report_sections, report_versions
from evidencekit.operations.report_versions import Made
from tests.world import Person, case

SAID = "Children wait."


def write(person: Person, text: str = SAID, *, linked: bool = True) -> None:
    child = person.writes("case", **case()).record
    held = person.notes(child, "No dates.").record
    slot = report_sections.slot(reading.whole(person.desk), "strengths")
    links = with_evidence([], text, [held]) if linked else []
    report_sections.keep(person.desk, slot, text, list(links))


@pytest.mark.parametrize("stage", ["final", "published"])
def test_a_final_version_is_refused_by_place_and_never_quotes(lead: Person, stage: str) -> None:
    write(lead, "Kayleigh Turner waits.", linked=False)
    before = reading.whole(lead.desk).fingerprint
    with pytest.raises(NotFinal) as refused:
        report_versions.record_version(lead.desk, Made(stage=stage))
    assert "Key strengths, sentence 1 (rests on no evidence, could name somebody)" in (
        refused.value.words
    )
    assert "Kayleigh" not in refused.value.words
    assert reading.whole(lead.desk).fingerprint == before


def test_a_section_that_is_too_long_is_not_final(lead: Person) -> None:
    slot = report_sections.slot(reading.whole(lead.desk), "inspectorates/ofsted")
    text = "word " * 401
    links = with_evidence([], text.strip(), [], about_us=True)
    report_sections.keep(lead.desk, slot, text, list(links))
    with pytest.raises(NotFinal) as refused:
        report_versions.record_version(lead.desk, Made(stage="final"))
    assert "1 word over 400" in refused.value.words


def test_a_version_names_its_texts_its_files_and_the_state_of_the_base(
    lead: Person, tmp_path: Path
) -> None:
    write(lead)
    snapshot = reading.whole(lead.desk)
    made = publish.report(snapshot, tmp_path / "letter.pdf", "letter")
    kept = report_versions.record_version(lead.desk, Made(stage="final", files=(made,)))
    fields = kept.revision.body.fields
    assert fields["number"] == 1
    assert fields["fingerprint"] == snapshot.fingerprint
    assert fields["files"] == [{"name": "letter.pdf", "sha256": made.sha256}]
    (section,) = snapshot.of_kind("report-section")
    assert fields["sections"] == [{"section": section.record, "revision": section.head.id}]
    again = report_versions.record_version(
        lead.desk, Made(stage="published", published_on="2012-12-20", published_where="Website")
    )
    assert again.revision.body.fields["number"] == 2
    stages = [each.fields["stage"] for each in report_versions.versions(reading.whole(lead.desk))]
    assert stages == ["final", "published"]


def test_a_draft_may_have_open_sentences_and_an_empty_report_has_no_version(lead: Person) -> None:
    with pytest.raises(NothingWritten):
        report_versions.record_version(lead.desk, Made(stage="draft"))
    write(lead, linked=False)
    assert report_versions.record_version(lead.desk, Made(stage="accuracy")).record


def test_only_the_lead_keeps_a_version(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    slot = report_sections.slot(reading.whole(ben.desk), "strengths")
    report_sections.keep(ben.desk, slot, SAID, [])
    with pytest.raises(LeadOnly):
        report_versions.record_version(ben.desk, Made(stage="draft"))
