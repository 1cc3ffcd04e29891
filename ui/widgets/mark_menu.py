"""What can be done about a marked word, as the first part of a menu; nothing is done unasked."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from evidencekit.checks.identifiers import What
from ui.widgets import word_guard
from ui.widgets.word_guard import Mark

HOW = "Press Control and full stop for what to write instead."
NONE = "Nothing is marked here."


def put_ways(menu: QMenu, text: str, mark: Mark, put: Callable[[str], None]) -> None:
    """Put what is in doubt, what could be written, and the way to leave it on top of a menu."""
    first = menu.actions()[0] if menu.actions() else None
    for action in (*_ways(menu, text, mark, put), _line(menu)):
        if first is None:
            menu.addAction(action)
        else:
            menu.insertAction(first, action)


def pop_up(menu: QMenu, place: QPoint) -> None:
    """Open a menu with the first way chosen."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
    menu.setActiveAction(menu.actions()[1])


def _ways(
    menu: QMenu, text: str, mark: Mark, put: Callable[[str], None]
) -> Iterator[QAction]:  # fmt: skip
    guard, words = word_guard.current(), text[mark.start : mark.end]
    said = QAction(mark.says, menu)
    said.setEnabled(False)
    yield said
    for offer in guard.instead(text, mark):
        yield _action(menu, offer.replace("&", "&&"), partial(put, offer))
    if mark.span is None:
        yield _action(menu, "&Add to my words", partial(guard.word_said.emit, words))
    else:
        leave = "&Leave it: it is not a name" if mark.span.what is What.NAME else "&Leave it"
        yield _action(menu, leave, partial(guard.no_name_said.emit, words))


def _action(menu: QMenu, words: str, then: Callable[[], None]) -> QAction:
    made = QAction(words, menu)
    made.triggered.connect(lambda _on=False: then())
    return made


def _line(menu: QMenu) -> QAction:
    made = QAction(menu)
    made.setSeparator(True)
    return made
