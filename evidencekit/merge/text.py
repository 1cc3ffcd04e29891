"""Lay two versions of a text side by side: paragraphs to merge, words to show.

Every comparison is bounded; texts that differ too much become one choice for the whole field.
"""

import re
from dataclasses import dataclass
from typing import assert_never

from evidencekit.merge.sequences import Origin, Pair, matches, three_way

_PARAGRAPH = re.compile(r"[^\n]*\n|[^\n]+")
_WORD = re.compile(r"^\s+|\S+\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in a comparison: kept, taken away or put in."""

    change: str  # "same", "removed" or "added"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some paragraphs as the base and both sides have them."""

    origin: Origin
    base: str
    a: str
    b: str

    @property
    def merged(self) -> str | None:
        """Give the text both sides agree to, or None where each changed it differently."""
        match self.origin:
            case Origin.BOTH_DIFFER:
                return None
            case Origin.ONLY_B:
                return self.b
            case Origin.SAME | Origin.ONLY_A | Origin.BOTH_SAME:
                return self.a
            case never:
                assert_never(never)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMerge:
    """A text's passages in order; `is_whole` says that it was too different to take apart."""

    passages: tuple[Passage, ...]
    is_whole: bool = False

    @property
    def clashes(self) -> int:
        """Count the passages that a person must choose."""
        return sum(passage.origin is Origin.BOTH_DIFFER for passage in self.passages)

    @property
    def merged(self) -> str | None:
        """Give the combined text, or None while a passage is open."""
        parts = [passage.merged for passage in self.passages]
        return None if None in parts else "".join(part for part in parts if part)


def merge_text(base: str, a: str, b: str) -> TextMerge:
    """Combine two versions of a text by paragraph."""
    cut = [_PARAGRAPH.findall(text) for text in (base, a, b)]
    stretches = three_way(*cut)
    if stretches is None:
        whole = Passage(origin=_origin_of_whole(base, a, b), base=base, a=a, b=b)
        return TextMerge(passages=(whole,), is_whole=True)
    return TextMerge(
        passages=tuple(
            Passage(
                origin=stretch.origin,
                base=_joined(cut[0], stretch.base),
                a=_joined(cut[1], stretch.a),
                b=_joined(cut[2], stretch.b),
            )
            for stretch in stretches
        )
    )


def word_diff(old: str, new: str) -> tuple[Piece, ...]:
    """Show what became of a text, word by word; all at once when too much changed.

    Words are compared without the space behind them, and shown with the space of the new text.
    """
    one, other = _WORD.findall(old), _WORD.findall(new)
    pairs = matches([word.rstrip() for word in one], [word.rstrip() for word in other])
    if pairs is None:
        return (Piece("removed", old), Piece("added", new))
    pieces: list[Piece] = []
    at = (0, 0)
    for left, right in (*pairs, (len(one), len(other))):
        _put(pieces, "removed", _joined(one, (at[0], left)))
        _put(pieces, "added", _joined(other, (at[1], right)))
        _put(pieces, "same", _joined(other, (right, right + 1)))
        at = (left + 1, right + 1)
    return tuple(pieces)


def _put(pieces: list[Piece], change: str, text: str) -> None:
    if not text:
        return
    if pieces and pieces[-1].change == change:
        text = pieces.pop().text + text
    pieces.append(Piece(change, text))


def _joined(parts: list[str], span: Pair) -> str:
    return "".join(parts[span[0] : span[1]])


def _origin_of_whole(base: str, a: str, b: str) -> Origin:
    if a == b:
        return Origin.SAME if a == base else Origin.BOTH_SAME
    if a == base:
        return Origin.ONLY_B
    return Origin.ONLY_A if b == base else Origin.BOTH_DIFFER
