"""A tag says a status in words, at every tone."""

from pytestqt.qtbot import QtBot

from ui.look.stylesheet import TONES
from ui.widgets.tag import Tag


def test_every_tone_looks_like_itself(qtbot: QtBot) -> None:
    drawn = set()
    for tone in ("", *TONES):
        tag = Tag("Finished", tone)
        qtbot.addWidget(tag)
        tag.resize(100, 30)
        image = tag.grab().toImage()
        drawn.add(image.pixelColor(50, 26).name() + image.pixelColor(1, 15).name())
    assert len(drawn) >= 6


def test_a_status_can_change(qtbot: QtBot) -> None:
    tag = Tag("In progress", "info")
    qtbot.addWidget(tag)
    tag.say("Finished", "ok")
    assert tag.text() == "Finished"
    assert tag.property("tone") == "ok"
