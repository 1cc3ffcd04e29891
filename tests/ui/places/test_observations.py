"""The list of what was watched."""

from PySide6.QtCore import Qt

from evidencekit.operations import capture
from tests.ui.keys import press
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.meeting import has_focus, show_observations
from tests.ui.places.reach import check_reach
from ui.places.capture import Capture
from ui.places.case_note import CaseNote
from ui.places.observations import NOTHING, Observations
from ui.places.workplace import Workplace


def titles(page: Observations) -> list[str]:
    rows = (page.table.row_at(page.table.index(n)) for n in range(page.table.rowCount()))
    return [row.title for row in rows if row is not None]


def test_the_latest_stands_first_and_enter_opens_it(workplace: Workplace, known: Known) -> None:
    add(workplace, "observation", {"what": "marac", "started": "2012-11-20T15:00"})
    add(workplace, "observation", {"what": "icpc", "started": "2012-11-19T15:00"})
    page = show_observations(workplace)
    assert titles(page) == [
        "MARAC", "Strategy meeting, first watched, OWN-L1", "Initial child protection conference",
    ]  # fmt: skip
    assert has_focus(page.list)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle(workplace)
    opened = workplace.window.page
    assert isinstance(opened, Capture)
    assert opened.sheet.record == known.observation


def test_what_is_written_elsewhere_appears(workplace: Workplace, known: Known) -> None:
    page = show_observations(workplace)
    assert len(titles(page)) == 1
    add(workplace, "observation", {"what": "marac", "started": "2012-11-20T15:00"})
    settle(workplace)
    assert titles(page)[0] == "MARAC"
    assert page.table.rowCount() == 2


def test_an_empty_list_says_how_to_begin(workplace: Workplace, known: Known) -> None:
    do(workplace, lambda desk: capture.delete(desk, known.observation, "Entered twice."))
    page = show_observations(workplace)
    assert page.empty.isVisible()
    assert NOTHING in page.empty.findChildren(type(page.heading))[0].text()
    page.empty.button.click()
    settle(workplace)
    assert workplace.window.page is not page


def test_a_case_note_begins_here_too(workplace: Workplace, known: Known) -> None:
    page = show_observations(workplace)
    page.note_button.click()
    settle(workplace)
    assert isinstance(workplace.window.page, CaseNote)


def test_the_place_stands_where_it_was_left(workplace: Workplace, known: Known) -> None:
    add(workplace, "observation", {"what": "marac", "started": "2012-11-20T15:00"})
    page = show_observations(workplace)
    page.list.setCurrentIndex(page.table.index(1))
    add(workplace, "observation", {"what": "icpc", "started": "2012-11-20T16:00"})
    settle(workplace)
    assert page.list.current_key() == known.observation


def test_the_list_can_be_reached_by_everybody(workplace: Workplace, known: Known) -> None:
    check_reach(show_observations(workplace))
