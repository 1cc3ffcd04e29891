"""Every question and how far it has come: to answer, answered, settled; Enter opens one."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.operations import asking
from evidencekit.operations.asking import Conversation, Standing
from ui.places.arriving import begin_here
from ui.places.doors import open_record
from ui.places.question_words import asked_words, standing_tag
from ui.places.workplace import Workplace
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import RecordRow, RecordTable
from ui.widgets.fresh_page import FreshPage
from ui.widgets.segment import Segments

TITLE = "Questions and answers"
NOTHING = "Nobody has asked anything yet."
HOW = "The lead asks from a record's page, with “Ask about it”. The answer comes back by bundle."
_CHOICES = {
    "open": "Open",
    Standing.WAITING.value: "Not answered yet",
    Standing.ANSWERED.value: "Answered",
    Standing.SETTLED.value: "Settled",
    "all": "All",
}


def show_questions(workplace: Workplace) -> None:
    """Open the list over whatever is in front."""
    if not isinstance(workplace.window.page, QuestionsPage):
        workplace.open_page(QuestionsPage(workplace))


class QuestionsPage(FreshPage):
    """One list, narrowed by how far each question has come."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(TITLE)
        self._workplace = workplace
        self._found: tuple[Conversation, ...] | None = None
        self._rows: list[RecordRow] = []
        self.only = Segments("Show", list(_CHOICES.items()))
        self.only.chosen.connect(lambda _key: self._show())
        self.list = RecordList(TITLE, RecordTable(self._page))
        self.list.opened.connect(lambda record: open_record(workplace, record, asking.QUERY))
        self.body.addWidget(self.only)
        self.body.addWidget(self.list, 1)
        self.empty.chosen.connect(workplace.close_page)
        self.show_busy("Reading…")

    @override
    def _read(self) -> None:
        self._workplace.ask(self, asking.conversations, self._on_found)

    @override
    def first_focus(self) -> QWidget | None:
        return self.list if self._found else super().first_focus()

    def _on_found(self, found: tuple[Conversation, ...]) -> None:
        is_first, self._found = self._found is None, found
        if not found:
            self.show_empty(NOTHING, HOW, "Go back", "circle-help")
        else:
            self._show()
            self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _show(self) -> None:
        found = self._found or ()
        for key, words in _CHOICES.items():
            many = sum(map(_belongs(key), found))
            self.only.pill(key).setText(f"{words} {many}")
            self.only.pill(key).setAccessibleName(f"{words}: {many}")
        belongs = _belongs(self.only.value() or "open")
        self._rows = [self._row(each) for each in found if belongs(each)]
        self.list.records.reset(len(self._rows))
        self.set_title(TITLE, f"{len(self._rows)} of {len(found)}")

    def _row(self, each: Conversation) -> RecordRow:
        last = each.replies[-1] if each.replies else None
        reply = f" · {last.by_name}: {' '.join(last.words.split())[:80]}" if last else ""
        return RecordRow(
            key=each.query, title=" ".join(each.question.split())[:160],
            detail=f"{each.about_title} · {asked_words(each, self._workplace)}{reply}",
            when="", icon="circle-help", tags=(standing_tag(each),),
        )  # fmt: skip

    def _page(self, offset: int, limit: int) -> Sequence[RecordRow]:
        return self._rows[offset : offset + limit]


def _belongs(key: str) -> Callable[[Conversation], bool]:
    if key == "all":
        return lambda _each: True
    if key == "open":
        return lambda each: each.is_open
    return lambda each: each.standing.value == key
