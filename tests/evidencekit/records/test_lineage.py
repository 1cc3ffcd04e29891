from dataclasses import replace

from hypothesis import given, settings, strategies as st

from evidencekit.ids import AuthorId, RecordId, RevisionId, SeededIds
from evidencekit.records.lineage import Lineage, heads, is_deletion, standing_head
from evidencekit.records.revision import Body, Header, Revision, make_revision

IDS = SeededIds("lineage")
RECORD = RecordId("0190-record")


def revision(text: str, *parents: Revision, record: RecordId = RECORD) -> Revision:
    header = Header(
        author=AuthorId("AAAAAAAAAA"), seq=1, prev="", record=record, kind="case-note",
        parents=tuple(parent.id for parent in parents), body="", at="2012-11-19",
        tz="Europe/London", written="2012-11-19T10:31:07Z",
    )  # fmt: skip
    return make_revision(header, Body(fields={"text": text}), IDS.salt())


def under_a_false_name(honest: Revision, name: str, *parents: str) -> Revision:
    named = tuple(RevisionId(parent) for parent in parents)
    return replace(honest, id=RevisionId(name), header=replace(honest.header, parents=named))


def test_nothing_has_no_heads() -> None:
    assert heads([]) == ()


def test_the_last_edit_is_the_only_head() -> None:
    first = revision("a")
    second = revision("b", first)
    third = revision("c", second)
    assert heads([third, first, second]) == (third,)


def test_two_edits_of_one_revision_are_two_heads_sorted_by_id() -> None:
    first = revision("a")
    sides = [revision("b", first), revision("c", first)]
    assert heads([*sides, first]) == tuple(sorted(sides, key=lambda each: each.id))
    assert Lineage([first, *sides]).forks == (first,)


def test_a_decision_with_both_parents_is_the_one_head_again() -> None:
    first = revision("a")
    left, right = revision("b", first), revision("c", first)
    decided = revision("d", left, right)
    assert heads([decided, left, right, first]) == (decided,)


def test_a_revision_without_its_parent_waits_and_is_no_head() -> None:
    absent = revision("lost")
    orphan = revision("b", absent)
    grandchild = revision("c", orphan)
    family = Lineage([orphan, grandchild])
    assert family.heads == ()
    assert set(family.waiting) == {orphan, grandchild}
    assert family.missing_for(grandchild.id) == (absent.id,)
    assert family.is_waiting(grandchild.id)


def test_what_is_missing_is_named_for_every_link_of_a_long_chain() -> None:
    chain = [revision("lost")]
    for number in range(20_000):
        chain.append(revision(str(number), chain[-1]))
    family = Lineage(chain[1:])
    assert {family.missing_for(each.id) for each in family.waiting} == {(chain[0].id,)}


def test_a_revision_behind_many_absent_ones_names_the_first_few() -> None:
    absent = [revision(str(number)) for number in range(12)]
    orphan = revision("a", *absent)
    assert Lineage([orphan]).missing_for(orphan.id) == tuple(sorted(a.id for a in absent)[:8])
    assert Lineage([absent[0]]).missing_for(absent[0].id) == ()


def test_a_waiting_edit_does_not_hide_the_revision_it_half_follows() -> None:
    here, absent = revision("a"), revision("lost")
    decided = revision("b", here, absent)
    assert heads([here, decided]) == (here,)
    assert heads([here, decided, absent]) == (decided,)


def test_a_parent_of_another_record_counts_as_absent() -> None:
    foreign = revision("a", record=RecordId("0190-other"))
    child = revision("b", foreign)
    family = Lineage([foreign, child])
    assert family.heads == (foreign,)
    assert family.waiting == (child,)
    assert family.missing_for(child.id) == (foreign.id,)


def test_a_circle_of_false_names_waits_for_ever_and_hangs_nothing() -> None:
    honest = revision("a")
    circle = [
        under_a_false_name(honest, "1" * 64, "2" * 64),
        under_a_false_name(honest, "2" * 64, "1" * 64),
        under_a_false_name(honest, "3" * 64, "3" * 64),
    ]
    family = Lineage([honest, *circle])
    assert family.heads == (honest,)
    assert set(family.waiting) == set(circle)
    assert family.ancestors(RevisionId("1" * 64)) == {"2" * 64}
    assert family.common_base(RevisionId("1" * 64), RevisionId("2" * 64)) is not None


def test_a_chain_of_twenty_thousand_edits_has_one_head() -> None:
    chain = [revision("0")]
    for number in range(1, 20_000):
        chain.append(revision(str(number), chain[-1]))
    family = Lineage(reversed(chain))
    assert family.heads == (chain[-1],)
    assert len(family.ancestors(chain[-1].id)) == 19_999
    assert family.ordered == tuple(chain)


def test_an_erased_revision_still_holds_its_place() -> None:
    first = revision("a")
    second = revision("b", first)
    third = revision("c", second)
    assert heads([first, second.without_content(), third]) == (third,)


def test_ancestors_leave_the_revision_itself_out() -> None:
    first = revision("a")
    second = revision("b", first)
    family = Lineage([first, second])
    assert family.ancestors(second.id) == {first.id}
    assert family.ancestors(RevisionId("f" * 64)) == frozenset()


def test_the_common_base_is_the_nearest_shared_past() -> None:
    first = revision("a")
    second = revision("b", first)
    left, right = revision("c", second), revision("d", second)
    family = Lineage([first, second, left, right])
    assert family.common_base(left.id, right.id) == second
    assert family.common_base(second.id, right.id) == second


def test_two_origins_share_no_base() -> None:
    one, other = revision("a"), revision("b")
    assert Lineage([one, other]).common_base(one.id, other.id) is None
    assert set(Lineage([one, other]).roots) == {one, other}


def test_children_are_those_that_name_the_revision() -> None:
    first = revision("a")
    second = revision("b", first)
    family = Lineage([first, second])
    assert family.children(first.id) == (second,)
    assert set(family.revisions) == {first.id, second.id}


def deletion(*parents: Revision) -> Revision:
    gone = revision("", *parents)
    return make_revision(gone.header, Body(state="deleted"), IDS.salt())


def test_beside_a_deletion_the_edit_stands() -> None:
    first = revision("a")
    edit, gone = revision("b", first), deletion(first)
    assert standing_head(heads([first, edit, gone])) == edit
    assert standing_head([gone]) == gone


def test_of_two_edits_the_lowest_id_is_shown_first() -> None:
    first = revision("a")
    sides = heads([first, revision("b", first), revision("c", first)])
    assert standing_head(reversed(sides)) == sides[0]


def test_only_the_state_makes_a_deletion_not_the_words_of_a_note() -> None:
    first = revision('{"state":"deleted"}')
    nested = make_revision(first.header, Body(fields={"inner": {"state": "deleted"}}), IDS.salt())
    broken = replace(first, content=b'{"state":"deleted"')
    assert not is_deletion(first)
    assert not is_deletion(nested)
    assert not is_deletion(broken)
    assert is_deletion(deletion())
    assert not is_deletion(deletion().without_content())


@st.composite
def families(draw: st.DrawFn) -> list[Revision]:
    made: list[Revision] = []
    for number in range(draw(st.integers(1, 12))):
        parents = draw(st.lists(st.sampled_from(made), max_size=3, unique=True)) if made else []
        made.append(revision(str(number), *parents))
    return made


@settings(max_examples=60, deadline=None)
@given(families(), st.data())
def test_heads_do_not_depend_on_the_order_of_arrival(
    family: list[Revision], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(family))
    assert heads(shuffled) == heads(family)
    assert Lineage(shuffled).ordered == Lineage(family).ordered


@settings(max_examples=60, deadline=None)
@given(families(), st.data())
def test_every_revision_is_a_head_or_behind_one_or_waiting(
    family: list[Revision], data: st.DataObject
) -> None:
    kept = data.draw(st.lists(st.sampled_from(family), unique=True))
    lineage = Lineage(kept)
    ends = {each.id for each in lineage.heads}
    behind = {name for end in ends for name in lineage.ancestors(end)}
    waiting = {each.id for each in lineage.waiting}
    assert ends | behind | waiting == {each.id for each in kept}
    assert not (ends | behind) & waiting
    assert not ends & behind
