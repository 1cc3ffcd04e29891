"""What the list says of an observation."""

from datetime import date

import pytest

from evidencekit.canonical import Json
from evidencekit.operations import reading
from tests.ui.places.conftest import add, do
from tests.ui.places.meeting import LINES
from ui.places.observation_rows import row_of, tags_of, when_words
from ui.places.workplace import Workplace

TUESDAY = date(2012, 11, 20)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2012-11-20T10:30", "Today 10:30"),
        ("2012-11-19T15:00", "Mon 15:00"),
        ("2012-11-01T09:00", "1 November 2012 09:00"),
        ("2012-11-21T09:00", "21 November 2012 09:00"),
        ("2012-11-19", "Mon"),
        ("", "No date"),
    ],
)
def test_when_it_was(at: str, said: str) -> None:
    assert when_words(at, TUESDAY) == said


def test_a_row_tells_notes_voices_and_what_waits(workplace: Workplace) -> None:
    fields: dict[str, Json] = {
        "what": "marac", "started": "2012-11-19T15:00", "setting": "By video", "lines": [*LINES],
    }  # fmt: skip
    record = add(workplace, "observation", fields)
    item = do(workplace, lambda desk: reading.item(desk, record))
    row = row_of(item, workplace.pack, TUESDAY, ("SH-04",))
    assert (row.title, row.when) == ("MARAC, SH-04", "Mon 15:00")
    assert row.detail == "By video. 3 notes, 1 with the child's voice."
    assert row.tags == (("1 note has no area", "caution"), ("In progress", "info"))
    assert row.sentence == (
        "Open MARAC, SH-04, Mon 15:00. 1 note has no area. In progress."
        " By video. 3 notes, 1 with the child's voice."
    )


def test_a_submitted_one_is_finished(workplace: Workplace) -> None:
    fields: dict[str, Json] = {"what": "visit", "started": "2012-11-19T15:00", "title": "Home"}
    record = add(workplace, "observation", fields, state="submitted")
    item = do(workplace, lambda desk: reading.item(desk, record))
    assert tags_of(item) == (("Finished", "ok"),)
    row = row_of(item, workplace.pack, TUESDAY, ())
    assert row.title == "Home"
    assert row.detail == "Visit with a professional. 0 notes."


def test_consent_withdrawn_afterwards_is_said_in_the_list(workplace: Workplace) -> None:
    consent: Json = {"status": "given", "withdrawn_at": "2012-11-20T09:00"}
    fields: dict[str, Json] = {
        "what": "visit", "started": "2012-11-19T15:00", "consent": consent,
    }  # fmt: skip
    record = add(workplace, "observation", fields, state="submitted")
    item = do(workplace, lambda desk: reading.item(desk, record))
    assert tags_of(item) == (("Consent withdrawn", "caution"),)
