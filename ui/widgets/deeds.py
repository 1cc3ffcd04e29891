"""What can be done by key on a page: each shortcut says in words what it does."""

import re
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.command_list import Command

WHERE = "Page"
_KEYS = re.compile(r", ((?:Ctrl|Alt|Shift|F\d).*)$")


def by_key(
    owner: QWidget,
    keys: str,
    words: str,
    then: Callable[[], object],
    context: Qt.ShortcutContext = Qt.ShortcutContext.WidgetWithChildrenShortcut,
) -> QShortcut:
    """Do something by a key, and let the menu and the list of commands say so."""
    made = QShortcut(QKeySequence(keys), owner)
    made.setContext(context)
    made.setWhatsThis(words)
    made.activated.connect(then)
    return made


def deeds(page: QWidget, offered: Sequence[Button]) -> Iterator[Command]:
    """Give what a page offers: its buttons, then what only a key does."""
    seen: set[str] = set()
    shortcuts = page.findChildren(QShortcut)
    by_words = {each.whatsThis(): each.key().toString() for each in shortcuts}
    for each in offered:
        words, keys = worded(each.accessibleName())
        keys = keys or by_words.get(words, "")
        seen |= {words, keys} - {""}
        yield Command(words, keys, WHERE, each.click)
    for shortcut in shortcuts:
        words, keys = shortcut.whatsThis(), shortcut.key().toString()
        if words and not {words, keys} & seen and _can_be_done(shortcut):
            seen |= {words, keys}
            yield Command(words, keys, WHERE, shortcut.activated.emit)


def worded(name: str) -> tuple[str, str]:
    """Split a button's name into its words and its keys: "Details, Ctrl+D"."""
    found = _KEYS.search(name)
    return (name[: found.start()], found[1]) if found else (name, "")


def _can_be_done(shortcut: QShortcut) -> bool:
    owner = shortcut.parent()
    return (
        shortcut.isEnabled()
        and isinstance(owner, QWidget)
        and owner.isVisible()
        and owner.isEnabled()
    )
