"""Print what is in front, when it can be printed: File, Print journey."""

from typing import Protocol, runtime_checkable

from ui.places.workplace import Workplace


@runtime_checkable
class Printable(Protocol):
    """A page that can be saved as a PDF."""

    def print_out(self) -> None:
        """Ask where to, and save it there."""
        ...


def print_in_front(workplace: Workplace) -> None:
    """Print the page in front, or lead to where there is something to print."""
    page: object = workplace.window.page
    if isinstance(page, Printable):
        page.print_out()
    else:
        workplace.go("Journey")
