"""The list of disclosures, and a request put down with its day counted and its hold on."""

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.operations import disclosure_requests, holds
from tests.ui.keys import show_active
from tests.ui.places.conftest import Known, do, settle
from tests.ui.places.meeting import show_observations
from tests.ui.places.placing import front
from ui.places.disclosure_form import DisclosureForm
from ui.places.disclosure_page import DisclosurePage
from ui.places.disclosures import DisclosuresPage, show_disclosures
from ui.places.workplace import Workplace


@pytest.fixture
def page(workplace: Workplace, known: Known, qtbot: QtBot) -> DisclosuresPage:
    assert known.case
    show_observations(workplace)
    show_active(qtbot, workplace.window)
    show_disclosures(workplace)
    return front(workplace, DisclosuresPage)


def test_a_request_is_put_down_its_day_counted_and_its_hold_put_on(
    page: DisclosuresPage, workplace: Workplace
) -> None:
    assert page.empty.isVisibleTo(page)
    page.new.click()
    form = front(workplace, DisclosureForm)
    assert form.form is not None
    assert form.hand_in.isHidden()
    form.save.click()
    settle(workplace)
    assert form.notice.isVisibleTo(form)  # no way of asking was chosen, and nothing was lost
    form.form.set_answers({"route": "foi", "received": "2012-12-03", "reference": "FOI-77"})
    form.save.click()
    opened = front(workplace, DisclosurePage)
    (kept,) = do(workplace, disclosure_requests.requests)
    assert (kept.record, kept.due) == (opened.record, "2013-01-03")
    assert [each.ground for each in do(workplace, holds.standing)] == ["Information request"]
    workplace.close_page()
    listed = front(workplace, DisclosuresPage)
    row = listed.list.records.row_at(listed.list.records.index(0))
    assert row is not None
    assert (row.title, row.when) == ("Freedom of information request FOI-77", "due 3 January 2013")
    listed.list.opened.emit(row.key)
    front(workplace, DisclosurePage).change.click()
    again = front(workplace, DisclosureForm)
    assert again.form is not None
    again.form.set_answers({"route": "foi", "received": "2012-12-03", "asked_for": "All notes."})
    again.save.click()
    settle(workplace)
    (changed,) = do(workplace, disclosure_requests.requests)
    assert changed.asked_for == "All notes."
    assert len(do(workplace, holds.standing)) == 1
