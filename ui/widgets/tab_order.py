"""Tab goes where the eye goes, also to what was added later.

Qt goes by the order in which widgets were made: a row added to a form would come last of all.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def stops(inside: QWidget) -> Iterator[QWidget]:
    """Give what takes the Tab key inside a widget, itself included, in the order of the layout."""
    is_stop = bool(inside.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if is_stop and inside.focusProxy() is None:
        yield inside
    if isinstance(inside, QScrollArea):
        body: QWidget | None = inside.widget()
        if body is not None:
            yield from stops(body)
    layout = inside.layout()
    if layout is not None:
        yield from _stops_of(layout)


def _stops_of(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (None, None) if item is None else (item.widget(), item.layout())
        if widget is not None:
            yield from stops(widget)
        elif inner is not None:
            yield from _stops_of(inner)


def keep_order(inside: QWidget) -> None:
    """Let Tab follow the layout; the first stop stays where it is among the others."""
    for first, second in pairwise(list(stops(inside))):
        QWidget.setTabOrder(first, second)
