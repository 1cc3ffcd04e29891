"""How scores stand: said to everybody, changed by the lead alone, with a reason."""

from collections import Counter

from pytestqt.qtbot import QtBot

from evidencekit.operations import blind
from evidencekit.operations.blind import Policy, Setting
from tests.ui.places.conftest import Known, do, settle
from tests.ui.places.placing import put_place
from ui.places.evaluation import Evaluation
from ui.places.reason_card import ReasonCard
from ui.places.score_setting import HIDDEN, OPEN, ScoreSetting, waits_words
from ui.places.workplace import Workplace


def _asked(setting: ScoreSetting) -> ReasonCard:
    assert setting.asked is not None
    return setting.asked


def test_the_lead_opens_and_reveals_with_a_reason(
    workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    page = put_place(workplace, qtbot, Evaluation)
    settle(workplace)
    page.chips.pill("scores").click()
    setting = page.setting
    assert setting.isVisible()
    assert setting._says.text() == HIDDEN
    setting.point_at("E4")
    setting.reveal.click()
    _asked(setting).go.click()
    assert do(workplace, blind.policy_of).revealed == frozenset()
    _asked(setting).text.setPlainText("We moderate on Thursday.")
    _asked(setting).go.click()
    settle(workplace)
    assert do(workplace, blind.policy_of).revealed == {("E4", blind.ALL_OF_IT)}
    setting.turn.click()
    _asked(setting).text.setPlainText("We are two.")
    _asked(setting).go.click()
    settle(workplace)
    assert setting._says.text() == OPEN
    setting.turn.click()
    _asked(setting).cancel.click()
    settle(workplace)
    assert not do(workplace, blind.policy_of).hides


def test_an_inspector_without_a_team_meets_no_setting(
    inspector_workplace: Workplace, known: Known, qtbot: QtBot
) -> None:
    page = put_place(inspector_workplace, qtbot, Evaluation)
    settle(inspector_workplace)
    page.chips.pill("scores").click()
    assert not page.setting.isVisible()


def test_what_waits_is_counted_by_area_and_says_no_grade(
    workplace: Workplace, known: Known
) -> None:
    found = Setting(
        policy=Policy(), waiting=Counter({("E4", ""): 2, ("E4", "c"): 1, ("E1", ""): 1}),
        may_change=False, has_team=True,
    )  # fmt: skip
    words = waits_words(found, workplace.pack)
    assert words.startswith("4 scores wait for yours: 1 ")
    assert "(3)" in words
    assert not any(grade.label in words for grade in workplace.pack.grades)
