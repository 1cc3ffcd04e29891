import pytest

from evidencekit.errors.records import UnknownKind
from evidencekit.operations import drafting, filling
from evidencekit.records.fields import FieldKind
from tests.world import Person, case


def test_a_form_is_told_which_records_and_people_it_may_name(lead: Person) -> None:
    child = lead.writes("case", **case("SH-01")).record
    found = filling.filling(lead.desk, "case-note", "new:case-note")
    about = found.kind.field("case")
    assert about is not None
    assert found.choices(about) == ((child, "SH-01"),)
    assert found.item is None
    members = [f for f in filling.filling(lead.desk, "case", "x").kind.fields
               if f.kind is FieldKind.MEMBERS]  # fmt: skip
    assert [name for _id, name in found.choices(members[0])] == ["Lena Marsh"]


def test_records_of_several_kinds_are_offered_with_their_kind(lead: Person) -> None:
    child = lead.writes("case", **case()).record
    note = lead.notes(child, "The baby was asleep.").record
    found = filling.filling(lead.desk, "score", "new:score")
    evidence = found.kind.field("evidence")
    assert evidence is not None
    offered = dict(found.choices(evidence))
    assert offered[note].startswith("Case note: ")


def test_what_was_typed_and_never_saved_comes_back_with_the_record(lead: Person) -> None:
    child = lead.writes("case", **case("SH-01")).record
    drafting.keep_draft(lead.desk, f"edit:{child}", "case", {"reference": "SH-0"}, record=child)
    found = filling.filling(lead.desk, "case", f"edit:{child}", child)
    assert found.item is not None
    assert found.item.title == "SH-01"
    assert found.unsaved is not None
    assert found.unsaved.content == {"reference": "SH-0"}


def test_a_kind_nobody_knows_is_refused(lead: Person) -> None:
    with pytest.raises(UnknownKind):
        filling.filling(lead.desk, "verdict", "new:verdict")
