from datetime import date
from pathlib import Path

from evidencekit.operations import reading, report_desk
from tests.world import Person, case

DAY = date(2012, 11, 19)


def test_what_can_be_printed_is_offered_by_title() -> None:
    assert dict(report_desk.kinds())["report"] == "Joint evidence base"


def test_the_state_of_the_base_is_told_before_it_is_printed(lead: Person) -> None:
    lead.writes("case", **case())
    snapshot = reading.snapshot(lead.desk)
    found = report_desk.look(snapshot, snapshot, report_desk.stamp(lead.desk))
    assert (found.day, found.fingerprint) == (DAY, snapshot.fingerprint)
    assert (found.records, found.disputed) == (len(snapshot.standing()), 0)
    assert found.drafts >= 1
    assert found.again


def test_the_parts_of_a_report_are_the_ones_the_framework_asks_for(lead: Person) -> None:
    snapshot = reading.snapshot(lead.desk)
    found = report_desk.contents(snapshot, "report")
    assert "Amberford" in found.title
    for section in lead.desk.pack.sections:
        assert section.label in found.parts
    assert found.entries == 0


def test_a_name_that_is_taken_is_never_given(tmp_path: Path) -> None:
    first = report_desk.free_path(tmp_path, "report", DAY, ".pdf")
    assert first.name == "report-2012-11-19.pdf"
    first.with_suffix(".html").touch()
    second = report_desk.free_path(tmp_path, "report", DAY, ".pdf")
    assert second.name == "report-2012-11-19-2.pdf"
    assert report_desk.free_path(tmp_path, "report", DAY, ".csv").name == "report-2012-11-19.csv"
