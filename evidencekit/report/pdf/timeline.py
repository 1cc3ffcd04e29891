"""A timeline on paper: lanes of numbered marks, each as wide as its date is known."""

from evidencekit.report.lanes import depth, placed
from evidencekit.report.outline import Band, Bar, Sort, Timeline
from evidencekit.report.pdf.flow import Flow
from evidencekit.report.pdf.page import ARTIFACT, Box, Rule
from evidencekit.report.pdf.type import (
    ACCENT,
    BY,
    CAPTION,
    CELL,
    FILL,
    HAIR,
    LEFT,
    MATRIX_HEAD,
    RULE,
    WHITE,
    WIDTH,
    Style,
)

NAMES = 112.0  # the column with the names of the lanes
ROOM = WIDTH - NAMES
SIDE = 13.0  # of a day's mark
ROW = 15.0
NUMBERS = Style(MATRIX_HEAD.face, 7, 9)
STRONG = NUMBERS.inked(WHITE)
_HEAD, _FOOT, _BESIDE = 16.0, 13.0, 4.0


def timeline(flow: Flow, block: Timeline) -> None:
    """Draw the lanes whole on one page."""
    flow.need(min(height(block), 600))
    with flow.part("Caption"):
        flow.fill(flow.lines(block.caption, CAPTION, WIDTH), CAPTION)
    flow.y -= 4
    with flow.part("Figure", alternative=block.alternative):
        top = flow.y
        foot = top - _HEAD - sum(_tall(bars) for _, bars in block.lanes)
        _bands(flow, block.bands, top - _HEAD + 2, foot)
        _ticks(flow, block, top, foot)
        flow.y = top - _HEAD
        for name, bars in block.lanes:
            _lane(flow, name, bars)
        flow.y = foot
        _lengths(flow, block.bands)
    flow.y = foot - _FOOT - 10


def height(block: Timeline) -> float:
    """Give the height of the whole picture."""
    return CAPTION.leading + _HEAD + sum(_tall(bars) for _, bars in block.lanes) + _FOOT + 18


def _tall(bars: tuple[Bar, ...]) -> float:
    return depth(bars, SIDE / ROOM) * ROW + _BESIDE


def _at(share: float) -> float:
    return LEFT + NAMES + min(max(share, 0.0), 1.0) * ROOM


def _bands(flow: Flow, bands: tuple[Band, ...], top: float, foot: float) -> None:
    for band in bands:
        left, right = _at(band.first), _at(band.last)
        flow.page.boxes.append(
            Box(left, foot, right - left, top - foot, FILL, RULE, is_dashed=True, node=ARTIFACT)
        )


def _ticks(flow: Flow, block: Timeline, top: float, foot: float) -> None:
    until = 0.0
    for share, words in block.ticks:
        x = _at(share)
        flow.page.rules.append(Rule(x, top - _HEAD + 2, x, foot, 0.4, HAIR))
        line = flow.ruler(MATRIX_HEAD.face).line(words, MATRIX_HEAD.size)
        left = min(max(x - line.width / 2, LEFT + NAMES), LEFT + WIDTH - line.width)
        if left > until:
            flow.y = top
            flow.put(line, MATRIX_HEAD, left)
            until = left + line.width + 4


def _lane(flow: Flow, name: str, bars: tuple[Bar, ...]) -> None:
    top = flow.y
    flow.y = top - (ROW - CELL.leading) / 2
    flow.put(flow.shortened(name, CELL, NAMES - 6), CELL, LEFT)
    flow.page.rules.append(Rule(LEFT, top, LEFT + WIDTH, top, 0.4, HAIR))
    for bar, left, right, row in placed(bars, SIDE / ROOM):
        _bar(flow, bar, (_at(left), _at(right)), top - row * ROW - 1)
    flow.y = top - _tall(bars)


def _bar(flow: Flow, bar: Bar, edges: tuple[float, float], top: float) -> None:
    left, right = edges
    is_broken = bar.sort is not Sort.KNOWN
    fill = ACCENT if bar.is_strong else WHITE
    corner = (left + 0.5, top - SIDE, right - left - 1, SIDE)
    flow.page.boxes.append(
        Box(*corner, fill, RULE if is_broken else ACCENT, is_dashed=is_broken, node=flow.node)
    )
    words = f"{bar.number}\N{MULTIPLICATION SIGN}" if bar.sort is Sort.NOT_SO else bar.number
    style = STRONG if bar.is_strong else NUMBERS
    line = flow.ruler(style.face).line(words, style.size)
    flow.y = top - (SIDE - style.leading) / 2
    flow.put(line, style, (left + right - line.width) / 2)


def _lengths(flow: Flow, bands: tuple[Band, ...]) -> None:
    """Say below the lanes how long each silence is, where there is room; the text says all."""
    top, until = flow.y, LEFT + NAMES
    for band in bands:
        line = flow.ruler(BY.face).line(band.words, BY.size)
        left = (_at(band.first) + _at(band.last) - line.width) / 2
        left = min(max(left, LEFT + NAMES), LEFT + WIDTH - line.width)
        if left >= until:
            flow.y = top
            flow.put(line, BY, left)
            until = left + line.width + 6
