"""A concern: raised in one key, kept at once, and the only place where a name may stand."""

from pytestqt.qtbot import QtBot

from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.operations.reading import Row
from evidencekit.records.kinds import KINDS
from evidencekit.store.listing import Only
from tests.ui.keys import show_active
from tests.ui.places.conftest import do, settle
from tests.ui.places.reach import check_reach
from ui.places.all import places
from ui.places.concern import FIRST, RaiseConcern, raise_concern
from ui.places.workplace import Workplace


def begin(workplace: Workplace, qtbot: QtBot) -> RaiseConcern:
    """Open the form over Today."""
    show_active(qtbot, workplace.window)
    workplace.window.show_places(places(workplace))
    raise_concern(workplace)
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, RaiseConcern)
    return page


def test_it_says_first_what_to_do_first(workplace: Workplace, qtbot: QtBot) -> None:
    assert FIRST in begin(workplace, qtbot).notice.words


def test_it_is_raised_now(workplace: Workplace, qtbot: QtBot) -> None:
    page = begin(workplace, qtbot)

    assert page.form is not None
    raised = str(page.form.answers()["raised_at"])
    assert raised.startswith("2012-11-20T10:")


def test_only_one_question_may_hold_a_name() -> None:
    assert [field.key for field in KINDS["concern"].fields if field.identity] == ["identity"]


def test_saving_keeps_it_as_a_record_and_leads_back(workplace: Workplace, qtbot: QtBot) -> None:
    page = begin(workplace, qtbot)
    assert page.form is not None
    page.form.set_answers({"raised_at": "2012-11-20T10:00", "nature": "Alone at night."})

    page.save.click()
    settle(workplace)

    assert [row.title for row in do(workplace, concerns)] == ["Alone at night."]
    assert workplace.window.page is not page


def test_asking_twice_opens_one_form(workplace: Workplace, qtbot: QtBot) -> None:
    page = begin(workplace, qtbot)

    raise_concern(workplace)

    assert workplace.window.page is page


def test_it_is_within_reach_of_everybody(workplace: Workplace, qtbot: QtBot) -> None:
    page = begin(workplace, qtbot)
    check_reach(page)


def concerns(desk: Desk) -> tuple[Row, ...]:
    """Give the concerns of a desk."""
    return reading.rows(desk, Only(kind="concern"))
