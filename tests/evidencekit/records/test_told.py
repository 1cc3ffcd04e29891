"""An event in a child's past is not called late; what was declared is always said."""

import pytest

from evidencekit.records.told import ABOUT_THE_PAST, written_words


@pytest.mark.parametrize("label", ["contemporaneous", "same-day", "next-day", "later"])
def test_an_event_of_the_journey_is_about_the_past(label: str) -> None:
    assert written_words("journey-event", label) == ABOUT_THE_PAST


def test_a_reconstruction_is_said_of_every_kind() -> None:
    for kind in ("journey-event", "case-note"):
        assert written_words(kind, "reconstructed") == "written again after a loss"


def test_a_late_note_is_late() -> None:
    assert written_words("case-note", "later") == "later"
