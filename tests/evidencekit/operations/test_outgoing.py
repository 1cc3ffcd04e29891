from evidencekit.operations import hand_over
from evidencekit.operations.hand_over import Wanted
from tests.world import Person


def test_what_is_ready_to_leave_counts_by_kind(team: tuple[Person, Person]) -> None:
    _lead, ben = team
    ben.writes("document", title="One")
    ben.writes("document", title="Two")
    ready = hand_over.gather(ben.desk, Wanted())
    assert ready.counts == {"document": 2}
    assert ready.file_name.endswith("-000001.evb")
