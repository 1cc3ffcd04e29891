"""While a report draws, a bundle seals and everything is read: typing is kept all the same."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import TypeVar

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.operations import hand_over, publish, reading
from evidencekit.operations.desk import Desk
from tests.ui.keys import show_active, type_words
from tests.ui.places.conftest import Known, do, settle
from tests.ui.places.laptops import Laptop, stick_in
from tests.ui.places.teamed import teamed, writes_case_and_note
from ui.places.all import places
from ui.places.case_note import CaseNote
from ui.places.doors import begin_record
from ui.places.workplace import Workplace

T = TypeVar("T")
PATIENCE = 30


@pytest.fixture
def both(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with teamed(tmp_path) as made:
        yield made


def _type_beside(
    workplace: Workplace, qtbot: QtBot, work: Callable[[], T]
) -> tuple[T, bool]:  # fmt: skip
    """Do the work on the bench; it ends only when what is typed meanwhile was kept."""
    window = workplace.window
    window.show_places(places(workplace))
    begin_record(workplace, "case-note", {})
    settle(workplace)
    page = window.page
    assert isinstance(page, CaseNote)
    assert page.form is not None
    page.form.control("i_saw").setFocus()
    show_active(qtbot, window)
    kept, came = Event(), list[tuple[T, bool]]()
    workplace.kept.connect(lambda _form: kept.set())
    workplace.labour(window, lambda: (work(), kept.wait(PATIENCE)), came.append)
    type_words("She was asleep")
    qtbot.waitUntil(lambda: bool(came), timeout=2 * PATIENCE * 1000)
    return came[0]


def test_typing_is_kept_while_a_report_draws(
    workplace: Workplace, known: Known, qtbot: QtBot, tmp_path: Path
) -> None:
    snapshot = do(workplace, reading.snapshot)
    path = tmp_path / "report.pdf"
    _made, was_kept = _type_beside(
        workplace, qtbot, lambda: publish.report(snapshot, path, "evidence")
    )
    assert was_kept
    assert path.stat().st_size > 1000


def test_typing_is_kept_while_a_bundle_seals(
    both: tuple[Laptop, Laptop], qtbot: QtBot, tmp_path: Path
) -> None:
    _lead, ben = both
    writes_case_and_note(ben)
    ready = ben.does(lambda desk: hand_over.gather(desk, hand_over.Wanted()))
    stick = stick_in(tmp_path, "out")
    sealed, was_kept = _type_beside(ben.place, qtbot, lambda: hand_over.seal(ready, stick))
    assert was_kept
    assert sealed.path.exists()


def test_typing_is_kept_between_the_rows_of_a_long_reading(
    workplace: Workplace, known: Known
) -> None:
    order: list[str] = []
    asked = Event()

    def read(desk: Desk) -> None:
        assert asked.wait(PATIENCE)  # until the words wait behind this reading
        reading.snapshot(desk)

    workplace.kept.connect(lambda _form: order.append("kept"))
    workplace.ask(workplace, read, lambda _none: order.append("read"))
    workplace.keep("new:case-note", "case-note", {"i_saw": "She was asleep."})
    asked.set()
    settle(workplace)

    assert order == ["kept", "read"]


def test_nothing_is_kept_between_the_rows_of_a_transaction(
    workplace: Workplace, known: Known
) -> None:
    order: list[str] = []
    asked = Event()

    def read(desk: Desk) -> None:
        assert asked.wait(PATIENCE)
        with desk.database.transaction():  # it may still be taken back: a draft must not be in it
            reading.snapshot(desk)
        desk.database.between = lambda: None

    workplace.kept.connect(lambda _form: order.append("kept"))
    workplace.ask(workplace, read, lambda _none: order.append("read"))
    workplace.keep("new:case-note", "case-note", {"i_saw": "She was asleep."})
    asked.set()
    settle(workplace)

    assert order == ["read", "kept"]
