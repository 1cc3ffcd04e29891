"""Cases: the sample, what is known of every child in it, and what it does not show yet."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from evidencekit.operations.sample import CaseLine, Sample, sample
from ui import theme
from ui.places.arriving import begin_here
from ui.places.card_paint import line_height, paint_line, paint_open, paint_tags
from ui.places.cards import CardDelegate, CardList, CardRow, list_below
from ui.places.case import CasePage
from ui.places.case_words import case_card, words_in
from ui.places.cases_sample import SamplePage
from ui.places.doors import begin_record
from ui.places.workplace import Workplace
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.empty import Empty
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.page import Page
from ui.widgets.segment import Segments

_CHIPS: tuple[tuple[str, str, Callable[[CaseLine], bool]], ...] = (
    ("all", "All", lambda _line: True),
    ("mine", "Mine", lambda line: line.is_mine),
    ("shared", "Shared sample", lambda line: line.is_shared),
    ("own", "Own sample", lambda line: not line.is_shared),
    ("tracked", "Tracked", lambda line: line.is_tracked),
    ("waiting", "Without a note", lambda line: not line.is_started),
    ("unborn", "Unborn", lambda line: line.is_unborn),
    ("elsewhere", "Placed elsewhere", lambda line: line.is_elsewhere),
)
_WHOLE = "Every stage, group of children and kind of agency that is asked for has a case."
_RARE = frozenset({"unborn", "elsewhere"})  # without such a case there is nothing to choose


class _FilterBox(QLineEdit):
    """Down goes into the cards, Esc takes the words away."""

    def __init__(self, below: QWidget) -> None:
        super().__init__()
        self._below = below
        self.setPlaceholderText("Filter cases")
        self.setAccessibleName("Filter cases")
        self.setAccessibleDescription("Part of a reference, a plan, a stage or an age.")
        self.setClearButtonEnabled(False)
        theme.current().look_changed.connect(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.px(200), super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self._below.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class _CaseDelegate(CardDelegate):
    """Reference and tags above, plan and age, whose case it is, and how much was written."""

    tall = 150

    @override
    def paint_row(self, painter: QPainter, room: QRect, row: CardRow) -> None:
        first = QRect(room.left(), room.top(), room.width(), line_height("h3"))
        left = paint_tags(painter, first.adjusted(room.width() // 4, 0, 0, 0), row.tags)
        named = QRect(first.topLeft(), QSize(left - first.left() - theme.px(8), first.height()))
        paint_line(painter, named, row.title, theme.font("h3", 600), "text")
        second = QRect(
            first.left(), first.bottom() + theme.px(8), room.width(), line_height("body")
        )
        paint_line(painter, second, row.text, theme.font("body"), "second")
        whose = second.translated(0, second.height() + theme.px(2))
        paint_line(painter, whose, row.when, theme.font("small"), "second")
        third = QRect(room.left(), room.bottom() - theme.px(24), room.width(), theme.px(24))
        third.setRight(paint_open(painter, third) - theme.px(4))
        paint_line(painter, third, row.by, theme.font("small"), "hint")


class Cases(Page):
    """The sample as cards; typing a letter goes to a case, Enter opens it."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Cases")
        self._workplace = workplace
        self._sample: Sample | None = None
        self.add_action(button("Add a case", self._on_add, kind="primary", icon="plus"))
        self.cards = CardList("Cases in the sample", _CaseDelegate(), two_columns=True)
        self.filter = _FilterBox(self.cards)
        self.chips = Segments("Show", [(key, words) for key, words, _ in _CHIPS])
        self.whose = Combo("Inspectorate", "Any inspectorate")
        self.whose.setMinimumContentsLength(16)
        self.none = Empty(icon="filter")
        self.missing = Card(gap=4)
        self._missing_words = label("", wrap=True)
        self._missing_head = Heading("The sample does not show yet", "h3")
        seen = button("See what the sample shows", self._on_sample, kind="quiet", icon="table")
        for part in (self._missing_head, self._missing_words, flow(seen)):
            self.missing.add(part)
        self.body.addWidget(flow(self.filter, self.whose, gap=12))
        self.body.addWidget(self.chips)
        self.body.addWidget(self.cards, 1)
        self.body.addWidget(self.none, 1)
        self.body.addWidget(self.missing)
        self.none.hide()
        list_below(self.filter, self.cards)
        self.filter.textChanged.connect(self._show)
        self.chips.chosen.connect(lambda _key: self._show())
        self.whose.chosen.connect(lambda _key: self._show())
        self.cards.opened.connect(self._on_open)
        self.none.chosen.connect(self._on_clear)
        self.empty.chosen.connect(self._on_add)
        self.show_busy("Reading the cases.")
        self._read()

    @override
    def first_focus(self) -> QWidget | None:
        return self.cards if self.cards.cards.rowCount() else super().first_focus()

    @override
    def _read(self) -> None:
        self._workplace.ask(self, sample, self._on_read)

    def _on_read(self, found: Sample) -> None:
        is_first = self._sample is None
        self._sample = found
        if not found.cases:
            self.set_title("Cases", "")
            self.show_empty(
                "No cases yet.", "Add one, or wait for the lead's list.", "Add a case", "folder"
            )
        else:
            children = "child" if len(found.cases) == 1 else "children"
            self.set_title("Cases", f"{len(found.cases)} {children} in the sample")
            self._count(found)
            self._show_missing(found)
            self._show()
            self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _count(self, found: Sample) -> None:
        for key, words, belongs in _CHIPS:
            number = sum(belongs(line) for line in found.cases)
            pill = self.chips.pill(key)
            pill.setText(f"{words} {number}")
            pill.setAccessibleName(f"{words}: {number}")
            pill.setVisible(bool(number) or key not in _RARE or key == self.chips.value())
        pack = self._workplace.pack
        whose = sorted({each for line in found.cases for each in line.inspectorates})
        self.whose.offer([(each, pack.label("pack.inspectorates", each)) for each in whose])
        self.whose.setVisible(len(whose) > 1)

    def _show(self) -> None:
        if self._sample is None:
            return
        pack, now = self._workplace.pack, self._workplace.now()
        wanted = self.filter.text().strip().casefold()
        belongs = next(test for key, _, test in _CHIPS if key == self.chips.value())
        shown = [
            line
            for line in self._sample.cases
            if belongs(line)
            and all(word in words_in(line, pack) for word in wanted.split())
            and (not self.whose.value() or self.whose.value() in line.inspectorates)
        ]
        self.cards.show_rows([case_card(c, pack, self._workplace.zone, now.year) for c in shown])
        self.cards.setVisible(bool(shown))
        self.none.setVisible(not shown)
        if not shown:
            self.none.say(self._nothing(wanted), "", "Clear the filter")
        if wanted:
            announce(self, f"{len(shown)} of {len(self._sample.cases)} cases.")

    def _nothing(self, wanted: str) -> str:
        if wanted:
            return f"No case matches “{self.filter.text().strip()}”."
        return "No case is like that."

    def _show_missing(self, found: Sample) -> None:
        gaps = [(each.title, each.gaps) for each in found.dimensions if each.gaps]
        said = [f"{title}: {'; '.join(line.label for line in lines)}." for title, lines in gaps]
        self._missing_words.setText("\n".join(said) or _WHOLE)
        self._missing_head.setVisible(bool(said))

    def _on_clear(self) -> None:
        self.filter.clear()
        self.chips.set_value("all")
        self.whose.set_value("")
        self._show()
        self.filter.setFocus()

    def _on_add(self) -> None:
        begin_record(self._workplace, "case", {})

    def _on_sample(self) -> None:
        self._workplace.open_page(SamplePage(self._workplace))

    def _on_open(self, record: str) -> None:
        self._workplace.open_page(CasePage(self._workplace, record))
