"""Data point: the promises of its questions."""

from evidencekit.records.fields import FieldKind
from evidencekit.records.kinds.data_point import KIND


def test_a_figure_has_a_period_a_source_and_a_story() -> None:
    required = {field.key for field in KIND.fields if field.required}
    assert {"measure", "value", "period", "data_source"} <= required
    assert KIND.field("story") is not None


def test_a_figure_is_kept_as_it_was_given() -> None:
    value = KIND.field("value")
    assert value is not None
    assert value.kind is FieldKind.TEXT
