"""The colours and sizes of each theme, read once from resources/styles/tokens.toml."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

BUILT_IN = ("light", "dark", "contrast")
DISCREET = "discreet"  # put on over the theme that was chosen, and taken off again
_STRAIGHT = 0.04045  # below this, sRGB is a straight line (WCAG 2.2, relative luminance)


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme: colours by name, and whether it draws outlines instead of tints."""

    name: str
    colours: Mapping[str, str]
    outlined: bool = False

    def __getitem__(self, colour: str) -> str:
        return self.colours[colour]

    @property
    def hairline(self) -> int:
        """Give the width of a border in pixels."""
        return 2 if self.outlined else 1


@cache
def _source() -> Mapping[str, Any]:
    text = (files("resources") / "styles" / "tokens.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def built_in(name: str) -> Tokens:
    """Give one of the three themes that come with the app."""
    return Tokens(name, _source()[name], outlined=name == "contrast")


def type_sizes() -> Mapping[str, int]:
    """Give the font sizes in pixels at text size 100 %."""
    sizes: Mapping[str, int] = _source()["type"]
    return sizes


def radii() -> Mapping[str, int]:
    """Give the corner radii in pixels at text size 100 %."""
    sizes: Mapping[str, int] = _source()["radius"]
    return sizes


def least_target() -> int:
    """Give the smallest side of anything that can be clicked."""
    least: int = _source()["target"]["least"]
    return least


def luminance(colour: str) -> float:
    """Give the relative luminance of #RRGGBB (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= _STRAIGHT else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@dataclass(frozen=True, slots=True)
class Pair:
    """Something in front of something, and the contrast it needs."""

    front: str
    back: str
    least: float


def pairs() -> Iterator[Pair]:
    """Give every pair of colours that must be told apart."""
    for front, back, least in _source()["contrast_pairs"]["pairs"]:
        yield Pair(front, back, least)


def too_close(tokens: Tokens) -> list[Pair]:
    """Give the pairs of a theme that are not told apart well enough."""
    found = [p for p in pairs() if contrast(tokens[p.front], tokens[p.back]) < p.least]
    least = 3.0
    for back in _source()["contrast_pairs"]["ring_on"]:
        rings = (contrast(tokens[ring], tokens[back]) for ring in ("focus_outer", "focus_inner"))
        if max(rings) < least:
            found.append(Pair("focus ring", back, least))
    return found
