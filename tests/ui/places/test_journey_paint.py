"""What is drawn: a bar as wide as a month, softer where the date is only about then."""

from datetime import date

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from evidencekit.analysis.about_dates import When
from ui import theme
from ui.places import journey_paint
from ui.places.journey_marks import Mark
from ui.places.journey_scale import Scale
from ui.theme import ThemeName

YEAR = Scale(date(2012, 1, 1), date(2012, 12, 31), 0, 800)
MONTH = When(date(2012, 6, 1), date(2012, 6, 30))


def drawn(when: When, *, is_open: bool = False) -> QImage:
    image = QImage(200, 40, QImage.Format.Format_ARGB32)
    image.fill(theme.colour("card"))
    painter = QPainter(image)
    mark = Mark("a", "police", when, None, "dot", "accent", is_open)
    journey_paint.mark(painter, YEAR, mark, QRectF(10, 5, 180, 26), chosen=False)
    painter.end()
    return image


@pytest.mark.parametrize("look", [ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST])
def test_known_and_about_look_different_in_every_theme(look: ThemeName) -> None:
    theme.current().choose(look)
    exact, about = drawn(MONTH), drawn(When(MONTH.first, MONTH.last, is_about=True))
    assert exact != about
    assert drawn(MONTH, is_open=True) != exact


def test_a_soft_bar_fades_towards_its_ends() -> None:
    about = drawn(When(MONTH.first, MONTH.last, is_about=True))
    ends, middle = about.pixelColor(16, 18), about.pixelColor(70, 18)
    assert middle.lightness() < ends.lightness()
