"""Open a record on the page made for its kind, or begin a new one."""

from collections.abc import Callable, Mapping
from importlib import import_module

from evidencekit.canonical import Json
from ui.places.workplace import Workplace
from ui.widgets.page import Page

# By kind, the module and the page; each page is made from (workplace, record) or, for a new
# record, from (workplace, "", answers already known). Loaded when opened: pages open one another.
_OWN = {
    "case": ("case", "CasePage"),
    "score": ("score", "ScorePage"),
}
_NEW = {"score": ("score", "ScorePage")}
_ANY = ("edit_record", "EditRecord")


def open_record(workplace: Workplace, record: str, kind: str) -> None:
    """Open a record from the place in front; Esc leads back."""
    if kind in _OWN:
        workplace.open_page(_page(_OWN[kind])(workplace, record))
    else:
        workplace.open_page(_page(_ANY)(workplace, kind, record))


def edit_record(workplace: Workplace, record: str, kind: str) -> None:
    """Open the form of a record that also has a page of its own."""
    workplace.open_page(_page(_ANY)(workplace, kind, record))


def begin_record(workplace: Workplace, kind: str, given: Mapping[str, Json]) -> None:
    """Begin a new record with the answers that are already known."""
    if kind in _NEW:
        workplace.open_page(_page(_NEW[kind])(workplace, "", given))
    else:
        workplace.open_page(_page(_ANY)(workplace, kind, "", given))


def _page(named: tuple[str, str]) -> Callable[..., Page]:
    module, name = named
    made: Callable[..., Page] = getattr(import_module(f"ui.places.{module}"), name)
    return made
