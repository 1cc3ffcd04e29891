"""Journey event: the promises of its questions."""

from evidencekit.records.fields import FieldKind
from evidencekit.records.kinds.journey_event import KIND


def test_an_event_has_a_case_a_date_a_stage_and_a_lane() -> None:
    required = {field.key for field in KIND.fields if field.required}
    assert required == {"case", "when", "stage", "agency", "what"}


def test_a_date_may_be_known_to_the_month_only() -> None:
    when = KIND.field("when")
    assert when is not None
    assert when.kind is FieldKind.ABOUT_DATE


def test_seen_and_seen_alone_are_two_questions() -> None:
    assert KIND.field("child_seen") is not None
    assert KIND.field("seen_alone") is not None
