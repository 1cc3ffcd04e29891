from dataclasses import FrozenInstanceError

import pytest

from evidencekit.ids import AuthorId, RecordId
from tests.evidencekit.analysis.evidence import ANNA, Evidence


def test_evidence_is_found_by_its_area_and_once_only() -> None:
    evidence = Evidence()
    linked = evidence.add(
        "case-note",
        {"areas": [{"area": "E1", "polarity": "strength"}, {"area": "E1", "polarity": "weakness"}]},
    )
    evidence.note(["E2"])
    found = evidence.snapshot().evidence_for("E1")
    assert [item.record for item in found] == [linked]


def test_a_deleted_record_is_kept_but_counts_nowhere() -> None:
    evidence = Evidence()
    case = evidence.add("case", {"case_ref": "SH-04"}, is_deleted=True)
    snapshot = evidence.snapshot()
    assert snapshot.cases() == ()
    assert snapshot.standing() == ()
    assert case in snapshot.items


def test_records_about_a_case_name_it_in_either_field() -> None:
    evidence = Evidence()
    case = evidence.add("case", record="case-1")
    one = evidence.note(["E1"], case=case)
    other = evidence.note(["E1"], cases=[case, "case-2"])
    about = evidence.snapshot().about_case(case)
    assert {item.record for item in about} == {one, other}


def test_several_kinds_come_in_order_of_id() -> None:
    evidence = Evidence()
    added = [evidence.add(kind) for kind in ("score", "case", "score")]
    found = evidence.snapshot().of_kind("case", "score")
    assert [item.record for item in found] == sorted(added)


def test_an_unknown_author_is_named_by_id() -> None:
    snapshot = Evidence().snapshot()
    assert snapshot.name_of(ANNA) == "Anna"
    assert snapshot.name_of(AuthorId("ZZZZZZZZZZ")) == "ZZZZZZZZZZ"


def test_the_day_is_the_date_of_when_it_happened() -> None:
    evidence = Evidence()
    timed, untimed = evidence.add("case-note"), evidence.add("case-note", at="")
    items = evidence.snapshot().items
    assert (items[timed].day, items[untimed].day) == ("2012-11-19", "")


def test_a_snapshot_cannot_be_changed() -> None:
    snapshot = Evidence().snapshot()
    with pytest.raises(FrozenInstanceError):
        snapshot.fingerprint = "1"  # type: ignore[misc]


def test_links_of_another_form_are_passed_over() -> None:
    evidence = Evidence()
    evidence.add("case-note", {"areas": "E1", "case": 7, "cases": {"a": "b"}})
    evidence.add("case-note", {"areas": [3, {"area": ""}, {"polarity": "strength"}]})
    snapshot = evidence.snapshot()
    assert snapshot.evidence_for("E1") == ()
    assert snapshot.about_case(RecordId("a")) == ()


def test_a_finding_is_linked_to_an_area_and_is_no_evidence_for_it() -> None:
    evidence = Evidence()
    evidence.add("finding", {"areas": [{"area": "E1"}]})
    evidence.add("from-the-future", {"areas": [{"area": "E1"}]})
    assert evidence.snapshot().evidence_for("E1") == ()


def test_a_score_is_evidence_once_somebody_graded() -> None:
    evidence = Evidence()
    graded = evidence.add("score", {"area": "E1", "status": "graded", "grade": "good"})
    evidence.add("score", {"area": "E1", "status": "not-looked-at"})
    snapshot = evidence.snapshot()
    assert [item.record for item in snapshot.evidence_for("E1")] == [graded]
    assert len(snapshot.scores_for("E1")) == 2


def test_the_lines_of_an_observation_speak_to_areas() -> None:
    evidence = Evidence()
    watched = evidence.add("observation", {"lines": [{"key": "1", "areas": ["E2", "E3"]}]})
    snapshot = evidence.snapshot()
    assert [item.record for item in snapshot.evidence_for("E3")] == [watched]
