"""The questions beside the notes: only those that this kind of observation asks."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from evidencekit.checks.problem import Problem, Weight
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations import reading
from evidencekit.records.kinds import KINDS
from tests.ui.keys import press
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.meeting import has_focus, open_capture
from tests.ui.places.reach import check_reach
from ui.forms.attachments import AttachmentsControl
from ui.forms.rows import GroupControl
from ui.places.capture import Capture
from ui.places.capture_details import Details, parts_for
from ui.places.workplace import Workplace


@pytest.fixture
def page(workplace: Workplace, known: Known) -> Capture:
    made = open_capture(workplace, known.observation)
    made.show_details()
    settle(workplace)
    return made


@pytest.fixture
def details(page: Capture) -> Details:
    assert page.details is not None
    return page.details


def parts(pack: FrameworkPack, kind: str, **answers: Json) -> list[str]:
    return [part.key for part in parts_for(pack.observation_kind(kind), answers)]


def test_every_question_stands_in_one_part(pack: FrameworkPack) -> None:
    everything = {field.key: "x" for field in KINDS["observation"].fields}
    asked = [key for part in parts_for(None, everything) for key in part.keys]
    beside = ["lines", "prompts"]  # the stream, and above the questions of every part
    assert sorted([*asked, *beside]) == sorted(everything)


def test_a_kind_asks_its_own_questions(pack: FrameworkPack) -> None:
    assert parts(pack, "strategy-meeting") == ["there", "attendance", "decided", "meaning"]
    assert parts(pack, "mappa") == ["there", "attendance", "decided", "mappa", "meaning"]
    assert "marac" in parts(pack, "marac")
    assert parts(pack, "visit") == ["there", "meaning"]


def test_an_answer_is_shown_whatever_the_kind(pack: FrameworkPack) -> None:
    assert "decided" in parts(pack, "visit", dissent="The school disagreed.")


def test_the_answers_so_far_stand_in_the_form(details: Details, page: Capture) -> None:
    form = details.forms["there"]
    assert form.control("what").value() == "strategy-meeting"
    assert form.control("cases").value() == page.sheet.fields["cases"]


def test_an_answer_goes_to_the_sheet_and_a_cleared_one_goes_away(
    details: Details, page: Capture
) -> None:
    details.show_part("decided")
    form = details.forms["decided"]
    form.control("threshold").set_value("Significant harm.")
    form.changed.emit()
    assert page.sheet.fields["threshold"] == "Significant harm."
    form.control("threshold").set_value("")
    form.changed.emit()
    assert "threshold" not in page.sheet.fields


def test_a_half_typed_date_is_kept_and_told(details: Details, page: Capture) -> None:
    form = details.forms["there"]
    form.control("due").set_value({"day": "31", "month": "11", "year": "2012"})
    form.changed.emit()
    assert "due" not in page.sheet.fields
    assert page.sheet.typed["due"] == {"day": "31", "month": "11", "year": "2012"}
    assert details.half_typed()
    assert form.box("due").problem


def test_only_a_meeting_with_a_clock_asks_for_its_dates(pack: FrameworkPack) -> None:
    def asked(kind: str, **answers: Json) -> set[str]:
        found = parts_for(pack.observation_kind(kind), answers)
        return {key for part in found for key in part.keys}

    assert {"clock", "counted_from", "due"} <= asked("icpc")
    assert {"clock", "counted_from"}.isdisjoint(asked("marac"))
    assert {"clock", "counted_from", "due"}.isdisjoint(asked("visit"))
    assert "counted_from" in asked("marac", counted_from="2012-10-26")
    assert "dissent" not in asked("icpc")  # asked in rows; what was written before stays in sight
    assert "dissent" in asked("icpc", dissent="The school disagreed.")


def test_problems_lead_to_the_part_they_stand_in(details: Details) -> None:
    wrong = [
        Problem(words="Fill in the agency.", weight=Weight.BLOCKS, field="attendance.0.agency"),
        Problem(words="Say whom you watched.", weight=Weight.BLOCKS, field="source_roles"),
    ]
    details.show_part("meaning")
    assert details.show_problems(wrong)
    assert details.chosen.value() == "there"
    assert details.chosen.pill("attendance").text() == "Attendance (1)"
    assert details.forms["there"].box("source_roles").problem == "Say whom you watched."
    assert details.show_problems([]) is False
    assert details.chosen.pill("attendance").text() == "Attendance"


def test_a_meeting_opens_at_its_attendance_and_keys_lead_through_the_parts(
    details: Details, page: Capture
) -> None:
    assert details.chosen.value() == "attendance"
    grid = details.views["attendance"].grid
    assert grid is not None
    assert has_focus(grid.list)
    press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert details.chosen.value() == "decided"
    press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert details.chosen.value() == "there"
    press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert details.chosen.value() == "meaning"


def test_a_visit_opens_at_who_and_where(workplace: Workplace) -> None:
    page = open_capture(
        workplace, add(workplace, "observation", {"what": "visit", "started": "2012-11-20T09:30"})
    )
    page.show_details()
    assert page.details is not None
    assert page.details.chosen.value() == "there"


def test_another_kind_asks_its_own_questions_at_once_and_loses_none(
    details: Details, page: Capture, workplace: Workplace
) -> None:
    details.show_part("decided")
    form = details.forms["decided"]
    form.control("threshold").set_value("Significant harm.")
    form.changed.emit()
    details.show_part("there")
    form = details.forms["there"]
    form.control("what").set_value("marac")
    form.changed.emit()
    settle(workplace)
    details.show_part("marac")
    assert details.forms["there"].control("what").value() == "marac"
    assert page.sheet.fields["threshold"] == "Significant harm."
    page._toggle_details()
    assert page.view_only.isVisible()
    assert page.title.startswith("Strategy meeting, first watched")


def test_what_another_view_changed_is_never_written_over(
    details: Details, page: Capture, workplace: Workplace
) -> None:
    details.show_part("meaning")
    settle(workplace)
    page.show_notes()
    page.sheet.set_answers(("write_up",), {"write_up": "The chair listened."}, {})
    form = details.forms["meaning"]
    form.control("my_view").set_value("A careful chair.")
    form.changed.emit()
    assert page.sheet.fields["write_up"] == "The chair listened."
    page.show_details()
    assert form.control("write_up").value() == "The chair listened."
    assert form.control("my_view").value() == "A careful chair."


@pytest.mark.parametrize("what", ["visit", "shadowing"])
def test_without_consent_it_stays_a_draft_and_the_window_leads_to_the_question(
    workplace: Workplace, what: str
) -> None:
    fields: dict[str, Json] = {
        "what": what, "started": "2012-11-20T09:30", "ended": "2012-11-20T10:30",
        "source_roles": ["social-worker"],
    }  # fmt: skip
    record = add(workplace, "observation", fields)
    page = open_capture(workplace, record)
    page._on_finish()
    settle(workplace)
    details = page.details
    assert details is not None
    form = details.forms["there"]
    asked = "Record the consent: whose, and how it was asked."
    assert asked in form.box("consent").problem
    assert asked in form.problems.accessibleName()
    assert has_focus(form.problems)
    assert do(workplace, lambda desk: reading.item(desk, record)).state == "draft"
    consent: Json = {"status": "given", "given_by": ["child"], "how": "spoken",
                     "at": "2012-11-20T09:25"}  # fmt: skip
    form.control("consent").set_value(consent)
    form.changed.emit()
    page._on_finish()
    settle(workplace)
    assert do(workplace, lambda desk: reading.item(desk, record)).state == "submitted"


@pytest.mark.parametrize("what", ["mappa", "marac"])
def test_a_closed_meeting_offers_no_place_for_a_file(workplace: Workplace, what: str) -> None:
    page = open_capture(
        workplace, add(workplace, "observation", {"what": what, "started": "2012-11-20T09:30"})
    )
    page.show_details()
    settle(workplace)
    assert page.details is not None
    for part in tuple(page.details.chosen._pills):
        page.details.show_part(part)
    assert not page.findChildren(AttachmentsControl)
    assert page.view_only.isVisible()


def test_the_fourth_category_is_not_offered_in_2012(workplace: Workplace) -> None:
    page = open_capture(
        workplace, add(workplace, "observation", {"what": "mappa", "started": "2012-11-20T09:30"})
    )
    page.show_details()
    settle(workplace)
    assert page.details is not None
    page.details.show_part("mappa")
    group = page.details.forms["mappa"].control("mappa")
    assert isinstance(group, GroupControl)
    assert list(getattr(group.controls["category"], "radios", {})) == ["1", "2", "3"]


def test_the_details_are_named_and_not_cut(page: Capture, details: Details, qtbot: QtBot) -> None:
    check_reach(page)
