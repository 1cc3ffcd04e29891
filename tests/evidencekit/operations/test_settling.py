import pytest

from evidencekit.canonical import Json
from evidencekit.errors.work import ChangedSince, NoSuchRecord, NotReady, NotYours, ReasonNeeded
from evidencekit.ids import RecordId
from evidencekit.operations import reading, settling
from evidencekit.operations.closing_day import Matter, closing_day
from evidencekit.operations.today import today
from evidencekit.records.meeting_line import lines_of
from tests.world import Person, case, note

NAME = "Chantelle Brathwaite"


def open_of(person: Person, matter: Matter) -> int:
    return len(closing_day(person.desk).of(matter))


def watched(person: Person) -> RecordId:
    lines: list[Json] = [
        {"key": "1", "time": "09:31", "kind": "observed", "text": "The chair opens.", "x": "kept"},
        {"key": "2", "time": "09:32", "kind": "quote", "text": "Too late.", "areas": ["E2"]},
    ]
    return person.writes(
        "observation", what="strategy-meeting", started="2012-11-19T09:30",
        ended="2012-11-19T10:30", lines=lines,
    ).record  # fmt: skip


def test_a_line_is_sorted_to_an_area_and_the_others_stay_as_they_are(lead: Person) -> None:
    record = watched(lead)
    made = settling.sort_line(lead.desk, record, "1", "E7")
    first, second = lines_of(reading.item(lead.desk, record).fields)
    assert (first.areas, second.areas) == (("E7",), ("E2",))
    assert first.rest["x"] == "kept"
    assert first.edited
    assert open_of(lead, Matter.AREAS) == 0
    settling.take_back(lead.desk, made)
    assert open_of(lead, Matter.AREAS) == 1


def test_a_line_that_is_not_there_is_refused(lead: Person) -> None:
    record = watched(lead)
    with pytest.raises(NoSuchRecord):
        settling.sort_line(lead.desk, record, "99", "E7")
    assert len(reading.history(lead.desk, record)) == 1


def test_a_record_gets_an_area_beside_those_it_has(lead: Person) -> None:
    record = lead.writes("document", title="Policy").record
    settling.give_area(lead.desk, record, "E9", "strength")
    settling.give_area(lead.desk, record, "E10", "mixed")
    assert [(link.area, link.polarity) for link in reading.item(lead.desk, record).area_links] == [
        ("E9", "strength"),
        ("E10", "mixed"),
    ]


def test_what_was_submitted_stays_submitted_and_says_why_it_changed(
    team: tuple[Person, Person],
) -> None:
    _lead, ben = team
    child = ben.writes("case", **case("OWN-B1", "inspectorate-tracked")).record
    record = ben.notes(child, "The plan had no dates.").record
    ben.submits(record)
    made = settling.give_area(ben.desk, record, "E9", "weakness")
    item = reading.item(ben.desk, record)
    assert item.state == "submitted"
    assert made.revision.header.reason == "Tidied at the end of the day."
    assert item.provenance == reading.history(ben.desk, record)[0].body.provenance


def test_an_undated_record_gets_its_moment_in_the_header_too(lead: Person) -> None:
    record = lead.writes("document", title="Policy").record
    assert open_of(lead, Matter.UNDATED) == 1
    settling.give_date(lead.desk, record, "2012-11-19", "14:05")
    assert reading.item(lead.desk, record).at == "2012-11-19T14:05"
    assert open_of(lead, Matter.UNDATED) == 0


def test_an_event_of_the_chronology_gets_a_day_alone(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    record = lead.writes("journey-event", case=child, what="Seen at school.").record
    settling.give_date(lead.desk, record, "2012-05-22")
    assert reading.item(lead.desk, record).at == "2012-05-22"
    assert open_of(lead, Matter.UNDATED) == 0


@pytest.mark.parametrize("missing", ["closed_by", "closed_at", "outcome"])
def test_a_concern_is_closed_only_with_who_when_and_how(lead: Person, missing: str) -> None:
    record = lead.writes("concern", nature="Alone.").record
    told: dict[str, Json] = {
        "closed_by": lead.desk.me.id, "closed_at": "2012-11-19T20:00", "outcome": "Safe.",
        missing: "  ",
    }  # fmt: skip
    with pytest.raises(ReasonNeeded):
        settling.close_concern(lead.desk, record, told)
    assert len(today(lead.desk).open_concerns) == 1
    assert len(reading.history(lead.desk, record)) == 1


def test_a_closed_concern_leaves_today_and_comes_back_when_it_is_taken_back(lead: Person) -> None:
    record = lead.writes("concern", nature="Alone.").record
    told: dict[str, Json] = {
        "closed_by": lead.desk.me.id, "closed_at": "2012-11-19T20:00", "outcome": "Safe.",
    }  # fmt: skip
    made = settling.close_concern(lead.desk, record, told)
    assert today(lead.desk).open_concerns == ()
    settling.take_back(lead.desk, made)
    assert [each.record for each in today(lead.desk).open_concerns] == [record]


def test_the_lead_cannot_close_what_another_raised(team: tuple[Person, Person]) -> None:
    lead, ben = team
    record = ben.writes("concern", nature="Alone.").record
    lead.receives(ben.hands_over())
    told: dict[str, Json] = {
        "closed_by": lead.desk.me.id, "closed_at": "2012-11-19T20:00", "outcome": "Safe.",
    }  # fmt: skip
    with pytest.raises(NotYours):
        settling.close_concern(lead.desk, record, told)
    assert len(today(lead.desk).open_concerns) == 1


@pytest.mark.parametrize("path", ["analysis", "lines.1.text", "consent.note"])
def test_other_words_are_put_where_a_name_stood(lead: Person, path: str) -> None:
    lines: list[Json] = [
        {"key": "1", "kind": "observed", "text": "First."},
        {"key": "2", "kind": "observed", "text": f"{NAME} came."},
    ]
    record = lead.writes(
        "observation", what="visit", started="2012-11-19T09:30", lines=lines,
        analysis=f"{NAME} came.", consent={"status": "given", "note": f"{NAME} came."},
    ).record  # fmt: skip
    settling.put_text(lead.desk, record, path, "The mother came.")
    fields = reading.item(lead.desk, record).fields
    assert str(fields).count(NAME) == 2
    assert str(fields).count("The mother came.") == 1
    assert lines_of(fields)[0].text == "First."


def test_what_named_somebody_can_be_destroyed_and_the_chain_still_verifies(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    child = ben.writes("case", **case("OWN-B1", "inspectorate-tracked")).record
    record = ben.writes("case-note", **note(child, f"{NAME} came.")).record
    ben.corrects(record, "More.", **note(child, f"{NAME} came at ten."))
    made = settling.put_text(ben.desk, record, "i_saw", "The mother came at ten.")
    changes = settling.erase_before(ben.desk, made, [NAME])
    assert record in changes.records
    history = reading.history(ben.desk, record)
    assert [each.is_erased for each in history] == [True, True, False]
    joined = lead.receives(ben.hands_over())
    assert joined.counts["refused"] == 0
    assert NAME not in str(reading.item(lead.desk, record).fields)


def test_nothing_is_destroyed_for_words_that_are_blank(lead: Person) -> None:
    record = lead.writes("document", title="One").record
    made = settling.put_text(lead.desk, record, "title", "Two")
    assert not settling.erase_before(lead.desk, made, ["", " "])
    assert not any(each.is_erased for each in reading.history(lead.desk, record))


def test_nothing_is_taken_back_over_what_was_written_since(lead: Person) -> None:
    record = lead.writes("document", title="One").record
    made = settling.give_area(lead.desk, record, "E9", "strength")
    lead.corrects(record, "More.", title="One, and more")
    with pytest.raises(ChangedSince):
        settling.take_back(lead.desk, made)
    assert reading.item(lead.desk, record).title == "One, and more"


def test_those_that_are_ready_are_submitted_and_the_others_say_what_is_missing(
    lead: Person,
) -> None:
    child = lead.writes("case", **case()).record
    ready = lead.notes(child, "The plan had no dates.").record
    bare = lead.writes("document", title="One").record
    things = {each.record: each for each in closing_day(lead.desk).of(Matter.SUBMITTING)}
    assert things[ready].is_ready
    assert not things[bare].is_ready
    settling.submit_ready(lead.desk, [ready])
    assert reading.item(lead.desk, ready).state == "submitted"
    with pytest.raises(NotReady):
        settling.submit_ready(lead.desk, [bare])


def test_an_answer_can_be_taken_out(lead: Person) -> None:
    record = lead.writes("document", title="One", period="May").record
    settling.answer(lead.desk, record, {"period": None})
    assert "period" not in reading.item(lead.desk, record).fields
