"""Case note: what the record, the worker, the child and the inspector say, kept apart."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.framework.items import Area
from evidencekit.ids import RecordId
from evidencekit.operations import reading
from evidencekit.operations.desk import Desk
from evidencekit.operations.filling import Filling
from evidencekit.operations.reading import Only
from ui.forms.form import Form
from ui.places.edit_record import EditRecord
from ui.places.sources import area_words
from ui.places.workplace import Workplace
from ui.widgets.card import Card
from ui.widgets.heading import Heading, label
from ui.widgets.lines import clear, column, row
from ui.widgets.picture import Decoration
from ui.widgets.tab_order import keep_order

KIND = "case-note"
_VOICES = (
    ("record_says", "file-text", "seen"),
    ("worker_says", "message-square-text", "quote"),
    ("child_says", "ear", "voice"),
    ("i_saw", "eye", "seen"),
)
_MINE = (("my_view", "lightbulb", "view"), ("impact", "target", "view"))
_FIRST = ("case", "headline", "source_type", "started", "source_roles")
_SHOWN = 4  # prompts at a time


class CaseNote(EditRecord):
    """The four voices stand beside each other and are never mixed."""

    def __init__(
        self, workplace: Workplace, record: str = "", given: Mapping[str, Json] | None = None
    ) -> None:  # fmt: skip
        begun = {"started": f"{workplace.now():%Y-%m-%dT%H:%M}"} if not record else {}
        super().__init__(workplace, KIND, record, {**begun, **(given or {})})
        self.prompts = Card(gap=6)
        self._asked_of = ""
        self.hand_in.setToolTip("Submit it as evidence")

    @override
    def again(self) -> Callable[[Workplace], object]:
        record, given = self._record, self._given
        return lambda place: place.open_page(CaseNote(place, record, given))

    @override
    def _on_opened(self, found: Filling) -> None:
        super()._on_opened(found)
        if self.form is not None:
            self._arrange(self.form)
            self.form.control("case").changed.connect(self._ask_prompts)
            self._ask_prompts()

    def _arrange(self, form: Form) -> None:
        """Put the questions in the order in which a note is written."""
        layout = form.layout()
        if layout is None:
            return
        voices = Card(Heading("Who says what", "h2"), gap=14)
        for key, icon, tone in _VOICES:
            voices.add(_voice(form, key, icon, tone))
        mine = Card(Heading("What you make of it", "h2"), gap=14)
        for key, icon, tone in _MINE:
            mine.add(_voice(form, key, icon, tone))
        column_of = form.layout()
        place = 1 + len(_FIRST)
        for number, key in enumerate(_FIRST, 1):
            _move(column_of, form.box(key), number)
        for number, card in enumerate((voices, mine, self.prompts, form.box("areas"))):
            _move(column_of, card, place + number)
        keep_order(form)

    def _ask_prompts(self) -> None:
        case = str(self.form.control("case").value() or "") if self.form is not None else ""
        areas = self._workplace.pack.areas
        self._workplace.ask(self, lambda desk: _uncovered(desk, case, areas), self._show_prompts)

    def _show_prompts(self, areas: tuple[Area, ...]) -> None:
        clear(self.prompts.column)
        self.prompts.setVisible(bool(areas))
        if not areas:
            return
        self.prompts.add(Heading("Nothing on this child yet", "h3"))
        for area in areas[:_SHOWN]:
            name = area_words(self._workplace.pack, area.id)
            self.prompts.add(label(f"{name}: {area.text}", wrap=True))
        if len(areas) > _SHOWN:
            rest = ", ".join(area_words(self._workplace.pack, a.id) for a in areas[_SHOWN:])
            self.prompts.add(label(f"Also: {rest}.", "hint", wrap=True))


def _voice(form: Form, key: str, icon: str, tone: str) -> QWidget:
    box = form.box(key)
    holder = QWidget()
    line = row(column(Decoration(icon, tone, 20), None), box, gap=12)
    line.setStretch(1, 1)
    holder.setLayout(line)
    return holder


def _move(layout: QLayout | None, widget: QWidget, place: int) -> None:
    if isinstance(layout, QVBoxLayout):
        layout.insertWidget(place, widget)


def _uncovered(desk: Desk, case: str, areas: tuple[Area, ...]) -> tuple[Area, ...]:
    if not case:
        return ()
    return tuple(
        area
        for area in areas
        if area.kind.value == "joint"
        and not reading.rows(desk, Only(case=RecordId(case), area=area.id), limit=1)
    )
