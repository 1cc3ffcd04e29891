from hypothesis import given, settings, strategies as st

from evidencekit.merge.folding import after
from evidencekit.merge.plan import plan_merge
from evidencekit.merge.sides import OurSide
from evidencekit.records.revision import Revision
from tests.evidencekit.merge.test_plan import histories, partitions
from tests.evidencekit.merge.workspace import AUTHORITY, BEN, Pen, Workspace


@settings(max_examples=60)
@given(histories(), st.data())
def test_bundles_planned_ahead_bring_what_they_bring_when_joined_one_by_one(
    history: list[Revision], data: st.DataObject
) -> None:
    bundles = data.draw(partitions(history))
    lead, side = Workspace(), OurSide.of([])
    for bundle in (*bundles, *bundles[:1]):
        ahead = plan_merge(side, bundle, AUTHORITY)
        side = after(side, ahead)
        assert dict(lead.merge(bundle).counts) == dict(ahead.counts)
    assert side.known == lead.side.known


def test_folding_leaves_the_side_it_began_with() -> None:
    pen = Pen("fold")
    note = pen.write(BEN, {"i_saw": "a"})
    side = OurSide.of([])
    after(side, plan_merge(side, [note], AUTHORITY))
    assert side == OurSide.of([])


def test_an_erasure_planned_ahead_empties_what_a_later_bundle_brings() -> None:
    pen = Pen("fold-erase")
    note = pen.write(BEN, {"i_saw": "a"})
    side = OurSide.of([])
    side = after(side, plan_merge(side, [pen.erasure(BEN, note)], AUTHORITY))
    assert plan_merge(side, [note], AUTHORITY).erase == (note.id,)
