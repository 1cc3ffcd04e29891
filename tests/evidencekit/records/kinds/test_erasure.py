"""Erasure: the promises of its questions."""

from evidencekit.records.fields import Writer
from evidencekit.records.kinds.erasure import KIND


def test_an_erasure_names_a_version_and_its_record_and_repeats_no_content() -> None:
    assert [field.key for field in KIND.fields] == ["target", "record"]
    assert all(field.required for field in KIND.fields)


def test_the_author_may_erase() -> None:
    assert KIND.writer is Writer.ANYONE
