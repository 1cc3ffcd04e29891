"""The team's latest meetings and moderations as a card."""

from dataclasses import dataclass
from functools import partial

from evidencekit.operations import agenda, moderation
from evidencekit.operations.desk import Desk
from evidencekit.operations.moderation import Moderation
from evidencekit.operations.reading import Row
from ui.places.dates import stamp_words
from ui.places.doors import open_record
from ui.places.sources import area_words
from ui.places.workplace import Workplace
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.heading import label
from ui.widgets.lines import clear, column, row

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Read:
    """What the card shows."""

    meetings: tuple[Row, ...]
    rounds: tuple[Moderation, ...]


class Together(Card):
    """The latest of each; the others are found by Search."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(gap=8)
        self._workplace = workplace
        self._lines = column(gap=6)
        self.add(label("Team meetings and moderation", "h2"))
        self.add(self._lines)
        self.hide()

    def read(self) -> None:
        """Read the meetings and moderations again."""
        self._workplace.ask(self, _read, self._show)

    def _show(self, found: _Read) -> None:
        clear(self._lines)
        place, today = self._workplace, self._workplace.now().date()
        for each in found.meetings[:_SHOWN]:
            when = stamp_words(each.written, place.zone, today)
            self._line(each.title, f"Team meeting, {each.state}, {when}", each.record, each.kind)
        for one in found.rounds[:_SHOWN]:
            where = area_words(place.pack, one.area)
            child = f", {one.case_name}" if one.case_name else ""
            self._line(f"{where}{child}", f"Moderation: {stands(one)}", one.record,
                       moderation.KIND)  # fmt: skip
        self.setVisible(bool(found.meetings or found.rounds))

    def _line(self, words: str, more: str, record: str, kind: str) -> None:
        look = button("Open", partial(open_record, self._workplace, record, kind),
                      name=f"Open: {words}, {more}")  # fmt: skip
        said = column(label(words, "strong", wrap=True), label(more, "muted", wrap=True), gap=0)
        line = row(said, look, gap=12)
        line.setStretch(0, 1)
        self._lines.addLayout(line)


def stands(one: Moderation) -> str:
    """Say how far a round has come."""
    if one.view:
        others = len(one.dissent)
        differ = f", {others} of another view" if others else ""
        return f"one view is written down{differ}"
    if one.is_revealed:
        return "laid open, not agreed yet"
    waiting = [each.name for each in one.named if not each.is_in]
    return f"waits for {', '.join(waiting)}" if waiting else "everybody is in; lay it open"


def _read(desk: Desk) -> _Read:
    return _Read(agenda.meetings(desk), moderation.rounds(desk))
