"""The typefaces that come with the app, so a child's name never breaks on a strange machine."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

TEXT = "Atkinson Hyperlegible Next"
MONO = "Atkinson Hyperlegible Mono"
# Atkinson has no Vietnamese, Yoruba, Cyrillic or Greek letters; Inter stands behind it.
BEHIND = ("Inter", "Segoe UI", "DejaVu Sans")


@cache
def load() -> tuple[str, ...]:
    """Hand the shipped fonts to Qt once, and give their family names."""
    families: set[str] = set()
    for font in sorted((files("resources") / "fonts").iterdir(), key=lambda found: found.name):
        if font.name.endswith(".ttf"):
            number = QFontDatabase.addApplicationFontFromData(QByteArray(font.read_bytes()))
            families.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(families))


def family_list(*, mono: bool = False) -> str:
    """Spell the families for a style sheet."""
    return ", ".join(f'"{name}"' for name in (MONO if mono else TEXT, *BEHIND))


def font(pixels: int, weight: int = 400, *, mono: bool = False, italic: bool = False) -> QFont:
    """Make a font with figures of equal width, so times and counts line up."""
    made = QFont()
    made.setFamilies([MONO if mono else TEXT, *BEHIND])
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
