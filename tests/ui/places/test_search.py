"""Search as one types: nothing blocks, nothing stale is shown, Down and Enter do the rest."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.operations.searching import Results
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import Known, add, settle
from tests.ui.places.placing import front, put_place
from tests.ui.places.reach import check_reach
from ui.places.record_page import RecordPage
from ui.places.search import PAGE, Search
from ui.places.workplace import Workplace


@pytest.fixture
def search(workplace: Workplace, known: Known, qtbot: QtBot) -> Search:
    fields = {"case": known.case, "i_saw": "Nobody asked who cares during the night shift."}
    add(workplace, "case-note", fields)
    add(workplace, "document", {"title": "Night plan", "says": "Night shifts are not covered."})
    return put_place(workplace, qtbot, Search)


def typed(search: Search, qtbot: QtBot, words: str) -> None:
    search.box.setFocus()
    type_words(words)
    qtbot.waitUntil(lambda: not search._pause.isActive())
    settle(search._workplace)


def test_the_third_letter_finds_and_marks_the_words(search: Search, qtbot: QtBot) -> None:
    typed(search, qtbot, "nig")
    rows = search.results.cards.rows
    assert search.count.text() == "2 results"
    start, length = rows[1].marks[0]
    assert rows[1].text[start : start + length].casefold().startswith("nig")
    assert rows[1].by.startswith("Case note")


def test_one_letter_says_what_to_do(search: Search, qtbot: QtBot) -> None:
    assert search.none._what.text() == "Type two letters or more."
    typed(search, qtbot, "n")
    assert search.none.isVisible()
    assert not search.results.isVisible()


def test_down_enters_the_results_and_enter_opens(
    search: Search, qtbot: QtBot, workplace: Workplace
) -> None:
    typed(search, qtbot, "night")
    press(Qt.Key.Key_Down)
    assert search.results.hasFocus()
    record = search.results.current_key()
    press(Qt.Key.Key_Return)
    assert front(workplace, RecordPage).record == record
    press(Qt.Key.Key_Escape)
    assert front(workplace, Search).box.text() == "night"


def test_up_from_the_first_result_leads_back_to_the_box(search: Search, qtbot: QtBot) -> None:
    typed(search, qtbot, "night")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    assert search.box.hasFocus()


def test_an_answer_to_earlier_words_is_let_go(search: Search, qtbot: QtBot) -> None:
    typed(search, qtbot, "night")
    earlier = search._asked
    typed(search, qtbot, " plan")
    before = search.results.cards.rows
    search._on_found(earlier, Results())
    assert search.results.cards.rows == before


def test_a_chip_narrows_and_nothing_found_offers_everything(search: Search, qtbot: QtBot) -> None:
    typed(search, qtbot, "night")
    qtbot.mouseClick(search.chips.pill("voice"), Qt.MouseButton.LeftButton)
    settle(search._workplace)
    assert "Nothing found for “night”." in search.none._what.text()
    search.none.button.click()
    settle(search._workplace)
    assert search.count.text() == "2 results"


def test_older_results_are_fetched_when_asked_for(
    search: Search, qtbot: QtBot, workplace: Workplace, known: Known
) -> None:
    for number in range(PAGE):
        add(workplace, "case-note", {"case": known.case, "headline": f"Night {number}"})
    typed(search, qtbot, "night")
    assert search.count.text() == f"{PAGE} or more results"
    search.more.click()
    settle(workplace)
    assert search.count.text() == f"{PAGE + 2} results"
    assert search.results.hasFocus()


def test_clearing_the_box_clears_the_results(search: Search, qtbot: QtBot) -> None:
    typed(search, qtbot, "night")
    press(Qt.Key.Key_Escape)
    assert search.box.text() == ""
    assert search.results.cards.rows == ()


def test_everybody_can_reach_everything(search: Search, qtbot: QtBot) -> None:
    typed(search, qtbot, "night")
    check_reach(search)
