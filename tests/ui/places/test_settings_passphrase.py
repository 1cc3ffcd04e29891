"""Another passphrase: judged, typed twice, and then the only one that opens."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.errors.crypto import WrongPassphrase
from evidencekit.operations import keys
from evidencekit.operations.keys import Done
from tests.ui.keys import press, type_words
from tests.ui.places.conftest import PASSPHRASE, Known, do, settle
from tests.ui.places.placing import front, put_place
from tests.ui.places.reach import check_reach
from ui.places.search import Search
from ui.places.settings_passphrase import ChangePassphrase
from ui.places.workplace import Workplace

NEW = "walnut harbour seven cloud pencil"


@pytest.fixture
def page(workplace: Workplace, qtbot: QtBot) -> ChangePassphrase:
    put_place(workplace, qtbot, Search)
    change = partial(keys.change_passphrase, cost=TEST_COST)
    workplace.open_page(ChangePassphrase(workplace, change))
    return front(workplace, ChangePassphrase)


def fill(page: ChangePassphrase, old: str, first: str, second: str) -> None:
    for box, words in ((page.old, old), (page.first, first), (page.second, second)):
        box.box.setText(words)


def test_it_is_changed_by_keyboard_alone_and_written_down(
    page: ChangePassphrase, workplace: Workplace, known: Known
) -> None:
    page.old.box.setFocus()
    for words in (PASSPHRASE, NEW, NEW):
        type_words(words)
        press(Qt.Key.Key_Return)
    settle(workplace)
    settle(workplace)
    keys.check_passphrase(known.folder, NEW)
    with pytest.raises(WrongPassphrase):
        keys.check_passphrase(known.folder, PASSPHRASE)
    assert Done.PASSPHRASE in do(workplace, keys.last)
    assert workplace.window.page is not page


def test_a_weak_or_mistyped_one_changes_nothing(
    page: ChangePassphrase, workplace: Workplace, known: Known
) -> None:
    fill(page, "", "Amberford 2012", "Amberford 2013")
    page.change_button.click()
    settle(workplace)
    old, new, again = (field.problem for field in page._fields)
    assert "you have now" in old
    assert "easy to guess" in new or "Not strong enough" in new
    assert "not the same" in again
    keys.check_passphrase(known.folder, PASSPHRASE)


def test_a_wrong_old_one_is_said_beside_its_box(
    page: ChangePassphrase, workplace: Workplace, known: Known
) -> None:
    fill(page, "not the one", NEW, NEW)
    page.change_button.click()
    settle(workplace)
    settle(workplace)
    assert "did not open" in page._fields[0].problem
    assert workplace.window.page is page
    keys.check_passphrase(known.folder, PASSPHRASE)


def test_words_are_suggested_and_ones_own_are_judged(page: ChangePassphrase) -> None:
    before = page.suggestion.text()
    page.others.click()
    assert len(page.suggestion.text().split()) == 5
    assert page.suggestion.text() != before
    page.first.box.setText("password")
    assert page.strength.isVisible()
    page.leave()
    assert page.first.text() == ""


def test_everybody_can_reach_everything(page: ChangePassphrase) -> None:
    check_reach(page)
