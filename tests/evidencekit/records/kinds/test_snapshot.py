"""Snapshot: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.snapshot import KIND


def test_a_snapshot_has_a_name_a_fingerprint_and_how_far_each_chain_reached() -> None:
    for key in ("name", "taken_at", "fingerprint", "chains"):
        assert KIND.field(key) is not None
    assert KIND.writer is Writer.LEAD
