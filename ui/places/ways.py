"""Ways: how a page is opened again, as data that can be kept in the store."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from importlib import import_module
from types import MappingProxyType

from evidencekit.canonical import Json
from ui.places.workplace import Workplace
from ui.widgets.page import Page

_NOTHING: Mapping[str, Json] = MappingProxyType({})


class Do(Enum):
    """What a way does."""

    READ = "read"
    WRITE = "write"
    BEGIN = "begin"
    CONCERN = "concern"
    EVENING = "evening"
    CAPTURE = "capture"
    DECIDE = "decide"
    PAIR = "pair"
    PAIRS = "pairs"
    HOW = "how"
    FRAMEWORK = "framework"
    STANDING = "standing"
    SETTLE = "settle"
    ACCEPT = "accept"
    AGREE = "agree"


# The function that opens each, and what of the way it is handed besides the workplace.
_DOORS: Mapping[Do, tuple[str, str, tuple[str, ...]]] = {
    Do.READ: ("doors", "open_record", ("record", "kind")),
    Do.WRITE: ("doors", "edit_record", ("record", "kind")),
    Do.BEGIN: ("doors", "begin_record", ("kind", "given")),
    Do.CONCERN: ("concern", "raise_concern", ()),
    Do.EVENING: ("evening", "show_close_day", ()),
    Do.CAPTURE: ("capture", "open_capture", ("record", "given")),
    Do.DECIDE: ("clash", "open_clash", ("record",)),
    Do.PAIR: ("seen_by_two_pair", "open_pair", ("record", "given")),
    Do.PAIRS: ("seen_by_two", "show_pairs", ()),
    Do.HOW: ("how_known", "open_how", ("record", "given")),
    Do.AGREE: ("agreed_view", "open_agreed", ("record",)),
    Do.STANDING: ("standing", "open_standing", ("given",)),
    Do.SETTLE: ("standing_again", "settle_again", ("kind", "record")),
    Do.ACCEPT: ("accept_many", "show_accept", ()),
    Do.FRAMEWORK: ("framework_page", "open_framework", ("kind", "record")),
}


@dataclass(frozen=True, slots=True)
class Way:
    """How to come to a page: what to do with which kind and record."""

    do: Do
    kind: str = ""
    record: str = ""
    given: Mapping[str, Json] = field(default_factory=lambda: _NOTHING)

    def __call__(self, workplace: Workplace) -> None:
        """Open the page from the place in front."""
        # Loaded when used: every page names its way, so this module cannot import the pages.
        module, name, parts = _DOORS[self.do]
        _door(module, name)(workplace, *(getattr(self, part) for part in parts))

    def to_json(self) -> dict[str, Json]:
        """Give what the store keeps: names, ids and the answers a form was begun with."""
        parts: dict[str, Json] = {"kind": self.kind, "record": self.record, "given": self.given}
        return {"do": self.do.value, **{key: part for key, part in parts.items() if part}}


def way_from(kept: Json) -> Way | None:
    """Read a way; None for what this version does not know."""
    if not isinstance(kept, Mapping) or kept.get("do") not in {each.value for each in Do}:
        return None
    given = kept.get("given")
    return Way(
        Do(kept["do"]), str(kept.get("kind", "")), str(kept.get("record", "")),
        given if isinstance(given, Mapping) else _NOTHING,
    )  # fmt: skip


def way_to(page: Page) -> Way | None:
    """Give how a page is opened again after the end of the app, if it says so."""
    way = page.again()
    return way if isinstance(way, Way) else None


def where(place: str, pages: Sequence[Page]) -> dict[str, Json]:
    """Give what is in front as the store keeps it; a page that cannot come again ends the trail."""
    kept: list[Json] = []
    for page in pages:
        way = way_to(page)
        if way is None:
            break
        kept.append(way.to_json())
    return {"place": place, "pages": kept}


def _door(module: str, name: str) -> Callable[..., None]:
    made: Callable[..., None] = getattr(import_module(f"ui.places.{module}"), name)
    return made
