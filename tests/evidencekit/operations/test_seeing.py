from typing import Any

from evidencekit.operations import reading, seeing
from tests.world import Person, case


def listed(value: Any) -> list[Any]:
    assert isinstance(value, list)
    return value


def test_coverage_tells_apart_found_and_not_looked_at(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    lead.notes(child, "The room was cold.")
    snapshot = reading.snapshot(lead.desk)
    document = seeing.coverage_document(snapshot, "case")
    areas = {area["area"]: area for area in listed(document["areas"])}
    assert areas["E4"]["cells"][child]["count"] == 1
    assert areas["E4"]["polarity"] == {"weakness": 1}
    assert areas["E9"]["seen"] == "not-looked-at"
    assert any(line.startswith("E4 ") for line in seeing.coverage_lines(snapshot, "case"))


def test_a_journey_names_its_silences_in_words(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    for day, what, seen in (
        ("2012-06-01", "Referral from school.", "no"),
        ("2012-10-06", "Seen alone at school.", "yes"),
    ):
        lead.writes(
            "journey-event", case=child, when={"date": day, "precision": "exact"},
            stage="contact-referral", agency="childrens-social-care", what=what, child_seen=seen,
            seen_alone=seen,
        )  # fmt: skip
    snapshot = reading.snapshot(lead.desk)
    lines = seeing.journey_lines(snapshot, child)
    assert any("127 days" in line for line in lines)
    document = seeing.journey_document(snapshot, child)
    assert [event["what"] for event in listed(document["events"])] == [
        "Referral from school.", "Seen alone at school.",
    ]  # fmt: skip
