"""Case note: the promises of its questions."""

from evidencekit.records.fields import FieldKind
from evidencekit.records.kinds.case_note import KIND


def test_what_the_record_the_worker_the_child_and_the_inspector_say_is_kept_apart() -> None:
    keys = [field.key for field in KIND.fields]
    told = ["record_says", "worker_says", "child_says", "i_saw", "my_view", "impact"]
    assert [key for key in keys if key in told] == told


def test_the_childs_words_are_never_tidied() -> None:
    field = KIND.field("child_says")
    assert field is not None
    assert field.verbatim


def test_a_note_about_a_child_carries_no_file() -> None:
    assert not [field for field in KIND.fields if field.kind is FieldKind.ATTACHMENTS]
