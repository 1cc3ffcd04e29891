"""The key of the matrix: said, wrapped, and honest in every theme."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui import theme
from ui.qtmodels.coverage_key import CoverageKey
from ui.theme import ThemeName


def words(key: CoverageKey) -> list[str]:
    return [part.text() for part in key.findChildren(QLabel) if part.isVisible() and part.text()]


def test_the_key_is_said_in_one_sentence(qtbot: QtBot) -> None:
    key = CoverageKey()
    qtbot.addWidget(key)
    assert key.accessibleName().startswith("Key: a dash means nothing yet")


def test_steps_that_look_alike_with_outlines_are_one_step_there(qtbot: QtBot) -> None:
    key = CoverageKey()
    qtbot.addWidget(key)
    key.show()
    gaps, ear = ["nothing yet", "said not looked at", "looked, none found"], "child's voice heard"
    assert words(key) == [*gaps, "1 note", "2 or 3", "4 or more", ear]
    theme.current().choose(ThemeName.CONTRAST)
    qtbot.waitUntil(lambda: "1 to 3" in words(key))
    assert words(key) == [*gaps, "1 to 3", "4 or more", ear]


def test_it_wraps_instead_of_growing_wide(qtbot: QtBot) -> None:
    key = CoverageKey()
    qtbot.addWidget(key)
    assert key.minimumSizeHint().width() < 260
    assert key.heightForWidth(260) > key.heightForWidth(2000)
