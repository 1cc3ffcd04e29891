"""Draw laid-out pages with reportlab: text, lines, links, bookmarks and what the file is."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby
from operator import attrgetter

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from evidencekit.report.outline import Outline
from evidencekit.report.pdf import metadata
from evidencekit.report.pdf.fonts import Face, pair
from evidencekit.report.pdf.lines import Line, Ruler
from evidencekit.report.pdf.page import ARTIFACT, Box, Mark, Page, PageNumber, Pages, Text
from evidencekit.report.pdf.tags import Tags
from evidencekit.report.pdf.type import PAGE_HEIGHT, PAGE_WIDTH, Style

CREATOR = "EvidenceKit"

# Pages as they are compressed: spelled in base 85 they are a quarter larger and twice as slow.
rl_config.useA85 = 0


def painted(pages: Pages, outline: Outline) -> bytes:
    """Give the bytes of the file."""
    out = BytesIO()
    canvas = Canvas(
        out, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1, pageCompression=1,
        lang=outline.language, initialFontName=pair(Face.REGULAR).front.name, pdfVersion=(1, 7),
    )  # fmt: skip
    _describe(canvas, outline)
    where = _numbers(pages.pages)
    levels, tags = _Levels(), Tags(pages.nodes, len(pages.pages))
    for page in pages.pages:
        tags.turn()
        _paint(canvas, page, where, tags)
        for link in page.links:
            if link.anchor in where:
                tags.link(canvas, link)
        _bookmark(canvas, page, levels)
        canvas.showPage()
    tags.write(canvas)
    metadata.write(canvas, outline)
    canvas.save()
    return out.getvalue()


def _describe(canvas: Canvas, outline: Outline) -> None:
    """Say what the file is, and when its evidence was taken: no other moment is in it."""
    canvas.setTitle(outline.title)
    canvas.setAuthor(outline.author)
    canvas.setSubject(outline.subject)
    canvas.setKeywords(f"{outline.marking}, fingerprint {outline.fingerprint}")
    canvas.setCreator(CREATOR)
    canvas.setProducer(CREATOR)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    digits = "".join(each for each in outline.taken_at if each.isdigit())
    date = f"D:{digits}Z" if len(digits) == len("20121130173000") else "D:20000101000000Z"
    canvas.setDateFormatter(lambda *_moment: date)


def _numbers(pages: Sequence[Page]) -> dict[str, int]:
    """Give the page on which each anchor stands."""
    return {mark.anchor: number for number, page in enumerate(pages, 1) for mark in page.marks}


class _Levels:
    """Keeps bookmarks from skipping a level, which readers refuse."""

    def __init__(self) -> None:
        self._last = -1

    def of(self, mark: Mark) -> int:
        """Give the level this bookmark may have."""
        self._last = min(mark.level, self._last + 1)
        return self._last


def _paint(canvas: Canvas, page: Page, where: dict[str, int], tags: Tags) -> None:
    """Draw what is seen; boxes and rules are furniture, every text says what it is part of."""
    canvas.addLiteral(tags.opening(ARTIFACT))
    for box in page.boxes:
        _box(canvas, box)
    for rule in page.rules:
        canvas.setStrokeColorRGB(*rule.ink)
        canvas.setLineWidth(rule.weight)
        canvas.line(rule.x, rule.y, rule.to_x, rule.to_y)
    canvas.addLiteral("EMC")
    for node, texts in groupby(_texts(page, where), key=attrgetter("node")):
        canvas.addLiteral(tags.opening(node))
        _write(canvas, texts)
        canvas.addLiteral("EMC")


def _bookmark(canvas: Canvas, page: Page, levels: _Levels) -> None:
    """Name the places of a page, and list those with a title."""
    for mark in page.marks:
        canvas.bookmarkHorizontal(mark.anchor, 0, mark.y)
        if mark.title:
            canvas.addOutlineEntry(mark.title, mark.anchor, levels.of(mark), closed=True)


def _box(canvas: Canvas, box: Box) -> None:
    if box.fill:
        canvas.setFillColorRGB(*box.fill)
    if box.stroke:
        canvas.setStrokeColorRGB(*box.stroke)
        canvas.setLineWidth(0.6)
        canvas.setDash([2, 2] if box.is_dashed else [])
    canvas.rect(
        box.x, box.y, box.width, box.height, stroke=int(bool(box.stroke)), fill=int(bool(box.fill))
    )
    if box.is_dashed:
        canvas.setDash([])


def _texts(page: Page, where: dict[str, int]) -> Iterator[Text]:
    """Give the texts of a page, the numbers of other pages among them, in reading order."""
    numbers = {number.node: number for number in page.numbers}
    for node, texts in groupby(page.texts, key=attrgetter("node")):
        yield from texts
        if node in numbers:
            yield _number(numbers[node], where)


def _number(number: PageNumber, where: dict[str, int]) -> Text:
    line: Line = Ruler(number.style.face).line(str(where[number.anchor]), number.style.size)
    return Text(number.right - line.width, number.y, line, number.style, number.node)


def _write(canvas: Canvas, texts: Iterator[Text]) -> None:
    """Set lines as one text object: a font or an ink is named only where it changes."""
    words = canvas.beginText()
    style: Style | None = None
    for text in texts:
        if text.style is not style:
            style = text.style
            words.setFillColorRGB(*style.ink)
        words.setTextOrigin(text.x, text.y)
        *runs, (back, last) = text.line.runs or ((False, text.line.text),)
        fonts = pair(style.face)
        for behind, run in runs:
            words.setFont((fonts.behind if behind else fonts.front).name, style.size)
            words.textOut(run)
        words.setFont((fonts.behind if back else fonts.front).name, style.size)
        words.textLine(last)  # unlike textOut it does not measure the text once more
    canvas.drawText(words)
