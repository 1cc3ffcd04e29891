"""One base for all pages: read once, then followed; whoever asks gets it as it is now."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from evidencekit.errors.store import DiskTrouble
from evidencekit.operations import capture, reading
from evidencekit.operations.capture import Entry
from evidencekit.operations.changes import NOTHING
from evidencekit.operations.desk import Desk
from evidencekit.operations.following import Base
from evidencekit.store.listing import Only
from tests.ui.keys import focused, press, show_active
from tests.ui.places.conftest import Known, add, do, settle
from ui.jobs import Progress
from ui.places.all import places
from ui.places.evidence import Evidence, evidence_of
from ui.places.findings import Findings
from ui.places.report import ReportPlace
from ui.places.standing import show_standing
from ui.places.workplace import Workplace
from ui.widgets.page import Page

PATIENCE = 15  # seconds
HUNDREDS = 200
NOTE = {"source_type": "case-record-reading", "record_says": "Nobody asked the school."}


def records(base: Base) -> int:
    return len(base.items)


def asked(workplace: Workplace, work: Callable[[Base], object] = records) -> list[object]:
    found: list[object] = []
    evidence_of(workplace).ask(workplace, work, found.append)
    return found


def test_every_page_asks_the_same_base(workplace: Workplace) -> None:
    assert evidence_of(workplace) is evidence_of(workplace)
    bases = [asked(workplace, lambda base: base), asked(workplace, lambda base: base)]
    settle(workplace)
    assert isinstance(bases[0][0], Base)
    assert bases[0][0].items == bases[1][0].items  # type: ignore[attr-defined]


def test_what_was_written_since_is_there_at_the_next_question(
    workplace: Workplace, known: Known
) -> None:
    before = asked(workplace)
    settle(workplace)
    add(workplace, "case-note", {**NOTE, "case": known.case})
    after = asked(workplace)
    settle(workplace)
    assert after == [before[0] + 1]  # type: ignore[operator]


def test_a_question_asked_while_it_reads_hears_of_what_came_meanwhile(
    workplace: Workplace, known: Known
) -> None:
    first = asked(workplace)
    add(workplace, "case-note", {**NOTE, "case": known.case})
    second = asked(workplace)
    settle(workplace)
    assert second[0] >= first[0]  # type: ignore[operator]
    last = asked(workplace)
    settle(workplace)
    assert last == second


def test_a_page_that_is_gone_is_told_nothing(workplace: Workplace) -> None:
    page, found = QObject(), list[object]()
    evidence_of(workplace).ask(page, records, found.append)
    page.deleteLater()
    del page
    settle(workplace)
    more = asked(workplace)
    settle(workplace)
    assert len(more) == 1


def test_a_base_that_cannot_be_read_is_told_and_can_be_asked_again(workplace: Workplace) -> None:
    refusals: list[object] = []
    evidence = Evidence(workplace)

    def refuse(_base: Base) -> object:
        raise DiskTrouble(name="store.db")

    evidence.ask(workplace, refuse, refusals.append, refusals.append)
    settle(workplace)
    assert [type(each) for each in refusals] == [DiskTrouble]
    found: list[object] = []
    evidence.ask(workplace, records, found.append)
    settle(workplace)
    assert len(found) == 1


def test_a_reading_that_was_stopped_is_done_all_the_same(
    workplace: Workplace, qtbot: QtBot
) -> None:
    found = asked(workplace)
    workplace.jobs.stop_long_work()
    qtbot.waitUntil(lambda: bool(found), timeout=15_000)
    assert isinstance(found[0], int)


# -- a reading that takes longer than a moment


@pytest.fixture
def hundreds(workplace: Workplace) -> int:
    """Write some hundreds of notes, and give how many versions of records there are."""

    def write(desk: Desk) -> int:
        case = reading.rows(desk, Only(kind="case"))[0].record
        for number in range(HUNDREDS):
            words = f"Seen {number} times."
            fields = {**NOTE, "case": case, "record_says": words}
            capture.capture(desk, Entry(kind="case-note", fields=fields))
        return len(reading.snapshot(desk).items)

    return do(workplace, write)


@pytest.fixture
def held(workplace: Workplace, qtbot: QtBot) -> Iterator[Callable[[], None]]:
    """Let the desk be busy with something else until this is called; a moment is no time at all."""
    show_active(qtbot, workplace.window)
    workplace.window.show_places(places(workplace))
    workplace.window.go("Cases")
    settle(workplace)
    evidence_of(workplace).moment.setInterval(0)
    gate = Event()
    workplace.ask(workplace, lambda _desk: gate.wait(PATIENCE))
    yield gate.set
    gate.set()


def opens(workplace: Workplace, qtbot: QtBot, name: str) -> Page:
    """Open a page that needs everything, and wait until it says how far it is."""
    if name == "What stands":
        show_standing(workplace)
    else:
        workplace.go(name)
    page = workplace.window.page
    assert page is not None
    qtbot.waitUntil(page.busy.cancel.isVisible, timeout=PATIENCE * 1000)
    return page


@pytest.mark.parametrize("name", ["Evaluation", "What stands", "Findings", "Report"])
def test_cancel_goes_back_and_the_page_opens_again(
    workplace: Workplace, held: Callable[[], None], qtbot: QtBot, name: str
) -> None:
    cases = workplace.window.page
    page = opens(workplace, qtbot, name)
    for _stop in range(8):
        if focused() is not page.busy.cancel:  # somebody may be at a button above it
            press(Qt.Key.Key_Tab)
    assert focused() is page.busy.cancel
    press(Qt.Key.Key_Space)
    assert workplace.window.page is cases
    qtbot.waitUntil(lambda: not isValid(page), timeout=PATIENCE * 1000)  # it is let go
    held()
    settle(workplace)
    assert evidence_of(workplace)._base is None
    again = opens(workplace, qtbot, name)
    assert again is not page
    qtbot.waitUntil(lambda: not again.is_reading, timeout=PATIENCE * 1000)
    assert workplace.window.page is again
    assert not again.notice.words


def test_it_says_how_many_records_of_how_many_are_read(
    workplace: Workplace, hundreds: int, held: Callable[[], None], qtbot: QtBot
) -> None:
    page = opens(workplace, qtbot, "Evaluation")
    said: list[str] = []
    progress = page.busy._progress
    assert progress is not None
    progress.moved.connect(lambda _done, _of: said.append(page.busy._how_far.text()))
    held()
    qtbot.waitUntil(lambda: not page.is_reading, timeout=PATIENCE * 1000)
    assert hundreds > HUNDREDS
    assert said[0] == f"Reading 0 of {hundreds} records"
    assert page.busy._how_far.text() == "All is read. Working out what to show."


def test_a_page_that_shows_something_keeps_it_while_all_is_read_again(
    workplace: Workplace, held: Callable[[], None], qtbot: QtBot
) -> None:
    held()
    workplace.go("Findings")
    page = workplace.window.page
    assert isinstance(page, Findings)
    qtbot.waitUntil(lambda: not page.is_reading, timeout=PATIENCE * 1000)
    settle(workplace)
    gate, evidence = Event(), evidence_of(workplace)
    workplace.ask(workplace, lambda _desk: gate.wait(PATIENCE))
    with qtbot.waitSignal(evidence.moment.timeout, timeout=PATIENCE * 1000):
        asked(workplace)
        page.show_changes(NOTHING)
    assert not page.busy.isVisible()
    gate.set()
    settle(workplace)
    assert not page.is_reading


def test_who_waits_besides_is_served_although_one_cancelled(
    workplace: Workplace, held: Callable[[], None], qtbot: QtBot
) -> None:
    first = opens(workplace, qtbot, "Findings")
    second = opens(workplace, qtbot, "Report")
    assert isinstance(second, ReportPlace)
    second.busy.cancel.click()
    assert workplace.window.page is first
    held()
    qtbot.waitUntil(lambda: not first.is_reading, timeout=PATIENCE * 1000)
    assert not first.busy.isVisible()


def test_a_cancel_of_other_work_leads_nowhere(
    workplace: Workplace, held: Callable[[], None], qtbot: QtBot
) -> None:
    page = opens(workplace, qtbot, "Report")
    held()
    qtbot.waitUntil(lambda: not page.is_reading, timeout=PATIENCE * 1000)
    page.show_busy("Making a report", Progress(page))
    page.busy.cancel.click()
    assert workplace.window.page is page


def test_a_page_that_gave_up_reads_again_without_its_old_trouble(
    workplace: Workplace, held: Callable[[], None]
) -> None:
    page, found = Page("Everything"), list[object]()
    page.show_busy("Reading…")
    workplace.open_page(page)

    def refuse(_base: Base) -> object:
        raise DiskTrouble(name="store.db")

    evidence_of(workplace).ask(page, refuse, found.append)
    held()
    settle(workplace)
    assert page.busy.has_given_up
    assert page.notice.words
    evidence_of(workplace).ask(page, records, found.append)
    assert page.is_reading
    assert not page.notice.words
    settle(workplace)
    assert len(found) == 1
