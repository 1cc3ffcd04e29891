"""A disclosure in the window: decided by key, taken back, looked over, and made into a pack."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from evidencekit.canonical import Json
from evidencekit.operations import disclosure_requests, reading, redacting
from evidencekit.operations.disclosure_requests import Asked, Scope
from evidencekit.operations.redacting import Logged
from tests.ui.keys import press, show_active, type_words
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.meeting import show_observations
from ui.places.disclosure_page import DisclosurePage
from ui.places.workplace import Workplace

SAID = "Mrs Sarah Connor rang twice."


@pytest.fixture
def page(workplace: Workplace, known: Known, qtbot: QtBot) -> DisclosurePage:
    """A request that is open on the one record which names somebody."""
    show_observations(workplace)
    show_active(qtbot, workplace.window)
    fields: dict[str, Json] = {"case": known.case, "i_saw": SAID}
    noted = add(workplace, "case-note", fields)
    asked = Asked(
        route="foi", received=date(2012, 12, 3), reference="FOI-77", scope=Scope(records=(noted,))
    )
    made = do(workplace, lambda desk: disclosure_requests.put_down(desk, asked))
    opened = DisclosurePage(workplace, made.record)
    workplace.open_page(opened)
    settle(workplace)
    return opened


def said(widget: QWidget) -> str:
    return "\n".join(
        each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)
    )


def log(workplace: Workplace, page: DisclosurePage) -> tuple[Logged, ...]:
    return do(workplace, lambda desk: redacting.log(desk, page.record))


def withholds(workplace: Workplace, page: DisclosurePage) -> None:
    """Withhold the name as a person does: ground, reason, next open place, and the key."""
    page.decide.ground.set_value("s40(2)")
    page.decide.reason.setFocus()
    type_words("A member of the public.")
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    settle(workplace)


def folder_is(page: DisclosurePage, folder: Path) -> None:
    def choose(_near: QWidget, _question: str, then: Callable[[Path], object]) -> None:
        then(folder)

    page.choose_folder = choose


def test_what_is_open_is_withheld_by_key_taken_back_and_released_with_a_reason(
    page: DisclosurePage, workplace: Workplace
) -> None:
    assert "1 open" in said(page)
    assert "Due 3 January 2013" in said(page)
    withholds(workplace, page)
    (kept,) = log(workplace, page)
    assert (kept.decision.code, kept.decision.reason) == ("s40(2)", "A member of the public.")
    assert kept.words == "Mrs Sarah Connor"
    assert page.decide.reason.text() == ""
    assert "Nothing open" in said(page)
    assert page.log.rows.rowCount() == 1
    page.log.back.click()
    settle(workplace)
    assert not log(workplace, page)
    assert "1 open" in said(page)
    page.decide.text.next_open()
    page.decide.text.setFocus()
    press(Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    settle(workplace)
    assert not log(workplace, page)
    assert QApplication.focusWidget() is page.decide.reason
    type_words("She agreed to be named.")
    page.decide.release.click()
    settle(workplace)
    (kept,) = log(workplace, page)
    assert not kept.decision.withholds


def test_a_whole_record_is_withheld_and_the_list_says_so(
    page: DisclosurePage, workplace: Workplace
) -> None:
    page.show_what.set_value("all")
    page.decide.ground.set_value("s41")
    page.decide.reason.setText("He was promised it.")
    page.decide.all_of_it.click()
    settle(workplace)
    row = page.list.records.row_at(page.list.records.index(0))
    assert row is not None
    assert ("Withheld whole", "error") in row.tags
    assert page.decide.all_of_it.isHidden()


def test_a_pack_is_made_only_when_all_is_decided_and_looked_over(
    page: DisclosurePage, workplace: Workplace, tmp_path: Path
) -> None:
    folder_is(page, tmp_path)
    page.make.click()
    settle(workplace)
    assert "Nobody has decided yet about 1 " in said(page)
    assert page._asked_why is not None
    page._asked_why.text.setFocus()
    type_words("The court asked for all of it.")
    page._asked_why.cancel.click()
    page.to_check.click()
    settle(workplace)
    page._asked_why.text.setPlainText("The court asked for all of it.")
    page._asked_why.go.click()
    settle(workplace)
    (early,) = [each for each in tmp_path.iterdir() if each.name.startswith("to-be-checked-")]
    assert "NOT FOR RELEASE" in (early / "disclosure.html").read_text("utf-8")
    withholds(workplace, page)
    page.make.click()
    settle(workplace)
    assert "No second person has looked this over" in said(page)
    page.check.by.setText("Information officer")
    page.check.done.click()
    settle(workplace)
    assert "Looked over" in said(page)
    page.make.click()
    settle(workplace)
    (pack,) = [each for each in tmp_path.iterdir() if each.name.startswith("disclosure-")]
    assert "Sarah" not in (pack / "disclosure.html").read_text("utf-8")
    assert f"{pack.name} is saved" in said(page)


def test_a_reason_that_was_typed_is_there_again_when_the_page_is_opened_anew(
    page: DisclosurePage, workplace: Workplace
) -> None:
    page.decide.reason.setFocus()
    type_words("She is a neighbour.")
    settle(workplace)
    again = DisclosurePage(workplace, page.record)
    workplace.open_page(again)
    settle(workplace)
    assert again.decide.reason.text() == "She is a neighbour."
    assert "We kept the reason you typed" in said(again)
    item = do(workplace, lambda desk: reading.item(desk, page.record))
    assert item.fields["received"] == "2012-12-03"


def test_the_next_open_place_is_found_in_the_next_record_and_words_are_asked_for_plainly(
    page: DisclosurePage, workplace: Workplace, known: Known
) -> None:
    do(workplace, lambda desk: disclosure_requests.change_scope(desk, page.record, Scope()))
    fields: dict[str, Json] = {"case": known.case, "i_saw": "Mr Tom Price came."}
    other = add(workplace, "case-note", fields)
    settle(workplace)
    seen = {page.decide.record}
    for _press in range(6):
        press(Qt.Key.Key_F3)
        settle(workplace)
        seen.add(page.decide.record)
    assert other in seen
    cursor = page.decide.text.textCursor()
    cursor.setPosition(0)
    page.decide.text.setTextCursor(cursor)
    page.decide.withhold.click()
    assert "Put the caret in a word" in said(page)
