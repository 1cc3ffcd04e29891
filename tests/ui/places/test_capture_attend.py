"""Attendance by agency: one key for who is there, one for how it attended."""

import pytest
from PySide6.QtCore import Qt

from evidencekit.canonical import Json
from evidencekit.operations import drafting
from evidencekit.records.attendance import STATUSES, attendance_of
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import add, do, settle
from tests.ui.places.meeting import has_focus, open_capture
from tests.ui.places.reach import check_reach
from ui.places.capture import Capture
from ui.places.capture_attend import KEYS, AttendGrid
from ui.places.capture_attend_model import DIGITS
from ui.places.capture_details_part import PartView
from ui.places.capture_opening import here_in
from ui.places.workplace import Workplace

KINDS_WITH_MEETINGS = (
    "strategy-meeting", "icpc", "review-conference", "core-group", "childrens-review",
    "resource-panel", "mappa", "marac",
)  # fmt: skip


def at_the_meeting(workplace: Workplace, what: str = "icpc", **more: Json) -> Capture:
    fields: dict[str, Json] = {"what": what, "started": "2012-11-20T09:30", **more}
    page = open_capture(workplace, add(workplace, "observation", fields))
    page.show_details()
    settle(workplace)
    assert page.details is not None
    page.details.show_part("attendance")
    settle(workplace)
    return page


def grid_of(page: Capture) -> AttendGrid:
    assert page.details is not None
    view: PartView = page.details.views["attendance"]
    assert view.grid is not None
    view.grid.list.setFocus()
    return view.grid


@pytest.fixture
def page(workplace: Workplace) -> Capture:
    return at_the_meeting(workplace)


@pytest.fixture
def grid(page: Capture) -> AttendGrid:
    return grid_of(page)


def kept(page: Capture) -> Json:
    return page.sheet.fields.get("attendance")


@pytest.mark.parametrize("what", KINDS_WITH_MEETINGS)
def test_each_kind_of_meeting_offers_its_usual_agencies_with_a_letter_each(
    workplace: Workplace, what: str
) -> None:
    grid = grid_of(at_the_meeting(workplace, what))
    letters = [grid.model.shown(row).letter for row in range(grid.model.rowCount())]
    assert len(letters) >= 8
    assert all(letters)
    assert len(set(letters)) == len(letters)
    agencies = [one.agency for one in grid.model.rows]
    assert "childrens-social-care" in agencies
    assert not {"nps", "crc", "icb"} & set(agencies)  # not in 2012


def test_a_letter_each_is_all_it_takes_to_say_who_is_there(grid: AttendGrid, page: Capture) -> None:
    type_words("phs")
    assert kept(page) == [
        {"agency": "police", "status": "present"},
        {"agency": "health-visiting", "status": "present"},
        {"agency": "school", "status": "present"},
    ]
    assert grid.said.text() == "Present: Police, Health visiting, School."


@pytest.mark.parametrize(("digit", "status"), DIGITS.items())
def test_each_digit_is_a_status_word_of_the_chosen_agency(
    grid: AttendGrid, page: Capture, digit: str, status: str
) -> None:
    type_words(f"g{digit}")
    assert kept(page) == [{"agency": "gp", "status": status}]
    assert grid.card.status.value() == status


def test_the_digits_are_the_seven_words_in_their_order(grid: AttendGrid) -> None:
    assert list(DIGITS) == list("1234567")
    assert list(DIGITS.values()) == [word.key for word in STATUSES]
    pills = [grid.card.status.pill(key).text() for key in DIGITS.values()]
    assert pills[0] == "1 Not invited"
    assert pills[6] == "7 Present, decision maker"


def test_a_letter_pressed_again_only_goes_there(grid: AttendGrid, page: Capture) -> None:
    type_words("p3s")
    type_words("p")
    assert grid.model.name(grid.list.row) == "Police"
    assert kept(page) == [
        {"agency": "police", "status": "apologies"},
        {"agency": "school", "status": "present"},
    ]


def test_arrows_go_from_row_to_row(grid: AttendGrid) -> None:
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert grid.list.row == 2
    assert grid.card.title.text() == grid.model.name(2)
    type_words("1")
    assert grid.model.rows[2].status == "not-invited"


def test_delete_takes_back_and_undo_brings_back(grid: AttendGrid, page: Capture) -> None:
    type_words("p6")
    press(Qt.Key.Key_Delete)
    assert kept(page) is None
    page.sheet.undo.undo()
    assert kept(page) == [{"agency": "police", "status": "present"}]
    page.sheet.undo.undo()
    assert kept(page) is None
    page.sheet.undo.redo()
    assert kept(page) == [{"agency": "police", "status": "present"}]


def test_an_agency_that_does_not_usually_come_is_found_by_typing(
    grid: AttendGrid, page: Capture
) -> None:
    type_words("+")
    assert has_focus(grid.other.lineEdit()) or has_focus(grid.other)
    grid.other.set_value("cafcass")
    grid.other.chosen.emit("cafcass")
    assert kept(page) == [{"agency": "cafcass", "status": "present"}]
    assert has_focus(grid.list)
    assert grid.model.name(grid.list.row) == "Cafcass"
    press(Qt.Key.Key_Delete)
    assert kept(page) is None
    assert "Cafcass" not in [grid.model.name(row) for row in range(grid.model.rowCount())]


def test_who_came_what_it_brought_and_how_good_it_was(grid: AttendGrid, page: Capture) -> None:
    type_words("p")
    press(Qt.Key.Key_Return)
    pill = grid.card.roles.pills["police"]
    assert has_focus(pill)
    press(Qt.Key.Key_Space)
    grid.card.roles.other.chosen.emit("mappa-coordinator")
    grid.card.report.radios["yes"].click()
    grid.card.circulated.radios["no"].click()
    grid.card.quality.setFocus()
    type_words("Three call-outs.")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert has_focus(grid.list)
    assert kept(page) == [
        {
            "agency": "police", "role": "police", "status": "present", "report": "yes",
            "circulated": "no", "quality": "Three call-outs.", "others": ["mappa-coordinator"],
        }
    ]  # fmt: skip
    said = grid.model.shown(grid.list.row)
    assert said.spoken == (
        "Police. Present. Police, MAPPA co-ordinator. Report given. Not shared beforehand. "
        "Three call-outs. key p."
    )


def test_words_typed_in_one_box_are_one_step_of_undo(grid: AttendGrid, page: Capture) -> None:
    type_words("p")
    grid.card.note.setFocus()
    type_words("Left early")
    page.sheet.undo.undo()
    assert grid.card.note.text() == ""
    assert kept(page) == [{"agency": "police", "status": "present"}]


def test_those_in_the_room_are_offered_as_speakers(grid: AttendGrid, page: Capture) -> None:
    type_words("ph")
    type_words("s1")
    assert here_in(page.sheet.fields) == ["police", "health-visitor"]
    page.show_notes()
    page._name()
    offered = [page.notes.composer.who.itemData(n) for n in (1, 2)]
    assert offered == ["police", "health-visitor"]


def test_everything_is_durable_before_a_revision_is_made(
    grid: AttendGrid, page: Capture, workplace: Workplace
) -> None:
    type_words("p7")
    settle(workplace)
    draft = do(workplace, lambda desk: drafting.draft(desk, page.sheet.form))
    assert draft is not None
    assert draft.content["attendance"] == [{"agency": "police", "status": "decision-maker"}]


def test_what_was_recorded_stands_there_again(workplace: Workplace) -> None:
    rows: list[Json] = [
        {"agency": "cafcass", "status": "apologies"},
        {"agency": "police", "status": "partial", "role": "protection-officer"},
        {"agency": "police", "status": "present", "role": "police-leader"},
    ]
    page = at_the_meeting(workplace, attendance=rows)
    grid = grid_of(page)
    shown = [grid.model.shown(row) for row in range(grid.model.rowCount())]
    assert [row.mark for row in shown if row.words == "Police"] == ["Partial", "Present"]
    assert [row.letter for row in shown if row.words == "Police"] == ["p", ""]
    assert shown[-1].words == "Cafcass"
    assert kept(page) == rows  # looking changes nothing


def test_the_menu_offers_what_the_keys_do(grid: AttendGrid, page: Capture) -> None:
    type_words("p")
    menu = grid.menu()
    actions = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.text() for action in actions][:2] == [
        "Not invited\t1", "Invited, no response\t2",
    ]  # fmt: skip
    assert [action.isChecked() for action in actions].index(True) == 5
    actions[2].trigger()
    assert kept(page) == [{"agency": "police", "status": "apologies"}]
    menu.close()


def test_the_mouse_marks_it_too(grid: AttendGrid, page: Capture) -> None:
    grid.list.go(grid.model.place_of("school"))
    grid.card.status.pill("report-only").click()
    assert kept(page) == [{"agency": "school", "status": "report-only"}]
    grid.card.status.pill("").click()
    assert kept(page) is None


def test_other_keys_change_nothing(grid: AttendGrid, page: Capture) -> None:
    type_words("890?")
    press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert kept(page) is None


def test_a_status_of_a_newer_version_is_kept_and_shown(workplace: Workplace) -> None:
    page = at_the_meeting(workplace)
    grid = grid_of(page)
    page.sheet.fields["attendance"] = [{"agency": "police", "status": "by-video", "seat": 2}]
    grid.model.show_attendance(attendance_of(page.sheet.fields))
    grid.list.go(grid.model.place_of("police"))
    assert grid.model.shown(grid.list.row).mark == "by-video"
    grid.card.note.setText("On a screen")
    assert kept(page) == [
        {"agency": "police", "status": "by-video", "seat": 2, "note": "On a screen"}
    ]


def test_problems_are_shown_above_the_list(page: Capture, grid: AttendGrid) -> None:
    assert page.details is not None
    page.details.views["attendance"].show_problems([("attendance", "Fill in Attendance.")])
    view = page.details.views["attendance"]
    assert "Fill in Attendance." in view.form.problems.accessibleName()
    view.show_problems([])
    assert not grid._problem.isVisible()


def test_a_screen_reader_hears_the_keys(grid: AttendGrid) -> None:
    index = grid.model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Children's social care. Not")
    assert "1 to 7" in index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert "1 to 7" in KEYS


def test_the_attendance_can_be_reached_and_is_not_cut(page: Capture, grid: AttendGrid) -> None:
    type_words("p")
    check_reach(page)
