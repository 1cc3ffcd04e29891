"""Put the keyboard where a page begins, once what it shows has been read."""

from PySide6.QtCore import Qt

from ui.places.workplace import Workplace
from ui.widgets.page import Page


def begin_here(workplace: Workplace, page: Page) -> None:
    """Set the first focus of a page in front, unless somebody is busy in the menu."""
    window = workplace.window
    first = page.first_focus()
    if first is not None and window.takes_keyboard(page):
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def bring_place(workplace: Workplace, name: str) -> None:
    """Open a place itself, not a page opened from it, with the keyboard where it begins."""
    window = workplace.window
    window.go(name)
    opened = None
    while window.page is not opened:  # the place itself stays when it is closed
        opened = window.page
        window.close_page()
    first = opened.first_focus() if opened is not None else None
    if first is not None:
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
