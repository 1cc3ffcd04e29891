from evidencekit.canonical import Json
from evidencekit.checks.identifiers import What
from evidencekit.ids import RecordId
from evidencekit.operations import capture, guarding, wordbook
from evidencekit.operations.capture import Entry
from tests.world import Person, case


def test_what_waits_to_leave_is_looked_through_place_by_place(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    record = ben.writes("document", title="Policy", says="Kayleigh Dawson rang.").record

    (place,) = guarding.about_to_leave(ben.desk)

    assert (place.record, place.path, place.label) == (record, "says", place.label)
    assert place.span.what is What.NAME
    assert place.words == "Kayleigh Dawson"


def test_what_somebody_said_is_no_name_is_let_be(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("document", title="Policy", says="Kayleigh Dawson rang.")
    wordbook.add_no_name(ben.desk, "Kayleigh Dawson")

    assert guarding.about_to_leave(ben.desk) == ()


def test_an_identity_may_stand_where_it_is_asked_for(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes(
        "concern", raised_at="2012-11-19T09:40", nature="Left alone.", identity="Kayleigh Dawson"
    )

    assert guarding.about_to_leave(ben.desk) == ()


def test_a_deleted_record_has_no_marks(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    says: dict[str, Json] = {"title": "Policy", "says": "Kayleigh Dawson rang."}
    record = ben.writes("document", **says).record
    assert len(guarding.places(ben.desk, [record])) == 1
    gone = Entry(
        kind="document", fields={}, record=record, state="deleted", reason="Named a child."
    )
    capture.capture(ben.desk, gone)

    assert guarding.places(ben.desk, [record]) == ()


def test_a_record_that_is_not_here_has_no_marks(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    assert guarding.places(ben.desk, [RecordId("0" * 32)]) == ()


def test_offers_are_made_of_the_references_held_here(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("case", **case("OWN-B1", "inspectorate-tracked"))
    ben.writes("case", **case("OB-07", "inspectorate-tracked"))

    assert "OB-07" in guarding.known(ben.desk).references
