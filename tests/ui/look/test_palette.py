"""Tokens as a palette, and a system contrast theme taken as it is."""

from PySide6.QtGui import QColor, QPalette

from ui.look.palette import from_system, palette
from ui.look.tokens import built_in, too_close

Role = QPalette.ColorRole


def system(back: str, text: str, chosen: str, on_chosen: str) -> QPalette:
    made = QPalette()
    for role, colour in (
        (Role.Window, back), (Role.WindowText, text),
        (Role.Highlight, chosen), (Role.HighlightedText, on_chosen),
    ):  # fmt: skip
        made.setColor(role, QColor(colour))
    return made


def test_the_palette_has_the_themes_colours(look: object) -> None:
    made = palette(built_in("dark"))
    assert made.color(Role.Window).name().upper() == built_in("dark")["page"]
    assert made.color(Role.PlaceholderText).name().upper() == built_in("dark")["hint"]
    faded = made.color(QPalette.ColorGroup.Disabled, Role.Text).name().upper()
    assert faded == built_in("dark")["hint"]


def test_a_system_contrast_theme_is_kept_colour_for_colour(look: object) -> None:
    # Windows 11 "Night sky", roughly: every colour on screen is one the person chose.
    made = from_system(system("#000000", "#FFFFFF", "#D6B4FD", "#2B2B2B"))
    assert made.outlined
    assert set(made.colours.values()) == {"#000000", "#FFFFFF", "#D6B4FD", "#2B2B2B"}
    assert too_close(made) == []


def test_a_system_theme_nobody_can_read_gives_way_to_ours(look: object) -> None:
    made = from_system(system("#777777", "#888888", "#999999", "#AAAAAA"))
    assert made == built_in("contrast")
