"""A page: title first, states, columns that stack, and a place for the keyboard to begin."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from evidencekit.errors.store import StoreDamaged
from evidencekit.operations.changes import EVERYTHING
from tests.ui.keys import focused, show_active
from ui import theme
from ui.jobs import Progress
from ui.widgets.a11y import nameless, tree
from ui.widgets.button import button
from ui.widgets.page import Page, first_stop


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page("Cases", "6 children in your sample")
    made.body.addWidget(QLineEdit())
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    return made


def test_the_first_heading_is_the_title(page: Page) -> None:
    headings = [met.name for met in tree(page) if met.role == QAccessible.Role.Heading]
    assert headings[0] == "Cases"
    assert page.accessibleName() == "Cases"


def test_a_new_title_is_told(page: Page, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.title_changed) as told:
        page.set_title("Child A", "")
    assert told.args == ["Child A"]
    assert page.title == "Child A"
    assert not page._subtitle.isVisible()


def test_states_take_turns_and_what_was_typed_stays_behind_them(page: Page) -> None:
    box = page.findChild(QLineEdit)
    assert isinstance(box, QLineEdit)
    box.setText("half")
    page.show_empty("No cases yet.", action="Add a case")
    assert page.empty.button.isVisible()
    assert not box.isVisible()
    assert page.first_focus() is page.empty.button
    page.show_busy("Reading", Progress())
    assert page.busy.cancel.isVisible()
    page.show_problem("This code is already in use.", "Nothing was changed.")
    assert box.isVisible()
    assert box.text() == "half"
    assert page.notice.words == "This code is already in use. Nothing was changed."


def test_columns_stack_when_room_is_short(page: Page, qtbot: QtBot) -> None:
    left, right = page.add_columns()
    one, two = QLabel("one"), QLabel("two")
    left.addWidget(one)
    right.addWidget(two)
    qtbot.waitUntil(lambda: two.mapTo(page, two.pos()).x() > one.mapTo(page, one.pos()).x())
    page.compact(on=True)
    qtbot.waitUntil(
        lambda: (
            two.mapTo(page, two.rect().topLeft()).y() > one.mapTo(page, one.rect().topLeft()).y()
        )
    )
    assert page.is_compact


def test_the_rail_goes_when_room_is_short_and_in_focus_mode(page: Page) -> None:
    rail = page.add_rail("Areas heard")
    rail.addWidget(button("Help"))
    assert page.rail is not None
    page.compact(on=False)
    assert page.rail.isVisible()
    page.focus_mode(on=True)
    assert not page.rail.isVisible()
    page.focus_mode(on=False)
    page.compact(on=True)
    assert not page.rail.isVisible()


def test_the_rail_grows_with_the_text(page: Page) -> None:
    page.add_rail("Areas heard")
    assert page.rail is not None
    before = page.rail.width()
    theme.current().scale_text(1.5)
    assert page.rail.maximumWidth() == before * 1.5


def test_the_way_back_is_offered(page: Page) -> None:
    gone: list[str] = []
    assert not page._back.isVisible()
    page.offer_back("Back to Cases", lambda: gone.append("back"))
    page._back.click()
    assert gone == ["back"]


def test_a_page_may_take_no_notice_of_what_goes_on(page: Page) -> None:
    page.show_changes(EVERYTHING)
    page.show_saved("Saved 10:46:12")
    page.arrive()
    page.leave()
    assert page.title == "Cases"


def test_the_keyboard_never_begins_on_what_cannot_be_used(page: Page) -> None:
    box = page.findChild(QLineEdit)
    assert isinstance(box, QLineEdit)
    assert page.first_focus() is box
    box.setEnabled(False)
    assert page.first_focus() is None
    assert first_stop(None) is None


def test_everything_on_a_page_has_a_name(page: Page) -> None:
    box = page.findChild(QLineEdit)
    assert isinstance(box, QLineEdit)
    box.setAccessibleName("Filter cases")
    page.add_action(button("Add a case", kind="primary", icon="plus"))
    page.notice.say("Kept.")
    assert nameless(page) == []


def test_the_keyboard_stays_on_the_page_while_it_works_and_comes_back(
    page: Page, qtbot: QtBot
) -> None:
    before = QLineEdit()
    frame = QWidget()
    line = QHBoxLayout(frame)
    line.addWidget(before)
    line.addWidget(page)
    qtbot.addWidget(frame)
    show_active(qtbot, frame)
    box = page.first_focus()
    assert box is not None
    box.setFocus()
    page.show_busy("Signing")  # nothing on it can be pressed
    assert page.hasFocus()
    page.show_content()
    assert box.hasFocus()
    page.show_busy("Signing", Progress(page))
    assert page.busy.cancel.hasFocus()
    page.show_empty("Nothing yet.", action="Add one")
    assert page.empty.isAncestorOf(focused())
    before.setFocus()
    page.show_content()
    assert before.hasFocus()  # somebody is elsewhere, and stays there
    page.setParent(None)


def test_a_reading_that_failed_says_so_and_can_be_tried_again(qtbot: QtBot) -> None:
    page = _Reads()
    qtbot.addWidget(page)
    page.show()
    page.show_busy("Reading the cases.")
    assert page.give_up_reading(StoreDamaged(name="store.db"))
    assert page.busy.has_given_up
    assert "store.db cannot be read" in page.notice.words
    page.notice._action.click()
    assert page.asked == 1
    assert not page.notice.isVisible()
    assert page.give_up_reading(StoreDamaged(name="store.db"))  # again in vain
    page.show_content()
    assert page.notice.words == ""
    assert not page.busy.has_given_up


def test_only_a_reading_is_given_up(page: Page) -> None:
    assert not page.give_up_reading(StoreDamaged(name="store.db"))
    page.show_busy("Signing", Progress(page))
    assert not page.give_up_reading(StoreDamaged(name="store.db"))
    assert page.notice.words == ""


class _Reads(Page):
    """Counts how often it was asked to read."""

    def __init__(self) -> None:
        super().__init__("Cases")
        self.asked = 0

    @override
    def _read(self) -> None:
        self.asked += 1
