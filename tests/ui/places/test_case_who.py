"""Who is this?: nothing is shown without a reason, and nothing stays on the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from evidencekit.operations import case_key, drafting
from evidencekit.operations.case_key import Given, Reason
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import Known, do, settle
from tests.ui.places.meeting import show_observations
from tests.ui.places.reach import check_reach
from ui.places.case_who import WhoIsThis
from ui.places.workplace import Workplace

GIVEN = Given(
    agency="gp", number="M-20118", identity="quibblefax", purpose="to ask for the file",
    expires_on="2013-01-31",
)  # fmt: skip
WHY = Reason("right-record", "a look from the test")


def open_who(workplace: Workplace, known: Known) -> WhoIsThis:
    show_observations(workplace)
    page = WhoIsThis(workplace, known.case)
    workplace.open_page(page)
    settle(workplace)
    return page


@pytest.fixture
def page(workplace: Workplace, known: Known) -> WhoIsThis:
    do(workplace, lambda desk: case_key.keep(desk, known.case, GIVEN))
    return open_who(workplace, known)


def give_reason(page: WhoIsThis, workplace: Workplace) -> None:
    page.asked.kinds.buttons()[0].setChecked(True)
    page.asked.words.setFocus()
    type_words("Day 2, at the surgery")
    press(Qt.Key.Key_Return)
    settle(workplace)


def on_screen(page: WhoIsThis) -> str:
    shown = [each.text() for each in page.findChildren(QLabel) if each.isVisibleTo(page)]
    typed = [each.text() for each in page.findChildren(QLineEdit)]
    return " ".join((*shown, *typed))


def test_nothing_is_shown_until_a_reason_is_given(page: WhoIsThis, workplace: Workplace) -> None:
    assert "M-20118" not in on_screen(page)
    assert "Something is held about OWN-L1" in on_screen(page)
    page.asked.open_it.click()
    settle(workplace)
    assert not page.is_open
    page.asked.words.setText("no kind chosen")
    page.asked.open_it.click()
    settle(workplace)
    assert not page.is_open
    assert len(do(workplace, case_key.audit)) == 1


def test_with_a_reason_it_is_shown_and_the_opening_is_kept(
    page: WhoIsThis, workplace: Workplace
) -> None:
    give_reason(page, workplace)
    assert "M-20118" in on_screen(page)
    assert "quibblefax" in on_screen(page)
    last = do(workplace, case_key.openings)[-1]
    assert (last.why, last.reason) == ("right-record", "Day 2, at the surgery")


def test_it_closes_by_itself_by_button_by_hiding_and_by_leaving(
    page: WhoIsThis, workplace: Workplace
) -> None:
    for closes in (
        page._until_closed.timeout.emit, page.close_it.click,
        workplace.window.hide_everything, page.leave,
    ):  # fmt: skip
        give_reason(page, workplace)
        assert "M-20118" in on_screen(page)
        assert page._until_closed.isActive()
        closes()
        settle(workplace)
        assert "M-20118" not in on_screen(page)
        assert not page.is_open
        if workplace.window.cover.isVisible():
            workplace.window.hide_everything()
    assert page.again() is None


def test_what_opens_behind_a_hidden_screen_is_not_shown(
    page: WhoIsThis, workplace: Workplace
) -> None:
    page._on_reason(Reason("concern", "day 2"))
    workplace.window.hide_everything()
    settle(workplace)
    assert not page.is_open
    assert "M-20118" not in on_screen(page)


def test_a_number_is_added_by_keyboard_and_kept_in_the_case_key(
    workplace: Workplace, known: Known
) -> None:
    page = open_who(workplace, known)
    give_reason(page, workplace)
    page.given.agency.set_value("police")
    page.given.number.setFocus()
    type_words("P-1182")
    page.given.purpose.setFocus()
    type_words("to ask for the file")
    page.given.until.boxes["day"].setFocus()
    for part in ("31", "1", "2013"):
        type_words(part)
        press(Qt.Key.Key_Tab)
    page.given.given.emit(page.given.answers())
    settle(workplace)
    (entry,) = page._entries
    assert (entry.agency, entry.number, entry.expires_on) == ("police", "P-1182", "2013-01-31")
    assert page.given.number.text() == ""
    assert "P-1182" in on_screen(page)


def test_what_is_half_typed_is_kept_in_the_case_key_and_never_in_the_drafts(
    workplace: Workplace, known: Known
) -> None:
    page = open_who(workplace, known)
    give_reason(page, workplace)
    page.given.number.setFocus()
    type_words("P-11")
    page.close_it.click()
    settle(workplace)
    assert do(workplace, drafting.all_drafts) == ()
    assert "P-11" not in on_screen(page)
    give_reason(page, workplace)
    assert page.given.number.text() == "P-11"
    assert "We kept what you typed" in page.notice.words


def test_typing_on_does_not_put_off_the_keeping(workplace: Workplace, known: Known) -> None:
    page = open_who(workplace, known)
    give_reason(page, workplace)
    assert page._until_kept.interval() <= 300
    page._until_kept.setInterval(60_000)  # longer than any test, however slow the machine
    page.given.number.setFocus()
    type_words("P")
    begun = page._until_kept.timerId()
    type_words("-1182")
    assert page._until_kept.timerId() == begun  # begun anew, it would be another
    page._until_kept.timeout.emit()
    settle(workplace)
    shown = do(workplace, lambda desk: case_key.open_for(desk, known.case, WHY))
    assert shown.typing["number"] == "P-1182"


def test_each_opening_needs_a_reason_of_its_own(page: WhoIsThis, workplace: Workplace) -> None:
    give_reason(page, workplace)
    page.close_it.click()
    assert page.asked.reason() == Reason("", "")
    page.asked.open_it.click()
    settle(workplace)
    assert not page.is_open


def test_removing_can_be_undone(page: WhoIsThis, workplace: Workplace, known: Known) -> None:
    give_reason(page, workplace)
    page.held.removed.emit(page._entries[0])
    settle(workplace)
    assert do(workplace, lambda desk: case_key.held(desk, known.case)) == ()
    page.notice._action.click()
    settle(workplace)
    (entry,) = do(workplace, lambda desk: case_key.held(desk, known.case))
    assert entry.number == "M-20118"


def test_destroying_it_asks_once_more_and_says_so(
    page: WhoIsThis, workplace: Workplace, known: Known
) -> None:
    give_reason(page, workplace)
    assert not page.ends.sure.isVisible()
    page.ends.ask.click()
    assert page.ends.sure.isVisible()
    page._on_destroy()
    settle(workplace)
    assert "destroyed" in page.notice.words
    assert not known.folder.with_suffix(".case-key").exists()
    assert "Nothing is held about OWN-L1" in on_screen(page)


def test_a_wrong_answer_is_named_and_nothing_typed_is_lost(
    workplace: Workplace, known: Known
) -> None:
    page = open_who(workplace, known)
    give_reason(page, workplace)
    page.given.number.setText("P-1182")
    page.given.given.emit(page.given.answers())
    settle(workplace)
    assert "Agency" in page.notice.words
    assert page.given.number.text() == "P-1182"


def test_nothing_held_reaches_the_clipboard(page: WhoIsThis, workplace: Workplace) -> None:
    give_reason(page, workplace)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    page.given.identity.setText("vermotrop")
    page.given.identity.setFocus()
    page.given.identity.selectAll()
    for keys in (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut):
        QTest.keySequence(page.given.identity, QKeySequence(keys))
    assert page.given.identity.selectedText() == ""
    assert clipboard.text() == "before"
    assert page.given.identity.text() == "vermotrop"


def test_a_damaged_case_key_is_told_and_nothing_opens(
    page: WhoIsThis, workplace: Workplace, known: Known
) -> None:
    Path(known.folder.with_suffix(".case-key") / "slot.json").write_bytes(b"{}")
    give_reason(page, workplace)
    assert not page.is_open
    assert "cannot be read" in page.notice.words
    assert page.asked.words.text() == "Day 2, at the surgery"


def test_everybody_can_reach_everything(page: WhoIsThis, workplace: Workplace) -> None:
    give_reason(page, workplace)
    check_reach(page)
