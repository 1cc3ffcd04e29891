"""Document: the promises of its questions."""

from evidencekit.records.fields import FieldKind
from evidencekit.records.kinds import KINDS
from evidencekit.records.kinds.document import KIND


def test_only_a_document_carries_files() -> None:
    with_files = [
        kind.key
        for kind in KINDS.values()
        if any(field.kind is FieldKind.ATTACHMENTS for field in kind.fields)
    ]
    assert with_files == ["document"]


def test_how_it_may_be_used_is_always_asked() -> None:
    handling = KIND.field("handling")
    assert handling is not None
    assert handling.required
