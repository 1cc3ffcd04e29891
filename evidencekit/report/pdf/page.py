"""What stands where on a page, before anything is drawn: plain values in points from the foot."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from evidencekit.report.pdf.lines import Line
from evidencekit.report.pdf.type import Ink, Style

ARTIFACT = -1  # furniture of the page that nobody needs read aloud
LINK = "Link"


class Text(NamedTuple):
    """A line of text at its left end and baseline; `node` is what it is part of."""

    x: float
    y: float
    line: Line
    style: Style
    node: int


class Box(NamedTuple):
    """A rectangle, filled or drawn around."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink | None
    stroke: Ink | None
    is_dashed: bool
    node: int


class Rule(NamedTuple):
    """A straight line across or down."""

    x: float
    y: float
    to_x: float
    to_y: float
    weight: float
    ink: Ink


class Link(NamedTuple):
    """A place that leads to an anchor."""

    x: float
    y: float
    width: float
    height: float
    anchor: str
    words: str
    node: int  # the part of the structure that it is


class PageNumber(NamedTuple):
    """The number of the page where an anchor is, set to the right end."""

    right: float
    y: float
    anchor: str
    style: Style
    node: int


class Mark(NamedTuple):
    """An anchor; with a title it is a bookmark of that level."""

    anchor: str
    y: float
    title: str
    level: int


@dataclass(slots=True)
class Page:
    """One page; `texts` stand in the order in which they are read."""

    texts: list[Text] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    numbers: list[PageNumber] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pages:
    """A laid-out document."""

    pages: Sequence[Page]
    nodes: Sequence["Node"]


class Node(NamedTuple):
    """A part of the document's structure: its role, what it belongs to, what it shows."""

    role: str
    parent: int
    alternative: str = ""
    scope: str = ""  # of a table header: Row or Column
