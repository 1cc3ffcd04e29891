"""Tables on the page: rows split over pages, headers set again on each."""

from collections.abc import Sequence
from dataclasses import dataclass

from evidencekit.report.outline import Table
from evidencekit.report.pdf.flow import ORPHANS, Flow
from evidencekit.report.pdf.lines import Line, drawable
from evidencekit.report.pdf.page import ARTIFACT
from evidencekit.report.pdf.type import (
    CAPTION,
    CELL,
    CELL_HEAD,
    FILL,
    HAIR,
    HEIGHT,
    LEFT,
    RULE,
    WIDTH,
    Style,
)

PAD_X, PAD_Y = 4.5, 2.9
NARROWEST = 28.0
WHOLE = HEIGHT / 3  # a row or a table up to this height is not split

Cells = tuple[list[Line], ...]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns stand, and which hold figures."""

    starts: tuple[float, ...]
    widths: tuple[float, ...]
    figures: frozenset[int]


def table(flow: Flow, block: Table) -> None:
    """Set a table; a short one is kept on one page."""
    columns = _columns(flow, block)
    head = _cells(flow, block.headers, columns, CELL_HEAD)
    rows = [_cells(flow, row, columns, CELL) for row in block.rows]
    caption = flow.lines(block.caption, CAPTION, WIDTH)
    flow.skip(6)
    flow.need(least_height(flow, block) - 6)
    with flow.part("Table"):
        with flow.part("Caption"):
            flow.fill(caption, CAPTION)
        flow.y -= 3
        head = _head(flow, head, columns)
        for row in rows:
            _row(flow, row, columns, head)
    flow.y -= 12


def least_height(flow: Flow, block: Table) -> float:
    """Give the height that stays together: all of a short table, else its head and first rows."""
    columns = _columns(flow, block)
    above = CAPTION.leading * len(flow.lines(block.caption, CAPTION, WIDTH)) + 9
    head = _height(_cells(flow, block.headers, columns, CELL_HEAD))
    rows = [_height(_cells(flow, row, columns, CELL)) for row in block.rows]
    if head + sum(rows) + above <= WHOLE:
        return head + sum(rows) + above
    return above + sum(min(each, WHOLE) for each in (head, *rows[:ORPHANS]))


def _columns(flow: Flow, block: Table) -> _Columns:
    shares = block.shares or (1,) * len(block.headers)
    unit = WIDTH / sum(shares)
    widths = _wide_enough([share * unit for share in shares], _least_widths(flow, block))
    starts = tuple(LEFT + sum(widths[:place]) for place in range(len(widths)))
    return _Columns(starts, widths, block.figures)


def _least_widths(flow: Flow, block: Table) -> list[float]:
    """Give the width of the longest word of each header: no header is cut inside a word."""
    ruler = flow.ruler(CELL_HEAD.face)
    words = [[drawable(word) for word in header.split(" ")] for header in block.headers]
    longest = [max(ruler.width(each, CELL_HEAD.size) for each in header) for header in words]
    return [min(max(width + 2 * PAD_X, NARROWEST), WIDTH / 4) for width in longest]


def _wide_enough(widths: list[float], least: list[float]) -> tuple[float, ...]:
    """Widen columns to their least width at the cost of those that can spare most."""
    if sum(least) >= WIDTH:
        return tuple(WIDTH * each / sum(least) for each in least)
    lacking = sum(max(need - width, 0) for width, need in zip(widths, least, strict=True))
    spare = sum(max(width - need, 0) for width, need in zip(widths, least, strict=True))
    part = lacking / spare if spare else 0
    return tuple(
        need if width < need else width - (width - need) * part
        for width, need in zip(widths, least, strict=True)
    )


def _cells(flow: Flow, row: Sequence[str], columns: _Columns, style: Style) -> Cells:
    return tuple(
        flow.lines(cell, style, width - 2 * PAD_X)
        for cell, width in zip(row, columns.widths, strict=True)
    )


def _height(cells: Cells) -> float:
    return max(len(lines) for lines in cells) * CELL.leading + 2 * PAD_Y


def _head(flow: Flow, cells: Cells, columns: _Columns) -> Cells:
    """Set the header and give what is repeated: nothing of one that would fill the pages."""
    if _height(cells) > WHOLE:
        _row(flow, cells, columns, ())
        return ()
    flow.box(LEFT, WIDTH, _height(cells), FILL)
    with flow.part("TR"):
        _slice(flow, cells, columns, CELL_HEAD, _parts(flow, len(cells), is_head=True))
    flow.rule(0.8, RULE)
    return cells


def _row(flow: Flow, cells: Cells, columns: _Columns, head: Cells) -> None:
    """Set a row; what does not fit goes on below the header on the next page."""
    if flow.room < _height(cells) <= WHOLE:
        _turn(flow, head, columns)
    with flow.part("TR"):
        parts = _parts(flow, len(cells), is_head=False)
        while cells:
            fits = int((flow.room - 2 * PAD_Y + 0.01) // CELL.leading)
            longest = max(len(lines) for lines in cells)
            if fits < min(ORPHANS, longest):
                _turn(flow, head, columns)
                continue
            _slice(flow, tuple(lines[:fits] for lines in cells), columns, CELL, parts)
            cells = tuple(lines[fits:] for lines in cells) if longest > fits else ()
    flow.rule(0.5, HAIR)


def _turn(flow: Flow, head: Cells, columns: _Columns) -> None:
    """Go to a new page and set the header again, which is read aloud only once."""
    flow.turn()
    if not head:
        return
    flow.box(LEFT, WIDTH, _height(head), FILL)
    with flow.under(ARTIFACT):
        _slice(flow, head, columns, CELL_HEAD, [ARTIFACT] * len(head))
    flow.rule(0.8, RULE)


def _parts(flow: Flow, count: int, *, is_head: bool) -> list[int]:
    """Name the cells of a row: headers of columns, the header of the row, its cells."""
    made = []
    for place in range(count):
        role = "TH" if is_head or not place else "TD"
        scope = "Column" if is_head else "Row"
        with flow.part(role, scope=scope if role == "TH" else "") as node:
            made.append(node)
    return made


def _slice(flow: Flow, cells: Cells, columns: _Columns, style: Style, parts: Sequence[int]) -> None:
    """Set the lines of one row that fit on this page."""
    top = flow.y - PAD_Y
    foot = top
    for place, (lines, part) in enumerate(zip(cells, parts, strict=True)):
        flow.y = top
        with flow.under(part):
            for line in lines:
                flow.put(line, style, _start(columns, place, line))
        foot = min(foot, flow.y)
    flow.y = foot - PAD_Y


def _start(columns: _Columns, place: int, line: Line) -> float:
    if place in columns.figures:
        return columns.starts[place] + columns.widths[place] - PAD_X - line.width
    return columns.starts[place] + PAD_X
