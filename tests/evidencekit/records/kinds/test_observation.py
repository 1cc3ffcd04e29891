"""Observation: the promises of its questions."""

from evidencekit.records.fields import FieldKind
from evidencekit.records.kinds.observation import KIND


def test_what_is_watched_is_the_frameworks_list() -> None:
    what = KIND.field("what")
    assert what is not None
    assert what.words == "pack.observation-kinds"


def test_consent_is_asked_for() -> None:
    consent = KIND.field("consent")
    assert consent is not None
    assert consent.required


def test_an_observation_carries_no_file_so_no_paper_of_a_meeting_can_be_attached() -> None:
    assert not [field for field in KIND.fields if field.kind is FieldKind.ATTACHMENTS]


def test_what_was_said_is_kept_apart_from_my_view() -> None:
    keys = [field.key for field in KIND.fields]
    for key in ("lines", "write_up", "my_view", "impact"):
        assert key in keys
