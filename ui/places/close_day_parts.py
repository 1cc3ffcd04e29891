"""The parts of Close my day: how much is open, what comes next, and how handing over stands."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from evidencekit.operations.closing_day import ClosingDay, Matter, Thing
from evidencekit.operations.handed_over import DayBehind, behind_words
from evidencekit.records.kinds import KINDS
from evidencekit.records.titles import shortened
from ui.places.close_day_card import ICONS, TITLES
from ui.places.dates import count, stamp_words
from ui.places.workplace import Workplace
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import column, row, rule
from ui.widgets.picture import Decoration
from ui.widgets.tag import Tag

_SHOWN = 5
_LONGEST = 72

Choose = Callable[[Thing], object]


def how_many(day: ClosingDay) -> str:
    """Say how much is open, what was left among it."""
    if not day.things:
        return "Nothing is open."
    left = sum(each.is_left for each in day.things)
    are = "thing is" if len(day.things) == 1 else "things are"
    said = f"{len(day.things)} {are} open"
    which = "all" if left == len(day.things) else f"{left} of them"
    said += f", {which} left for another day" if left else ""
    return f"{said}. You can hand over at any time."


def done_card(day: ClosingDay, hand_over: Callable[[], object]) -> Card:
    """Say that everything was looked at, and lead on."""
    left = len(day.things)
    more = (
        f"{count(left, 'thing')} left for another day. What is open goes along as it is."
        if left
        else "Every note has its date and its area, and every concern is closed."
    )
    card = Card(
        row(Decoration("circle-check", "ok", 28), Heading("Your day is closed", "h2"), None),
        label(more, "muted", wrap=True), tone="accent",
    )  # fmt: skip
    if day.to_hand_over:
        made = button("Hand over now", hand_over, kind="primary", icon="package")
        card.add(flow(made))
        card.setFocusProxy(made)
    else:
        card.add(label("Everything is handed over. Good night.", "strong", wrap=True))
    return card


def then_rows(things: Sequence[Thing], choose: Choose) -> list[QWidget]:
    """Give what comes after the thing in work; each opens on the spot."""
    if not things:
        return []
    card = Card(Heading("Then", "h3"), gap=6)
    for each in things[:_SHOWN]:
        card.add(_row(each, choose))
    if len(things) > _SHOWN:
        card.add(label(f"and {len(things) - _SHOWN} more", "muted"))
    return [card]


def groups_card(day: ClosingDay, now: Matter | None, choose: Choose) -> Card:
    """Count every matter; a matter that is open can be gone to."""
    card = Card(Heading("Still open", "h2"), gap=4)
    for matter in Matter:
        things = day.of(matter)
        left = sum(each.is_left for each in things)
        some = f"{len(things)}, {left} left" if left else f"{len(things)}"
        said = f"{left} left" if left == len(things) else some
        line: list[QWidget | None] = [
            Decoration(ICONS[matter] if things else "circle-check", _tone(matter, things), 18),
        ]
        if things:
            open_it = button(
                TITLES[matter], partial(choose, things[0]), kind="link",
                name=f"{TITLES[matter]}: {said}" + (", shown now" if matter is now else ""),
            )  # fmt: skip
            line += [open_it, None, Tag(said, "error" if matter is Matter.CONCERNS else "")]
        else:
            line += [label(TITLES[matter], "muted"), None, label("None", "hint")]
        card.add(row(*line, gap=10))
    return card


def state_card(day: ClosingDay, behind: Sequence[DayBehind], place: Workplace) -> Card:
    """Say what waits to be handed over, and since when."""
    card = Card(Heading("Handing over", "h2"), gap=6)
    today = place.now().date()
    last = stamp_words(day.last_handed_over, place.zone, today)
    waits = f"{count(day.to_hand_over, 'version')} to hand over." if day.to_hand_over else ""
    card.add(label(waits or "Everything is handed over.", "strong", wrap=True))
    card.add(label(f"Last handed over at {last}." if last else "Not handed over yet.", "muted"))
    for each in behind:
        card.add(rule())
        words = label(behind_words(each), wrap=True)
        line = row(Decoration("triangle-alert", "caution", 18), words, gap=10)
        line.setStretch(1, 1)
        card.add(line)
    if not day.has_team:
        card.add(rule())
        card.add(label("You have not joined a team yet.", "muted", wrap=True))
        card.add(flow(button("Join the team", partial(place.go, "Team"), icon="users")))
    return card


def _row(thing: Thing, choose: Choose) -> QWidget:
    kind = KINDS.get(thing.kind)
    words = shortened(thing.says or thing.title, _LONGEST)
    below = kind.label if kind else thing.kind
    if thing.says and thing.title not in {thing.says, below}:
        below = f"{below}: {shortened(thing.title, _LONGEST)}"
    link = button(words, partial(choose, thing), kind="link", name=f"{words.rstrip('.')}. {below}")
    parts: list[QWidget] = [label(below, "hint", wrap=True)]
    if thing.is_left:
        parts.append(Tag("Left"))
    made = QWidget()
    made.setLayout(column(row(link, None), row(*parts, None), gap=0))
    return made


def _tone(matter: Matter, things: Sequence[Thing]) -> str:
    if not things:
        return "ok"
    return "error" if matter is Matter.CONCERNS else "caution"
