"""Case: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.case import KIND


def test_a_case_has_no_place_for_a_name_a_birthday_or_an_address() -> None:
    keys = {field.key for field in KIND.fields}
    assert not keys & {"name", "initials", "date_of_birth", "address", "nhs_number"}
    assert not [field for field in KIND.fields if field.identity]


def test_the_shared_sample_is_the_leads_to_write() -> None:
    assert KIND.writer is Writer.LEAD_IF_SHARED


def test_a_case_is_more_than_one_child_in_one_agencys_record() -> None:
    for key in ("siblings", "unborn", "agencies", "host_authority", "placing_authority"):
        assert KIND.field(key) is not None


def test_characteristics_are_the_frameworks_own_list() -> None:
    field = KIND.field("characteristics")
    assert field is not None
    assert field.columns[0].words == "pack.characteristics"
    assert not field.required
