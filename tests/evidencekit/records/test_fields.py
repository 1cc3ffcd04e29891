"""How a kind of record is declared, once."""

from evidencekit.records.fields import Field, FieldKind, Kind, Writer

NOTE = Kind(
    key="note", label="Note", plural="Notes", help="A note.",
    fields=(Field(key="text", label="Text", kind=FieldKind.LONG_TEXT),),
)  # fmt: skip


def test_a_field_is_found_by_its_key() -> None:
    found = NOTE.field("text")
    assert found is not None
    assert found.label == "Text"
    assert NOTE.field("nothing") is None


def test_a_question_is_not_required_and_not_an_identity_unless_it_says_so() -> None:
    field = NOTE.fields[0]
    assert not field.required
    assert not field.identity
    assert not field.verbatim


def test_a_kind_is_anyones_to_write_and_no_evidence_unless_it_says_so() -> None:
    assert NOTE.writer is Writer.ANYONE
    assert not NOTE.is_evidence
    assert not NOTE.view_only


def test_declarations_can_be_compared_and_kept_in_sets() -> None:
    assert NOTE.fields[0] == Field(key="text", label="Text", kind=FieldKind.LONG_TEXT)
    assert len({NOTE, NOTE}) == 1
