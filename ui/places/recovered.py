"""What was found unfinished when the notes were opened: said in one sentence, with a way to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

from evidencekit.canonical import Json
from evidencekit.operations import drafting, rescuing, returning
from evidencekit.operations.desk import Desk
from evidencekit.operations.drafting import Unsaved
from evidencekit.operations.rescuing import BroughtBack
from ui.places.choosers import ChooseOne, choose_file
from ui.places.dates import count
from ui.places.routes import resume
from ui.places.ways import way_from, way_to
from ui.places.workplace import Workplace

Open = Callable[[Workplace], object]
_NOWHERE: Mapping[str, Json] = MappingProxyType({})
_TODAY = "Today"


@dataclass(frozen=True, slots=True)
class Found:
    """Where one was, and the texts that became no record."""

    where: Mapping[str, Json] = field(default_factory=lambda: _NOWHERE)
    texts: tuple[Unsaved, ...] = ()  # the latest first

    def ways(self) -> tuple[str, list[Open]]:
        """Give the place that was in front, and how the pages opened from it are opened again."""
        pages = self.where.get("pages")
        found = [way_from(each) for each in pages] if isinstance(pages, list | tuple) else []
        return str(self.where.get("place", "")), [way for way in found if way is not None]


def look(desk: Desk) -> Found:
    """Read where one was and what is unfinished, rescued words included (DESK)."""
    rescuing.bring_back_beside(desk)
    return Found(returning.where(desk), drafting.all_drafts(desk))


def go_back(
    workplace: Workplace, was: tuple[str, Sequence[Open]], then: Callable[[], object]
) -> None:
    """Open the place and the pages that were in front, one upon the other."""
    place, pages = was
    if place not in workplace.window.side.names:
        then()  # nowhere yet, or a place that this person no longer has
        return
    workplace.go(place)
    _open_next(workplace, pages, then)


def _open_next(workplace: Workplace, pages: Sequence[Open], then: Callable[[], object]) -> None:
    if not pages:
        then()
        return
    pages[0](workplace)
    # Some pages read before they open: what is asked after them comes home after them.
    go_on = partial(_open_next, workplace, pages[1:], then)
    workplace.ask(workplace, _nothing, lambda _none: go_on())


def _nothing(_desk: Desk) -> None:
    """Take a turn at the desk."""


def tell(workplace: Workplace, found: Found) -> None:
    """Say what was recovered and from when, unless the page in front says it itself."""
    if not found.texts:
        return
    page = workplace.window.page
    shown = way_to(page) if page is not None else None
    last = found.texts[0]
    if len(found.texts) == 1 and shown is not None and _leads_to(last, shown.record):
        return
    at = last.at.astimezone(ZoneInfo(workplace.zone))
    day = "" if at.date() == workplace.now().date() else f" on {at.day} {at:%B}"
    if len(found.texts) == 1:
        what, action = f"We kept 1 unfinished text, from {at:%H:%M:%S}{day}.", "Continue"
        then: Callable[[], object] = partial(resume, workplace, last)
    else:
        texts = count(len(found.texts), "unfinished text")
        what, action = f"We kept {texts}, the last from {at:%H:%M:%S}{day}.", "Show"
        then = partial(workplace.go, _TODAY)
    workplace.window.notice.say(what, tone="info", action=action, then=then)


def bring_back(workplace: Workplace, choose: ChooseOne = choose_file) -> None:
    """Ask for a rescue file, and put its words among what is unfinished."""

    def show(found: BroughtBack) -> None:
        later = f" {len(found.older)} left: later words stand there." if found.older else ""
        workplace.window.notice.say(
            f"{count(len(found.taken), 'unfinished text')} brought back.{later}", tone="ok",
            action="Show", then=partial(workplace.go, _TODAY),
        )  # fmt: skip

    def take(path: Path) -> None:
        workplace.ask(workplace, lambda desk: rescuing.bring_back(desk, path), show)

    choose(workplace.window, "Which rescue file", take)


def _leads_to(text: Unsaved, record: str) -> bool:
    return bool(record) and text.record == record
