"""What the area was told, in order."""

from evidencekit.operations import feedback_log, reading
from tests.world import Person


def test_the_log_says_who_was_told_what_by_whom_and_what_they_answered(lead: Person) -> None:
    said = {"to": ["dcs"], "points": "Thresholds are known.", "provisional": "yes"}
    one = lead.writes("feedback", at="2012-11-21T17:00", **said).record
    two = lead.writes(
        "feedback", at="2012-11-30T15:00", agency="police", by=lead.desk.me.id,
        response="They will send the log.", **said,
    ).record  # fmt: skip
    latest, first = feedback_log.log(lead.desk)
    assert (latest.record, first.record) == (two, one)
    assert (latest.by, latest.agency, latest.provisional) == (lead.desk.me.name, "Police", True)
    assert latest.response == "They will send the log."
    assert first.to == ("Director of children's services",)
    assert reading.item(lead.desk, two).at == "2012-11-30T15:00"
