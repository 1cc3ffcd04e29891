"""The red bar says since when and why, offers three ways out, and is said aloud once."""

from pytestqt.qtbot import QtBot

from ui.widgets.not_saved import NotSaved


def test_it_offers_what_can_be_done(qtbot: QtBot) -> None:
    bar = NotSaved()
    qtbot.addWidget(bar)
    assert bar.words == ""
    bar.say("10:44:05", "There is no room left on the disk.")
    assert bar.words.startswith("Not saved since 10:44:05. There is no room left on the disk. Keep")
    for button, signal in (
        (bar.again, bar.again_asked), (bar.copy, bar.copy_asked), (bar.rescue, bar.rescue_asked),
    ):  # fmt: skip
        with qtbot.waitSignal(signal):
            button.click()
    assert bar.words  # it stays until the words are durable
    bar.hide()
    assert bar.words == ""
