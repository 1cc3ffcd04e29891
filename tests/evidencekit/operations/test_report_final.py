"""What is a draft, what stops being one, and what keeps it from that."""

from pathlib import Path

import pytest

from evidencekit.analysis.report_links import with_evidence
from evidencekit.errors.report import NotFinal, NothingWritten
from evidencekit.operations import publish, reading, report_final, report_sections
from tests.world import Person, case

SAID = "Children wait."


def test_a_letter_is_a_draft_until_every_sentence_stands(lead: Person, tmp_path: Path) -> None:
    empty = report_sections.ground(lead.desk)
    with pytest.raises(NothingWritten):
        publish.report(empty.snapshot, tmp_path / "a.html", "letter", final=empty)
    held = lead.notes(lead.writes("case", **case()).record, "No dates.").record
    slot = report_sections.slot(reading.whole(lead.desk), "strengths")
    section = report_sections.keep(lead.desk, slot, SAID, []).record
    loose = report_sections.ground(lead.desk)
    with pytest.raises(NotFinal):
        publish.report(loose.snapshot, tmp_path / "a.html", "letter", final=loose)
    assert list(tmp_path.glob("a.*")) == []
    publish.report(loose.snapshot, tmp_path / "draft.html", "letter")
    assert "<title>Draft letter of findings" in (tmp_path / "draft.html").read_text("utf-8")
    publish.report(loose.snapshot, tmp_path / "c.html", "coverage", final=loose)  # never a draft

    slot = report_sections.slot(reading.whole(lead.desk), "strengths")
    assert slot.record == section
    links = with_evidence([], SAID, [held])
    report_sections.keep(lead.desk, slot, SAID, list(links))
    ground = report_sections.ground(lead.desk)
    assert report_final.open_points(ground) == ()
    publish.report(ground.snapshot, tmp_path / "final.html", "letter", final=ground)
    page = (tmp_path / "final.html").read_text("utf-8")
    assert "<title>Letter of findings" in page
    assert 'class="stage"' not in page
