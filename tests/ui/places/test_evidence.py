"""One base for all pages: read once, then followed; whoever asks gets it as it is now."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from evidencekit.errors.store import DiskTrouble
from evidencekit.operations.following import Base
from tests.ui.places.conftest import Known, add, settle
from ui.places.evidence import Evidence, evidence_of
from ui.places.workplace import Workplace

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
