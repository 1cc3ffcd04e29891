"""A grade is told by word, by bars and by colour, on a scale of any length."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ui import theme
from ui.theme import ThemeName
from ui.widgets.a11y import tree
from ui.widgets.grade import Grade, GradeBadge, paint_grade, width_of

WORDS = ("Outstanding", "Good", "Adequate", "Inadequate")


def test_the_best_fills_every_bar_and_none_fills_none() -> None:
    assert [Grade(word, n, 4).filled for n, word in enumerate(WORDS, 1)] == [4, 3, 2, 1]
    assert Grade("Not graded", 0, 4).filled == 0


@pytest.mark.parametrize("of", [1, 2, 3, 4, 5, 7])
def test_a_scale_of_any_length_runs_from_first_to_last_colour(of: int) -> None:
    colours = [Grade("w", position, of).colour for position in range(1, of + 1)]
    assert colours[0] == "grade_1"
    assert colours == sorted(colours)
    if of > 1:
        assert colours[-1] == "grade_4"
    assert Grade("w", 0, of).colour == "grade_0"


@pytest.mark.parametrize("name", [ThemeName.LIGHT, ThemeName.CONTRAST])
def test_bars_alone_tell_grades_apart(name: ThemeName, look: object) -> None:
    theme.current().choose(name)
    drawn = set()
    for position in range(5):
        image = QImage(120, 30, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        paint_grade(painter, QRect(0, 0, 120, 30), Grade("", position, 4))
        painter.end()
        drawn.add(bytes(image.constBits()))
    assert len(drawn) == 5


def test_a_badge_is_named_and_grows(qtbot: QtBot) -> None:
    badge = GradeBadge(Grade("Good", 2, 4))
    qtbot.addWidget(badge)
    badge.show()
    assert next(iter(tree(badge))).name == "Grade: Good"
    before = badge.sizeHint()
    theme.current().scale_text(2.0)
    assert badge.sizeHint().width() > 1.8 * before.width()
    badge.show_grade(Grade("Inadequate", 4, 4))
    assert badge.accessibleName() == "Grade: Inadequate"
    assert badge.sizeHint().width() == width_of(Grade("Inadequate", 4, 4))
