from evidencekit.operations import capture, usual
from evidencekit.operations.capture import Entry
from tests.world import Person


def watch(person: Person, what: str) -> None:
    fields = {"what": what, "started": "2012-11-20T09:30"}
    capture.capture(person.desk, Entry(kind="observation", fields=fields))


def test_the_kinds_watched_most_come_first(lead: Person) -> None:
    assert usual.usual_kinds(lead.desk) == ()
    for what in ("visit", "marac", "icpc", "marac"):
        watch(lead, what)
    found = usual.usual_kinds(lead.desk)
    assert found[0] == "marac"
    assert set(found) == {"visit", "marac", "icpc"}


def test_an_observation_without_a_kind_counts_for_nothing(lead: Person) -> None:
    capture.capture(lead.desk, Entry(kind="observation", fields={"title": "Begun"}))
    assert usual.usual_kinds(lead.desk) == ()
