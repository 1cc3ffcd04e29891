from evidencekit.ids import RecordId
from evidencekit.operations.changes import EVERYTHING, NOTHING, Changes


def test_changes_add_up_and_nothing_is_false() -> None:
    one, other = Changes(frozenset({RecordId("a")})), Changes(frozenset({RecordId("b")}))
    assert (one | other).records == {"a", "b"}
    assert not NOTHING
    assert EVERYTHING
    assert (one | EVERYTHING).beyond_records
