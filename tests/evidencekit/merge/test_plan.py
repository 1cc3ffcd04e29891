from dataclasses import replace

from hypothesis import given, strategies as st

from evidencekit.ids import RecordId
from evidencekit.merge.authority import Reason
from evidencekit.merge.clashes import ClashSort
from evidencekit.merge.frameworks import FrameworkRef
from evidencekit.merge.plan import plan_merge, still_holds
from evidencekit.merge.sides import OurSide
from evidencekit.records.revision import Revision
from tests.evidencekit.merge.workspace import (
    ANNA,
    AUTHORITY,
    BEN,
    CARA,
    STRANGER,
    Pen,
    Workspace,
)

PEN = Pen("plan")


def ids(revisions: object) -> list[str]:
    return [each.id for each in revisions]  # type: ignore[attr-defined]


def test_a_first_bundle_is_all_new() -> None:
    notes = [PEN.write(BEN), PEN.write(CARA)]
    plan = plan_merge(OurSide.of([]), notes, AUTHORITY)
    assert list(plan.new) == notes == list(plan.add)
    assert plan.counts["new"] == 2
    assert plan.reconciles


def test_a_bundle_that_arrives_twice_changes_nothing() -> None:
    note = PEN.write(BEN)
    lead = Workspace(note)
    plan = lead.merge([note])
    assert plan.changes_nothing
    assert plan.held == (note,)
    assert plan.reconciles


def test_a_revision_given_twice_in_one_bundle_is_counted_twice_and_kept_once() -> None:
    note = PEN.write(BEN)
    plan = plan_merge(OurSide.of([]), [note, note], AUTHORITY)
    assert (plan.add, plan.held, plan.reconciles) == ((note,), (note,), True)


def test_the_child_of_the_head_is_a_correction_and_the_new_head() -> None:
    first = PEN.write(BEN, {"i_saw": "a"})
    second = PEN.write(BEN, {"i_saw": "b"}, first)
    lead = Workspace(first)
    plan = lead.merge([second])
    assert plan.corrections == (second,)
    assert plan.clashes == ()
    assert lead.text(first.header.record) == ["b"]


def test_two_heads_in_different_fields_are_a_clash_that_can_be_combined() -> None:
    first = PEN.write(BEN, {"i_saw": "a", "impact": "a"})
    one = PEN.write(BEN, {"i_saw": "b", "impact": "a"}, first)
    other = PEN.write(BEN, {"i_saw": "a", "impact": "b"}, first)
    (clash,) = Workspace(first, one).merge([other]).clashes
    assert (clash.sort, clash.base) == (ClashSort.DIFFERENT_FIELDS, first.id)
    assert {head.id for head in clash.heads} == {one.id, other.id}


def test_two_heads_in_the_same_field_name_the_field() -> None:
    first = PEN.write(BEN, {"i_saw": "a"})
    sides = [PEN.write(BEN, {"i_saw": text}, first) for text in "bc"]
    (clash,) = Workspace(first, sides[0]).merge([sides[1]]).clashes
    assert (clash.sort, clash.open_fields) == (ClashSort.SAME_FIELD, ("i_saw",))


def test_the_same_words_written_twice_are_the_easiest_clash() -> None:
    first = PEN.write(BEN, {"i_saw": "a"})
    sides = [PEN.write(BEN, {"i_saw": "b"}, first) for _ in "xy"]
    (clash,) = Workspace(first, sides[0]).merge([sides[1]]).clashes
    assert clash.sort is ClashSort.SAME_TEXT


def test_an_edit_stands_beside_a_deletion_and_a_clash_is_raised() -> None:
    first = PEN.write(BEN, {"i_saw": "a"})
    gone = PEN.write(BEN, {}, first, state="deleted")
    edit = PEN.write(BEN, {"i_saw": "b"}, first)
    plan = Workspace(first, edit).merge([gone])
    assert plan.deletions == (gone,)
    assert [clash.sort for clash in plan.clashes] == [ClashSort.EDIT_AND_DELETION]


def test_a_clash_already_known_is_not_raised_again() -> None:
    first = PEN.write(BEN, {"i_saw": "a"})
    sides = [PEN.write(BEN, {"i_saw": text}, first) for text in "bc"]
    plan = Workspace(first, *sides).merge([*sides, PEN.write(CARA)])
    assert plan.clashes == ()


def test_the_lead_s_decision_settles_a_clash() -> None:
    first = PEN.write(BEN, {"i_saw": "a"})
    sides = [PEN.write(BEN, {"i_saw": text}, first) for text in "bc"]
    decided = PEN.write(ANNA, {"i_saw": "b"}, *sides)
    lead = Workspace(first, *sides)
    plan = lead.merge([decided])
    assert plan.settled == (first.header.record,)
    assert lead.heads[first.header.record] == (decided.id,)


def test_an_accepted_record_that_changes_is_new_information() -> None:
    first = PEN.write(BEN, {"i_saw": "a"})
    second = PEN.write(BEN, {"i_saw": "b"}, first)
    ours = OurSide.of([first], accepted={first.header.record: first.id})
    (told,) = plan_merge(ours, [second], AUTHORITY).new_information
    assert (told.accepted, told.heads) == (first.id, (second,))
    assert plan_merge(ours, [PEN.write(BEN)], AUTHORITY).new_information == ()


def test_two_inspectors_scores_for_one_area_both_stand() -> None:
    scores = [
        PEN.write(author, {"area": "E4", "grade": grade}, kind="score")
        for author, grade in ((BEN, "good"), (CARA, "inadequate"))
    ]
    plan = plan_merge(OurSide.of([]), scores, AUTHORITY)
    assert (len(plan.new), plan.clashes) == (2, ())


def test_a_revision_waits_for_its_parent_and_is_released_when_it_comes() -> None:
    first = PEN.write(BEN, {"i_saw": "a"})
    second = PEN.write(BEN, {"i_saw": "b"}, first)
    third = PEN.write(BEN, {"i_saw": "c"}, second)
    lead = Workspace()
    early = lead.merge([second, third])
    assert [waiting.lacks for waiting in early.waiting] == [(first.id,), (second.id,)]
    assert early.reconciles
    assert lead.heads[first.header.record] == ()
    late = lead.merge([first])
    assert set(ids(late.released)) == {second.id, third.id}
    assert lead.text(first.header.record) == ["c"]


def test_a_stranger_s_revision_is_kept_aside() -> None:
    plan = plan_merge(OurSide.of([]), [PEN.write(STRANGER)], AUTHORITY)
    assert [each.reason for each in plan.refused] == [Reason.UNKNOWN_AUTHOR]
    assert plan.changes_nothing
    assert plan.reconciles


def test_nobody_but_the_author_corrects_a_note() -> None:
    first = PEN.write(BEN, {"i_saw": "a"})
    for author in (CARA, ANNA):
        changed = PEN.write(author, {"i_saw": "b"}, first)
        plan = Workspace(first).merge([changed])
        assert [each.reason for each in plan.refused] == [Reason.NOT_THE_AUTHOR]


def test_what_follows_a_refused_revision_waits() -> None:
    first = PEN.write(BEN, {"i_saw": "a"})
    refused = PEN.write(CARA, {"i_saw": "b"}, first)
    after = PEN.write(CARA, {"i_saw": "c"}, refused)
    lead = Workspace(first)
    plan = lead.merge([refused, after])
    assert [each.revision for each in plan.waiting] == [after]
    assert lead.text(first.header.record) == ["a"]


def test_a_waiting_correction_by_somebody_else_is_put_aside_when_its_parent_comes() -> None:
    first = PEN.write(BEN, {"i_saw": "a"})
    foreign = PEN.write(CARA, {"i_saw": "b"}, first)
    lead = Workspace()
    lead.merge([foreign])
    plan = lead.merge([first])
    assert plan.drop == (foreign.id,)
    assert [(each.reason, each.was_held) for each in plan.refused] == [
        (Reason.NOT_THE_AUTHOR, True)
    ]
    assert plan.reconciles
    assert lead.text(first.header.record) == ["a"]


def test_one_record_begun_twice_is_a_clash_whoever_came_first() -> None:
    ours = PEN.write(BEN, {"i_saw": "a"})
    theirs = PEN.write(CARA, {"i_saw": "b"}, record=ours.header.record)
    for first, second in ((ours, theirs), (theirs, ours)):
        (clash,) = Workspace(first).merge([second]).clashes
        assert clash.sort is ClashSort.TWO_ORIGINS


def test_an_erasure_by_the_author_destroys_the_content_and_keeps_the_place() -> None:
    first = PEN.write(BEN, {"i_saw": "a name"})
    second = PEN.write(BEN, {"i_saw": "no name"}, first)
    erasure = PEN.erasure(BEN, first)
    lead = Workspace(first, second)
    plan = lead.merge([erasure])
    assert (plan.erasures, plan.erase) == ((erasure,), (first.id,))
    assert lead.active[first.id].is_erased
    assert lead.text(first.header.record) == ["no name"]


def test_nobody_but_author_and_lead_erases() -> None:
    note = PEN.write(BEN, {"i_saw": "a"})
    lead = Workspace(note)
    plan = lead.merge([PEN.erasure(CARA, note)])
    assert [each.reason for each in plan.refused] == [Reason.NOT_YOURS_TO_ERASE]
    assert plan.erase == ()
    assert lead.merge([PEN.erasure(ANNA, note)]).erase == (note.id,)


def test_an_erasure_that_comes_first_waits_and_the_content_never_arrives() -> None:
    note = PEN.write(BEN, {"i_saw": "a name"})
    lead = Workspace()
    early = lead.merge([PEN.erasure(BEN, note)])
    assert [each.lacks for each in early.waiting] == [(note.id,)]
    late = lead.merge([note])
    assert [each.content for each in late.add] == [None]
    assert lead.active[note.id].is_erased


def test_an_erasure_by_somebody_else_that_came_first_is_put_aside() -> None:
    note = PEN.write(BEN, {"i_saw": "a"})
    erasure = PEN.erasure(CARA, note)
    lead = Workspace()
    lead.merge([erasure])
    plan = lead.merge([note])
    assert plan.drop == (erasure.id,)
    assert not lead.active[note.id].is_erased


def test_an_erasure_is_never_edited() -> None:
    note = PEN.write(BEN, {"i_saw": "a"})
    erasure = PEN.erasure(BEN, note)
    plan = Workspace(note, erasure).merge([PEN.write(BEN, {}, erasure, kind="erasure")])
    assert [each.reason for each in plan.refused] == [Reason.ERASURE_STAYS]


def test_an_erasure_of_an_erasure_is_kept_and_does_nothing() -> None:
    note = PEN.write(BEN, {"i_saw": "a"})
    erasure = PEN.erasure(BEN, note)
    lead = Workspace(note, erasure)
    plan = lead.merge([PEN.erasure(ANNA, erasure)])
    assert (len(plan.erasures), plan.erase) == (1, ())
    assert not lead.active[erasure.id].is_erased


def test_a_copy_with_the_content_does_not_bring_erased_words_back() -> None:
    note = PEN.write(BEN, {"i_saw": "a name"})
    lead = Workspace(note, PEN.erasure(BEN, note))
    assert lead.merge([note]).changes_nothing
    assert lead.active[note.id].is_erased


def test_another_framework_stops_the_merge_and_says_which() -> None:
    ours = FrameworkRef("macp-2012", 1, "a" * 64)
    theirs = FrameworkRef("macp-2012", 2, "b" * 64)
    side = OurSide.of([], framework=ours)
    plan = plan_merge(side, [PEN.write(BEN)], AUTHORITY, framework=theirs)
    assert plan.is_blocked
    assert plan.framework_mismatch is not None
    assert plan.framework_mismatch.theirs.name == "macp-2012 version 2"
    assert len(plan.new) == 1
    assert not plan_merge(side, [], AUTHORITY, framework=ours).is_blocked


def test_a_plan_holds_until_something_it_touches_changes() -> None:
    first = PEN.write(BEN, {"i_saw": "a"})
    elsewhere = PEN.write(CARA)
    second = PEN.write(BEN, {"i_saw": "b"}, first)
    ours = OurSide.of([first])
    plan = plan_merge(ours, [second], AUTHORITY)
    assert still_holds(plan, OurSide.of([first, elsewhere]))
    assert not still_holds(plan, OurSide.of([first, PEN.write(BEN, {}, first)]))
    assert not still_holds(plan, OurSide.of([first, second]))
    accepted = {first.header.record: first.id}
    assert not still_holds(plan, OurSide.of([first], accepted=accepted))
    assert not still_holds(plan, OurSide.of([]))


def test_a_plan_no_longer_holds_once_what_it_called_held_is_withdrawn() -> None:
    note = PEN.write(BEN)
    plan = plan_merge(OurSide.of([note]), [note], AUTHORITY)
    assert not still_holds(plan, OurSide.of([]))


def test_a_plan_no_longer_holds_once_an_erasure_of_what_arrives_is_here() -> None:
    note = PEN.write(BEN)
    plan = plan_merge(OurSide.of([]), [note], AUTHORITY)
    assert not still_holds(plan, OurSide.of([PEN.erasure(BEN, note)]))


# The promise of format.md §5: the same set of revisions gives the same fingerprint and the same
# heads for any edits, devices, orders, repetitions and losses; and withdrawing undoes.


ACTS = ("new", "edit", "edit", "delete", "decide", "again", "erase", "begin")


@st.composite
def histories(draw: st.DrawFn) -> list[Revision]:
    """Give what three people and a stranger wrote: edits of anything, allowed or not."""
    pen = Pen(str(draw(st.integers(0, 9))))
    written: list[Revision] = []
    authors = st.sampled_from([ANNA, BEN, BEN, CARA, STRANGER])
    for _ in range(draw(st.integers(1, 9))):
        act = draw(st.sampled_from(ACTS))
        author = draw(authors)
        chosen = draw(st.sampled_from(written)) if written else None
        if chosen is None or act == "new":
            kind = draw(st.sampled_from(["case-note", "finding", "inspection", "case"]))
            sample = draw(st.sampled_from(["shared-tracked", "deep-dive"]))
            written.append(pen.write(author, {"sample_type": sample}, kind=kind))
        elif act == "begin":
            written.append(pen.write(author, {}, record=chosen.header.record))
        elif act == "erase":
            written.append(pen.erasure(author, chosen))
        else:
            same = [each for each in written if each.header.record == chosen.header.record]
            other = draw(st.sampled_from(same))
            parents = {chosen.id: chosen, other.id: other} if act == "decide" else {"": chosen}
            if act == "again":  # what a decision replaced is replaced once more, with it
                before = [each for each in same if each.id in chosen.header.parents]
                parents = {each.id: each for each in (chosen, *before)}
            state = "deleted" if act == "delete" else "submitted"
            fields = {"i_saw": draw(st.sampled_from("abc"))}
            kind = chosen.header.kind
            written.append(pen.write(author, fields, *parents.values(), kind=kind, state=state))
    return written


@st.composite
def partitions(draw: st.DrawFn, of: list[Revision]) -> list[list[Revision]]:
    """Deal revisions into bundles, in any order, some of them more than once."""
    again = draw(st.lists(st.sampled_from(of), max_size=4))
    dealt = draw(st.permutations([*of, *again]))
    cuts = sorted(draw(st.lists(st.integers(0, len(dealt)), max_size=3)))
    return [dealt[i:j] for i, j in zip([0, *cuts], [*cuts, len(dealt)], strict=True)]


@given(histories(), st.data())
def test_any_order_and_any_bundles_give_the_same_state(
    history: list[Revision], data: st.DataObject
) -> None:
    together = Workspace(*history)
    apart = Workspace()
    for bundle in data.draw(partitions(history)):
        apart.merge(bundle)
    assert apart.state == together.state


@given(histories(), st.data())
def test_merging_twice_is_merging_once(history: list[Revision], data: st.DataObject) -> None:
    lead = Workspace(*data.draw(st.lists(st.sampled_from(history), unique=True)))
    bundle = data.draw(st.permutations(history))
    lead.merge(bundle)
    once = lead.state
    again = lead.merge(bundle)
    assert lead.state == once
    assert again.changes_nothing


@given(histories(), st.data())
def test_no_revision_is_lost_and_the_counts_add_up(
    history: list[Revision], data: st.DataObject
) -> None:
    lead = Workspace(*data.draw(st.lists(st.sampled_from(history), unique=True)))
    plan = lead.merge(history)
    refused = {each.revision.id for each in plan.refused}
    assert plan.reconciles
    assert lead.active.keys() | refused == {each.id for each in history} | (
        lead.active.keys() & refused
    )
    assert not lead.active.keys() & refused


@given(histories(), st.data())
def test_a_lost_bundle_that_turns_up_late_changes_nothing_in_the_end(
    history: list[Revision], data: st.DataObject
) -> None:
    bundles = data.draw(partitions(history))
    lost = data.draw(st.integers(0, len(bundles) - 1))
    lead = Workspace()
    for number, bundle in enumerate(bundles):
        if number != lost:
            lead.merge(bundle)
    lead.merge(bundles[lost])
    assert lead.state == Workspace(*history).state


@given(histories(), st.data())
def test_withdrawing_the_last_batch_undoes_it(history: list[Revision], data: st.DataObject) -> None:
    first, *rest = data.draw(
        partitions([each for each in history if _keeps_words(each)] or [Pen("alone").write(BEN)])
    )
    lead = Workspace(*first)
    before = lead.state
    lead.merge([each for bundle in rest for each in bundle])
    lead.withdraw()
    assert lead.state == before


def _keeps_words(revision: Revision) -> bool:
    return revision.header.kind != "erasure"  # what an erasure destroyed cannot come back


@given(histories(), st.data())
def test_planning_changes_neither_side(history: list[Revision], data: st.DataObject) -> None:
    ours = data.draw(st.lists(st.sampled_from(history), unique=True))
    lead = Workspace(*ours)
    side, before = lead.side, lead.state
    theirs = list(history)
    plan_merge(side, theirs, AUTHORITY)
    assert theirs == history
    assert lead.state == before
    assert side == lead.side


@given(histories(), st.data())
def test_every_workspace_comes_to_the_same_state_after_a_round_of_bundles(
    history: list[Revision], data: st.DataObject
) -> None:
    team = [Workspace(*bundle) for bundle in data.draw(partitions(history))]
    for one in team:
        for other in team:
            one.merge(list(other.active.values()))
    again = [list(each.active.values()) for each in team]
    for one in team:
        for bundle in again:
            one.merge(bundle)
    assert len({each.fingerprint for each in team}) == 1


def test_a_plan_for_many_records_stays_linear() -> None:
    pen = Pen("many")
    notes = [pen.write(BEN, {"i_saw": "a"}) for _ in range(3000)]
    edits = [pen.write(BEN, {"i_saw": "b"}, note) for note in notes]
    plan = plan_merge(OurSide.of(notes), edits, AUTHORITY)
    assert len(plan.corrections) == 3000
    assert plan.touched == tuple(sorted(note.header.record for note in notes))


def test_a_false_record_under_an_erasure_hits_nothing() -> None:
    note = PEN.write(BEN, {"i_saw": "a"})
    wrong = PEN.write(BEN, {"target": note.id, "record": RecordId("elsewhere")}, kind="erasure")
    plan = plan_merge(OurSide.of([note]), [wrong], AUTHORITY)
    assert plan.erase == ()
    assert [each.lacks for each in plan.waiting] == [(note.id,)]


def test_an_erased_copy_is_taken_in_as_it_is() -> None:
    note = PEN.write(BEN, {"i_saw": "a"}).without_content()
    plan = plan_merge(OurSide.of([]), [note], AUTHORITY)
    assert plan.add == (note,)
    assert replace(note) == plan.new[0]
