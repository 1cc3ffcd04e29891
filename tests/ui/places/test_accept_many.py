"""Deciding on many: chosen by key, kept while chosen, one reason, undone."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.ids import RecordId
from evidencekit.operations import accepting
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.laptops import looks_right, words_on
from tests.ui.places.placing import front, put_place
from ui.places.accept_many import AcceptPage, show_accept
from ui.places.record_page import RecordPage
from ui.places.search import Search
from ui.places.workplace import Workplace

NOTE = {"source_type": "case-record-reading", "i_saw": "The visit was late."}


@pytest.fixture
def three(workplace: Workplace, qtbot: QtBot, known: Known) -> list[RecordId]:
    put_place(workplace, qtbot, Search)
    return [add(workplace, "case-note", {**NOTE, "headline": f"Visit {n}"}, "submitted")
            for n in (1, 2, 3)]  # fmt: skip


def opened(workplace: Workplace) -> AcceptPage:
    show_accept(workplace)
    return front(workplace, AcceptPage)


def waiting(workplace: Workplace) -> int:
    return do(workplace, accepting.ready).every


def test_many_are_chosen_by_key_accepted_and_taken_back(
    workplace: Workplace, three: list[RecordId]
) -> None:
    page = opened(workplace)
    assert page.table.rowCount() == 3
    assert not page.accept.isEnabled()
    page.view.setFocus()
    press(Qt.Key.Key_Space)
    assert page.accept.text().strip() == "Accept 1"
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.chosen == set(three)
    looks_right(page)
    page.accept.click()
    settle(workplace)
    assert waiting(workplace) == 0
    assert "Accepted: 3 records." in page.notice.words
    page.notice._on_action()
    settle(workplace)
    assert waiting(workplace) == 3
    assert page.table.rowCount() == 3


def test_setting_aside_needs_a_reason_and_both_are_kept(
    workplace: Workplace, three: list[RecordId]
) -> None:
    page = opened(workplace)
    page.view.setFocus()
    press(Qt.Key.Key_Space)
    page.aside.click()
    assert "why" in page.field.problem
    type_words("Outside the period.")
    settle(workplace)
    workplace.close_page()
    again = opened(workplace)
    settle(workplace)
    assert again.chosen == page.chosen != set()
    assert again.text.toPlainText() == "Outside the period."
    again.aside.click()
    settle(workplace)
    assert waiting(workplace) == 2
    assert again.text.toPlainText() == ""
    again.none.click()
    assert again.chosen == set()


def test_the_list_is_narrowed_and_a_row_is_read(
    workplace: Workplace, three: list[RecordId]
) -> None:
    page = opened(workplace)
    page.kind.set_value("voice")
    page.kind.chosen.emit("voice")
    assert page.table.rowCount() == 0
    page.kind.set_value("")
    page.kind.chosen.emit("")
    page.view.setFocus()
    press(Qt.Key.Key_Return)
    front(workplace, RecordPage)


def test_an_empty_list_says_so(workplace: Workplace, qtbot: QtBot) -> None:
    put_place(workplace, qtbot, Search)
    page = opened(workplace)
    assert "Nothing waits for a decision." in words_on(page)
