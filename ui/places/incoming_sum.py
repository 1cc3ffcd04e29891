"""An evening before it is joined: what each sender's bundles bring, in sum, and who is missing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from evidencekit.operations.bundles import Completeness
from evidencekit.operations.evening import Evening
from evidencekit.operations.seen_by_two import Pair
from ui.places.dates import count, local_words, stamp_words
from ui.qtmodels.table import Column, TableView, ValueTable
from ui.theme import current, px
from ui.widgets.card import Card
from ui.widgets.heading import label

NAME = "What the bundles bring"
_COUNTED = (
    ("new", "New"), ("corrections", "Corrections"), ("clashes", "To decide"),
    ("deletions", "Deletions"), ("held", "Already held"), ("waiting", "Waiting"),
    ("refused", "Not allowed"),
)  # fmt: skip
_ROW, _HEAD = 40, 44
_NAMED = 5


@dataclass(frozen=True, slots=True)
class SumRow:
    """One sender, or everybody."""

    who: str
    bundles: str
    counts: Mapping[str, int]


class SumCard(Card):
    """Everything dropped, as one table; nothing is written yet."""

    def __init__(self, evening: Evening, zone: str, today: date) -> None:
        super().__init__(gap=8)
        rows = rows_of(evening)
        self.add(label(NAME, "h3"))
        table = ValueTable(_columns(rows), self)
        table.show_rows(rows)
        self.table = TableView(NAME, table)
        self._many = len(rows)
        self.add(self.table)
        current().look_changed.connect(self._fit)
        self._fit()
        for words in pair_words(evening):
            self.add(label(words, wrap=True))
        for words in absent_words(evening, zone, today):
            self.add(label(words, wrap=True))

    def _fit(self) -> None:
        """Give the table just the height of its rows: a list is never so short by itself."""
        self.table.setFixedHeight(px(_HEAD + _ROW * self._many))


def rows_of(evening: Evening) -> list[SumRow]:
    """Give a row for each sender, and one for all where there are several."""
    rows = [
        SumRow(each.name, ", ".join(f"no. {number}" for number in each.bundles), each.counts)
        for each in evening.senders
    ]
    if len(rows) > 1:
        rows.append(SumRow("All", count(len(evening.ready), "bundle"), evening.counts))
    return rows


def pair_words(evening: Evening) -> list[str]:
    """Say what may be one event seen by two, once this is joined; the first few are named."""
    found = evening.pairs
    if not found:
        return []
    pairs, more = count(len(found), "pair"), len(found) - _NAMED
    return [
        f"{pairs} may be one event seen by two. Nothing is folded; look at them once joined:",
        *(_pair_line(each) for each in found[:_NAMED]),
        *([f"And {more} more."] if more > 0 else []),
    ]


def _pair_line(pair: Pair) -> str:
    where = f", {pair.case}" if pair.case else ""
    day = local_words(pair.one.at[:10])
    return f"{pair.one.title}{where}, {day}: {pair.one.who} and {pair.other.who}."


def absent_words(evening: Evening, zone: str, today: date) -> list[str]:
    """Say of whom nothing is among the bundles, and since when."""
    return [f"Not among these: {each.name}. {_since(each, zone, today)}" for each in evening.absent]


def _since(each: Completeness, zone: str, today: date) -> str:
    if not each.last_came:
        return "Nothing has come yet."
    return f"Last came at {stamp_words(each.last_came, zone, today)}."


def _columns(rows: list[SumRow]) -> list[Column[SumRow]]:
    """Give the columns that have something to say."""
    shown = [
        (key, title)
        for key, title in _COUNTED
        if key == "new" or any(each.counts.get(key) for each in rows)
    ]
    return [
        Column("From", lambda row: row.who),
        Column("Bundles", lambda row: row.bundles),
        *(Column(title, _counter(key)) for key, title in shown),
    ]


def _counter(key: str) -> Callable[[SumRow], str]:
    return lambda row: str(row.counts.get(key, 0))
