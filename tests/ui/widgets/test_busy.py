"""Long work says how far it is and can be stopped."""

import pytest
from pytestqt.qtbot import QtBot

from ui.jobs import Progress
from ui.widgets.a11y import nameless
from ui.widgets.busy import Busy


@pytest.fixture
def busy(qtbot: QtBot) -> Busy:
    made = Busy()
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_bar_follows_the_progress(busy: Busy) -> None:
    progress = Progress()
    busy.watch("Sealing Monday's bundle", progress)
    progress.step(10, 10)
    assert busy._bar.value() == 100
    assert busy._how_far.text() == "100 %"
    assert nameless(busy) == []


def test_cancel_asks_the_work_to_stop_and_says_so(busy: Busy, qtbot: QtBot) -> None:
    progress = Progress()
    busy.watch("Sealing", progress)
    with qtbot.waitSignal(busy.cancelled):
        busy.cancel.click()
    assert progress.is_stopping
    assert busy.cancel.accessibleName() == "Stopping"
    assert not busy.cancel.isEnabled()


def test_work_without_progress_has_no_cancel(busy: Busy) -> None:
    busy.watch("Opening")
    assert not busy.cancel.isVisible()


def test_progress_of_earlier_work_no_longer_moves_the_bar(busy: Busy) -> None:
    first, second = Progress(), Progress()
    busy.watch("First", first)
    busy.watch("Second", second)
    first.step(10, 10)
    assert busy._bar.value() == 0
    second.step(0, 0)
    assert busy._bar.value() == 0


def test_a_reading_says_how_many_of_how_many_and_is_given_up_whole(busy: Busy) -> None:
    progress = Progress()
    busy.watch("Reading everything", progress, "Reading {done:,} of {of:,} records")
    progress.step(100_904, 100_904)
    assert busy._how_far.text() == "Reading 100,904 of 100,904 records"
    busy.give_up()
    assert not busy.cancel.isVisible()
    assert not busy._bar.isVisible()


def test_other_work_than_a_reading_does_not_end_by_itself(busy: Busy) -> None:
    told = []
    for counted in ("Reading {done:,} of {of:,} records", ""):
        busy.watch("Under way", Progress(), counted)
        told.append(busy.is_reading)
    assert told == [True, False]
