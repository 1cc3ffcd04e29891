from dataclasses import replace

from evidencekit.merge.frameworks import (
    FrameworkRef,
    areas_used,
    mismatch,
    unmatched,
    with_areas,
)
from tests.evidencekit.merge.workspace import BEN, Pen

PEN = Pen("frameworks")
OURS = FrameworkRef("macp-2012", 1, "a" * 64)
THEIRS = FrameworkRef("jtai-2015", 1, "b" * 64)


def test_the_digest_decides_whether_two_frameworks_are_the_same() -> None:
    assert mismatch(OURS, FrameworkRef("renamed", 9, OURS.digest)) is None
    found = mismatch(OURS, THEIRS)
    assert found is not None
    assert (found.ours.name, found.theirs.name) == ("macp-2012 version 1", "jtai-2015 version 1")


def test_a_framework_that_is_not_known_is_not_compared() -> None:
    assert mismatch(None, THEIRS) is None
    assert mismatch(OURS, None) is None


def test_areas_are_counted_once_a_revision_wherever_they_stand() -> None:
    note = PEN.write(BEN, {"areas": [{"area": "E1"}, {"area": "E1"}, {"area": "E2"}, "E3"]})
    score = PEN.write(BEN, {"area": "E1"}, kind="score")
    broken = replace(note, content=b"{")
    assert areas_used([note, score, broken]) == {"E1": 2, "E2": 1}


def test_areas_without_a_counterpart_are_named() -> None:
    assert unmatched(["A2", "A1", "E1"], ["E1", "E2"], {"A1": "E2", "A2": "X9"}) == ("A2",)


def test_matched_areas_are_read_as_ours_and_nothing_is_dropped() -> None:
    score = PEN.write(BEN, {"area": "A1", "areas": [{"area": "A1", "note": "n"}, {"area": "Z"}, 3]})
    assert with_areas(score.body.fields, {"A1": "E2"}) == {
        "area": "E2",
        "areas": [{"area": "E2", "note": "n"}, {"area": "Z"}, 3],
    }
    assert score.body.fields["area"] == "A1"


def test_fields_without_areas_are_read_as_they_are() -> None:
    assert with_areas({"i_saw": "a", "areas": "A1"}, {"A1": "E2"}) == {"i_saw": "a", "areas": "A1"}
    assert with_areas({"areas": [{"area": None}]}, {}) == {"areas": [{"area": None}]}
