from pathlib import Path

import pytest

from evidencekit.errors.report import ReportPlaceClosed, UnknownReportForm
from evidencekit.errors.work import NoSuchRecord
from evidencekit.ids import RecordId
from evidencekit.operations import publish, reading, remembering
from evidencekit.operations.journeying import print_journey
from tests.world import Person, case


def test_a_journey_is_printed_with_its_accessible_page_and_written_down(
    lead: Person, tmp_path: Path
) -> None:
    child = lead.writes("case", **case()).record
    lead.writes(
        "journey-event", case=child, when={"date": "2012-06-03", "precision": "exact"},
        agency="police", stage="contact-referral", what="A call.",
    )  # fmt: skip
    snapshot = reading.snapshot(lead.desk)
    one = print_journey(snapshot, child, tmp_path / "one.pdf")
    other = print_journey(snapshot, child, tmp_path / "other.pdf")
    assert one.sha256 == other.sha256
    assert one.beside == (tmp_path / "one.html",)
    assert "A call." in (tmp_path / "one.html").read_text("utf-8")
    publish.record_report(lead.desk, one)
    assert "printed journey" in str(remembering.log_entries(lead.desk)[-1])
    assert print_journey(snapshot, child, tmp_path / "page.html").beside == ()


def test_what_cannot_be_printed_is_refused_and_leaves_nothing(lead: Person, tmp_path: Path) -> None:
    child = lead.writes("case", **case()).record
    snapshot = reading.snapshot(lead.desk)
    with pytest.raises(UnknownReportForm):
        print_journey(snapshot, child, tmp_path / "j.csv")
    with pytest.raises(NoSuchRecord):
        print_journey(snapshot, RecordId("nobody"), tmp_path / "j.pdf")
    with pytest.raises(ReportPlaceClosed):
        print_journey(snapshot, child, tmp_path / "nowhere" / "j.pdf")
    assert list(tmp_path.glob("j*")) == []
