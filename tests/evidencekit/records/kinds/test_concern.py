"""Concern: the promises of its questions."""

from evidencekit.records.kinds import KINDS
from evidencekit.records.kinds.concern import KIND


def test_only_a_concern_has_a_place_for_an_identity() -> None:
    places = [
        (kind.key, field.key)
        for kind in KINDS.values()
        for field in kind.fields
        if field.identity or any(column.identity for column in field.columns)
    ]
    assert places == [("concern", "identity")]


def test_the_identity_never_makes_the_title() -> None:
    assert "identity" not in KIND.title_from


def test_who_was_told_and_when_and_how_it_was_closed_are_asked() -> None:
    for key in ("raised_at", "lead_told_at", "told", "host_told", "placing_told", "closed_at"):
        assert KIND.field(key) is not None


def test_a_concern_is_not_counted_as_evidence_of_an_area() -> None:
    assert not KIND.is_evidence
    assert KIND.field("areas") is None
