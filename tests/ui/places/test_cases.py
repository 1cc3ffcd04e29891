"""Cases: the sample, filtered as one types, opened with Enter, and what it does not show."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, type_words
from tests.ui.places.conftest import Known, add, settle
from tests.ui.places.placing import front, put_place
from tests.ui.places.reach import check_reach
from ui.places.case import CasePage
from ui.places.cases import Cases
from ui.places.cases_sample import SamplePage
from ui.places.edit_record import EditRecord
from ui.places.workplace import Workplace


@pytest.fixture
def cases(workplace: Workplace, qtbot: QtBot) -> Cases:
    shared = {"reference": "SH-01", "sample_type": "shared-tracked", "plan": "child-protection"}
    add(workplace, "case", {**shared, "age_band": "5-9", "stages": ["early-help"]})
    return put_place(workplace, qtbot, Cases)


def shown(cases: Cases) -> list[str]:
    return [row.title for row in cases.cards.cards.rows]


def test_the_sample_is_shown_with_how_many_there_are(cases: Cases) -> None:
    assert shown(cases) == ["OWN-L1", "SH-01"]
    assert cases.chips.pill("all").text() == "All 2"
    assert cases.chips.pill("shared").text() == "Shared sample 1"
    assert cases.chips.pill("waiting").text() == "Without a note 1"
    assert cases.cards.hasFocus()


def test_enter_opens_the_case(cases: Cases, workplace: Workplace) -> None:
    press(Qt.Key.Key_Return)
    assert front(workplace, CasePage).title == "OWN-L1"
    press(Qt.Key.Key_Escape)
    assert workplace.window.page is cases


def test_typing_in_the_filter_narrows_and_down_goes_to_the_cards(cases: Cases) -> None:
    cases.filter.setFocus()
    type_words("protection")
    assert shown(cases) == ["SH-01"]
    press(Qt.Key.Key_Down)
    assert cases.cards.hasFocus()


def test_a_filter_that_matches_nothing_can_be_cleared(cases: Cases) -> None:
    cases.filter.setFocus()
    type_words("zebra")
    assert cases.none.isVisible()
    assert not cases.cards.isVisible()
    cases.none.button.click()
    assert shown(cases) == ["OWN-L1", "SH-01"]


def test_a_chip_shows_only_its_cases(cases: Cases, qtbot: QtBot) -> None:
    qtbot.mouseClick(cases.chips.pill("shared"), Qt.MouseButton.LeftButton)
    assert shown(cases) == ["SH-01"]


def test_what_the_sample_lacks_is_named(cases: Cases) -> None:
    words = cases._missing_words.text()
    assert "Contact and referral" in words
    assert "Early help;" not in words.splitlines()[0]


def test_the_gaps_open_as_a_table(cases: Cases, workplace: Workplace) -> None:
    cases._on_sample()
    page = front(workplace, SamplePage)
    everything = page.table.rowCount()
    page.show_which.pill("gaps").click()
    assert 0 < page.table.rowCount() < everything
    page.show_which.pill("all").click()
    shared = next(n for n, row in enumerate(page._rows) if row.line.cases == ("SH-01",))
    page.view.opened.emit(shared)
    assert front(workplace, CasePage).title == "SH-01"


def test_everybody_can_reach_what_the_sample_shows(cases: Cases, workplace: Workplace) -> None:
    cases._on_sample()
    check_reach(front(workplace, SamplePage))


def test_mine_unborn_and_placed_elsewhere_are_found(cases: Cases, workplace: Workplace) -> None:
    assert cases.chips.pill("unborn").isHidden()
    add(workplace, "case", {
        "reference": "SH-05", "sample_type": "shared-tracked", "unborn": "yes",
        "placing_authority": "Elmshire",
    })  # fmt: skip
    for key, expected in (("unborn", ["SH-05"]), ("elsewhere", ["SH-05"]), ("mine", ["OWN-L1"])):
        cases.chips.pill(key).click()
        assert shown(cases) == expected
    assert cases.chips.pill("unborn").text() == "Unborn 1"


def test_brothers_and_sisters_stand_beside_each_other(cases: Cases, workplace: Workplace) -> None:
    first = cases.cards.cards.rows[0].key
    add(workplace, "case", {
        "reference": "ZZ-09", "sample_type": "inspectorate-tracked", "siblings": [first],
    })  # fmt: skip
    assert shown(cases) == ["OWN-L1", "ZZ-09", "SH-01"]
    assert "With ZZ-09." in cases.cards.cards.rows[0].spoken


def test_a_case_added_elsewhere_appears(cases: Cases, workplace: Workplace) -> None:
    add(workplace, "case", {"reference": "SH-02", "sample_type": "shared-tracked"})
    settle(workplace)
    assert shown(cases) == ["OWN-L1", "SH-01", "SH-02"]


def test_an_inspector_is_told_in_words_that_the_lead_writes_the_shared_sample(
    inspector_workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    cases = put_place(inspector_workplace, qtbot, Cases)
    cases._on_add()
    page = front(inspector_workplace, EditRecord)
    assert page.form is not None
    page.form.set_answers({"reference": "SH-09", "sample_type": "shared-tracked"})
    page.save.click()
    settle(inspector_workplace)
    assert "Only the lead or a deputy" in page.notice.words
    page.form.set_answers({"reference": "HM-01", "sample_type": "inspectorate-sampled"})
    page.save.click()
    settle(inspector_workplace)
    assert "HM-01" in shown(cases)
    assert known.case


def test_everybody_can_reach_everything(cases: Cases) -> None:
    check_reach(cases)
