"""All places of the main menu, in order; a page is made when its place is first opened."""

from collections.abc import Callable
from functools import partial
from importlib import import_module

from ui.places.workplace import Workplace
from ui.widgets.page import Page, PlaceSpec

_EVERYBODY = (
    ("Today", "sun", "today", "Today"),
    ("Cases", "folder", "cases", "Cases"),
    ("Observations", "notebook-pen", "observations", "Observations"),
    ("Evaluation", "clipboard-check", "evaluation", "Evaluation"),
    ("Journey", "route", "journey", "JourneyPlace"),
    ("Search", "search", "search", "Search"),
    ("Hand over", "package", "hand_over", "HandOver"),
    ("Team", "users", "team", "Team"),
    ("Findings", "scale", "findings", "Findings"),  # anybody drafts, the lead adopts
)
_LEADS = (
    ("Merge", "git-merge", "merge", "Merge"),
    ("Report", "file-text", "report", "ReportPlace"),
)


def places(workplace: Workplace) -> list[PlaceSpec]:
    """Give the places that this person has."""
    shown = (*_EVERYBODY, *_LEADS) if workplace.is_lead else _EVERYBODY
    return [
        PlaceSpec(name, icon, partial(_make, workplace, module, page))
        for name, icon, module, page in shown
    ]


def _make(workplace: Workplace, module: str, name: str) -> Page:
    # Loaded when first opened, so that the window stands before the heavier places are read.
    make: Callable[[Workplace], Page] = getattr(import_module(f"ui.places.{module}"), name)
    return make(workplace)
