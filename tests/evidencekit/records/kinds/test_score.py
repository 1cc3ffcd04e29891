"""Score: the promises of its questions."""

from evidencekit.records.fields import FieldKind
from evidencekit.records.kinds.score import KIND


def test_a_score_is_one_area_with_a_reason() -> None:
    required = {field.key for field in KIND.fields if field.required}
    assert required == {"area", "scope", "status", "rationale"}


def test_a_grade_is_a_word_of_the_framework_and_never_a_number() -> None:
    grade = KIND.field("grade")
    assert grade is not None
    assert (grade.kind, grade.words) == (FieldKind.CHOICE, "pack.grades")
    assert not [field for field in KIND.fields if field.kind is FieldKind.NUMBER]
