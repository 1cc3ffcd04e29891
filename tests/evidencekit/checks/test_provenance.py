from dataclasses import replace

import pytest

from evidencekit.checks.provenance import honest_times
from tests.evidencekit.checks.making import alone, at, context, words


def test_a_note_written_at_the_time_needs_no_word() -> None:
    assert alone(honest_times, context("case-note")) == []


def test_a_note_without_an_end_is_looked_at_and_not_held_back() -> None:
    problem = at(alone(honest_times, context("case-note", ended=None)), "ended")

    assert not problem.blocks
    assert problem.words == "Add the time it ended."


def test_an_end_before_the_start_is_looked_at() -> None:
    found = alone(honest_times, context("case-note", ended="2012-11-19T09:00"))

    assert words(found) == ["It ends before it starts. Look at both times."]


@pytest.mark.parametrize(
    ("written", "provenance", "said"),
    [
        ("2012-11-19T22:00:00Z", "same-day", []),
        ("2012-11-20T09:00:00Z", "next-day", ["Written on a later day."]),
        ("2012-11-20T10:01:00Z", "next-day", ["Written more than a day after it happened."]),
        ("2012-11-26T10:01:00Z", "later", ["Written more than a day after it happened."]),
        ("2012-11-19T09:00:00Z", "contemporaneous", ["It says that it happened after"]),
    ],
)
def test_late_writing_is_said_as_it_is(written: str, provenance: str, said: list[str]) -> None:
    given = replace(context("case-note"), written=written, provenance=provenance)

    found = words(alone(honest_times, given))

    assert len(found) == len(said)
    assert all(one.startswith(start) for one, start in zip(found, said, strict=True))


def test_local_time_is_compared_as_the_moment_it_is() -> None:
    # 10:30 in June here is 09:30 UTC: a note written at 09:45 UTC was written afterwards.
    given = replace(
        context("case-note", started="2012-06-19T10:30", ended="2012-06-19T11:00"),
        at="2012-06-19T10:30",
        written="2012-06-19T09:45:00Z",
    )

    assert alone(honest_times, given) == []


@pytest.mark.parametrize(
    ("provenance", "how"),
    [("reconstructed", "written again after a loss"), ("transcribed", "copied from paper")],
)
def test_what_was_written_again_says_why(provenance: str, how: str) -> None:
    given = replace(context("case-note"), provenance=provenance)

    assert words(alone(honest_times, given)) == [f"It was {how}. Add a sentence that says why."]
    assert alone(honest_times, replace(given, reason="The stick was lost.")) == []


def test_only_evidence_is_looked_at() -> None:
    assert alone(honest_times, context("finding")) == []


def test_a_time_of_another_spelling_is_let_be() -> None:
    given = replace(context("case-note"), at="Tuesday at ten", provenance="later")

    assert words(alone(honest_times, given))[0].startswith("Written on a later day.")
