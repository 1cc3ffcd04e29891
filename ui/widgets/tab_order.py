"""Tab goes where the eye goes, also to what was added later.

Qt goes by the order in which widgets were made: a row added to a form would come last of all. Its
order can be set, but what hands its focus on to a part of itself cannot be moved, and Tab jumped
back to it from the end of a form: the menu and the buttons of the page were out of reach. So the
window walks the layout itself.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLayout,
    QScrollArea,
    QSplitter,
    QWidget,
)


def stops(inside: QWidget) -> Iterator[QWidget]:
    """Give what takes the Tab key inside a widget, itself included, in the order of the layout."""
    is_stop = bool(inside.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if is_stop and inside.focusProxy() is None:
        yield inside
    if isinstance(inside, QScrollArea):
        body: QWidget | None = inside.widget()
        if body is not None:
            yield from stops(body)
    if isinstance(inside, QSplitter):
        for part in filter(None, map(inside.widget, range(inside.count()))):
            yield from stops(part)
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


def step(inside: QWidget | None, *, forward: bool) -> bool:
    """Move the keyboard to the next stop that can be seen, round the end; False when none can."""
    now = QApplication.focusWidget()
    all_of = stops(inside) if inside is not None else ()
    there = [each for each in all_of if each is now or _takes_tab(each)]
    if not there:
        return False
    at = _place(there, now)
    by = 1 if forward else -1
    to = (at + by) % len(there) if at is not None else min(by - 1, 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    there[to].setFocus(reason)
    _show(there[to])
    return True


def _show(stop: QWidget) -> None:
    """Scroll what holds it: Qt does so only on the way from one stop to another inside it."""
    above = stop.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(stop)
        above = above.parentWidget()


def _place(there: list[QWidget], now: QWidget | None) -> int | None:
    """Give where the keyboard is: at a stop, or in something inside one."""
    while now is not None:
        if now in there:
            return there.index(now)
        now = now.parentWidget()
    return None


def _takes_tab(stop: QWidget) -> bool:
    return stop.isVisible() and stop.isEnabled()
