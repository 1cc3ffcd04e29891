"""The typefaces of the page: Atkinson Hyperlegible Next, with Inter behind it for other letters."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

BMP = 0x10000  # letters beyond it get a wrong number in the text layer, so they count as missing


class Face(Enum):
    """The faces used, by the name of their file."""

    REGULAR = "AtkinsonHyperlegibleNext_400Regular"
    ITALIC = "AtkinsonHyperlegibleNext_400Regular_Italic"
    SEMIBOLD = "AtkinsonHyperlegibleNext_600SemiBold"
    BOLD = "AtkinsonHyperlegibleNext_700Bold"


BEHIND: Mapping[Face, str] = {
    Face.REGULAR: "Inter_400Regular",
    Face.ITALIC: "Inter_400Regular",
    Face.SEMIBOLD: "Inter_700Bold",
    Face.BOLD: "Inter_700Bold",
}


@dataclass(frozen=True, slots=True)
class Font:
    """One font file as the page needs it: its name there, and how wide each letter is."""

    name: str
    widths: Mapping[str, float]  # in thousandths of the size


@dataclass(frozen=True, slots=True)
class Pair:
    """A face and the font behind it."""

    front: Font
    behind: Font


@cache
def pair(face: Face) -> Pair:
    """Load a face once, with the font behind it."""
    return Pair(_font(face.value), _font(BEHIND[face]))


@cache
def letters() -> frozenset[str]:
    """Give every letter that can be drawn in any face."""
    drawable = [pair(face) for face in Face]
    return frozenset.intersection(
        *(frozenset(each.front.widths) | frozenset(each.behind.widths) for each in drawable)
    )


@cache
def _font(name: str) -> Font:
    data = files("resources").joinpath(f"fonts/{name}.ttf").read_bytes()
    font = TTFont(name, BytesIO(data))
    pdfmetrics.registerFont(font)
    widths = {chr(code): float(width) for code, width in font.face.charWidths.items() if code < BMP}
    return Font(name, widths)
