"""The frame: places, ways back, keys, hiding, and what it says at the edges."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from typing_extensions import override

from evidencekit.ids import RecordId
from evidencekit.operations.changes import Changes
from tests.ui.keys import focused, press, type_words
from ui import theme
from ui.widgets.button import button
from ui.widgets.page import Page, PlaceSpec
from ui.window import Window

Key = Qt.Key
Mod = Qt.KeyboardModifier


class Desk(Page):
    """A place with one box and a rail, that remembers what it was told."""

    def __init__(self, name: str) -> None:
        super().__init__(name, f"All about {name}")
        self.box = QLineEdit()
        self.box.setAccessibleName(f"{name} words")
        self.body.addWidget(self.box)
        self.rail_button = button(f"Help with {name}")
        self.add_rail("Help").addWidget(self.rail_button)
        self.told: list[Changes] = []
        self.log: list[str] = []

    @override
    def show_changes(self, changes: Changes) -> None:
        self.told.append(changes)

    @override
    def arrive(self) -> None:
        self.log.append("arrive")

    @override
    def leave(self) -> None:
        self.log.append("leave")


NAMES = ("Today", "Cases", "Observations")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show_places([PlaceSpec(name, "sun", _maker(name)) for name in NAMES])
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    yield made
    made.close()


def _maker(name: str) -> Callable[[], Page]:
    return lambda: Desk(name)


def desk(window: Window) -> Desk:
    page = window.page
    assert isinstance(page, Desk)
    return page


def test_the_first_place_opens_with_the_keyboard_in_its_body(window: Window) -> None:
    assert window.windowTitle() == "Today - EvidenceKit"
    assert focused() is desk(window).box


def test_control_and_a_number_opens_a_place(window: Window) -> None:
    press(Key.Key_3, Mod.ControlModifier)
    assert window.windowTitle() == "Observations - EvidenceKit"
    assert window.side.list.currentRow() == 2


def test_a_place_is_made_once_and_found_as_it_was_left(window: Window) -> None:
    first = desk(window)
    first.box.setText("half a word")
    window.go("Cases")
    window.go("Today")
    assert desk(window) is first
    assert first.box.text() == "half a word"
    assert first.log == ["arrive", "leave", "arrive"]


def test_a_page_opened_from_a_place_stays_there_and_escape_leads_back(window: Window) -> None:
    window.go("Cases")
    window.open_page(Desk("Child A"))
    assert window.windowTitle() == "Child A - EvidenceKit"
    window.go("Today")
    window.go("Cases")
    assert desk(window).title == "Child A"
    press(Key.Key_Escape)
    assert desk(window).title == "Cases"
    press(Key.Key_Escape)
    assert desk(window).title == "Cases"


def test_the_back_button_says_where_it_leads(window: Window, qtbot: QtBot) -> None:
    window.open_page(Desk("Child A"))
    back = desk(window)._back
    assert back.accessibleName() == "Back to Today"
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert desk(window).title == "Today"


def test_f6_goes_round_the_menu_the_page_and_the_rail(window: Window) -> None:
    page = desk(window)
    stops = []
    for _ in range(3):
        press(Key.Key_F6)
        stops.append(focused())
    assert stops == [page.rail_button, window.side.list, page.box]
    press(Key.Key_F6, Mod.ShiftModifier)
    assert focused() is window.side.list


def test_arrows_in_the_menu_open_places_and_keep_the_keyboard_there(window: Window) -> None:
    window.side.list.setFocus()
    press(Key.Key_Down)
    assert desk(window).title == "Cases"
    assert focused() is window.side.list


def test_f9_hides_everything_and_no_key_reaches_the_page(window: Window) -> None:
    page = desk(window)
    press(Key.Key_F9)
    assert window.cover.isVisible()
    assert window.cover.geometry() == window.rect()
    assert window.windowTitle() == "EvidenceKit"
    type_words("secret")
    press(Key.Key_Tab)
    press(Key.Key_2, Mod.ControlModifier)
    press(Key.Key_Escape)
    assert focused() is window.cover
    press(Key.Key_F9)
    assert window.windowTitle() == "Today - EvidenceKit"
    assert focused() is page.box
    assert page.box.text() == ""


def test_the_cover_grows_with_the_window(window: Window, qtbot: QtBot) -> None:
    window.hide_everything()
    window.resize(1400, 900)
    qtbot.waitUntil(lambda: window.cover.geometry() == window.rect())


def test_f11_leaves_only_the_work_and_every_shortcut_stays_alive(window: Window) -> None:
    press(Key.Key_F11)
    assert not window.side.isVisible()
    assert not window.menuBar().isVisible()
    assert not desk(window).rail_button.isVisible()
    press(Key.Key_2, Mod.ControlModifier)
    assert desk(window).title == "Cases"
    press(Key.Key_F11)
    assert window.side.isVisible()
    assert window.menuBar().isVisible()
    assert desk(window).rail_button.isVisible()


def test_escape_also_leaves_the_focus_mode(window: Window) -> None:
    press(Key.Key_F11)
    press(Key.Key_Escape)
    assert window.side.isVisible()


def test_control_and_plus_make_everything_larger_without_losing_a_word(window: Window) -> None:
    page = desk(window)
    type_words("night")
    before = page.heading.fontInfo().pixelSize()
    press(Key.Key_Plus, Mod.ControlModifier)
    assert theme.current().scale == pytest.approx(1.1)
    assert page.heading.fontInfo().pixelSize() > before
    assert page.box.text() == "night"
    assert focused() is page.box
    press(Key.Key_0, Mod.ControlModifier)
    assert theme.current().scale == 1.0


def test_large_text_turns_the_menu_into_icons_that_keep_their_names(window: Window) -> None:
    theme.current().scale_text(1.6)
    item = window.side.list.item(1)
    assert window.side.is_narrow
    assert item.text() == ""
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Cases"
    assert desk(window).is_compact


def test_control_l_asks_for_the_lock(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.lock_asked):
        press(Key.Key_L, Mod.ControlModifier)


def test_what_changed_is_shown_at_once_in_front_and_later_behind(window: Window) -> None:
    first, one, two = (
        desk(window),
        Changes(frozenset({RecordId("a")})),
        Changes(frozenset({RecordId("b")})),
    )
    window.go("Cases")
    window.changed.emit(one)
    window.changed.emit(two)
    assert desk(window).told == [one, two]
    assert first.told == []
    window.go("Today")
    assert first.told == [one | two]


def test_locking_lets_every_page_go(window: Window) -> None:
    left = desk(window)
    window.show_alone(Page("Unlock"))
    assert window.windowTitle() == "Unlock - EvidenceKit"
    assert left.log[-1] == "leave"
    assert not window.side.isVisible()
    press(Key.Key_2, Mod.ControlModifier)
    assert window.windowTitle() == "Unlock - EvidenceKit"


def test_a_page_alone_has_no_way_back(window: Window) -> None:
    window.show_alone(Page("Unlock"))
    window.close_page()
    assert window.windowTitle() == "Unlock - EvidenceKit"


def test_the_saved_line_says_when_and_the_notice_says_when_not(window: Window) -> None:
    window.show_saved("10:46:12")
    assert window.side.saved_words == "Saved 10:46:12"
    window.show_not_saved("10:44:05", "There is no room left.")
    assert window.not_saved.isVisible()
    assert window.not_saved.words.startswith(
        "Not saved since 10:44:05. There is no room left. Keep this window open."
    )
    window.show_saved("10:46:12")
    assert not window.not_saved.isVisible()
    assert window.not_saved.words == ""


def test_a_command_added_by_a_place_works_from_the_keyboard(window: Window) -> None:
    asked: list[str] = []
    window.add_command("File", "&New observation", "Ctrl+N", lambda: asked.append("new"))
    press(Key.Key_N, Mod.ControlModifier)
    assert asked == ["new"]


def test_closing_lets_the_page_keep_what_it_has(window: Window, qtbot: QtBot) -> None:
    page = desk(window)
    with qtbot.waitSignal(window.closing):
        window.close()
    assert page.log[-1] == "leave"


def test_a_discreet_window_says_only_the_name_of_the_app(window: Window) -> None:
    discreet = next(action for action in window.actions() if "Dis&creet:" in action.text())
    before = window.windowTitle()
    assert before == "Today - EvidenceKit"
    discreet.trigger()
    assert window.windowTitle() == "EvidenceKit"
    assert discreet.isChecked()
    discreet.trigger()
    assert window.windowTitle() == before


def test_turning_back_lets_the_page_go_and_leads_to_where_one_was(window: Window) -> None:
    window.go("Observations")
    window.go("Cases")
    given_up = desk(window)
    window.turn_back()
    assert desk(window).title == "Observations"
    assert window.side.list.currentRow() == 2
    window.go("Cases")
    assert desk(window) is not given_up


def test_turning_back_from_an_opened_page_closes_it(window: Window) -> None:
    window.go("Cases")
    cases = desk(window)
    window.open_page(Desk("Child A"))
    window.turn_back()
    assert desk(window) is cases


def test_turning_back_with_nowhere_to_go_opens_the_first_place(window: Window) -> None:
    first = desk(window)
    window.turn_back()
    assert desk(window).title == "Today"
    assert desk(window) is not first
