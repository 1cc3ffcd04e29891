"""A notice says what happened, what is safe and what next, and stays until it is answered."""

import pytest
from pytestqt.qtbot import QtBot

from evidencekit.errors.base import Refused
from ui.widgets.a11y import nameless
from ui.widgets.notice import Notice, framed


class StickFull(Refused):
    code = "test.stick-full"
    happened = "The stick needs {need} MB more."
    next_step = "Choose another stick."


@pytest.fixture
def notice(qtbot: QtBot) -> Notice:
    made = Notice()
    qtbot.addWidget(made)
    return made


def test_nothing_is_shown_at_first(notice: Notice) -> None:
    assert notice.isHidden()
    assert notice.words == ""


def test_a_refusal_is_shown_in_its_own_words(notice: Notice) -> None:
    notice.show_refusal(StickFull(need=12))
    assert notice.words == (
        "The stick needs 12 MB more. Nothing was changed. Choose another stick."
    )
    assert not notice._action.isVisible()


def test_undo_is_offered_once_and_then_gone(notice: Notice) -> None:
    undone: list[str] = []
    notice.undo("2 notes removed.", lambda: undone.append("back"))
    assert notice._action.accessibleName() == "Undo: 2 notes removed."
    notice._action.click()
    assert undone == ["back"]
    assert notice.isHidden()


def test_a_new_notice_takes_the_place_of_the_old_one(notice: Notice, qtbot: QtBot) -> None:
    undone: list[str] = []
    notice.undo("A note removed.", lambda: undone.append("back"))
    with qtbot.waitSignal(notice.shown):
        notice.say("Kept.", tone="ok")
    assert notice.words == "Kept."
    notice._action.click()
    assert undone == []


def test_it_can_be_closed_by_a_button_with_a_name(notice: Notice, qtbot: QtBot) -> None:
    notice.say("Kept.")
    assert nameless(notice) == []
    with qtbot.waitSignal(notice.closed):
        notice._close.click()
    assert notice.isHidden()


def test_its_frame_comes_and_goes_with_it(qtbot: QtBot) -> None:
    notice = Notice()
    frame = framed(notice, (0, 0, 0, 0))
    qtbot.addWidget(frame)
    assert frame.isHidden()
    notice.say("Kept.")
    assert not frame.isHidden()
    notice.dismiss()
    assert frame.isHidden()
