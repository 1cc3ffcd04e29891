"""Headings, paragraphs, points, quotes, facts and notices on the page."""

from evidencekit.report.answers import quoted
from evidencekit.report.outline import (
    Citation,
    Cover,
    Facts,
    Heading,
    Letterhead,
    Notice,
    Paragraph,
    Points,
    Quote,
)
from evidencekit.report.pdf.flow import ORPHANS, Flow
from evidencekit.report.pdf.lines import Line, drawable
from evidencekit.report.pdf.page import ARTIFACT
from evidencekit.report.pdf.type import (
    ABOVE,
    ACCENT,
    AREA,
    BELOW,
    BODY,
    GAP,
    HEADINGS,
    LABEL,
    LABELS,
    LEFT,
    MARK,
    SAID,
    TEXT,
    TITLE,
    WIDTH,
    Ink,
    Style,
)

INDENT = 12.0
BAR = 2.0
LABEL_LINES = 6


def cover(flow: Flow, block: Cover) -> None:
    """Set the first page."""
    flow.y -= 90
    with flow.part("H1"):
        flow.fill(flow.lines(block.title, TITLE, WIDTH), TITLE)
        flow.fill(flow.lines(block.area, AREA, WIDTH), AREA)
    flow.y -= 14
    flow.rule(2, ACCENT)
    flow.y -= 22
    facts(flow, Facts(rows=block.facts), SAID)
    if block.notice:
        flow.skip(18)
        notice(flow, Notice(title="", text=block.notice))


def letterhead(flow: Flow, block: Letterhead) -> None:
    """Set the head of a letter; its subject is the one heading of the first level."""
    for group in block.lines:
        with flow.part("P"):
            for line in group:
                flow.fill(flow.lines(line, BODY, WIDTH), BODY)
        flow.y -= 10
    flow.y -= 6
    with flow.part("H1"):
        flow.fill(flow.lines(block.subject, HEADINGS[0], WIDTH), HEADINGS[0])
    flow.y -= 8
    paragraph(flow, Paragraph(text=block.greeting))


def heading(flow: Flow, block: Heading) -> None:
    """Set a heading and name its place."""
    place = min(block.level, len(HEADINGS)) - 1
    style = HEADINGS[place]
    flow.skip(ABOVE[place])
    if place == 0:
        flow.rule(1.2, ACCENT)
        flow.y -= 8
    flow.mark(block.anchor, block.text if place < 2 else "", place)  # noqa: PLR2004
    with flow.part(f"H{place + 2}"):
        flow.fill(flow.lines(block.text, style, WIDTH), style)
    flow.y -= BELOW[place]


def heading_height(flow: Flow, block: Heading) -> float:
    """Give the height a heading takes, so that it is never left alone at a foot."""
    place = min(block.level, len(HEADINGS)) - 1
    count = len(flow.lines(block.text, HEADINGS[place], WIDTH))
    return ABOVE[place] + BELOW[place] + count * HEADINGS[place].leading + (8 if not place else 0)


def paragraph(flow: Flow, block: Paragraph, style: Style = BODY) -> None:
    """Set running text with its citations."""
    with flow.part("P"):
        _cited(flow, block.text, block.evidence, style, LEFT)
    flow.y -= 6


def paragraph_height(flow: Flow, block: Paragraph) -> float:
    """Give the height of running text, its citations left out."""
    return len(flow.lines(block.text, BODY, WIDTH)) * BODY.leading + 6


def points(flow: Flow, block: Points) -> None:
    """Set a list, each point behind a dot."""
    with flow.part("L"):
        for item in block.items:
            with flow.part("LI"):
                _point(flow, item)
            flow.y -= 3
    flow.y -= 4


def _point(flow: Flow, item: Paragraph) -> None:
    flow.need(2 * BODY.leading)
    top = flow.y
    with flow.part("Lbl"):
        flow.put(flow.ruler(BODY.face).line("•", BODY.size), BODY, LEFT)
    flow.y = top
    with flow.part("LBody"):
        _cited(flow, item.text, item.evidence, BODY, LEFT + INDENT)


def quote(flow: Flow, block: Quote) -> None:
    """Set somebody's exact words behind a bar."""
    with flow.part("BlockQuote"):
        words = f"{quoted(block.text)} ({block.who})" if block.who else quoted(block.text)
        _barred(flow, words, BODY, ACCENT)
    flow.y -= 6


def notice(flow: Flow, block: Notice) -> None:
    """Set what must not be missed behind a dark bar."""
    flow.skip(4)
    flow.need(2 * BODY.leading)
    with flow.part("P"):
        if block.title:
            _barred(flow, block.title, MARK, TEXT)
        _barred(flow, block.text, SAID, TEXT)
    flow.y -= 8


def facts(flow: Flow, block: Facts, style: Style = SAID) -> None:
    """Set pairs: the name to the left, what it is to the right."""
    for name, said in block.rows:
        pair(flow, name, said, style)
        flow.y -= 3
    flow.y -= 5


def pair(flow: Flow, name: str, said: str, style: Style, bar: Ink | None = None) -> None:
    """Set a label and its text beside each other, over as many pages as the text needs."""
    labels = flow.lines(name, LABELS, LABEL - GAP / 2)
    x = LEFT + LABEL + (INDENT if bar else 0)
    lines = flow.lines(said, style, LEFT + WIDTH - x)
    if len(labels) > LABEL_LINES:  # a label that long stands above its text
        flow.fill(flow.lines(name, LABELS, WIDTH), LABELS)
        labels = []
    flow.need(max(len(labels) * LABELS.leading, min(len(lines), ORPHANS) * style.leading))
    page, top, under = flow.page, flow.y, flow.y
    with flow.part("P"):
        for line in labels:
            flow.put(line, LABELS, LEFT)
        under, flow.y = flow.y, top
        _filled(flow, lines, style, x, bar)
    if flow.page is page:
        flow.y = min(flow.y, under)


def _barred(flow: Flow, text: str, style: Style, ink: Ink) -> None:
    x = LEFT + INDENT
    _filled(flow, flow.lines(text, style, WIDTH - INDENT), style, x, ink)


def _filled(flow: Flow, lines: list[Line], style: Style, x: float, bar: Ink | None) -> None:
    """Set lines, each page's share behind a bar where one is wanted."""
    start = 0
    for end in flow.turns(len(lines), style.leading):
        if start:
            flow.turn()
            _remind(flow)
        if bar:
            flow.box(x - INDENT, BAR, (end - start) * style.leading, bar)
        for line in lines[start:end]:
            flow.put(line, style, x)
        start = end


def _remind(flow: Flow) -> None:
    """Say at the head of a page what goes on there, beside its first line."""
    if flow.running:
        top = flow.y
        with flow.under(ARTIFACT):
            flow.put(flow.shortened(flow.running, LABELS, LABEL - GAP), LABELS, LEFT)
        flow.y = top


def _cited(flow: Flow, text: str, citations: tuple[Citation, ...], style: Style, x: float) -> None:
    """Set text, its citations as its last words, each a link."""
    words = [f"[{each.label}]" for each in citations]
    shown = " ".join([drawable(text), *words])
    lines = flow.ruler(style.face).broken(shown, style.size, LEFT + WIDTH - x)
    linked = dict(zip(words, citations, strict=True))
    tails = _tails(lines, len(words))
    start = 0
    for end in flow.turns(len(lines), style.leading):
        if start:
            flow.turn()
        for line, tail in zip(lines[start:end], tails[start:end], strict=True):
            flow.put(line, style, x)
            if tail:
                _link(flow, line, tail, (style, x), linked)
        start = end


def _tails(lines: list[Line], citations: int) -> list[int]:
    """Give how many of the last words of each line are citations."""
    tails = []
    for line in reversed(lines):
        tail = min(citations, line.text.count(" ") + 1)
        citations -= tail
        tails.append(tail)
    return tails[::-1]


def _link(
    flow: Flow, line: Line, tail: int, place: tuple[Style, float], linked: dict[str, Citation]
) -> None:
    """Lay links over the last words of a line."""
    style, x = place
    ruler, words = flow.ruler(style.face), line.text.split(" ")
    at = x + line.width
    for word in reversed(words[-tail:]):
        width = ruler.width(word, style.size)
        at -= width
        if found := linked.get(word):
            box = (at, flow.y, width, style.leading)
            flow.link(box, found.anchor, f"Evidence {found.label}")
        at -= ruler.width(" ", style.size)
