from evidencekit.operations.still_open import Open, still_open
from tests.world import Person, case


def test_each_line_of_the_first_screen_has_its_records(team: tuple[Person, Person]) -> None:
    lead, ben = team
    child = lead.writes("case", **case()).record
    concern = lead.writes("concern", nature="Left alone overnight.", state="open").record
    loose = lead.writes("document", title="No area yet").record
    query = lead.writes("query", about=loose, to=ben.desk.me.id, question="Which year?").record

    assert [row.record for row in still_open(lead.desk, Open.CONCERNS)] == [concern]
    assert [row.record for row in still_open(lead.desk, Open.WITHOUT_AREA)] == [loose]
    assert [row.record for row in still_open(lead.desk, Open.QUESTIONS)] == [query]
    assert {child, concern, loose} <= {row.record for row in still_open(lead.desk, Open.DRAFTS)}


def test_what_is_finished_is_listed_nowhere(lead: Person) -> None:
    assert still_open(lead.desk, Open.CONCERNS) == ()
    assert still_open(lead.desk, Open.QUESTIONS) == ()
