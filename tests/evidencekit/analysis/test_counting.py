"""Counting in place gives what counting anew gives, whatever comes and goes."""

from dataclasses import replace

from hypothesis import given, settings, strategies as st

from evidencekit.analysis.counting import Counting
from evidencekit.analysis.coverage import By, coverage
from evidencekit.analysis.snapshot import Item
from evidencekit.ids import RecordId
from tests.evidencekit.analysis.evidence import ANNA, BEN, Evidence

AREAS = st.lists(st.sampled_from(["E1", "E2", "E3", "elsewhere"]), max_size=3)
NOTE = st.tuples(AREAS, st.sampled_from([ANNA, BEN]), st.sampled_from(["c1", "c2", ""]))


@settings(max_examples=40, deadline=None)
@given(st.lists(NOTE, max_size=6), st.lists(NOTE, max_size=6), st.sampled_from(list(By)))
def test_what_is_changed_in_place_is_what_would_be_counted_anew(
    first: list[tuple[list[str], str, str]], second: list[tuple[list[str], str, str]], by: By
) -> None:
    evidence = Evidence()
    evidence.add("case", {"reference": "SH-01", "stages": ["referral"]}, record="c1")
    for number, (areas, author, child) in enumerate(first):
        links = [{"area": area, "polarity": "mixed"} for area in areas]
        evidence.add("case-note", {"areas": links, "case": child}, author, record=f"n{number}")  # type: ignore[arg-type]
    before = evidence.snapshot()
    counting = Counting(before, by)
    for number, (areas, author, child) in enumerate(second):
        links = [{"area": area, "polarity": "strength"} for area in areas]
        evidence.add("case-note", {"areas": links, "case": child}, author, record=f"n{number}")  # type: ignore[arg-type]
    after = evidence.snapshot()
    changed: dict[RecordId, Item | None] = {
        RecordId(f"n{n}"): before.items.get(RecordId(f"n{n}")) for n in range(len(second))
    }
    counting.change(changed, after)
    found, anew = counting.coverage(), coverage(after, by)
    assert (found.cells, found.totals, found.columns) == (anew.cells, anew.totals, anew.columns)


def test_a_record_that_is_deleted_is_counted_out() -> None:
    evidence = Evidence()
    note = evidence.note(["E1"], case="c1")
    before = evidence.snapshot()
    counting = Counting(before, By.CASE)
    assert [item.record for item in counting.at("E1", "c1")] == [note]
    gone = replace(before.items[note], is_deleted=True)
    counting.change({note: before.items[note]}, replace(before, items={note: gone}))
    assert counting.at("E1", "*") == ()
    assert counting.coverage().cells == {}
