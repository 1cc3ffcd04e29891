"""Contradictions are listed, discussed, closed with a reason, and opened by newer evidence."""

from dataclasses import replace

from evidencekit.analysis.disputes import Dispute, Stand, disputes, weighed_now
from evidencekit.analysis.snapshot import Snapshot
from evidencekit.canonical import Json
from tests.evidencekit.analysis.evidence import ANNA, BEN, CARA, Evidence


def differing() -> Evidence:
    evidence = Evidence()
    evidence.note({"E1": "strength"}, ANNA, case="case-1")
    evidence.note({"E1": "weakness"}, BEN, case="case-1")
    return evidence


def closes(evidence: Evidence, snapshot: Snapshot, **more: Json) -> str:
    (found,) = disputes(snapshot)
    sides: list[Json] = [
        {"record": record, "revision": head} for record, head in weighed_now(snapshot, found.sides)
    ]
    fields = {
        "sort": found.sort, "area": found.area, "case": found.case, "outcome": "both-so",
        "reason": "Each saw another worker.", "sides": sides, **more,
    }  # fmt: skip
    return evidence.add("contradiction", fields)


def only(evidence: Evidence) -> Dispute:
    (found,) = disputes(evidence.snapshot())
    return found


def test_what_nobody_has_spoken_of_is_open() -> None:
    found = only(differing())
    assert (found.stand, found.record, found.is_open) == (Stand.OPEN, None, True)
    assert found.key == "polarity:E1:case-1"
    assert len(found.sides) == 2


def test_it_is_closed_with_an_outcome_and_a_reason() -> None:
    evidence = differing()
    record = closes(evidence, evidence.snapshot())
    found = only(evidence)
    assert (found.stand, found.record, found.newer) == (Stand.CLOSED, record, ())
    assert (found.outcome, found.reason) == ("both-so", "Each saw another worker.")


def test_an_outcome_without_a_reason_or_one_that_looks_again_closes_nothing() -> None:
    for more in ({"reason": "  "}, {"outcome": ""}, {"outcome": "look-again"}):
        evidence = differing()
        closes(evidence, evidence.snapshot(), **more)
        assert only(evidence).stand is Stand.DISCUSSED


def test_a_draft_closes_nothing() -> None:
    evidence = differing()
    record = closes(evidence, evidence.snapshot())
    snapshot = evidence.snapshot()
    items = {
        key: replace(item, state="draft") if key == record else item
        for key, item in snapshot.items.items()
    }
    (found,) = disputes(replace(snapshot, items=items))
    assert found.stand is Stand.DISCUSSED


def test_newer_evidence_opens_it_again_and_is_named() -> None:
    evidence = differing()
    closes(evidence, evidence.snapshot())
    later = evidence.note({"E1": "weakness"}, CARA, case="case-1")
    found = only(evidence)
    assert (found.stand, found.newer) == (Stand.REOPENED, (later,))
    closes(evidence, evidence.snapshot(), reason="Three now, weighed anew.")
    assert only(evidence).stand is Stand.CLOSED


def test_a_correction_of_what_was_weighed_opens_it_again() -> None:
    evidence = differing()
    changed = evidence.note({"E1": "weakness"}, BEN, case="case-2")
    evidence.note({"E1": "strength"}, ANNA, case="case-2")
    snapshot = evidence.snapshot()
    one = next(each for each in disputes(snapshot) if each.case == "case-2")
    sides: list[Json] = [
        {"record": record, "revision": head if record != changed else "0" * 64}
        for record, head in weighed_now(snapshot, one.sides)
    ]
    evidence.add("contradiction", {
        "sort": "polarity", "area": "E1", "case": "case-2", "outcome": "both-so", "reason": "So.",
        "sides": sides,
    })  # fmt: skip
    found = {str(each.case): each for each in disputes(evidence.snapshot())}
    assert found["case-2"].newer == (changed,)
    assert found["case-1"].stand is Stand.OPEN


def test_when_the_contradiction_has_gone_nothing_is_listed() -> None:
    evidence = Evidence()
    evidence.note({"E1": "strength"}, ANNA, case="case-1")
    evidence.add("contradiction", {"sort": "polarity", "area": "E1", "case": "case-1"})
    assert disputes(evidence.snapshot()) == ()


def test_sides_of_another_form_are_no_weighing() -> None:
    evidence = differing()
    closes(evidence, evidence.snapshot(), sides="all of them")
    assert only(evidence).stand is Stand.REOPENED


def test_what_must_be_looked_at_comes_first() -> None:
    evidence = differing()
    closes(evidence, evidence.snapshot())
    evidence.note({"E2": "strength"}, ANNA, case="case-1")
    evidence.note({"E2": "weakness"}, BEN, case="case-1")
    assert [each.area for each in disputes(evidence.snapshot())] == ["E2", "E1"]
