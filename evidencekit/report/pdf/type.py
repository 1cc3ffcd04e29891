"""Type, ink and measures of the page (ux.md §3), chosen to be read on paper without colour."""

from dataclasses import dataclass, replace

from evidencekit.report.pdf.fonts import Face

Ink = tuple[float, float, float]

TEXT: Ink = (0.086, 0.125, 0.165)  # #16202A
SECOND: Ink = (0.247, 0.294, 0.341)  # #3F4B57
ACCENT: Ink = (0.039, 0.353, 0.420)  # #0A5A6B
RULE: Ink = (0.420, 0.471, 0.525)  # #6B7886
HAIR: Ink = (0.765, 0.808, 0.839)
FILL: Ink = (0.902, 0.922, 0.937)
SHADES: tuple[Ink, ...] = (FILL, (0.765, 0.808, 0.839), (0.624, 0.694, 0.745))
WHITE: Ink = (1.0, 1.0, 1.0)

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89  # A4
LEFT = RIGHT = 56.7  # 20 mm
TOP, BOTTOM = 68.0, 66.0
WIDTH = PAGE_WIDTH - LEFT - RIGHT
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM

LABEL = 104.0  # the column of labels in facts and entries
GAP = 10.0


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text is set."""

    face: Face
    size: float
    leading: float
    ink: Ink = TEXT

    def inked(self, ink: Ink) -> "Style":
        """Give this style in another ink."""
        return replace(self, ink=ink)


BODY = Style(Face.REGULAR, 10, 14.2)
LEAD = Style(Face.REGULAR, 12, 17)
STRONG = Style(Face.SEMIBOLD, 10, 14.2)
SAID = Style(Face.REGULAR, 9.5, 13.2)
LABELS = Style(Face.SEMIBOLD, 8.5, 13.2, SECOND)
BY = Style(Face.REGULAR, 8.5, 11.6, SECOND)
MARK = Style(Face.SEMIBOLD, 8.5, 11.6)
ENTRY = Style(Face.SEMIBOLD, 10.5, 14)
CELL = Style(Face.REGULAR, 8.8, 11.8)
CELL_HEAD = Style(Face.SEMIBOLD, 8.8, 11.8)
LISTED = Style(Face.REGULAR, 9.5, 12.8)
MATRIX_HEAD = Style(Face.SEMIBOLD, 8, 10)
CAPTION = Style(Face.SEMIBOLD, 9.5, 13)
TITLE = Style(Face.BOLD, 30, 36)
AREA = Style(Face.REGULAR, 22, 28, ACCENT)
FURNITURE = Style(Face.REGULAR, 7.5, 10, SECOND)
MARKING = Style(Face.BOLD, 9, 11)
HEADINGS = (
    Style(Face.BOLD, 19, 24),
    Style(Face.SEMIBOLD, 13.5, 18),
    Style(Face.SEMIBOLD, 10.8, 14.5),
)
ABOVE = (26.0, 18.0, 12.0)
BELOW = (8.0, 5.0, 2.0)
