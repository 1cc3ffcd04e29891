"""What was said and read: voices, claims, documents, figures and concerns in one list."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from evidencekit.operations.gathered import KINDS, Gathered, Standing, gathered
from evidencekit.records.kinds import KINDS as DECLARED
from ui.places.arriving import begin_here
from ui.places.doors import begin_record, open_record
from ui.places.record_rows import record_row
from ui.places.workplace import Workplace
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import RecordRow, RecordTable
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.flow import flow
from ui.widgets.fresh_page import FreshPage
from ui.widgets.hints import explain
from ui.widgets.segment import CheckPill, Segments

TITLE = "Voices, claims and documents"
NOTHING = "Nobody's words are here yet."
NOTHING_MORE = "Begin with a voice: what a child or family member said, in their own words."

_TAGS = {
    Standing.UNTESTED: ("Untested", "caution"),
    Standing.TESTED: ("Tested", "ok"),
    Standing.CONTRADICTED: ("Contradicted", "error"),
    Standing.NO_CONSENT: ("No consent yet", "caution"),
    Standing.OPEN: ("Open", "error"),
    Standing.CLOSED: ("Closed", "ok"),
}
_ALL, _UNTESTED = "all", "untested"
_NEW = tuple(kind for kind in KINDS if kind != "concern")  # a concern has its own key


def show_gathered(workplace: Workplace) -> None:
    """Open the list over whatever is in front."""
    if not isinstance(workplace.window.page, GatheredPage):
        workplace.open_page(GatheredPage(workplace))


class GatheredPage(FreshPage):
    """One list, narrowed by kind, by words and to one's own; Enter opens a record."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(TITLE)
        self._workplace = workplace
        self._found: tuple[Gathered, ...] | None = None
        self._rows: list[RecordRow] = []
        self._kinds: dict[str, str] = {}
        for kind in _NEW:
            words = f"New {DECLARED[kind].label.lower()}"
            self.add_action(button(words, partial(begin_record, workplace, kind, {}),
                                   icon=DECLARED[kind].icon))  # fmt: skip
        chips = [(_ALL, "All"), *((kind, DECLARED[kind].plural) for kind in KINDS)]
        self.chips = Segments("Show", [*chips, (_UNTESTED, "Untested claims")])
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Filter by words")
        self.filter.setAccessibleName("Filter by words")
        explain(self.filter)
        self.mine = CheckPill("Only mine")
        self.list = RecordList(TITLE, RecordTable(self._page))
        self.body.addWidget(flow(self.chips, gap=12))
        self.body.addWidget(flow(self.filter, self.mine, gap=12))
        self.body.addWidget(self.list, 1)
        self.list.opened.connect(self._on_open)
        self.filter.textChanged.connect(self._show)
        self.chips.chosen.connect(lambda _key: self._show())
        self.mine.toggled.connect(lambda _on: self._show())
        self.empty.chosen.connect(partial(begin_record, workplace, _NEW[0], {}))
        self.show_busy("Reading…")

    @override
    def _read(self) -> None:
        self._workplace.ask(self, gathered, self._on_found)

    @override
    def first_focus(self) -> QWidget | None:
        return self.list if self._rows else super().first_focus()

    def _on_found(self, found: tuple[Gathered, ...]) -> None:
        is_first, self._found = self._found is None, found
        self._kinds = {each.row.record: each.row.kind for each in found}
        if not found:
            self.show_empty(NOTHING, NOTHING_MORE, f"New {DECLARED[_NEW[0]].label.lower()}", "ear")
        else:
            self._count(found)
            self._show()
            self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _count(self, found: Sequence[Gathered]) -> None:
        tests = _tests()
        for key, belongs in tests.items():
            pill, number = self.chips.pill(key), sum(map(belongs, found))
            words = pill.accessibleName().partition(":")[0]
            pill.setText(f"{words} {number}")
            pill.setAccessibleName(f"{words}: {number}")

    def _show(self) -> None:
        found = self._found or ()
        belongs = _tests()[self.chips.value() or _ALL]
        wanted = self.filter.text().casefold().split()
        place, year = self._workplace, self._workplace.now().year
        me = place.me.id
        self._rows = [
            _row(each, record_row(each.row, place.pack, year))
            for each in found
            if belongs(each)
            and all(word in each.row.title.casefold() for word in wanted)
            and (each.row.author == me or not self.mine.isChecked())
        ]
        self.list.records.reset(len(self._rows))
        self.set_title(TITLE, f"{len(self._rows)} of {len(found)}")
        if wanted:
            announce(self, f"{len(self._rows)} of {len(found)}")

    def _page(self, offset: int, limit: int) -> Sequence[RecordRow]:
        return self._rows[offset : offset + limit]

    def _on_open(self, record: str) -> None:
        open_record(self._workplace, record, self._kinds[record])


def _tests() -> dict[str, Callable[[Gathered], bool]]:
    """Give what belongs to each chip."""
    made: dict[str, Callable[[Gathered], bool]] = {_ALL: lambda _each: True}
    for kind in KINDS:
        made[kind] = partial(_is_of, kind)
    made[_UNTESTED] = lambda each: each.standing is Standing.UNTESTED
    return made


def _is_of(kind: str, each: Gathered) -> bool:
    return each.row.kind == kind


def _row(each: Gathered, row: RecordRow) -> RecordRow:
    said = _TAGS.get(each.standing)
    if said is None:
        return row
    tests = f" · {len(each.tests)} tested against" if each.tests else ""
    return RecordRow(
        key=row.key, title=row.title, detail=f"{row.detail}{tests}", when=row.when, icon=row.icon,
        tags=(said, *row.tags),
    )  # fmt: skip
