from datetime import UTC, datetime

from evidencekit.records.kinds import KINDS
from evidencekit.rehearsal.pruning import for_cast, mentioned
from evidencekit.rehearsal.script import Entry, entries

WRITTEN = datetime(2012, 11, 19, 9, tzinfo=UTC)


def entry(name: str, by: str, kind: str, **answers: str) -> Entry:
    return Entry(name=name, by=by, written=WRITTEN, kind=kind, answers=answers)


def test_a_whole_cast_loses_nothing() -> None:
    everyone = {"judith", "tom", "priya", "gwen"}
    assert len(for_cast(entries(), everyone)) == len(entries())


def test_what_the_absent_write_goes_with_every_mention_of_it() -> None:
    script = [
        entry("a", "tom", "case-note", record_says="Text."),
        entry("b", "judith", "case-note", record_says="Text."),
        entry("c", "judith", "finding", text="T", finding_kind="strength", addressee="police",
              evidence="a b", counter_evidence="a"),
    ]  # fmt: skip
    left = for_cast(script, {"judith"})
    assert [each.name for each in left] == ["b", "c"]
    assert left[1].answers["evidence"] == "b"
    assert "counter_evidence" not in left[1].answers


def test_what_rests_only_on_the_absent_goes_too_and_what_rests_on_that() -> None:
    script = [
        entry("a", "tom", "case-note", record_says="Text."),
        entry("b", "judith", "score", area="E1", scope="whole-area", status="graded",
              rationale="R", evidence="a"),
        entry("c", "judith", "finding", text="T", finding_kind="strength", addressee="police",
              evidence="b"),
        Entry(name="d", by="judith", written=WRITTEN, of="c", answers={"text": "U"}),
    ]  # fmt: skip
    assert for_cast(script, {"judith"}) == ()


def test_a_row_that_names_somebody_absent_is_left_out() -> None:
    told = "police | | telephone | mon 10:00 | tom\nschool | | telephone | mon 10:05 | judith"
    left = for_cast([entry("a", "judith", "concern", nature="N", told=told)], {"judith"})
    assert left[0].answers["told"] == "school | | telephone | mon 10:05 | judith"


def test_any_part_of_the_cast_can_play_alone() -> None:
    for present in ({"judith"}, {"judith", "tom"}, {"judith", "tom", "priya"}):
        left = for_cast(entries(), present)
        kinds = {each.name: each.kind for each in left if not each.of}
        for each in left:
            named = mentioned(each, kinds[each.record])
            assert named.records <= kinds.keys()
            assert named.members <= present
        assert {"case", "judgement"} <= set(kinds.values()) <= KINDS.keys()
