"""The page that asks for the way in: paste, show, code, wait; and never a word about erasing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from evidencekit.errors.base import Planned
from evidencekit.errors.crypto import KeyFileDamaged, KeyFileTooNew, MistypedGroup, WrongPassphrase
from evidencekit.errors.store import StoreDamaged, StoreInUse, StoreTooNew
from tests.ui.keys import press, show_active, type_words
from tests.ui.places.reach import check_reach
from ui.places.unlock import Unlock
from ui.places.waits import Waits

CTRL = Qt.KeyboardModifier.ControlModifier


class Seconds:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def page(qtbot: QtBot, seconds: Seconds) -> Unlock:
    made = Unlock("amberford", Waits(seconds))
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.secret.box.setFocus()
    return made


def test_enter_gives_the_passphrase_exactly_as_typed(page: Unlock, qtbot: QtBot) -> None:
    type_words(" two words ")

    with qtbot.waitSignal(page.passphrase_given) as given:
        press(Qt.Key.Key_Return)

    assert given.args == [" two words "]


def test_a_passphrase_can_be_pasted_and_shown(page: Unlock) -> None:
    QApplication.clipboard().setText("from a manager")

    press(Qt.Key.Key_V, CTRL)
    hidden = page.secret.box.echoMode()
    page.secret.show_box.click()

    assert page.secret.text() == "from a manager"
    assert hidden is QLineEdit.EchoMode.Password
    assert page.secret.box.echoMode() is QLineEdit.EchoMode.Normal


def test_nothing_typed_is_said_beside_the_box(page: Unlock) -> None:
    press(Qt.Key.Key_Return)

    assert page.secret.box.accessibleDescription() == "Problem: Type the passphrase."


def test_the_third_wrong_one_has_to_wait_and_the_wait_is_counted_down(
    page: Unlock, seconds: Seconds
) -> None:
    for _ in range(3):
        page.show_refusal(WrongPassphrase())

    assert not page.open_button.isEnabled()
    assert page.status == "You can try again in 31 seconds."
    seconds.now += 20
    page.tick()
    assert page.status == "You can try again in 11 seconds."
    seconds.now += 11
    page.tick()
    assert page.open_button.isEnabled()
    assert page.status == "You can try again now."


def test_enter_does_nothing_while_one_has_to_wait(page: Unlock, qtbot: QtBot) -> None:
    for _ in range(3):
        page.show_refusal(WrongPassphrase())
    type_words("again")

    with qtbot.assertNotEmitted(page.passphrase_given):
        press(Qt.Key.Key_Return)


def test_the_recovery_code_is_another_way_in(page: Unlock, qtbot: QtBot) -> None:
    page.other_way.click()
    type_words("123456 123456")

    with qtbot.waitSignal(page.code_given) as given:
        press(Qt.Key.Key_Return)

    assert given.args == ["123456 123456"]


def test_a_mistyped_group_is_named_and_what_was_typed_stays(page: Unlock) -> None:
    page.other_way.click()
    type_words("123456")
    page.show_refusal(MistypedGroup(group=3))

    assert "Group 3" in page.notice.words
    assert page.code.text() == "123456"
    assert page.open_button.isEnabled()


@pytest.mark.parametrize(
    "refusal",
    [
        StoreDamaged(name="store.db"),
        StoreTooNew(found=9, known=1),
        StoreInUse(name="store.db"),
        KeyFileDamaged(why="short"),
        KeyFileTooNew(found=9, known=1),
    ],
)
def test_each_trouble_has_words_of_its_own_and_none_offers_to_erase(
    page: Unlock, refusal: Planned
) -> None:
    page.show_refusal(refusal)

    assert refusal.what_happened in page.notice.words
    assert refusal.what_to_do in page.notice.words
    for word in ("erase", "delete", "start again", "reset"):
        assert word not in page.notice.words.lower()


def test_nothing_can_be_asked_twice_while_it_opens(page: Unlock, qtbot: QtBot) -> None:
    type_words("x")
    page.show_opening()

    with qtbot.assertNotEmitted(page.passphrase_given):
        press(Qt.Key.Key_Return)
    assert page.status == "Opening…"


def test_what_was_typed_is_forgotten_once_it_is_open(page: Unlock) -> None:
    type_words("secret")

    page.show_opened()

    assert page.secret.text() == ""
    assert not page.secret.box.isUndoAvailable()


def test_it_is_within_reach_of_everybody(page: Unlock) -> None:
    check_reach(page)
