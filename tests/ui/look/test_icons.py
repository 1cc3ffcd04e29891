"""Every shipped icon draws, in the colour and size that is asked for."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from ui.look import icons


def colours(name: str, colour: str) -> set[str]:
    image = icons.pixmap(name, colour, 24).toImage()
    opaque = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
    return {pixel.name() for pixel in opaque if pixel.alpha() == 255}


def test_every_shipped_icon_draws_something(look: object) -> None:
    empty = [name for name in icons.names() if not colours(name, "#A8161B")]
    assert len(icons.names()) > 80
    assert empty == []


def test_an_icon_takes_the_colour_it_is_given(look: object) -> None:
    assert colours("dot", "#0A5A6B") == {QColor("#0A5A6B").name()}


def test_an_icon_is_drawn_at_device_pixels(look: object) -> None:
    drawn = icons.pixmap("check", "#000000", 20, 2.0)
    assert drawn.width() == 40
    assert drawn.deviceIndependentSize().width() == 20


def test_a_style_sheet_gets_a_file(look: object) -> None:
    path = Path(icons.as_file("check", "#0A5A6B"))
    assert "#0A5A6B" in path.read_text("utf-8")


def test_an_icon_that_is_not_shipped_is_a_mistake_of_ours(look: object) -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", "#000000", 20)
