"""Setting up from nothing: four steps, a real store, and a recovery code that was proved."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidencekit.crypto.passphrase import TEST_COST
from evidencekit.operations import unlock
from evidencekit.operations.desk import Desk
from evidencekit.operations.unlock import Created, NewWorkspace
from tests.ui.keys import press, show_active, type_words
from tests.ui.places.corrected import TWO_WRONG, pack_file
from tests.ui.places.laptops import looks_right, words_on
from tests.ui.places.reach import check_reach
from ui.jobs import Jobs
from ui.places.set_up import SetUp
from ui.places.set_up_code import SetUpCode
from ui.places.set_up_done import SetUpDone
from ui.places.set_up_pack import SetUpPack
from ui.places.set_up_passphrase import SetUpPassphrase
from ui.places.set_up_who import OWN, SetUpWho
from ui.widgets.page import Page
from ui.window import Window

P = TypeVar("P", bound=Page)
WORDS = "lantern otter maple canyon drift"


def make_cheaply(folder: Path, new: NewWorkspace) -> Created:
    """Make a workspace whose key costs little, for tests."""
    return unlock.create_workspace(folder, replace(new, cost=TEST_COST))


@pytest.fixture
def set_up(window: Window, jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> Iterator[SetUp]:
    made = SetUp(window, jobs, tmp_path, make_cheaply)
    made.begin()
    show_active(qtbot, window)
    yield made
    if made.desk is not None:
        desk = made.desk
        jobs.run(window, lambda: unlock.lock(desk))


def test_four_steps_by_keyboard_make_a_workspace_that_opens(
    set_up: SetUp, window: Window, jobs: Jobs, qtbot: QtBot
) -> None:
    desks: list[Desk] = []
    set_up.opened.connect(desks.append)

    _answer_who(window)
    _choose_passphrase(window, jobs)
    code = _type_code_back(window, jobs)
    assert isinstance(window.page, SetUpDone)
    window.page.open_button.setFocus()
    press(Qt.Key.Key_Space)

    assert desks[0].me.name == "Amara Osei"
    assert desks[0].folder.suffix == ".evidence"
    folder = desks[0].folder
    jobs.run(window, lambda: unlock.lock(desks[0]))
    assert jobs.drain()
    unlock.stretch_keys(folder, WORDS).wipe()
    unlock.stretch_recovery(folder, code).wipe()


def test_what_is_missing_is_said_at_the_top_and_takes_the_focus(
    set_up: SetUp, window: Window
) -> None:
    page = _page(window, SetUpWho)
    page.next_button.click()

    assert page.problems.hasFocus()
    assert "Type your name" in page.problems.accessibleName()
    assert "Choose your inspectorate" in page.problems.accessibleName()
    assert window.page is page


def test_going_back_keeps_the_answers(set_up: SetUp, window: Window) -> None:
    _answer_who(window)

    page = _page(window, SetUpPassphrase)
    page.back_asked.emit()

    assert _page(window, SetUpWho).name.text() == "Amara Osei"


def test_a_folder_that_is_there_already_is_refused(
    set_up: SetUp, window: Window, tmp_path: Path
) -> None:
    (tmp_path / "there.evidence").mkdir()
    page = _page(window, SetUpWho)
    page.folder.set_path(tmp_path / "there.evidence")
    page.next_button.click()

    assert "already there" in page.problems.accessibleName()


def test_two_different_passphrases_are_not_taken(set_up: SetUp, window: Window) -> None:
    _answer_who(window)
    page = _page(window, SetUpPassphrase)
    type_words(WORDS)
    press(Qt.Key.Key_Return)
    type_words("something else")
    press(Qt.Key.Key_Return)

    assert "not the same" in page.problems.accessibleName()
    assert window.page is page


def test_a_weak_passphrase_is_judged_in_words_and_not_taken(set_up: SetUp, window: Window) -> None:
    _answer_who(window)
    page = _page(window, SetUpPassphrase)
    type_words("password")
    judged = page.strength.text()
    page.next_button.click()

    assert "first that anyone would try" in judged
    assert page.problems.hasFocus()


def test_five_words_are_suggested_and_others_on_demand(set_up: SetUp, window: Window) -> None:
    _answer_who(window)
    page = _page(window, SetUpPassphrase)
    first = page.suggestion.text()

    page.others.click()

    assert len(first.split()) == len(page.suggestion.text().split()) == 5
    assert page.suggestion.text() != first


def test_a_mistyped_group_of_the_code_is_named(set_up: SetUp, window: Window, jobs: Jobs) -> None:
    _answer_who(window)
    _choose_passphrase(window, jobs)
    page = _page(window, SetUpCode)
    code = _code(page)
    page.written.click()
    assert not page.shown.isVisible()

    type_words("123451 " + " ".join(code.split()[1:]))
    press(Qt.Key.Key_Return)
    assert jobs.drain()

    assert "Group 1 of the recovery code is mistyped." in page.box.accessibleDescription()
    assert page.box.hasFocus()


def test_every_step_is_within_reach_of_everybody(set_up: SetUp, window: Window, jobs: Jobs) -> None:
    check_reach(_page(window, SetUpWho))
    _answer_who(window)
    check_reach(_page(window, SetUpPassphrase))
    _choose_passphrase(window, jobs)
    check_reach(_page(window, SetUpCode))
    _type_code_back(window, jobs)
    check_reach(_page(window, SetUpDone))


def _answer_who(window: Window) -> None:
    page = _page(window, SetUpWho)
    page.name.setFocus()
    type_words("Amara Osei")
    page.inspectorate.set_value("ofsted")
    page.area.setFocus()
    type_words("Amberford")
    press(Qt.Key.Key_Return)


def _choose_passphrase(window: Window, jobs: Jobs) -> None:
    page = _page(window, SetUpPassphrase)
    page.first.box.setFocus()
    type_words(WORDS)
    press(Qt.Key.Key_Return)
    type_words(WORDS)
    press(Qt.Key.Key_Return)
    assert jobs.drain()


def _type_code_back(window: Window, jobs: Jobs) -> str:
    page = _page(window, SetUpCode)
    code = _code(page)
    page.written.click()
    type_words(code)
    press(Qt.Key.Key_Return)
    assert jobs.drain()
    return code


def _code(page: SetUpCode) -> str:
    return " ".join(page.shown.text().split())


def _page(window: Window, kind: type[P]) -> P:
    assert isinstance(window.page, kind)
    return window.page


def test_a_framework_from_a_file_is_looked_at_and_used(
    set_up: SetUp, window: Window, jobs: Jobs, tmp_path: Path
) -> None:
    who = _page(window, SetUpWho)
    who.name.setText("Amara Osei")
    who.from_file.click()
    page = _page(window, SetUpPack)
    assert page.use.isHidden()
    page.look_at(pack_file(tmp_path / "bad.toml", *TWO_WRONG))
    _settle(jobs)
    assert words_on(page).count("Line ") == 2
    assert page.use.isHidden()
    page.look_at(tmp_path / "gone.toml")
    _settle(jobs)
    assert "cannot be read" in page.notice.words
    own = pack_file(tmp_path / "own.toml", ('short_title = "', 'short_title = "Our own '))
    page.choose_file = lambda _near, _question, then: then(own)
    page.choose.click()
    _settle(jobs)
    assert "12 looked at together" in words_on(page)
    looks_right(page)
    page.use.click()
    again = _page(window, SetUpWho)
    assert (again.name.text(), again.framework.value()) == ("Amara Osei", OWN)
    assert "Our own" in again.framework.currentText()
    own.unlink()  # what was looked at is what is used
    again.area.setText("Amberford")
    again.inspectorate.set_value("ofsted")
    again.next_button.click()
    _choose_passphrase(window, jobs)
    assert set_up.desk is not None
    assert set_up.desk.pack.short_title.startswith("Our own")


def test_going_back_from_the_file_keeps_the_framework_that_was_chosen(
    set_up: SetUp, window: Window
) -> None:
    who = _page(window, SetUpWho)
    who.framework.set_value("jtai-2015")
    who.from_file.click()
    _page(window, SetUpPack).back.click()
    assert _page(window, SetUpWho).framework.value() == "jtai-2015"


def _settle(jobs: Jobs) -> None:
    assert jobs.drain()
    QApplication.sendPostedEvents()
