"""The parts of a case: who it is, the notes, the questions to ask, the areas and the details."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.analysis.coverage import Cell
from evidencekit.analysis.snapshot import Item, Snapshot
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations.casework import CaseView
from evidencekit.records.given import text
from evidencekit.records.kinds import KINDS
from evidencekit.records.words import label_of
from ui import theme
from ui.places.card_paint import line_height, paint_line, paint_open, paint_words
from ui.places.cards import CardDelegate, CardList, CardRow
from ui.places.record_rows import record_row
from ui.places.record_words import names_in, polarity_words, said_in
from ui.places.sources import area_words
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import RecordTable
from ui.qtmodels.table import Column, TableView, ValueTable
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.empty import Empty
from ui.widgets.flow import Flow
from ui.widgets.heading import label
from ui.widgets.lines import clear, column, row
from ui.widgets.tag import Tag


class IdentityBar(Card):
    """Who the child is, without a name; brothers and sisters can be opened."""

    sibling_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._line = Flow(gap=28)
        holder = QWidget()
        holder.setLayout(self._line)
        self.add(holder)

    def show_case(self, view: CaseView, pack: FrameworkPack) -> None:
        """Show a case."""
        clear(self._line)
        fields = view.case.fields
        self._say("Sample", pack.label("pack.sample-types", text(fields, "sample_type")))
        self._say("Age", label_of("age-bands", text(fields, "age_band")))
        self._say("Plan", label_of("plans", text(fields, "plan")))
        self._say("Host authority", text(fields, "host_authority"))
        self._say("Placing authority", text(fields, "placing_authority"))
        for key, words in (
            ("unborn", "Unborn"), ("out_of_area", "Out of area"), ("in_custody", "In custody"),
            ("deep_dive", "Deep dive"),
        ):  # fmt: skip
            if text(fields, key) == "yes":
                self._line.addWidget(Tag(words, "info"))
        if view.case.is_disputed:
            self._line.addWidget(Tag("Two versions", "caution"))
        for record, reference in view.siblings:
            sibling = button(reference, kind="link", name=f"Open sibling {reference}")
            sibling.clicked.connect(lambda _on, case=record: self.sibling_chosen.emit(case))
            self._put("Sibling", sibling)

    def _say(self, what: str, words: str) -> None:
        if words:
            self._put(what, label(words, "strong"))

    def _put(self, what: str, thing: QWidget) -> None:
        holder = QWidget()
        holder.setLayout(column(label(what, "hint"), thing, gap=2))
        self._line.addWidget(holder)


class NotesPart(QWidget):
    """All records about the case, newest first."""

    opened = Signal(str, str)  # record, kind
    begun = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._kinds: dict[str, str] = {}
        self.list = RecordList("Case notes", RecordTable(lambda _offset, _limit: ()))
        self.none = Empty("No notes yet.", "What did you read first?", "Add note", "notebook-pen")
        lines = QVBoxLayout(self)
        spaced(lines, 0)
        lines.addWidget(self.list, 1)
        lines.addWidget(self.none, 1)
        self.none.chosen.connect(self.begun)
        self.list.opened.connect(lambda key: self.opened.emit(key, self._kinds.get(key, "")))

    def show_rows(self, view: CaseView, pack: FrameworkPack, year: int) -> None:
        """Show what was written."""
        self.list.setAccessibleName(f"Case notes, {view.case.title}")
        self._kinds = {row.record: row.kind for row in view.rows}
        shown = [record_row(each, pack, year) for each in view.rows]
        now = self.list.current_key()
        self.list.records.reset(len(shown), lambda offset, limit: shown[offset : offset + limit])
        self.list.setVisible(bool(shown))
        self.none.setVisible(not shown)
        place = next((n for n, each in enumerate(shown) if each.key == now), 0)
        if shown and self.list.hasFocus():
            self.list.setCurrentIndex(self.list.records.index(place))


class _QuestionDelegate(CardDelegate):
    tall = 92

    @override
    def paint_row(self, painter: QPainter, room: QRect, row: CardRow) -> None:
        head = QRect(room.left(), room.top(), room.width(), line_height("body") + theme.px(4))
        title = QRect(head)
        title.setRight(paint_open(painter, head, "Write a note"))
        paint_line(painter, title, row.title, theme.font("body", 600), "text")
        rest = room.adjusted(0, head.height() + theme.px(2), 0, 0)
        paint_words(painter, rest, row.text, colour="second")


class QuestionsPart(QWidget):
    """The areas with nothing for this child: each is a question, and Enter begins a note on it."""

    asked = Signal(str)  # area

    def __init__(self, pack: FrameworkPack) -> None:
        super().__init__()
        self._pack = pack
        self.cards = CardList("Areas with nothing for this child yet", _QuestionDelegate())
        self.none = Empty("Something was recorded in every area.", icon="circle-check")
        lines = QVBoxLayout(self)
        spaced(lines, 8)
        lines.addWidget(
            label(
                "Nothing is recorded here for this child. That says nothing about the work: "
                "it says what is still to ask.", "muted", wrap=True,
            )
        )  # fmt: skip
        lines.addWidget(self.cards, 1)
        lines.addWidget(self.none, 1)
        self.cards.opened.connect(self.asked)

    def show_areas(self, areas: Sequence[str]) -> None:
        """Show the areas still to ask about."""
        self.cards.show_rows([self._card(area) for area in areas])
        self.cards.setVisible(bool(areas))
        self.none.setVisible(not areas)

    def _card(self, key: str) -> CardRow:
        area = self._pack.area(key)
        words = area_words(self._pack, key)
        asked = area.text if area else ""
        return CardRow(key=key, title=words, text=asked, spoken=f"{words}: {asked} Write a note.")


class AreasPart(QWidget):
    """How far each area was looked at for this child; Enter scores it."""

    opened = Signal(str)  # area

    def __init__(self, pack: FrameworkPack) -> None:
        super().__init__()
        self._areas: tuple[tuple[str, Cell], ...] = ()

        def polarity(each: tuple[str, Cell]) -> str:
            said = each[1].polarity
            return ", ".join(f"{polarity_words(key)} {n}" for key, n in said.items())

        self.table: ValueTable[tuple[str, Cell]] = ValueTable(
            (
                Column("Area", lambda each: area_words(pack, each[0])),
                Column("Recorded", lambda each: each[1].words),
                Column("What it shows", polarity),
            )
        )
        self.view = TableView("Areas for this child", self.table)
        lines = QVBoxLayout(self)
        spaced(lines, 8)
        lines.addWidget(label("Enter writes your own score of an area for this child.", "hint"))
        lines.addWidget(self.view, 1)
        self.view.opened.connect(lambda number: self.opened.emit(self._areas[number][0]))

    def show_areas(self, areas: tuple[tuple[str, Cell], ...]) -> None:
        """Show the areas in the framework's order."""
        self._areas = areas
        self.table.show_rows(areas)


class DetailsPart(QWidget):
    """What is known of the case itself, question by question, and the way to change it."""

    def __init__(self, pack: FrameworkPack) -> None:
        super().__init__()
        self._pack = pack
        self.edit = button("Change details", kind="", icon="pencil")
        self._card = Card(gap=10)
        lines = QVBoxLayout(self)
        spaced(lines, 12)
        lines.addLayout(row(self.edit, None))
        lines.addWidget(self._card)
        lines.addStretch(1)

    def show_case(self, case: Item, snapshot: Snapshot) -> None:
        """Show the answers of a case."""
        clear(self._card.column)
        for said in said_in(KINDS[case.kind], case.fields, snapshot.pack, names_in(snapshot)):
            self._card.add(
                column(label(said.question, "hint"), label(said.answer, wrap=True), gap=2)
            )
