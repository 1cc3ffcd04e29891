"""A reference names one child and no other."""

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.operations import reading
from evidencekit.operations.sample import sample
from tests.ui.places.conftest import Known, do, settle
from tests.ui.places.placing import front, put_place
from ui.places.case_form import CaseForm
from ui.places.search import Search
from ui.places.workplace import Workplace


@pytest.fixture(autouse=True)
def _home(workplace: Workplace, qtbot: QtBot) -> None:
    put_place(workplace, qtbot, Search)


def opened(workplace: Workplace, record: str = "") -> CaseForm:
    workplace.open_page(CaseForm(workplace, record))
    return front(workplace, CaseForm)


def test_a_reference_that_is_taken_is_said_beside_it_and_nothing_is_written(
    workplace: Workplace, known: Known
) -> None:
    page = opened(workplace)
    assert page.form is not None
    page.form.set_answers({"reference": "own-l1"})
    for press in (page.save.click, page.hand_in.click):
        press()
        settle(workplace)
        assert page.form.box("reference").problem.startswith("This reference is already in use.")
    assert [line.record for line in do(workplace, sample).cases] == [known.case]


def test_a_case_may_keep_its_own_reference(workplace: Workplace, known: Known) -> None:
    page = opened(workplace, known.case)
    page.save.click()
    front(workplace, Search)
    assert len(do(workplace, lambda desk: reading.history(desk, known.case))) == 2


def test_a_free_reference_is_saved_and_the_form_opens_again_after_a_lock(
    workplace: Workplace,
) -> None:
    page = opened(workplace)
    page.again()(workplace)
    again = front(workplace, CaseForm)
    assert again.form is not None
    again.form.set_answers({"reference": "SH-20"})
    again.save.click()
    settle(workplace)
    assert "SH-20" in [line.reference for line in do(workplace, sample).cases]
