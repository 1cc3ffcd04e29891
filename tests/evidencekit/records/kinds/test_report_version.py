"""Version of the report: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.report_version import KIND


def test_a_version_names_its_sections_files_and_readers() -> None:
    for key in ("sections", "files", "fingerprint", "sent", "published_on", "changes"):
        assert KIND.field(key) is not None


def test_only_the_lead_records_a_version() -> None:
    assert KIND.writer is Writer.LEAD
