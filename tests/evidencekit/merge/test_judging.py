from evidencekit.merge.authority import Reason
from evidencekit.merge.judging import judge
from tests.evidencekit.merge.workspace import ANNA, AUTHORITY, BEN, CARA, STRANGER, Pen

PEN = Pen("judging")
FIRST = PEN.write(BEN, {"i_saw": "a"})
SECOND = PEN.write(BEN, {"i_saw": "b"}, FIRST)
FOREIGN = PEN.write(CARA, {"i_saw": "c"}, FIRST)


def test_a_chain_is_applied_in_order_whatever_order_it_came_in() -> None:
    judged = judge([], [SECOND, FIRST], AUTHORITY)
    assert judged.applied == (FIRST, SECOND)
    assert judged.heads == (SECOND,)


def test_what_is_refused_is_absent_for_what_follows_it() -> None:
    after = PEN.write(CARA, {}, FOREIGN)
    judged = judge([FIRST], [FOREIGN, after], AUTHORITY)
    assert judged.refused == ((FOREIGN, Reason.NOT_THE_AUTHOR),)
    assert judged.waiting == (after,)
    assert judged.heads == (FIRST,)


def test_what_stood_here_before_stands_without_a_new_verdict() -> None:
    judged = judge([FIRST, FOREIGN], [SECOND], AUTHORITY)
    assert judged.refused == ()
    assert len(judged.heads) == 2


def test_ours_that_waited_are_judged_when_their_parent_comes() -> None:
    judged = judge([SECOND, FOREIGN], [FIRST], AUTHORITY)
    assert judged.released == (SECOND,)
    assert judged.refused == ((FOREIGN, Reason.NOT_THE_AUTHOR),)


def test_a_stranger_is_refused_even_while_the_parent_is_absent() -> None:
    strange = PEN.write(STRANGER, {}, FIRST)
    assert judge([], [strange], AUTHORITY).refused == ((strange, Reason.UNKNOWN_AUTHOR),)


def test_a_decision_waits_for_both_of_its_parents() -> None:
    other = PEN.write(BEN, {"i_saw": "d"}, FIRST)
    decided = PEN.write(ANNA, {}, SECOND, other)
    assert judge([FIRST, SECOND], [decided], AUTHORITY).waiting == (decided,)
    assert judge([FIRST, SECOND], [decided, other], AUTHORITY).heads == (decided,)


def test_a_single_new_record_is_judged_alone() -> None:
    assert judge([], [FIRST], AUTHORITY).heads == (FIRST,)
    strange = PEN.write(STRANGER)
    assert judge([], [strange], AUTHORITY).refused == ((strange, Reason.UNKNOWN_AUTHOR),)
