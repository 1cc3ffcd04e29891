"""An observation opens where it can be carried on."""

from evidencekit.operations import capture
from tests.ui.places.conftest import Known, do, settle
from tests.ui.places.meeting import show_observations
from ui.places.capture import Capture
from ui.places.doors import begin_record, edit_record
from ui.places.new_observation import NewObservation
from ui.places.record_page import RecordPage
from ui.places.workplace import Workplace


def test_ones_own_observation_opens_as_notes(workplace: Workplace, known: Known) -> None:
    show_observations(workplace)
    edit_record(workplace, known.observation, "observation")
    settle(workplace)
    assert isinstance(workplace.window.page, Capture)
    workplace.close_page()
    settle(workplace)
    assert workplace.window.page is not None
    assert workplace.window.page.title == "Observations"


def test_a_new_one_is_begun_with_the_case_it_is_about(workplace: Workplace, known: Known) -> None:
    show_observations(workplace)
    begin_record(workplace, "observation", {"cases": [known.case]})
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, NewObservation)
    assert page.case.value() == known.case


def test_a_deleted_observation_opens_to_be_read(workplace: Workplace, known: Known) -> None:
    show_observations(workplace)
    do(workplace, lambda desk: capture.delete(desk, known.observation, "Entered twice."))
    edit_record(workplace, known.observation, "observation")
    settle(workplace)
    assert isinstance(workplace.window.page, RecordPage)
