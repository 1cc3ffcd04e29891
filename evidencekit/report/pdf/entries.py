"""One piece of evidence on the page: title, by-line, marks, then its answers."""

from evidencekit.report.answers import quoted
from evidencekit.report.outline import Entry
from evidencekit.report.pdf.flow import Flow
from evidencekit.report.pdf.type import ACCENT, BY, ENTRY, HAIR, MARK, SAID, WIDTH
from evidencekit.report.pdf.words import pair

KEPT_TOGETHER = 2 * SAID.leading  # of the first answer, below title and by-line


def entry(flow: Flow, block: Entry) -> None:
    """Set a piece of evidence; its title never stands alone at a foot."""
    title = flow.lines(f"[{block.number}] {block.title}", ENTRY, WIDTH)
    by_line = flow.lines(" · ".join((block.kind, *block.by_line)), BY, WIDTH)
    flow.skip(9)
    flow.need(len(title) * ENTRY.leading + len(by_line) * BY.leading + KEPT_TOGETHER + 6)
    flow.rule(0.5, HAIR)
    flow.y -= 4
    flow.mark(block.anchor)
    with flow.part("Sect"):
        with flow.part("H4"):
            flow.fill(title, ENTRY)
        with flow.part("P"):
            flow.fill(by_line, BY)
        flow.y -= 3
        flow.running = f"[{block.number}] continued"
        _body(flow, block)
        flow.running = ""


def least_height() -> float:
    """Give the height of the shortest beginning of an entry."""
    return ENTRY.leading + 2 * BY.leading + KEPT_TOGETHER + 20


def _body(flow: Flow, block: Entry) -> None:
    for mark in block.marks:
        with flow.part("P"):
            flow.fill(flow.lines(mark, MARK, WIDTH), MARK)
        flow.y -= 2
    for part in block.parts:
        bar = ACCENT if part.spoken else None
        pair(flow, part.label, quoted(part.text) if part.spoken else part.text, SAID, bar)
        flow.y -= 2
    if block.areas:
        pair(flow, "Areas", "; ".join(block.areas), BY)
