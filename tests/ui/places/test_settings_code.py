"""Another recovery code counts once it was typed from the paper; the drill proves one."""

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.errors.crypto import WrongRecoveryCode
from evidencekit.operations import keys
from evidencekit.operations.keys import Done
from tests.ui.places.conftest import PASSPHRASE, Known, do, settle
from tests.ui.places.placing import front, put_place
from tests.ui.places.reach import check_reach
from ui.places.search import Search
from ui.places.settings_code import NewRecoveryCode, RecoveryDrill
from ui.places.workplace import Workplace


@pytest.fixture(autouse=True)
def home(workplace: Workplace, qtbot: QtBot) -> Search:
    return put_place(workplace, qtbot, Search)


@pytest.fixture
def page(workplace: Workplace) -> NewRecoveryCode:
    workplace.open_page(NewRecoveryCode(workplace))
    return front(workplace, NewRecoveryCode)


def begin(page: NewRecoveryCode, workplace: Workplace, passphrase: str = PASSPHRASE) -> str:
    page.passphrase.box.setText(passphrase)
    page.begin.click()
    settle(workplace)
    return "-".join(page.shown.text().split())


def test_a_new_code_counts_once_it_was_typed_back(
    page: NewRecoveryCode, workplace: Workplace, known: Known
) -> None:
    code = begin(page, workplace)
    assert page.shown.isVisible()
    page.written.click()
    assert not page.shown.isVisible()
    with pytest.raises(WrongRecoveryCode):
        keys.drill_recovery(known.folder, code)
    page.box.setText("000011 " * 8)
    page.check.click()
    assert "did not open" in page.field.problem
    page.box.setText("123456" + code[6:])
    page.check.click()
    assert "Group 1" in page.field.problem
    page.again_button.click()
    assert page.shown.isVisible()
    page.written.click()
    page.box.setText(code.replace("-", " "))
    page.check.click()
    settle(workplace)
    settle(workplace)
    keys.drill_recovery(known.folder, code)
    assert Done.CODE in do(workplace, keys.last)
    assert workplace.window.page is not page


def test_without_the_passphrase_no_code_is_shown(
    page: NewRecoveryCode, workplace: Workplace
) -> None:
    page.begin.click()
    assert "Type your passphrase" in page._pass_field.problem
    assert begin(page, workplace, "not the one") == ""
    assert "did not open" in page._pass_field.problem
    check_reach(page)


def test_a_code_that_was_left_alone_is_forgotten(
    page: NewRecoveryCode, workplace: Workplace, known: Known
) -> None:
    code = begin(page, workplace)
    page.leave()
    assert page.shown.text() == ""
    assert page.passphrase.text() == ""
    with pytest.raises(WrongRecoveryCode):
        keys.drill_recovery(known.folder, code)


def test_the_drill_proves_a_code_and_dates_it(workplace: Workplace, known: Known) -> None:
    code = keys.new_recovery_code(known.folder, PASSPHRASE)
    workplace.open_page(RecoveryDrill(workplace))
    page = front(workplace, RecoveryDrill)
    check_reach(page)
    page.box.setText("-".join(["000011"] * 8))
    page.check.click()
    settle(workplace)
    assert "did not open" in page.field.problem
    page.box.setText(code)
    page.check.click()
    settle(workplace)
    settle(workplace)
    assert Done.DRILL in do(workplace, keys.last)
    assert workplace.window.page is not page
