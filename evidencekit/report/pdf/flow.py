"""Fill pages from top to foot: where the next line goes, and what it is part of."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from evidencekit.report.pdf.fonts import Face
from evidencekit.report.pdf.lines import Line, Ruler, drawable
from evidencekit.report.pdf.page import ARTIFACT, LINK, Box, Link, Mark, Node, Page, Rule, Text
from evidencekit.report.pdf.type import (
    BOTTOM,
    HAIR,
    HEIGHT,
    LEFT,
    PAGE_HEIGHT,
    TOP,
    WIDTH,
    Ink,
    Style,
)

ORPHANS = 2  # lines that keep each other company at the foot and the head of a page


class Flow:
    """The pages so far and the place on the last one."""

    def __init__(self) -> None:
        self.pages: list[Page] = [Page()]
        self.nodes: list[Node] = [Node("Document", ARTIFACT)]
        self.node = 0
        self.y = PAGE_HEIGHT - TOP
        self.running = ""  # said again at the head of a page on which a long text goes on
        self._rulers: dict[Face, Ruler] = {}

    @property
    def page(self) -> Page:
        """Give the page being filled."""
        return self.pages[-1]

    @property
    def room(self) -> float:
        """Give the height that is left on this page."""
        return self.y - BOTTOM

    @property
    def is_fresh(self) -> bool:
        """Tell whether nothing stands on this page yet."""
        return self.room >= HEIGHT

    def ruler(self, face: Face) -> Ruler:
        """Give the ruler of a face."""
        found = self._rulers.get(face)
        if found is None:
            found = self._rulers[face] = Ruler(face)
        return found

    def turn(self) -> None:
        """Go to a new page, unless this one is still empty."""
        if not self.is_fresh:
            self.pages.append(Page())
            self.y = PAGE_HEIGHT - TOP

    def need(self, height: float) -> None:
        """Go to a new page unless this height fits; what fits on none starts on a fresh one."""
        if self.room < height:
            self.turn()

    def skip(self, height: float) -> None:
        """Leave white space, except at the head of a page."""
        if not self.is_fresh:
            self.y -= height

    @contextmanager
    def part(self, role: str, alternative: str = "", scope: str = "") -> Iterator[int]:
        """Make what is set meanwhile a part of that role."""
        self.nodes.append(Node(role, self.node, alternative, scope))
        with self.under(len(self.nodes) - 1) as node:
            yield node

    @contextmanager
    def under(self, node: int) -> Iterator[int]:
        """Make what is set meanwhile more of a part there is, or furniture of the page."""
        before, self.node = self.node, node
        try:
            yield node
        finally:
            self.node = before

    def link(self, box: tuple[float, float, float, float], anchor: str, words: str) -> None:
        """Lay a link over what was set; it belongs to the part that is being set."""
        self.nodes.append(Node(LINK, self.node))
        self.page.links.append(Link(*box, anchor, words, len(self.nodes) - 1))

    def lines(self, text: str, style: Style, width: float) -> list[Line]:
        """Break text as it comes into lines of this style."""
        return self.ruler(style.face).broken(drawable(text), style.size, width)

    def shortened(self, text: str, style: Style, width: float) -> Line:
        """Give text in one line, cut where all of it stands elsewhere too."""
        plain = text.replace("\n", " ")
        lines = self.lines(plain, style, width)
        if len(lines) == 1:
            return lines[0]
        first = self.lines(plain, style, width - style.size)[0]
        return self.ruler(style.face).line(f"{first.text}…", style.size)

    def put(self, line: Line, style: Style, x: float) -> None:
        """Set one line at the place reached and move below it."""
        self.y -= style.leading
        baseline = self.y + (style.leading - style.size) / 2 + style.size * 0.18
        if line.text:
            self.page.texts.append(Text(x, baseline, line, style, self.node))

    def fill(self, lines: Sequence[Line], style: Style, x: float = LEFT) -> None:
        """Set lines over as many pages as they need, two at least on each side of a turn."""
        start = 0
        for end in self.turns(len(lines), style.leading):
            if start:
                self.turn()
            for line in lines[start:end]:
                self.put(line, style, x)
            start = end

    def turns(self, count: int, leading: float) -> Iterator[int]:
        """Give after how many lines each page is full; the caller turns between."""
        done = 0
        while done < count:
            fits = min(int((self.room + 0.01) // leading), count - done)
            fits = self._kept_together(fits, count - done)
            if fits:
                done += fits
                yield done
            else:
                self.turn()

    def _kept_together(self, fits: int, left: int) -> int:
        if fits >= left:
            return left
        if left - fits < ORPHANS:
            fits = left - ORPHANS
        if fits < ORPHANS:
            return 0 if not self.is_fresh else max(fits, 1)
        return fits

    def rule(self, weight: float = 0.5, ink: Ink = HAIR, x: float = LEFT, to: float = 0) -> None:
        """Draw a line across at the place reached."""
        end = to or LEFT + WIDTH
        self.page.rules.append(Rule(x, self.y, end, self.y, weight, ink))

    def box(
        self, x: float, width: float, height: float, fill: Ink | None, stroke: Ink | None = None
    ) -> None:
        """Put a rectangle whose top is the place reached; it is read by nobody."""
        self.page.boxes.append(
            Box(x, self.y - height, width, height, fill, stroke, is_dashed=False, node=ARTIFACT)
        )

    def mark(self, anchor: str, title: str = "", level: int = 0) -> None:
        """Name the place reached."""
        self.page.marks.append(Mark(anchor, self.y, title, level))
