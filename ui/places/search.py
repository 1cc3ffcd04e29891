"""Search: find words, people and quotes in everything on this laptop, as one types."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from evidencekit.operations.changes import Changes
from evidencekit.operations.desk import Desk
from evidencekit.operations.searching import LEAST_LETTERS, Results, find
from ui import theme
from ui.places.card_paint import line_height, paint_line, paint_open, paint_words
from ui.places.cards import CardDelegate, CardList, CardRow, list_below
from ui.places.doors import open_record
from ui.places.found_words import found_card
from ui.places.workplace import Workplace
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.empty import Empty
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import row
from ui.widgets.page import Page
from ui.widgets.segment import Segments

PAUSE_MS = 120  # after the last key; short enough to feel at once, long enough to skip a letter
SAY_MS = 700  # how many were found is said once typing rests
PAGE = 50
_CHIPS = (
    ("", "Everything"),
    ("case-note", "Case notes"),
    ("observation", "Observations"),
    ("voice", "In their own words"),
    ("journey-event", "Events"),
    ("document", "Documents"),
    ("score", "Scores"),
)


class _Box(QLineEdit):
    """Down goes into the results, Esc takes the words away."""

    def __init__(self, below: QWidget) -> None:
        super().__init__()
        self._below = below
        self.setAccessibleName("Search words")
        self.setAccessibleDescription("Two letters or more. Down goes to the results.")
        self.setPlaceholderText("Words, a quote in quotation marks, or a case reference")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self._below.isVisible():
            self._below.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class _FoundDelegate(CardDelegate):
    """The line with the words drawn out, and below it where it stands."""

    tall = 98

    @override
    def paint_row(self, painter: QPainter, room: QRect, row: CardRow) -> None:
        foot = QRect(room.left(), room.bottom() - theme.px(24), room.width(), theme.px(26))
        text = QRect(room.left(), room.top() - theme.px(2), room.width(), line_height("body") * 2)
        text.setBottom(min(text.bottom(), foot.top()))
        paint_words(painter, text, row.text, row.marks)
        foot.setRight(paint_open(painter, foot))
        paint_line(painter, foot, row.by, theme.font("small"), "hint")


class Search(Page):
    """Each key may start a search at the desk; an answer to an earlier one is let go."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Search", "Searches everything on this laptop, the newest first")
        self._workplace = workplace
        self._asked = 0  # of the question whose answer is waited for
        self._kinds: dict[str, str] = {}
        self._last = 0  # the number of the last result, for the next page
        self.results = CardList("Results", _FoundDelegate())
        self.box = _Box(self.results)
        self.start = button("Search", self._ask, kind="primary", icon="search")
        self.chips = Segments("Search in", _CHIPS)
        self.count = label("", "strong")
        self.none = Empty(icon="search")
        self.more = button("Show older results", self._on_more, icon="arrow-down")
        self._pause = self._timer(PAUSE_MS, self._ask)
        self._say = self._timer(SAY_MS, self._announce)
        line = row(self.box, self.start)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.body.addWidget(flow(self.chips, self.count, gap=16))
        self.body.addWidget(self.results, 1)
        self.body.addWidget(self.none, 1)
        self.body.addLayout(row(self.more, None))
        list_below(self.box, self.results)
        self.box.textChanged.connect(self._on_typed)
        self.box.returnPressed.connect(self._ask)
        self.chips.chosen.connect(lambda _key: self._ask())
        self.results.opened.connect(self._on_open)
        self.none.chosen.connect(self._on_everything)
        self._show_nothing()

    @override
    def show_changes(self, changes: Changes) -> None:
        if self._words():
            self._ask()

    @override
    def first_focus(self) -> QWidget:
        return self.box

    @override
    def arrive(self) -> None:
        self.box.selectAll()

    def _timer(self, pause: int, then: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(pause)
        made.timeout.connect(then)
        return made

    def _words(self) -> str:
        words = self.box.text().strip()
        return words if len(words) >= LEAST_LETTERS else ""

    def _on_typed(self) -> None:
        if self._words():
            self._pause.start()
        else:
            self._pause.stop()
            self._asked += 1
            self._show_nothing()

    def _ask(self) -> None:
        self._pause.stop()
        words = self._words()
        if not words:
            return
        self._asked += 1
        then = partial(self._on_found, self._asked)
        self._workplace.ask(self, partial(_find, words, self.chips.value(), None), then)

    def _on_found(self, turn: int, results: Results) -> None:
        if turn != self._asked:
            return  # other words were typed meanwhile
        found, cards = results.found, self._cards(results, {})
        self.results.setVisible(bool(found))
        self.none.setVisible(not found)
        self.results.show_rows(cards)
        self.more.setVisible(len(found) == PAGE)
        if not found:
            words = f"Nothing found for “{self._words()}”."
            narrowed = bool(self.chips.value())
            more = "" if narrowed else "Try fewer letters, or the beginning of another word."
            self.none.say(words, more, "Search in everything" if narrowed else "")
        self._show_count()
        self._say.start()

    def _on_more(self) -> None:
        words, turn = self._words(), self._asked
        work = partial(_find, words, self.chips.value(), self._last)
        self._workplace.ask(self, work, partial(self._on_older, turn))

    def _on_older(self, turn: int, results: Results) -> None:
        if turn != self._asked:
            return
        found, first = results.found, len(self.results.cards.rows)
        self.results.cards.append(self._cards(results, self._kinds))
        self.more.setVisible(len(found) == PAGE)
        self._show_count()
        self._announce()
        if found:
            self.results.setCurrentIndex(self.results.cards.index(first))
            self.results.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cards(self, results: Results, before: dict[str, str]) -> list[CardRow]:
        found = results.found
        self._kinds = {**before, **{each.row.record: each.row.kind for each in found}}
        self._last = found[-1].row.number if found else 0
        pack, year = self._workplace.pack, self._workplace.now().year
        return [found_card(each, results.cases, pack, year) for each in found]

    def _show_nothing(self) -> None:
        self.results.show_rows(())
        self._kinds = {}
        self.results.hide()
        self.more.hide()
        self.count.setText("")
        self._say.stop()
        self.none.say(
            "Type two letters or more.", "A word in quotation marks is looked for as it is."
        )
        self.none.show()

    def _show_count(self) -> None:
        number = len(self.results.cards.rows)
        more = "or more " if self.more.isVisibleTo(self) else ""
        self.count.setText("1 result" if number == 1 else f"{number} {more}results")

    def _announce(self) -> None:
        announce(self.box, self.count.text())

    def _on_open(self, record: str) -> None:
        open_record(self._workplace, record, self._kinds[record])

    def _on_everything(self) -> None:
        self.chips.set_value("")
        self._ask()
        self.box.setFocus()


def _find(words: str, kind: str, before: int | None, desk: Desk) -> Results:
    return find(desk, words, kind, before=before)
