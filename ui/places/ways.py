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
    HOW = "how"


# Pages made from a record and what else was known when they were left.
_WITH_GIVEN = {
    Do.CAPTURE: ("capture", "open_capture"),
    Do.PAIR: ("seen_by_two_pair", "open_pair"),
    Do.HOW: ("how_known", "open_how"),
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
        if self.do is Do.READ:
            _door("doors", "open_record")(workplace, self.record, self.kind)
        elif self.do is Do.WRITE:
            _door("doors", "edit_record")(workplace, self.record, self.kind)
        elif self.do in _WITH_GIVEN:
            _door(*_WITH_GIVEN[self.do])(workplace, self.record, self.given)
        elif self.do is Do.CONCERN:
            _door("concern", "raise_concern")(workplace)
        elif self.do is Do.EVENING:
            _door("evening", "show_close_day")(workplace)
        elif self.do is Do.DECIDE:
            _door("clash", "open_clash")(workplace, self.record)
        else:
            _door("doors", "begin_record")(workplace, self.kind, self.given)

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
