"""Contradiction: the promises of its questions."""

from evidencekit.records.fields import FieldKind, Writer
from evidencekit.records.kinds.contradiction import KIND
from evidencekit.records.vocabularies.outcome import CONTRADICTION_OUTCOMES


def test_nothing_is_closed_without_an_outcome_a_reason_and_what_was_weighed() -> None:
    required = {field.key for field in KIND.fields if field.required}
    assert {"area", "sort", "outcome", "reason", "sides"} == required
    assert KIND.writer is Writer.LEAD


def test_it_names_the_versions_that_were_weighed_and_repeats_no_grade() -> None:
    sides = KIND.field("sides")
    assert sides is not None
    kinds = {column.key: column.kind for column in sides.columns}
    assert kinds == {"record": FieldKind.RECORD, "revision": FieldKind.REVISION}
    assert not {field.words for field in KIND.fields} & {"pack.grades", "polarity"}


def test_it_may_stay_open() -> None:
    assert "look-again" in CONTRADICTION_OUTCOMES.keys
