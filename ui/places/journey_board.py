"""The board of one journey: the picture, what it comes to in words, and the same as a list."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.analysis.journey import Journey
from evidencekit.analysis.snapshot import Snapshot
from ui import theme
from ui.places.card_paint import line_height, paint_line, paint_tags, paint_words
from ui.places.cards import GAP, CardDelegate, CardList, CardRow, Index
from ui.places.journey_picture import JourneyPicture
from ui.places.journey_words import interval_words, journey_cards
from ui.theme import spaced
from ui.widgets.card import Card
from ui.widgets.heading import label

_WHEN, _BAND = 172, 44


class _TimelineDelegate(CardDelegate):
    """The date at the left; what happened, its tags, and who says so."""

    tall = 80
    is_even = False

    @override
    def paint_row(self, painter: QPainter, room: QRect, row: CardRow) -> None:
        if not row.key:
            paint_line(painter, room, row.title, theme.font("body", 600), "caution")
            return
        left = room.left() + min(theme.px(_WHEN), room.width() // 3)
        head = QRect(room.left(), room.top(), room.width(), line_height("body") + theme.px(4))
        when = QRect(head.topLeft(), QRect(room.left(), 0, left - room.left() - 8, 1).size())
        when.setHeight(head.height())
        paint_line(painter, when, row.when, theme.font("body", 600), "second")
        title = head.adjusted(left - room.left(), 0, 0, 0)
        tags = title.adjusted(title.width() // 3, 0, 0, 0)
        title.setRight(paint_tags(painter, tags, row.tags) - theme.px(8))
        paint_line(painter, title, row.title, theme.font("body", 600), "text")
        below = QRect(room.left(), head.bottom() + theme.px(2), room.width(), 0)
        below.setBottom(room.bottom() + theme.px(4))
        text = below.adjusted(left - room.left(), 0, 0, 0)
        paint_words(painter, text, row.text, row.marks, colour="second")
        below.setWidth(when.width())
        below.setHeight(line_height("small"))
        paint_line(painter, below, row.by, theme.font("small"), "hint")

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        is_band = isinstance(row, CardRow) and not row.key
        return (
            QSize(theme.px(200), theme.px(_BAND + GAP))
            if is_band
            else super().sizeHint(option, index)
        )


class JourneyBoard(QWidget):
    """Arrows step through the list and the picture follows; Enter opens what is written."""

    opened = Signal(str, str)  # record, kind

    def __init__(self) -> None:
        super().__init__()
        self._snapshot: Snapshot | None = None
        self.picture = JourneyPicture()
        self.intervals = label("", "strong", wrap=True)
        self.cards = CardList("Events, first to last", _TimelineDelegate())
        self._card = Card(self.picture, self.intervals)
        column = QVBoxLayout(self)
        spaced(column, 12)
        column.addWidget(self._card)
        column.addWidget(self.cards, 1)
        self.cards.pointed_at.connect(self.picture.point_at)
        self.cards.opened.connect(self._on_opened)
        self.picture.picked.connect(self._on_picked)

    def show_journey(self, found: Journey, snapshot: Snapshot) -> None:
        """Show one child's journey."""
        self._snapshot = snapshot
        self.picture.show_journey(found)
        words = interval_words(found)
        self.intervals.setText(words)
        self.intervals.setVisible(bool(words))
        self._card.setVisible(bool(found.events or found.voices))
        self.cards.show_rows(journey_cards(found, snapshot))

    def _on_picked(self, record: str) -> None:
        self.cards.go_to(record)
        self.cards.setFocus()

    def _on_opened(self, record: str) -> None:
        items = self._snapshot.items if self._snapshot else {}
        kinds = {str(each): item.kind for each, item in items.items()}
        self.opened.emit(record, kinds.get(record, ""))
