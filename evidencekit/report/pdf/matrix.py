"""The coverage matrix as a picture: a figure in every box, shades only to help the eye."""

from evidencekit.analysis.coverage import Seen
from evidencekit.report.outline import Cell, Matrix
from evidencekit.report.pdf.flow import Flow
from evidencekit.report.pdf.lines import Line, drawable
from evidencekit.report.pdf.page import Box
from evidencekit.report.pdf.type import (
    BY,
    CAPTION,
    CELL,
    CELL_HEAD,
    HAIR,
    LEFT,
    MATRIX_HEAD,
    RULE,
    SHADES,
    WHITE,
    WIDTH,
    Ink,
    Style,
)

LABEL_WIDTH = 190.0  # at most
ROW = 18.5
INSET = 1.2
STEPS = (3, 8)  # from here on the next darker shade
VOICE = "“"
LEGEND = (
    (Cell(0, Seen.NOT_LOOKED_AT), "not looked at"),
    (Cell(0, Seen.NONE_FOUND), "looked, none found"),
    (Cell(1, Seen.FOUND), "1 or 2"),
    (Cell(3, Seen.FOUND), "3 to 7"),
    (Cell(8, Seen.FOUND), "8 or more"),
    (Cell(1, Seen.FOUND, has_voice=True), f"{VOICE} a child's own voice is among it"),
)


def matrix(flow: Flow, block: Matrix) -> None:
    """Draw the grid; one longer than a page goes on below its column names."""
    flow.need(min(height(flow, block), 400))
    with flow.part("Caption"):
        flow.fill(flow.lines(block.caption, CAPTION, WIDTH), CAPTION)
    flow.y -= 4
    with flow.part("Figure", alternative=block.alternative):
        _columns(flow, block)
        for label, cells in block.rows:
            if flow.room < ROW:
                flow.turn()
                _columns(flow, block)
            _row(flow, label, cells, _label_width(flow, block))
        flow.need(2 * ROW + 8)
        flow.y -= 6
        _legend(flow)
    flow.y -= 12


def height(flow: Flow, block: Matrix) -> float:
    """Give the height of the whole picture."""
    return _head_height(flow, block) + len(block.rows) * ROW + 60


def _head_height(flow: Flow, block: Matrix) -> float:
    return max(len(lines) for lines in _heads(flow, block)) * MATRIX_HEAD.leading + 4


def _heads(flow: Flow, block: Matrix) -> list[list[Line]]:
    return [flow.lines(name, MATRIX_HEAD, _width(flow, block) - 4) for name in block.columns] or [
        []
    ]


def _width(flow: Flow, block: Matrix) -> float:
    return (WIDTH - _label_width(flow, block)) / max(len(block.columns), 1)


def _label_width(flow: Flow, block: Matrix) -> float:
    ruler = flow.ruler(CELL.face)
    widest = max((ruler.width(drawable(label), CELL.size) for label, _ in block.rows), default=0)
    return min(widest + 8, LABEL_WIDTH)


def _columns(flow: Flow, block: Matrix) -> None:
    """Set the names of the columns, standing on the grid."""
    heads, tall = _heads(flow, block), _head_height(flow, block)
    top, width, left = flow.y, _width(flow, block), LEFT + _label_width(flow, block)
    for place, lines in enumerate(heads):
        flow.y = top - (tall - 4 - len(lines) * MATRIX_HEAD.leading)
        for line in lines:
            flow.put(line, MATRIX_HEAD, left + place * width + (width - line.width) / 2)
    flow.y = top - tall


def _row(flow: Flow, label: str, cells: tuple[Cell, ...], wide: float) -> None:
    top, width = flow.y, (WIDTH - wide) / max(len(cells), 1)
    flow.y = top - (ROW - CELL.leading) / 2
    flow.put(flow.shortened(label, CELL, wide - 4), CELL, LEFT)
    for place, cell in enumerate(cells):
        _cell(flow, cell, (LEFT + wide + place * width, top), width)
    flow.y = top - ROW


def _cell(flow: Flow, cell: Cell, place: tuple[float, float], width: float) -> None:
    x, top = place
    is_gap = cell.seen is Seen.NOT_LOOKED_AT
    corner = (x + INSET, top - ROW + INSET, width - 2 * INSET, ROW - 2 * INSET)
    box = Box(*corner, _shade(cell), HAIR if is_gap else RULE, is_dashed=is_gap, node=flow.node)
    flow.page.boxes.append(box)
    style: Style = CELL_HEAD if cell.seen is Seen.FOUND else BY
    line = flow.ruler(style.face).line(_words(cell), style.size)
    flow.y = top - (ROW - style.leading) / 2
    flow.put(line, style, x + (width - line.width) / 2)
    if cell.has_voice:
        flow.y = top - (ROW - style.leading) / 2
        mark = flow.ruler(CELL_HEAD.face).line(VOICE, CELL_HEAD.size)
        flow.put(mark, CELL_HEAD, x + width - INSET - 4 - mark.width)


def _words(cell: Cell) -> str:
    return "0" if cell.seen is Seen.NONE_FOUND else cell.words


def _shade(cell: Cell) -> Ink:
    if cell.seen is not Seen.FOUND:
        return WHITE
    return SHADES[sum(1 for step in STEPS if cell.count >= step)]


def _legend(flow: Flow) -> None:
    """Say what the boxes mean, on one line or two."""
    x, top = LEFT, flow.y
    for cell, words in LEGEND:
        line = flow.ruler(BY.face).line(words, BY.size)
        if x + 40 + line.width > LEFT + WIDTH:
            x, top = LEFT, top - ROW
        _cell(flow, cell, (x, top), 28)
        flow.y = top - (ROW - BY.leading) / 2
        flow.put(line, BY, x + 32)
        x += 32 + line.width + 14
    flow.y = top - ROW
