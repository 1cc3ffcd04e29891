from evidencekit.merge.sides import OurSide
from evidencekit.merge.sorting import changed_heads, sort_out
from tests.evidencekit.merge.workspace import AUTHORITY, BEN, CARA, Pen

PEN = Pen("sorting")
FIRST = PEN.write(BEN, {"i_saw": "a"})
SECOND = PEN.write(BEN, {"i_saw": "b"}, FIRST)


def test_each_revision_is_in_one_class_in_the_order_received() -> None:
    gone = PEN.write(BEN, {}, SECOND, state="deleted")
    orphan = PEN.write(BEN, {}, PEN.write(BEN))
    erasure = PEN.erasure(BEN, FIRST)
    sorting = sort_out(OurSide.of([]), [erasure, orphan, gone, SECOND, FIRST], AUTHORITY)
    classes = {name: [each.id for each in found] for name, found in sorting.classes().items()}
    assert classes == {
        "new": [FIRST.id],
        "corrections": [SECOND.id],
        "deletions": [gone.id],
        "erasures": [erasure.id],
        "waiting": [orphan.id],
    }
    assert [each.id for each in sorting.add] == [
        erasure.id, orphan.id, gone.id, SECOND.id, FIRST.id,
    ]  # fmt: skip


def test_the_records_a_plan_depends_on_are_named() -> None:
    erasure = PEN.erasure(BEN, FIRST)
    sorting = sort_out(OurSide.of([FIRST]), [erasure], AUTHORITY)
    assert sorting.touched == {FIRST.header.record, erasure.header.record}


def test_a_chain_that_waits_names_the_nearest_missing_link() -> None:
    third = PEN.write(BEN, {}, SECOND)
    sorting = sort_out(OurSide.of([]), [third, SECOND], AUTHORITY)
    assert sorting.lacks == {SECOND.id: (FIRST.id,), third.id: (SECOND.id,)}


def test_a_record_whose_heads_stay_is_not_changed() -> None:
    foreign = PEN.write(CARA, {}, FIRST)
    ours = OurSide.of([FIRST])
    changes = changed_heads(ours, sort_out(ours, [foreign], AUTHORITY).verdicts)
    assert (changes.heads, changes.clashes, changes.settled) == ({}, (), ())


def test_a_changed_record_gives_its_new_heads() -> None:
    ours = OurSide.of([FIRST])
    changes = changed_heads(ours, sort_out(ours, [SECOND], AUTHORITY).verdicts)
    assert changes.heads == {FIRST.header.record: (SECOND,)}
