"""The points of the area's answer, as a list and one by one."""

import pytest

from evidencekit.errors.report import NotAPoint
from evidencekit.ids import RecordId
from evidencekit.operations import accuracy, accuracy_points, reading, report_sections
from evidencekit.operations.accuracy import Decision
from tests.world import Person

SAID = "Children wait nine weeks."


def section(lead: Person, text: str = f"{SAID} Last.") -> RecordId:
    slot = report_sections.slot(reading.whole(lead.desk), "inspectorates/ofsted")
    return report_sections.keep(lead.desk, slot, text, []).record


def point(lead: Person, about: RecordId, on: str, comment: str = "Seven.") -> RecordId:
    return lead.writes(
        "accuracy-point", section=about, sentence=SAID, received_on=on, comment=comment,
        agency="police",
    ).record  # fmt: skip


def test_open_points_come_first_each_with_its_section_and_its_sentences(lead: Person) -> None:
    about = section(lead)
    done, later, first = (
        point(lead, about, day) for day in ("2012-12-01", "2012-12-09", "2012-12-08")
    )
    decided = Decision(outcome="partly", reason="Two of them.", after="Most wait nine weeks.")
    accuracy.settle(lead.desk, done, decided)
    found = accuracy_points.points(lead.desk)
    assert [each.record for each in found] == [first, later, done]
    assert found[0].section_words.endswith(": Ofsted")
    assert (found[0].is_open, found[0].stands, found[0].agency) == (True, False, "Police")
    assert found[0].sentences == ("Most wait nine weeks.", "Last.")
    settled = found[-1]
    assert (settled.decision_words, settled.before, settled.after) == (
        "Accepted in part", SAID, "Most wait nine weeks.",
    )  # fmt: skip


def test_a_point_on_a_section_that_is_not_here_is_still_shown(lead: Person) -> None:
    held = point(lead, RecordId("0" * 32), "2012-12-01")
    found = accuracy_points.point(lead.desk, held)
    assert (found.section_words, found.sentences) == (reading.NOT_HERE, ())


def test_another_record_is_no_point(lead: Person) -> None:
    with pytest.raises(NotAPoint):
        accuracy_points.point(lead.desk, section(lead))
