"""A question to an author, and the answer back."""

import pytest

from evidencekit.bundle.manifest import BundleKind
from evidencekit.errors.deciding import NobodyToAsk, NotAQuestion, NotAsked, WordsNeeded
from evidencekit.errors.work import LeadOnly, NoSuchMember, NoSuchRecord
from evidencekit.ids import AuthorId, RecordId
from evidencekit.operations import asking, capture, care, decide, reading
from evidencekit.operations.asking import Standing
from evidencekit.operations.today import today
from tests.world import Person, World, case


@pytest.fixture
def handed_in(team: tuple[Person, Person]) -> tuple[Person, Person, RecordId]:
    """A lead who holds Ben's note."""
    lead, ben = team
    child = ben.writes("case", **case("HC-01", "inspectorate-tracked")).record
    noted = ben.notes(child, "The room was cold.").record
    ben.submits(noted)
    lead.receives(ben.hands_over())
    return lead, ben, noted


def test_a_question_reaches_its_author_and_the_answer_comes_back(
    handed_in: tuple[Person, Person, RecordId],
) -> None:
    lead, ben, noted = handed_in
    asked = asking.ask(lead.desk, noted, "Who was in the room?", urgency="tomorrow").record
    assert asking.conversations(ben.desk) == ()
    ben.receives(lead.hands_over(BundleKind.RETURN))

    (seen,) = asking.conversations(ben.desk)
    assert (seen.question, seen.to_name, seen.urgency) == (
        "Who was in the room?", "Ben Okoro", "Tomorrow",
    )  # fmt: skip
    assert (seen.about, seen.about_kind, seen.standing) == (noted, "case-note", Standing.WAITING)
    assert (seen.is_for_me, seen.is_open) == (True, True)
    assert [each.record for each in today(ben.desk).open_queries] == [asked]

    asking.answer(ben.desk, asked, "The chair and both parents.", [noted])
    (mine,) = asking.conversations(ben.desk)
    assert (mine.standing, mine.is_open) == (Standing.ANSWERED, False)
    assert today(ben.desk).open_queries == ()
    lead.receives(ben.hands_over())

    (back,) = asking.conversations(lead.desk)
    (reply,) = back.replies
    assert (reply.words, reply.by_name) == ("The chair and both parents.", "Ben Okoro")
    assert reply.evidence == (noted,)
    assert (back.standing, back.is_open) == (Standing.ANSWERED, True)
    decide.accept(lead.desk, reply.record)
    (settled,) = asking.conversations(lead.desk)
    assert (settled.standing, settled.is_open) == (Standing.SETTLED, False)
    ben.receives(lead.hands_over(BundleKind.RETURN))
    assert asking.conversations(ben.desk)[0].standing is Standing.SETTLED


def test_a_correction_of_the_record_shows_beside_the_question(
    handed_in: tuple[Person, Person, RecordId],
) -> None:
    lead, ben, noted = handed_in
    asking.ask(lead.desk, noted, "Which room?")
    assert not asking.conversations(lead.desk)[0].is_corrected
    ben.corrects(noted, "It was the hall.", i_saw="The hall was cold.")
    lead.receives(ben.hands_over())
    assert asking.conversations(lead.desk)[0].is_corrected


def test_a_draft_answer_is_no_answer_yet(handed_in: tuple[Person, Person, RecordId]) -> None:
    lead, ben, noted = handed_in
    asked = asking.ask(lead.desk, noted, "Which room?").record
    ben.receives(lead.hands_over(BundleKind.RETURN))
    draft = ben.writes("answer", query=asked, answer="The hall, I th").record
    assert asking.conversations(ben.desk)[0].standing is Standing.WAITING
    assert [each.record for each in today(ben.desk).open_queries] == [asked]
    ben.submits(draft)
    assert asking.conversations(ben.desk)[0].standing is Standing.ANSWERED


def test_what_cannot_be_asked_is_refused_and_nothing_is_written(
    handed_in: tuple[Person, Person, RecordId],
) -> None:
    lead, ben, noted = handed_in
    own = lead.writes("document", title="One").record
    gone = lead.writes("document", title="Two").record
    capture.delete(lead.desk, gone, "Entered twice.")
    before = care.fingerprint(lead.desk).groups, care.fingerprint(ben.desk).groups
    with pytest.raises(WordsNeeded):
        asking.ask(lead.desk, noted, "  \n ")
    with pytest.raises(NobodyToAsk):
        asking.ask(lead.desk, own, "Who?")
    with pytest.raises(NoSuchMember):
        asking.ask(lead.desk, noted, "Who?", to=AuthorId("NOBODY"))
    with pytest.raises(NoSuchRecord):
        asking.ask(lead.desk, gone, "Who?", to=ben.desk.me.id)
    with pytest.raises(LeadOnly):
        asking.ask(ben.desk, noted, "Who?", to=lead.desk.me.id)
    after = care.fingerprint(lead.desk).groups, care.fingerprint(ben.desk).groups
    assert after == before


def test_only_who_was_asked_answers_and_the_lead_writes_down_what_was_said(world: World) -> None:
    lead, ben = world.team()
    anna = world.inspector("Anna Lee", "cqc")
    world.joins(anna, lead)
    own = lead.writes("document", title="One").record
    asked = asking.ask(lead.desk, own, "Did you read it?", to=ben.desk.me.id).record
    anna.receives(lead.hands_over(BundleKind.RETURN))
    with pytest.raises(NotAsked) as refused:
        asking.answer(anna.desk, asked, "Yes.")
    assert "Ben Okoro" in refused.value.what_happened
    with pytest.raises(WordsNeeded):
        asking.answer(lead.desk, asked, " ")
    with pytest.raises(NotAQuestion):
        asking.answer(lead.desk, own, "Yes.")
    with pytest.raises(NoSuchRecord):
        asking.answer(lead.desk, asked, "Yes.", [RecordId("01" * 16)])
    asking.answer(lead.desk, asked, "By telephone: yes.")
    assert asking.conversations(lead.desk)[0].standing is Standing.ANSWERED


def test_open_ones_come_first_and_those_about_one_record_can_be_asked_for(
    handed_in: tuple[Person, Person, RecordId],
) -> None:
    lead, ben, noted = handed_in
    own = lead.writes("document", title="One").record
    first = asking.ask(lead.desk, noted, "One?").record
    second = asking.ask(lead.desk, own, "Two?", to=ben.desk.me.id).record
    said = asking.answer(lead.desk, second, "Two.").record
    decide.accept(lead.desk, said)
    assert [each.query for each in asking.conversations(lead.desk)] == [first, second]
    assert [each.query for each in asking.conversations(lead.desk, own)] == [second]


def test_an_answer_about_a_record_that_is_not_here_is_still_read(
    team: tuple[Person, Person],
) -> None:
    lead, ben = team
    child = lead.writes("case", **case()).record
    noted = lead.notes(child, "The file says nine days.").record
    asking.ask(lead.desk, noted, "Did you see it too?", to=ben.desk.me.id)
    ben.receives(lead.hands_over(BundleKind.RETURN))
    (seen,) = asking.conversations(ben.desk)
    assert reading.row(ben.desk, noted) is not None
    assert seen.about_kind == "case-note"


def test_a_deputys_question_goes_with_the_leads_return_pack_and_is_answered(world: World) -> None:
    lead, ben = world.team()
    dora = world.person("Dora Finch", "cqc", "inspector")
    world.joins(dora, lead, deputy=True)
    noted = ben.notes(ben.writes("case", **case("HC-01", "inspectorate-tracked")).record, "Cold.")
    handed = ben.hands_over()
    lead.receives(handed)
    dora.receives(lead.hands_over(BundleKind.FULL))
    asking.ask(dora.desk, noted.record, "Who was in the room?")
    lead.receives(dora.hands_over())
    ben.receives(lead.hands_over(BundleKind.RETURN))
    (asked,) = asking.conversations(ben.desk)
    assert (asked.by_name, asked.question) == ("Dora Finch", "Who was in the room?")
    assert asked.is_for_me
    asking.answer(ben.desk, asked.query, "The chair and both parents.")
    lead.receives(ben.hands_over())
    (back,) = asking.conversations(lead.desk)
    assert [reply.words for reply in back.replies] == ["The chair and both parents."]
