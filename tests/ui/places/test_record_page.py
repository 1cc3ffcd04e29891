"""Any record to read, to submit, to delete and to bring back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from evidencekit.operations import reading
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.meeting import has_focus, show_observations
from tests.ui.places.reach import check_reach
from ui.places.record_page import RecordPage
from ui.places.workplace import Workplace


def open_it(workplace: Workplace, record: str) -> RecordPage:
    show_observations(workplace)
    page = RecordPage(workplace, record)
    workplace.open_page(page)
    settle(workplace)
    return page


@pytest.fixture
def page(workplace: Workplace, known: Known) -> RecordPage:
    return open_it(workplace, known.note)


def shown(page: RecordPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]


def test_it_says_what_was_written_by_whom_and_when(page: RecordPage) -> None:
    assert page.title == "Strategy discussion held late"
    words = shown(page)
    assert "Case note, by Amara Osei" in words
    assert "The record says" in words
    assert "OWN-L1" in words
    assert "Draft" in words
    assert page.history.rowCount() == 1


def test_what_is_missing_is_said_at_the_top(page: RecordPage, workplace: Workplace) -> None:
    page.hand_in.click()
    settle(workplace)
    assert has_focus(page.problems)
    assert "Who was with me" in page.problems.accessibleName()


def test_a_whole_record_is_submitted(workplace: Workplace, known: Known) -> None:
    fields = do(workplace, lambda desk: reading.item(desk, known.note)).fields
    record = add(workplace, "case-note", {**fields, "source_roles": ["social-worker"]})
    page = open_it(workplace, record)
    page.hand_in.click()
    settle(workplace)
    assert do(workplace, lambda desk: reading.item(desk, record)).state == "submitted"
    assert "Submitted" in shown(page)
    assert page.hand_in.isHidden()
    assert page.history.rowCount() == 2


def test_deleting_asks_why_and_can_be_undone(
    page: RecordPage, workplace: Workplace, known: Known
) -> None:
    page.remove.click()
    assert has_focus(page.why)
    press(Qt.Key.Key_Return)
    assert not do(workplace, lambda desk: reading.item(desk, known.note)).is_deleted
    type_words("Entered twice.")
    press(Qt.Key.Key_Return)
    settle(workplace)
    assert do(workplace, lambda desk: reading.item(desk, known.note)).is_deleted
    assert "Deleted" in shown(page)
    assert page.edit.isHidden()
    undo = [each for each in page.notice.findChildren(QPushButton) if each.text() == "Undo"]
    undo[0].click()
    settle(workplace)
    assert not do(workplace, lambda desk: reading.item(desk, known.note)).is_deleted
    assert page.title == "Strategy discussion held late"


def test_it_is_read_again_when_it_changes(
    page: RecordPage, workplace: Workplace, known: Known
) -> None:
    page.edit.click()
    settle(workplace)
    assert workplace.window.page is not page


def test_it_can_be_reached_by_everybody(page: RecordPage) -> None:
    check_reach(page)
