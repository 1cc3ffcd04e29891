"""The board of one journey: the picture, what it comes to in words, and the same as a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from evidencekit.analysis.journey import ALL, Journey
from evidencekit.analysis.silences import SEEN, SEEN_ALONE, SILENCE_DAYS, THRESHOLDS, Listened
from evidencekit.analysis.snapshot import Snapshot
from ui.places.journey_filter import FilterBar, ShownLine
from ui.places.journey_picture import CLOSER, JourneyPicture
from ui.places.journey_steps import Step, steps_of, with_silences
from ui.places.journey_table import JourneyTable
from ui.places.journey_words import interval_words, lane_words
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.segment import CheckPill, Segments

BOTH, PICTURE, TABLE = "both", "picture", "table"
_SHOWN_AS = ((BOTH, "Both"), (PICTURE, "Picture"), (TABLE, "Table"))
_LISTEN = (
    (ALL, "Silence: nothing recorded"),
    (SEEN, "Silence: child not seen"),
    (SEEN_ALONE, "Silence: not seen alone"),
)
_LETTERS = 20


class JourneyBoard(QWidget):
    """Picture and table share what is current; Enter opens what is written."""

    opened = Signal(str, str)  # record, kind

    def __init__(self) -> None:
        super().__init__()
        self._found: Journey | None = None
        self._snapshot: Snapshot | None = None
        self._steps: tuple[Step, ...] = ()
        self._opened_from: QWidget | None = None
        self.shown_as = Segments("Show as", _SHOWN_AS)
        self.listen = Combo("Silences of", "")
        self.listen.removeItem(0)
        self.listen.setMinimumContentsLength(_LETTERS)
        days = [(str(each), f"{each} days") for each in THRESHOLDS]
        self.least = Segments("Silences of more than", days)
        self.least.set_value(str(SILENCE_DAYS))
        self.filter_on = CheckPill("Filter", "filter")
        self.filter = FilterBar()
        self.shown = ShownLine()
        self.picture = JourneyPicture()
        self.pan = QScrollBar(Qt.Orientation.Horizontal)
        self.table = JourneyTable()
        self._lay_out()
        self._connect()

    def show_journey(self, found: Journey, snapshot: Snapshot) -> None:
        """Show one child's journey; another child begins whole and unfiltered."""
        is_other = self._found is None or self._found.case != found.case
        self._found, self._snapshot = found, snapshot
        self._steps = steps_of(found, snapshot)
        now = self.listen.value()
        lanes = [(lane, f"Silence: {lane_words(lane)}") for lane in found.lanes]
        self.listen.clear()
        for key, words in (*_LISTEN, *lanes):
            self.listen.addItem(words, key)
        known = {key for key, _ in (*_LISTEN, *lanes)}
        self.listen.set_value(now if now in known else ALL)
        words = interval_words(found)
        self.intervals.setText(words)
        self.intervals.setVisible(bool(words))
        self.filter.show_steps(self._steps, snapshot.pack)
        if is_other:
            self.filter.show_all()
            self.picture.show_whole()
        self._show()

    def listened(self) -> Listened | None:
        """Give the silences asked for; counted over everything, whatever the filter shows."""
        if self._found is None:
            return None
        return self._found.listen(self.listen.value(), self.silence_days)

    @property
    def silence_days(self) -> int:
        """Give from how many days on a silence counts."""
        return int(self.least.value())

    @property
    def current(self) -> str:
        """Give the record that is current."""
        return self.table.current_key()

    def first_stop(self) -> QWidget:
        """Give where the keyboard begins: where it was when something was opened."""
        is_picture = self.shown_as.value() == PICTURE or self._opened_from is self.picture
        return self.picture if is_picture and self.picture.isVisibleTo(self) else self.table

    # -- laying out

    def _lay_out(self) -> None:
        self.intervals = label("", "strong", wrap=True)
        self.counted = label("", "muted", wrap=True)
        self._nothing = label("Nothing in this journey has a date yet.", "muted", wrap=True)
        self._closer = button("", icon="zoom-in", name="Closer, key plus")
        self._back = button("", icon="zoom-out", name="Further back, key minus")
        self._whole = button("", icon="maximize-2", name="Show the whole journey, key 0")
        self.zoom = flow(self._back, self._closer, self._whole, gap=4)
        self.pan.setAccessibleName("Move along the timeline")
        self._card = Card(self.picture, self.pan, self._nothing, gap=4)
        column = QVBoxLayout(self)
        spaced(column, 10)
        tools = (self.shown_as, self.filter_on, self.zoom, self.listen, self.least)
        column.addWidget(flow(*tools, gap=14))
        column.addWidget(self.filter)
        column.addWidget(self.shown)
        column.addWidget(self._card)
        column.addWidget(self.intervals)
        column.addWidget(self.counted)
        column.addWidget(self.table, 1)
        self.filter.hide()

    def _connect(self) -> None:
        self.shown_as.chosen.connect(lambda _key: self._show())
        self.listen.chosen.connect(lambda _key: self._show())
        self.least.chosen.connect(lambda _key: self._show())
        self.filter_on.toggled.connect(self.filter.setVisible)
        self.filter.changed.connect(self._show)
        self.shown.all_asked.connect(self.filter.show_all)
        self._closer.clicked.connect(lambda _on: self.picture.zoom_by(CLOSER))
        self._back.clicked.connect(lambda _on: self.picture.zoom_by(1 / CLOSER))
        self._whole.clicked.connect(lambda _on: self.picture.show_whole())
        self.picture.moved.connect(self._on_moved)
        self.pan.valueChanged.connect(self._on_panned)
        self.table.pointed_at.connect(self.picture.point_at)
        self.picture.pointed_at.connect(self.table.go_to)
        self.table.chosen.connect(lambda key: self._on_opened(key, self.table))
        self.picture.opened.connect(lambda key: self._on_opened(key, self.picture))

    # -- showing

    def _show(self) -> None:
        listened = self.listened()
        if listened is None:
            return
        narrow = self.filter.value()
        kept = [step for step in self._steps if narrow.keeps(step)]
        self._show_forms(kept, listened)
        self.shown.show_count(len(kept), len(self._steps), narrow)
        self.counted.setText(listened.words)
        rows: Sequence[Step] = kept if narrow else with_silences(kept, listened.silences)
        self.table.show_steps(rows)
        self.picture.point_at(self.table.current_key())
        self._on_moved()

    def _show_forms(self, kept: Sequence[Step], listened: Listened) -> None:
        form = self.shown_as.value()
        self._card.setVisible(form != TABLE)
        self.zoom.setVisible(form != TABLE)
        self.table.setVisible(form != PICTURE)
        self.picture.show_steps(kept, listened.silences)
        has_marks = bool(self.picture.marks)
        self.picture.setVisible(has_marks)
        self._nothing.setVisible(not has_marks)

    def _on_moved(self) -> None:
        picture = self.picture
        self.pan.blockSignals(True)  # noqa: FBT003 - Qt's own name
        self.pan.setRange(0, max(0, picture.days - picture.shown_days))
        self.pan.setPageStep(max(1, picture.shown_days))
        self.pan.setValue(picture.start)
        self.pan.blockSignals(False)  # noqa: FBT003
        self.pan.setVisible(not picture.is_whole and bool(picture.marks))
        self._back.setEnabled(not picture.is_whole)
        self._whole.setEnabled(not picture.is_whole)

    def _on_panned(self, start: int) -> None:
        if start != self.picture.start:
            self.picture.pan_to(start)

    def _on_opened(self, record: str, where: QWidget) -> None:
        self._opened_from = where
        kind = next((step.kind for step in self._steps if step.key == record), "")
        self.opened.emit(record, kind)
