"""Set an outline on pages: every block in its place, with the furniture of each page."""

from collections.abc import Sequence

from evidencekit.progress import Progress, quiet
from evidencekit.report.outline import (
    Block,
    Contents,
    Cover,
    Entry,
    Facts,
    Heading,
    Letterhead,
    Matrix,
    Notice,
    Outline,
    Paragraph,
    Points,
    Quote,
    Table,
    Timeline,
)
from evidencekit.report.pdf import entries, matrix, tables, timeline, words
from evidencekit.report.pdf.flow import Flow
from evidencekit.report.pdf.lines import Line, drawable
from evidencekit.report.pdf.page import ARTIFACT, Page, PageNumber, Pages, Rule, Text
from evidencekit.report.pdf.type import (
    BODY,
    CAPTION,
    FURNITURE,
    HAIR,
    HEADINGS,
    HEIGHT,
    LEFT,
    LISTED,
    MARKING,
    PAGE_HEIGHT,
    WIDTH,
    Style,
)

SHORT = 4 * BODY.leading  # a paragraph up to this height stays with what it introduces
STEP = 50  # blocks between two words of progress
HEAD_Y, FOOT_Y = PAGE_HEIGHT - 38, 30.0
NUMBER_WIDTH = 36.0


def laid_out(outline: Outline, progress: Progress = quiet) -> Pages:
    """Give the pages; nothing is drawn yet."""
    flow = Flow()
    blocks = outline.blocks
    for number, block in enumerate(blocks):
        if number % STEP == 0:
            progress(number, len(blocks))
        if isinstance(block, Heading):
            _open(flow, blocks, number)
        _set(flow, block, outline)
    for number, page in enumerate(flow.pages, 1):
        _furnish(flow, page, outline, f"Page {number} of {len(flow.pages)}")
    return Pages(flow.pages, flow.nodes)


def _open(flow: Flow, blocks: Sequence[Block], number: int) -> None:
    """Turn the page where a heading, those right below it and what they open do not fit."""
    heading = blocks[number]
    if isinstance(heading, Heading) and heading.new_page:
        flow.turn()
    height, after = 0.0, number
    while after < len(blocks) and isinstance(below := blocks[after], Heading):
        height += words.heading_height(flow, below)
        after += 1
    flow.need(min(height + _opened(flow, blocks[after : after + 3]), HEIGHT / 2))


def _opened(flow: Flow, blocks: Sequence[Block]) -> float:
    """Give the height of what must stand right below a heading: short words, and their object."""
    height = 0.0
    for block in blocks:
        if isinstance(block, Heading):
            break
        least = _least(flow, block)
        height += least
        if not isinstance(block, Paragraph) or least > SHORT:
            break
    return height


def _least(flow: Flow, block: Block) -> float:
    """Give the height that must stand right below a heading."""
    match block:
        case Table():
            return tables.least_height(flow, block)
        case Matrix():
            return min(matrix.height(flow, block), 400)
        case Timeline():
            return min(timeline.height(block), 400)
        case Entry():
            return entries.least_height()
        case Paragraph():
            return words.paragraph_height(flow, block)
        case _:
            return 2 * BODY.leading


def _set(flow: Flow, block: Block, outline: Outline) -> None:
    match block:
        case Letterhead():
            words.letterhead(flow, block)
        case Contents():
            _contents(flow, block, outline)
        case Table():
            tables.table(flow, block)
        case Matrix():
            matrix.matrix(flow, block)
        case Timeline():
            timeline.timeline(flow, block)
        case Entry():
            entries.entry(flow, block)
        case _:
            _set_words(flow, block)


def _set_words(flow: Flow, block: Block) -> None:
    match block:
        case Cover():
            words.cover(flow, block)
        case Heading():
            words.heading(flow, block)
        case Paragraph():
            words.paragraph(flow, block)
        case Points():
            words.points(flow, block)
        case Quote():
            words.quote(flow, block)
        case Facts():
            words.facts(flow, block)
        case Notice():
            words.notice(flow, block)
        case _:
            return


def _contents(flow: Flow, block: Contents, outline: Outline) -> None:
    """List the headings of the first two levels with their pages."""
    flow.turn()
    with flow.part("H2"):
        flow.fill(flow.lines(block.title, HEADINGS[0], WIDTH), HEADINGS[0])
    flow.y -= 8
    with flow.part("TOC"):
        for heading in outline.headings():
            if heading.listed and heading.level <= 2:  # noqa: PLR2004 - sections and their parts
                _contents_line(flow, heading)


def _contents_line(flow: Flow, heading: Heading) -> None:
    style = CAPTION if heading.level == 1 else LISTED
    x = LEFT + 14 * (heading.level - 1)
    lines = flow.lines(heading.text, style, LEFT + WIDTH - NUMBER_WIDTH - x)
    flow.skip(4 if heading.level == 1 else 0)
    flow.need(len(lines) * style.leading)
    top = flow.y
    with flow.part("TOCI") as node:
        flow.fill(lines, style, x)
        baseline = flow.y + (style.leading - style.size) / 2 + style.size * 0.18
        flow.page.numbers.append(PageNumber(LEFT + WIDTH, baseline, heading.anchor, style, node))
        flow.link((x, flow.y, LEFT + WIDTH - x, top - flow.y), heading.anchor, heading.text)


def _furnish(flow: Flow, page: Page, outline: Outline, number: str) -> None:
    """Set what every page carries: the marking at head and foot, the title, the number."""
    marking = _line(flow, outline.marking, MARKING)
    centre = LEFT + (WIDTH - marking.width) / 2
    title = flow.shortened(outline.title, FURNITURE, centre - LEFT - 8)
    fingerprint = _line(flow, f"Fingerprint {outline.fingerprint}", FURNITURE)
    count = _line(flow, number, FURNITURE)
    stage = _line(flow, outline.stage, MARKING)
    right, side = LEFT + WIDTH - count.width, LEFT + WIDTH - stage.width
    for x, y, line, style in (
        (centre, HEAD_Y, marking, MARKING),
        (LEFT, HEAD_Y, title, FURNITURE),
        (LEFT, FOOT_Y + 12, fingerprint, FURNITURE),
        (right, FOOT_Y + 12, count, FURNITURE),
        (centre, FOOT_Y - 3, marking, MARKING),
        (side, HEAD_Y, stage, MARKING),
        (side, FOOT_Y - 3, stage, MARKING),
    ):
        if not line.text:
            continue
        page.texts.append(Text(x, y, line, style, ARTIFACT))
    for y in (HEAD_Y - 8, FOOT_Y + 24):
        page.rules.append(Rule(LEFT, y, LEFT + WIDTH, y, 0.5, HAIR))


def _line(flow: Flow, text: str, style: Style) -> Line:
    return flow.ruler(style.face).line(drawable(text).replace("\n", " "), style.size)
