"""Put the keyboard where a page begins, once what it shows has been read."""

from PySide6.QtCore import Qt

from ui.places.workplace import Workplace
from ui.widgets.page import Page, holds_focus
from ui.widgets.tab_order import keep_order


def begin_here(workplace: Workplace, page: Page) -> None:
    """Set the first focus of a page in front, unless somebody is busy in the menu."""
    keep_order(page)
    window = workplace.window
    first = page.first_focus()
    if first is not None and window.page is page and not holds_focus(window.side):
        first.setFocus(Qt.FocusReason.OtherFocusReason)
