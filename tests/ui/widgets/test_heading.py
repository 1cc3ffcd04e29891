"""Headings and labels by the role they play; evidence is never read as HTML."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.widgets.heading import Heading, label


def test_a_role_of_a_heading_makes_a_heading(qtbot: QtBot) -> None:
    for role in ("h1", "h2", "h3"):
        made = label("Today", role)
        qtbot.addWidget(made)
        assert isinstance(made, Heading)
        assert made.property("role") == role


def test_other_roles_make_plain_labels(qtbot: QtBot) -> None:
    made = label("Monday", "muted", wrap=True)
    qtbot.addWidget(made)
    assert not isinstance(made, Heading)
    assert made.wordWrap()


def test_what_looks_like_html_is_shown_as_it_was_written(qtbot: QtBot) -> None:
    written = "<b>He said</b> <img src='x'>"
    for made in (label(written), Heading(written)):
        qtbot.addWidget(made)
        assert isinstance(made, QLabel)
        assert made.textFormat() == Qt.TextFormat.PlainText
        assert made.text() == written
