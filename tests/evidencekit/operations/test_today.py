from datetime import date, timedelta

from evidencekit.operations import case_key, drafting, today
from evidencekit.operations.case_key import Given
from tests.world import Person, World, case


def test_the_first_screen_counts_what_is_there_and_what_is_unfinished(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    child = lead.writes("case", **case()).record
    lead.notes(child, "The room was cold.")
    lead.writes("document", title="No area yet")
    drafting.keep_draft(lead.desk, "new", "document", {"title": "Half"})
    found = today.today(lead.desk)
    assert found.day == date(2012, 11, 19)
    assert found.counts["case-note"] == 1
    assert [each.form for each in found.unsaved] == ["new"]
    assert len(found.without_area) == 1
    assert found.to_hand_over > 0
    assert ben.desk.me.id in found.not_handed_in
    assert today.count(lead.desk, "case") == 1


def test_an_open_concern_stays_until_it_is_closed(lead: Person) -> None:
    raised = lead.writes("concern", nature="Left alone overnight.", state="open")
    assert [each.record for each in today.today(lead.desk).open_concerns] == [raised.record]
    lead.corrects(raised.record, "Closed.", nature="Left alone overnight.", state="closed")
    assert len(today.today(lead.desk).open_concerns) == 1  # by whom, when and how is not said
    lead.corrects(
        raised.record, "Closed.", nature="Left alone overnight.", state="closed",
        closed_by=lead.desk.me.id, closed_at="2012-11-19T20:00", outcome="With her aunt.",
    )  # fmt: skip
    assert today.today(lead.desk).open_concerns == ()


def test_a_query_waits_for_its_answer(team: tuple[Person, Person]) -> None:
    lead, ben = team
    noted = lead.writes("document", title="One")
    query = lead.writes("query", about=noted.record, to=ben.desk.me.id, question="Which year?")
    assert [each.record for each in today.today(lead.desk).open_queries] == [query.record]
    draft = lead.writes("answer", query=query.record, answer="2011.").record
    assert [each.record for each in today.today(lead.desk).open_queries] == [query.record]
    lead.submits(draft)
    assert today.today(lead.desk).open_queries == ()


def test_what_is_in_the_case_key_too_long_is_told(lead: Person, world: World) -> None:
    child = lead.writes("case", **case("SH-04")).record
    given = Given(agency="gp", number="77", purpose="to ask", expires_on="2012-11-20")
    case_key.keep(lead.desk, child, given)
    assert today.today(lead.desk).case_key_due == ()
    world.clock.put(world.clock.now() + timedelta(days=2))
    assert [line.reference for line in today.today(lead.desk).case_key_due] == ["SH-04"]
