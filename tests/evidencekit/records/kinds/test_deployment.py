"""Deployment: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.deployment import KIND


def test_the_days_on_site_can_be_counted() -> None:
    on_site = KIND.field("on_site")
    assert on_site is not None
    assert on_site.columns[0].key == "day"
    assert on_site.columns[0].required


def test_only_the_lead_deploys() -> None:
    assert KIND.writer is Writer.LEAD
