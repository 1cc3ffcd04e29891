"""Inspection: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.inspection import KIND


def test_an_area_is_not_its_police_force() -> None:
    area, force = KIND.field("area_name"), KIND.field("police_force")
    assert area is not None
    assert force is not None
    assert area.required
    assert force.required
    assert KIND.field("force_check") is not None


def test_what_brings_another_inspectorate_is_the_frameworks_word() -> None:
    establishments = KIND.field("establishments")
    assert establishments is not None
    assert establishments.words == "pack.establishments"


def test_only_the_lead_writes_it() -> None:
    assert KIND.writer is Writer.LEAD
