"""The story of a version, in words."""

from dataclasses import replace

import pytest

from evidencekit.ids import RecordId
from evidencekit.operations.version_story import Carried, how_written
from tests.evidencekit.analysis.evidence import Evidence

GONE = "Written on this laptop; handed over in bundle 3 on 20 November 2012, 21:00."


@pytest.mark.parametrize(
    ("carried", "words"),
    [
        (Carried(is_ours=True), "Written on this laptop, not handed over in a bundle."),
        (Carried(), "The bundle that brought it is no longer known here."),
        (
            Carried(seq=3, is_ours=True, at="2012-11-20T21:00:00Z"),
            f"{GONE} No receipt yet.",
        ),
        (
            Carried(seq=3, is_ours=True, awaits=False, at="2012-11-20T21:00:00Z"),
            GONE,
        ),
    ],
)
def test_where_a_version_came_from_is_said_with_what_is_missing(
    carried: Carried, words: str
) -> None:
    assert carried.words == words


def test_lines_a_write_up_and_later_changes_are_told_apart() -> None:
    made = Evidence()
    made.add("observation", {}, record="one")
    item = made.snapshot().items[RecordId("one")]
    lines = [{"text": "a", "edited": "2012-11-19T10:43"}, {"text": "b"}]
    assert how_written(item) == "Filled in as a form"
    assert how_written(replace(item, fields={"lines": lines[1:]})) == "1 line typed one by one"
    assert how_written(replace(item, fields={"lines": lines, "write_up": "It went."})) == (
        "2 lines typed one by one, 1 of them changed later, and a write-up"
    )
