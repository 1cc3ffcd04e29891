"""Where a version came from."""

from evidencekit.store import whence
from tests.world import Person, case


def test_what_was_written_here_has_a_place_and_no_merge(team: tuple[Person, Person]) -> None:
    lead, ben = team
    child = lead.writes("case", **case()).record
    (mine,) = whence.arrivals(lead.desk.database, child).values()
    assert mine.batch is None
    noted = ben.notes(child, "Late.").record
    lead.receives(ben.hands_over())
    (theirs,) = whence.arrivals(lead.desk.database, noted).values()
    assert theirs.batch == 1
    assert theirs.position > mine.position
