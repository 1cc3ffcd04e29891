"""The record of versions: what changed between two, and which was sent to whom."""

import pytest

from evidencekit.analysis.rewording import Reworded
from evidencekit.errors.report import NotAVersion, NothingSent
from evidencekit.ids import RecordId
from evidencekit.operations import asking, reading, report_record, report_sections, report_versions
from evidencekit.operations.report_versions import Made
from tests.world import Person


def writes(lead: Person, text: str, key: str = "strengths") -> None:
    slot = report_sections.slot(reading.whole(lead.desk), key)
    report_sections.keep(lead.desk, slot, text, [])


def keeps(lead: Person, name: str, stage: str = "draft") -> RecordId:
    return report_versions.record_version(lead.desk, Made(stage=stage, name=name)).record


def test_two_versions_are_held_beside_each_other_and_beside_today(lead: Person) -> None:
    writes(lead, "Children wait. Help is late.")
    one = keeps(lead, "First")
    writes(lead, "Children wait nine weeks. Help is late.")
    writes(lead, "Plans have dates.", "improvements")
    two = keeps(lead, "To the Board", "accuracy")
    assert [each.title for each in report_record.listed(lead.desk)] == ["2 To the Board", "1 First"]
    found = {each.section: each.changes for each in report_record.between(lead.desk, one, two)}
    assert found == {
        "Key strengths": (Reworded("Children wait.", "Children wait nine weeks."),),
        "Areas for improvement": (Reworded("", "Plans have dates."),),
    }
    assert report_record.between(lead.desk, two) == ()
    writes(lead, "Children wait nine weeks.")
    (moved,) = report_record.between(lead.desk, two)
    assert moved.changes == (Reworded("Help is late.", ""),)


def test_where_a_version_went_is_added_in_order_and_taken_back(lead: Person) -> None:
    writes(lead, "Children wait.")
    held = keeps(lead, "To the Board", "accuracy")
    report_record.sent(lead.desk, held, ["lscb-chair"], "2012-12-03", " One answer by the 14th. ")
    last = report_record.sent(lead.desk, held, ["dcs"], "2012-12-04")
    found = report_record.version(lead.desk, held)
    assert [(each.on, each.note) for each in found.sent] == [
        ("2012-12-03", "One answer by the 14th."), ("2012-12-04", ""),
    ]  # fmt: skip
    assert found.sent[0].to != ("lscb-chair",)  # in words
    asking.undo(lead.desk, last)
    assert len(report_record.version(lead.desk, held).sent) == 1


def test_a_publication_says_its_day_and_its_place(lead: Person) -> None:
    writes(lead, "Children wait.")
    held = keeps(lead, "Final")
    with pytest.raises(NothingSent):
        report_record.published(lead.desk, held, "2012-12-20", " ")
    with pytest.raises(NothingSent):
        report_record.sent(lead.desk, held, [], "2012-12-20")
    assert report_record.version(lead.desk, held).published_on == ""
    report_record.published(lead.desk, held, "2012-12-20", "The website")
    found = report_record.version(lead.desk, held)
    assert (found.published_on, found.published_where) == ("2012-12-20", "The website")


def test_only_a_version_is_sent_or_compared(lead: Person) -> None:
    writes(lead, "Children wait.")
    (section,) = reading.whole(lead.desk).of_kind("report-section")
    with pytest.raises(NotAVersion):
        report_record.sent(lead.desk, section.record, ["dcs"], "2012-12-20")
    with pytest.raises(NotAVersion):
        report_record.between(lead.desk, section.record)
