"""Seen by two: what may be one event told by two inspectors, and what was made of each pair."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.operations import seen_by_two
from evidencekit.operations.seen_by_two import Pair, Sameness
from evidencekit.records.kinds import KINDS
from ui.places.arriving import begin_here
from ui.places.case_words import moment_words
from ui.places.seen_by_two_pair import TAGS, open_pair
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import RecordRow, RecordTable
from ui.widgets.flow import flow
from ui.widgets.fresh_page import FreshPage
from ui.widgets.segment import Segments

TITLE = "Seen by two"
_ABOUT = "Two accounts of one event stand side by side. Neither is ever folded into the other."
_OPEN, _SAME, _APART = "open", Sameness.SAME.value, Sameness.APART.value
_CHIPS = ((_OPEN, "To look at"), (_SAME, "One event"), (_APART, "Two events"))
_BETWEEN = "+"


class SeenByTwo(FreshPage):
    """A list of pairs; Enter opens both accounts side by side."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(TITLE, _ABOUT)
        self._workplace = workplace
        self._found: tuple[Pair, ...] | None = None
        self._rows: list[RecordRow] = []
        self.chips = Segments("Show", _CHIPS)
        self.chips.set_value(_OPEN)
        self.list = RecordList(TITLE, RecordTable(self._page))
        self.body.addWidget(flow(self.chips))
        self.body.addWidget(self.list, 1)
        self.list.opened.connect(self._on_open)
        self.chips.chosen.connect(lambda _key: self._show())
        self.empty.chosen.connect(workplace.close_page)
        self.show_busy("Reading…")

    @override
    def _read(self) -> None:
        self._workplace.ask(self, seen_by_two.pairs, self._on_read)

    @override
    def again(self) -> Way:
        return Way(Do.PAIRS)

    @override
    def first_focus(self) -> QWidget | None:
        return self.list if self._rows else self.chips.pill(self.chips.value())

    def _on_read(self, found: tuple[Pair, ...]) -> None:
        is_first, self._found = self._found is None, found
        if not found:
            self.show_empty(
                "Nothing was seen by two.",
                "When two inspectors tell of one day, one kind of event and one case, both "
                "accounts are offered here.", "Back", "users",
            )  # fmt: skip
            return
        for key, words in _CHIPS:
            number = sum(_chip(each) == key for each in found)
            self.chips.pill(key).setText(f"{words} {number}")
            self.chips.pill(key).setAccessibleName(f"{words}: {number}")
        self._show()
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _show(self) -> None:
        year = self._workplace.now().year
        shown = [each for each in self._found or () if _chip(each) == self.chips.value()]
        self._rows = [_row(each, year) for each in shown]
        self.list.records.reset(len(self._rows))

    def _page(self, offset: int, limit: int) -> Sequence[RecordRow]:
        return self._rows[offset : offset + limit]

    def _on_open(self, key: str) -> None:
        one, _, other = key.partition(_BETWEEN)
        open_pair(self._workplace, one, {"other": other})


def show_pairs(workplace: Workplace) -> None:
    """Open the list over whatever is in front."""
    if not isinstance(workplace.window.page, SeenByTwo):
        workplace.open_page(SeenByTwo(workplace))


def _chip(pair: Pair) -> str:
    return _OPEN if pair.is_open else pair.sameness.value


def _row(pair: Pair, year: int) -> RecordRow:
    kind = KINDS.get(pair.one.kind)
    said = [pair.case] if pair.case else []
    tags = (TAGS[pair.sameness],) if pair.sameness is not Sameness.OPEN else ()
    return RecordRow(
        key=f"{pair.one.record}{_BETWEEN}{pair.other.record}", title=pair.one.title,
        detail=" · ".join([*said, f"{pair.one.who} and {pair.other.who}"]),
        when=moment_words(pair.one.at, year), icon=kind.icon if kind else "users", tags=tags,
    )  # fmt: skip
