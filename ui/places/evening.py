"""The way into Close my day from anywhere, and from there to handing over."""

from importlib import import_module

from ui.places.workplace import Workplace

# Loaded when used: the screens of the evening lead to one another.
_CLOSE = ("ui.places.close_day", "CloseDay")
_HAND_OVER = "Hand over"


def show_close_day(workplace: Workplace) -> None:
    """Open Close my day over whatever is in front; Esc leads back to it."""
    kind = getattr(import_module(_CLOSE[0]), _CLOSE[1])
    if not isinstance(workplace.window.page, kind):
        workplace.open_page(kind(workplace))


def hand_over_now(workplace: Workplace) -> None:
    """Go to Hand over and begin at once: the next thing asked is where the bundle goes."""
    workplace.go(_HAND_OVER)
    while hasattr(workplace.window.page, "offered_from"):
        workplace.close_page()
    begin = getattr(workplace.window.page, "sign_now", None)
    if begin is not None:
        begin()
