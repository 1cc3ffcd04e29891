from dataclasses import replace

import pytest

from evidencekit.canonical import Json
from evidencekit.merge.sides import OurSide, Target, target_of, touched_records
from tests.evidencekit.merge.workspace import BEN, Pen

PEN = Pen("sides")
NOTE = PEN.write(BEN)
ERASURE = PEN.erasure(BEN, NOTE)


def test_our_side_knows_every_revision_by_id_record_and_erased_target() -> None:
    edit = PEN.write(BEN, {}, NOTE)
    ours = OurSide.of([NOTE, edit, ERASURE])
    assert ours.known == {NOTE.id, edit.id, ERASURE.id}
    assert ours.records[NOTE.header.record] == [NOTE, edit]
    assert ours.erasures == {NOTE.id: [ERASURE]}


def test_an_erasure_names_its_target() -> None:
    assert target_of(ERASURE) == Target(NOTE.id, NOTE.header.record)


@pytest.mark.parametrize(
    "fields",
    [{}, {"target": "x", "record": "y"}, {"target": "a" * 64}, {"target": "a" * 64, "record": 1}],
    ids=str,
)
def test_an_erasure_of_another_form_names_nothing(fields: dict[str, Json]) -> None:
    assert target_of(PEN.write(BEN, fields, kind="erasure")) is None


def test_other_kinds_and_what_cannot_be_read_name_nothing() -> None:
    assert target_of(NOTE) is None
    assert target_of(ERASURE.without_content()) is None
    assert target_of(replace(ERASURE, content=b"{")) is None


def test_a_plan_will_ask_about_the_records_received_and_those_erased() -> None:
    other = PEN.write(BEN)
    assert touched_records([ERASURE, other]) == {
        ERASURE.header.record, NOTE.header.record, other.header.record,
    }  # fmt: skip
