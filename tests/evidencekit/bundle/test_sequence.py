"""The sequence rules of format.md §3."""

import itertools

import pytest
from hypothesis import given, strategies as st

from evidencekit.bundle.sequence import SeenBundle, SequenceState, Standing
from evidencekit.errors.bundle import ChainAlarm, ForkAlarm
from evidencekit.ids import AuthorId

ANNA, BEN = AuthorId("0000000002"), AuthorId("0000000003")


def bundle(seq: int, line: str = "a", sender: AuthorId = ANNA) -> SeenBundle:
    prev = f"{line}{seq - 1}" if seq > 1 else ""
    return SeenBundle(sender=sender, seq=seq, tag_digest=f"{line}{seq}", prev=prev)


def after(*bundles: SeenBundle) -> SequenceState:
    state = SequenceState()
    for each in bundles:
        state = state.after(each)
    return state


def test_the_first_and_the_next_are_new() -> None:
    assert SequenceState().judge(bundle(1)) is Standing.NEW
    assert after(bundle(1)).judge(bundle(2)) is Standing.NEW


def test_the_same_number_and_hash_is_already_held() -> None:
    assert after(bundle(1), bundle(2)).judge(bundle(1)) is Standing.HELD


def test_the_same_number_with_another_hash_is_a_fork() -> None:
    with pytest.raises(ForkAlarm) as alarm:
        after(bundle(1), bundle(2)).judge(bundle(2, "b"))
    assert alarm.value.facts == {"seq": 2, "sender": ANNA}


def test_a_wrong_predecessor_is_a_chain_alarm() -> None:
    with pytest.raises(ChainAlarm):
        after(bundle(1)).judge(bundle(2, "b"))


def test_a_hole_is_accepted_and_shown() -> None:
    state = after(bundle(1))
    assert state.judge(bundle(4)) is Standing.NEW
    assert state.after(bundle(4)).missing(ANNA) == (2, 3)


def test_the_late_one_must_be_what_its_successor_named() -> None:
    state = after(bundle(1), bundle(3))
    assert state.judge(bundle(2)) is Standing.NEW
    late = SeenBundle(sender=ANNA, seq=2, tag_digest="other", prev="a1")
    with pytest.raises(ChainAlarm) as alarm:
        state.judge(late)
    assert alarm.value.facts["neighbour"] == 3


def test_each_sender_has_a_line_of_their_own() -> None:
    state = after(bundle(1), bundle(2))
    assert state.judge(bundle(1, "b", BEN)) is Standing.NEW
    assert (state.newest(ANNA), state.newest(BEN)) == (2, 0)
    assert state.missing(BEN) == ()


@given(st.permutations(list(range(1, 6))), st.integers(0, 5))
def test_any_order_of_arrival_ends_in_the_same_state(order: list[int], repeated: int) -> None:
    state = SequenceState()
    for seq in itertools.chain(order, order[:repeated]):
        state.judge(bundle(seq))
        state = state.after(bundle(seq))
    assert state == after(*(bundle(seq) for seq in range(1, 6)))
    assert state.missing(ANNA) == ()
