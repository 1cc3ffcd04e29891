from evidencekit.report.lanes import MOST_ROWS, depth, placed
from evidencekit.report.outline import Bar


def test_marks_that_would_hide_each_other_stand_below_each_other() -> None:
    bars = [Bar(0.5, 0.5, str(number)) for number in range(9)]
    rows = [row for *_, row in placed(bars, 0.1)]
    assert rows[:MOST_ROWS] == list(range(MOST_ROWS))
    assert depth(bars, 0.1) == MOST_ROWS
    assert depth([bars[0], Bar(0.9, 0.9, "x")], 0.1) == 1
    assert depth([], 0.1) == 1


def test_a_mark_at_the_edge_stays_inside() -> None:
    for share in (-0.5, 0.0, 1.0, 7.0):
        ((_, left, right, _),) = placed([Bar(share, share, "1")], 0.1)
        assert 0 <= left < right <= 1.0000001
