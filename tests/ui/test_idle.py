"""Idle is told once; sleep is told by the clock; keys and pointers are told apart."""

import time
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from evidencekit.clock import SetClock
from tests.ui.keys import press, show_active
from ui.idle import IdleWatch, InputWatch, input_watch

NOON = datetime(2012, 11, 19, 12, tzinfo=UTC)


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOON, step=timedelta(seconds=5))


def test_there_is_one_watch_per_app(look: object) -> None:
    assert input_watch() is input_watch()
    assert isinstance(input_watch(), InputWatch)


def test_keys_and_pointers_are_told_apart(qtbot: QtBot) -> None:
    box = QLineEdit()
    qtbot.addWidget(box)
    show_active(qtbot, box)
    box.setFocus()
    watch = input_watch()
    press(Qt.Key.Key_A)
    assert watch.by_keyboard
    with qtbot.waitSignal(watch.by_keyboard_changed) as told:
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assert told.args == [False]
    watch.last_touch = 0.0
    qtbot.mouseMove(box)
    press(Qt.Key.Key_B)
    assert time.monotonic() - watch.last_touch < 5


def test_idle_is_told_once_until_somebody_is_back(clock: SetClock, look: object) -> None:
    watch = IdleWatch(clock, minutes=15)
    told: list[str] = []
    watch.idle.connect(lambda: told.append("idle"))
    watch.start()
    watch.look()
    assert told == []
    input_watch().last_touch = time.monotonic() - 16 * 60
    watch.look()
    watch.look()
    assert told == ["idle"]
    input_watch().last_touch = time.monotonic() - 15.5 * 60
    watch.look()
    assert told == ["idle", "idle"]
    watch.stop()


def test_no_minutes_is_never_idle(clock: SetClock, look: object) -> None:
    watch = IdleWatch(clock, minutes=15)
    watch.set_minutes(0)
    told: list[str] = []
    watch.idle.connect(lambda: told.append("idle"))
    input_watch().last_touch = time.monotonic() - 99 * 60
    watch.look()
    assert told == []


def test_a_clock_that_jumps_has_slept(clock: SetClock, look: object) -> None:
    watch = IdleWatch(clock, minutes=0)
    told: list[str] = []
    watch.slept.connect(lambda: told.append("slept"))
    watch.start()
    watch.look()
    assert told == []
    clock.put(clock.at + timedelta(minutes=2))
    watch.look()
    watch.look()
    assert told == ["slept"]
    watch.stop()
