"""Two texts of one section, paragraph by paragraph: where they differ, and both kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Differing:
    """Paragraphs that are not the same in both; "" where one of them has none there."""

    mine: str
    theirs: str
    at: int  # the paragraph of mine where it begins
    wide: int  # how many paragraphs of mine it covers


def differing(mine: str, theirs: str) -> tuple[Differing, ...]:
    """Give where two texts differ, in the order of mine."""
    own, other = paragraphs(mine), paragraphs(theirs)
    match = SequenceMatcher(None, own, other, autojunk=False)
    return tuple(
        Differing(_text(own[start:end]), _text(other[to:until]), start, end - start)
        for what, start, end, to, until in match.get_opcodes()
        if what != "equal"
    )


def taken_in(mine: str, found: Differing, *, instead: bool) -> str:
    """Give my text with their paragraphs below mine, or in their place."""
    own = paragraphs(mine)
    end = found.at + found.wide
    kept = own[: found.at] if instead else own[:end]
    return _text([*kept, *paragraphs(found.theirs), *own[end:]])


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a text, empty lines left out."""
    return [line for line in text.splitlines() if line.strip()]


def _text(lines: Sequence[str]) -> str:
    return "\n".join(lines)
