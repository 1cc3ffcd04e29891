"""What stands above everything on Today: children at risk, and days on this laptop only."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from evidencekit.analysis.snapshot import Item
from evidencekit.operations.handed_over import DayBehind, behind_words
from evidencekit.operations.holds import Hold
from evidencekit.operations.today import Today
from evidencekit.records.words import VOCABULARIES
from ui.places.dates import count
from ui.places.doors import edit_record, open_record
from ui.places.ending import show_ending
from ui.places.record_words import said_at
from ui.places.workplace import Workplace
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import row
from ui.widgets.picture import Decoration
from ui.widgets.tag import Tag

KIND = "concern"
_YES = "yes"


def urgent_cards(found: Today, behind: Sequence[DayBehind], place: Workplace) -> Iterator[QWidget]:
    """Give a card for each open concern, those of today's harm first, and the reminder."""
    for item in sorted(found.open_concerns, key=_immediate_first):
        yield concern_card(item, found, place)
    if behind:
        yield behind_card(behind, place)


def hold_card(hold: Hold, place: Workplace) -> Card:
    """Say that a legal hold stands: nothing it covers may be thrown away, on paper either."""
    words = f"A legal hold stands on {hold.what}: {hold.ground.lower()}. Keep your paper notes too."
    look = button("Look", partial(show_ending, place), kind="quiet", name=f"Look: {words}")
    line = row(Decoration("lock", "second", 20), label(words, "strong", wrap=True), look, gap=10)
    line.setStretch(1, 1)
    card = Card(line, tone="caution", gap=6)
    card.setAccessibleName(words)
    return card


def concern_card(item: Item, found: Today, place: Workplace) -> Card:
    """Say what the concern is, who was told, and what is still missing before it is closed."""
    fields = item.fields
    is_mine = item.author == place.me.id
    tags = [Tag("Open concern", "error")]
    if fields.get("immediate") == _YES:
        tags.append(Tag("Harm today", "error"))
    raised = " ".join(
        part for part in (
            f"Raised {said_at(item.at)}" if item.at else "Raised",
            f"by {'you' if is_mine else found.people.get(item.author, item.author)}.",
        ) if part
    )  # fmt: skip
    # The one box that may hold a name is not read here.
    title = str(fields.get("nature", "")) or item.title
    card = Card(
        row(Decoration("siren", "error", 20), *tags, None),
        Heading(title, "h3"), label(f"{raised} {told_words(item)}", wrap=True),
        tone="error", gap=6,
    )  # fmt: skip
    read = button("Open", partial(open_record, place, item.record, KIND), kind="quiet",
                  name=f"Open the concern: {title}")  # fmt: skip
    if is_mine:
        more = button("Write what happened", partial(edit_record, place, item.record, KIND),
                      icon="pencil", name=f"Write what happened: {title}")  # fmt: skip
        card.add(flow(more, read))
    else:
        card.add(flow(read))
    return card


def told_words(item: Item) -> str:
    """Say who was told and when, how it stands, and what is still missing."""
    fields = item.fields
    at = str(fields.get("lead_told_at", ""))
    lead = f"Lead told {said_at(at)}." if at else "The lead is not told yet."
    rows = fields.get("told")
    many = len(rows) if isinstance(rows, list | tuple) else 0
    agencies = f"{count(many, 'agency', 'agencies')} told." if many else "No agency told yet."
    due = str(fields.get("response_due", ""))
    waits = f"Answer due {said_at(due)}." if due and not fields.get("response") else ""
    state = VOCABULARIES["concern-states"].label_of(str(fields.get("state", "") or "raised"))
    return " ".join(
        part for part in (lead, agencies, waits, f"It stands: {state.lower()}.") if part
    )


def behind_card(behind: Sequence[DayBehind], place: Workplace) -> Card:
    """Say which days are on this laptop only; it says it once, and stops nobody."""
    words = label(" ".join(map(behind_words, behind)), "strong", wrap=True)
    line = row(Decoration("package", "caution", 20), words, gap=10)
    line.setStretch(1, 1)
    go = button("Hand over", partial(place.go, "Hand over"), name="Hand over what is behind")
    return Card(line, flow(go), tone="caution", gap=8)


def _immediate_first(item: Item) -> tuple[bool, str, str]:
    return item.fields.get("immediate") != _YES, item.at, item.record
