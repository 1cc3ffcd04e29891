"""A team meeting begun with what is open, kept as it is typed, and submitted."""

from collections.abc import Mapping

from evidencekit.canonical import Json
from evidencekit.operations import agenda, reading
from tests.ui.places.conftest import Known, add, do, settle
from tests.ui.places.meeting import show_observations
from tests.ui.places.reach import check_reach
from ui.places.doors import begin_record, edit_record
from ui.places.team_meeting import NOTHING_NEW, TeamMeeting
from ui.places.workplace import Workplace


def begin(workplace: Workplace) -> TeamMeeting:
    show_observations(workplace)
    begin_record(workplace, "team-meeting", {})
    settle(workplace)
    page = workplace.window.page
    assert isinstance(page, TeamMeeting)
    return page


def items_of(page: TeamMeeting) -> list[Mapping[str, Json]]:
    assert page.form is not None
    typed = page.form.typed()["items"]
    assert isinstance(typed, list | tuple)
    return [row for row in typed if isinstance(row, Mapping)]


def test_it_begins_with_an_agenda_and_who_is_here(workplace: Workplace, known: Known) -> None:
    page = begin(workplace)
    assert page.form is not None
    assert [row["item"] for row in items_of(page)] == [
        point.item for point in do(workplace, agenda.agenda)
    ]
    assert page.form.typed()["present"] == [{"inspectorate": "ofsted", "who": [workplace.me.id]}]


def test_what_is_open_is_added_once_and_undone_at_once(workplace: Workplace, known: Known) -> None:
    page = begin(workplace)
    before = items_of(page)
    page.more.click()
    settle(workplace)
    assert NOTHING_NEW in page.notice.words
    concern = add(workplace, "concern", {"nature": "Left alone.", "state": "raised"})
    page.more.click()
    settle(workplace)
    assert items_of(page)[:-1] == before
    assert items_of(page)[-1]["item"] == "A concern is still open"
    assert items_of(page)[-1]["about"] == concern
    page.notice._on_action()
    assert items_of(page) == before


def test_it_is_submitted_and_opens_again_as_it_was(workplace: Workplace, known: Known) -> None:
    page = begin(workplace)
    assert page.form is not None
    page.form.control("summary").set_value("We look again at E4.")
    page.hand_in.click()
    settle(workplace)
    (row,) = do(workplace, agenda.meetings)
    item = do(workplace, lambda desk: reading.item(desk, row.record))
    assert (item.state, item.fields["summary"]) == ("submitted", "We look again at E4.")
    edit_record(workplace, row.record, "team-meeting")
    settle(workplace)
    again = workplace.window.page
    assert isinstance(again, TeamMeeting)
    assert again.form is not None
    assert again.form.typed()["summary"] == "We look again at E4."


def test_it_can_be_reached_by_everybody(workplace: Workplace, known: Known) -> None:
    check_reach(begin(workplace))
