from dataclasses import replace

from evidencekit.merge.clashes import ClashSort, clash_of, proposal_for
from evidencekit.records.lineage import Lineage
from evidencekit.records.revision import Revision
from tests.evidencekit.merge.workspace import BEN, CARA, Pen

PEN = Pen("clashes")
FIRST = PEN.write(BEN, {"i_saw": "a", "impact": "a"})


def sort_of(*revisions: Revision) -> ClashSort | None:
    clash = clash_of(Lineage(revisions))
    return clash.sort if clash else None


def test_one_head_or_none_is_no_clash() -> None:
    assert sort_of() is None
    assert sort_of(FIRST) is None


def test_three_versions_are_listed_and_left_to_a_person() -> None:
    sides = [PEN.write(BEN, {"i_saw": text}, FIRST) for text in "bcd"]
    assert sort_of(FIRST, *sides) is ClashSort.NOT_COMPARED


def test_two_deletions_agree() -> None:
    gone = [PEN.write(BEN, {}, FIRST, state="deleted") for _ in "xy"]
    assert sort_of(FIRST, *gone) is ClashSort.SAME_TEXT


def test_an_edit_among_three_versions_outlives_the_deletion() -> None:
    gone = PEN.write(BEN, {}, FIRST, state="deleted")
    edits = [PEN.write(BEN, {"i_saw": text}, FIRST) for text in "bc"]
    assert sort_of(FIRST, gone, *edits) is ClashSort.EDIT_AND_DELETION


def test_an_erased_or_broken_version_cannot_be_compared() -> None:
    edit, other = (PEN.write(BEN, {"i_saw": text}, FIRST) for text in "bc")
    assert sort_of(FIRST, edit, other.without_content()) is ClashSort.NOT_COMPARED
    assert sort_of(FIRST, edit, replace(other, content=b"{")) is ClashSort.NOT_COMPARED


def test_an_erased_base_leaves_the_versions_to_be_compared_with_each_other() -> None:
    edit = PEN.write(BEN, {"i_saw": "b"}, FIRST)
    other = PEN.write(BEN, {"i_saw": "c"}, FIRST)
    assert sort_of(FIRST.without_content(), edit, other) is ClashSort.SAME_FIELD
    proposal = proposal_for(Lineage([FIRST.without_content(), edit, other]), edit, other)
    assert proposal.base is None


def test_one_record_begun_twice_has_no_base() -> None:
    theirs = PEN.write(CARA, {}, record=FIRST.header.record)
    clash = clash_of(Lineage([FIRST, theirs]))
    assert clash is not None
    assert (clash.sort, clash.base) == (ClashSort.TWO_ORIGINS, None)


def test_a_proposal_lays_both_heads_beside_their_base() -> None:
    edit = PEN.write(BEN, {"i_saw": "b", "impact": "a"}, FIRST)
    other = PEN.write(BEN, {"i_saw": "a", "impact": "b"}, FIRST)
    proposal = proposal_for(Lineage([FIRST, edit, other]), edit, other)
    assert proposal.base == FIRST.body
    assert set(proposal.changed_fields) == {"i_saw", "impact"}
