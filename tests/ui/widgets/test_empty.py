"""An empty place says what to do first."""

from pytestqt.qtbot import QtBot

from ui.widgets.a11y import tree
from ui.widgets.empty import Empty


def test_it_says_what_to_do_and_offers_it(qtbot: QtBot) -> None:
    made = Empty("No cases yet.", "Add one, or wait for the lead's list.", "Add a case", "folder")
    qtbot.addWidget(made)
    made.show()
    names = [met.name for met in tree(made)]
    assert "No cases yet." in names
    with qtbot.waitSignal(made.chosen):
        made.button.click()


def test_without_an_action_there_is_no_button(qtbot: QtBot) -> None:
    made = Empty("Everything is sorted.")
    qtbot.addWidget(made)
    made.show()
    assert not made.button.isVisible()
    made.say("Nothing planned.", action="Start notes")
    assert made.button.isVisible()
