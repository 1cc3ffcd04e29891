from evidencekit.operations import our_side
from evidencekit.store import revisions
from tests.world import Person, case


def test_our_side_holds_only_what_a_bundle_touches(lead: Person) -> None:
    child = lead.writes("case", **case())
    lead.writes("document", title="Beside it")
    side = our_side.of(lead.desk, [child.revision])
    assert set(side.records) == {child.record}
    assert side.known == {child.revision.id}
    assert side.framework is not None
    assert side.framework.id == "macp-2012"
    assert revisions.count(lead.desk.database) == 3
