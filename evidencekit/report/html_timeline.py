"""A timeline for the browser: one picture drawn in lines, described in words."""

from collections.abc import Iterator
from html import escape

from evidencekit.report.lanes import depth, placed
from evidencekit.report.letters import visible
from evidencekit.report.outline import Bar, Sort, Timeline

_WIDE, _NAMES, _SIDE, _ROW, _HEAD, _FOOT = 960, 190, 26, 30, 30, 26
_ROOM = _WIDE - _NAMES - 10


def timeline(block: Timeline) -> Iterator[str]:
    """Give the picture; a screen reader takes it as one, with its words."""
    said = _text(block.alternative)
    tall = _HEAD + sum(_tall(bars) for _, bars in block.lanes) + _FOOT
    yield f'<figure><svg role="img" aria-label="{said}" viewBox="0 0 {_WIDE} {tall}">'
    yield '<g font-size="13" font-family="sans-serif" fill="currentColor">'
    yield from _bands(block, tall)
    for share, words in block.ticks:
        x = _at(share)
        yield f'<path d="M{x} {_HEAD - 8}V{tall - _FOOT}" stroke="#c3ced6"/>'
        yield f'<text x="{x}" y="14" text-anchor="middle">{_text(words)}</text>'
    top = float(_HEAD)
    for name, bars in block.lanes:
        yield f'<text x="0" y="{top + 18:.1f}">{_text(name)}</text>'
        for bar, left, right, row in placed(bars, _SIDE / _ROOM):
            yield _bar(bar, _at(left), _at(right), top + row * _ROW)
        top += _tall(bars)
    yield "</g></svg>"
    yield f"<figcaption>{_text(block.caption)}. {said}</figcaption></figure>"


def _bands(block: Timeline, tall: int) -> Iterator[str]:
    for band in block.bands:
        left, right = _at(band.first), _at(band.last)
        yield (
            f'<rect x="{left}" y="{_HEAD - 8}" width="{right - left:.1f}"'
            f' height="{tall - _FOOT - _HEAD + 8}" fill="#e6ebef" stroke="#6b7886"'
            ' stroke-dasharray="4"/>'
            f'<text x="{(left + right) / 2:.1f}" y="{tall - 6}" text-anchor="middle">'
            f"{_text(band.words)}</text>"
        )


def _bar(bar: Bar, left: float, right: float, top: float) -> str:
    dash = "" if bar.sort is Sort.KNOWN else ' stroke-dasharray="3"'
    fill, ink = ("#0a5a6b", "#fff") if bar.is_strong else ("#fff", "#16202a")
    words = f"{bar.number}×" if bar.sort is Sort.NOT_SO else bar.number  # noqa: RUF001 - a cross
    return (
        f'<rect x="{left}" y="{top:.1f}" width="{right - left:.1f}" height="{_SIDE}" rx="6"'
        f' fill="{fill}" stroke="#0a5a6b"{dash}/>'
        f'<text x="{(left + right) / 2:.1f}" y="{top + 18:.1f}" text-anchor="middle"'
        f' fill="{ink}">{_text(words)}</text>'
    )


def _tall(bars: tuple[Bar, ...]) -> int:
    return depth(bars, _SIDE / _ROOM) * _ROW


def _at(share: float) -> float:
    return round(_NAMES + min(max(share, 0.0), 1.0) * _ROOM, 1)


def _text(words: str) -> str:
    return escape(visible(words))
