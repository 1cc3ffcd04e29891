"""One snapshot beside today: what came, changed and went since, and which words moved."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.ids import RecordId
from evidencekit.operations import snapshots
from evidencekit.operations.snapshots import SNAPSHOT, Comparison, Moved, Since
from evidencekit.records.kinds import KINDS
from ui.places.arriving import begin_here
from ui.places.dates import count, local_words, stamp_words
from ui.places.doors import open_record
from ui.places.hand_over_parts import Line
from ui.places.report_beside import by_sentence
from ui.places.ways import Do, Way
from ui.places.workplace import Workplace
from ui.qtmodels.record_list import RecordList
from ui.qtmodels.record_table import RecordRow, RecordTable
from ui.theme import spaced
from ui.widgets.card import Card
from ui.widgets.heading import Heading, label
from ui.widgets.lines import clear, column, rule
from ui.widgets.page import Page

WHOLE = "All it held is here, to the letter."
NOT_WHOLE = "What it held is not all here as it was. Look at What stands and at Merge."
SAME = "Nothing has come, changed or gone since."
SAME_WORDS = "No finding, judgement or section says anything else than it did then."
_WHAT = {
    "new": ("New", "info"), "changed": ("Changed", "caution"), "deleted": ("Deleted", "error"),
    "set-aside": ("Set aside", "caution"),
}  # fmt: skip
_THEN, _TODAY, _TEXT = "Then", "Today", "Text"
_WIDE = 80


class SnapshotPage(Page):
    """Recounted from the ledger each time; nothing is remembered of it but its reach."""

    def __init__(self, workplace: Workplace, record: str) -> None:
        super().__init__("Snapshot")
        self._workplace, self.record = workplace, RecordId(record)
        self._found: Comparison | None = None
        self._rows: list[RecordRow] = []
        self._kinds: dict[str, str] = {}
        self._state, self._words = QVBoxLayout(), QVBoxLayout()
        spaced(self._state, 2)
        spaced(self._words, 12)
        self._sums = QVBoxLayout()
        spaced(self._sums, 2)
        self.list = RecordList("What came, changed or went since", RecordTable(self._page))
        self.list.opened.connect(self._on_opened)
        self.left, self.right = self.add_columns(3, 2)
        self.words = Card(label("Findings, judgements and sections", "h2"), gap=10)
        self.words.add(self._words)
        self.moved = Card(label("What happened since", "h2"), self._sums, gap=8)
        state = Card(label("Beside today", "h2"), gap=4)
        state.add(self._state)
        self.left.addWidget(self.words)
        self._each = Heading("Record by record", "h2")
        rest = QWidget()  # holds the room below, also when nothing has come or changed
        rest.setLayout(column(self._each, self.list, None))
        self.left.addWidget(rest, 1)
        self.right.addWidget(state)
        self.right.addWidget(self.moved)
        self.right.addStretch(1)
        self.show_busy("Holding it beside today.")
        self._read()

    @override
    def again(self) -> Way:
        return Way(Do.READ, SNAPSHOT, str(self.record))

    @override
    def first_focus(self) -> QWidget | None:
        return self.list if self._rows else super().first_focus()

    @override
    def _read(self) -> None:
        record = self.record
        self._workplace.ask(self, lambda desk: snapshots.compare(desk, record), self._show)

    def _show(self, found: Comparison) -> None:
        is_first, self._found = self._found is None, found
        self.set_title(found.name, f"Taken {local_words(found.taken_at)}")
        self._show_state(found)
        self._show_sums(found)
        self._kinds = {each.record: each.kind for each in found.moved}
        self._rows = list(map(self._row, found.moved))
        self.list.records.reset(len(self._rows))
        self.list.setVisible(bool(self._rows))
        self._each.setVisible(bool(self._rows))
        self._show_words(found)
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _show_state(self, found: Comparison) -> None:
        clear(self._state)
        for key, value in (
            ("Whole", WHOLE if found.is_whole else NOT_WHOLE),
            ("Then", f"{count(found.held, 'version')}: {found.fingerprint}"),
            ("Today", f"{count(found.now, 'version')}: {found.fingerprint_now}"),
        ):
            self._state.addWidget(Line(key, value))
            self._state.addWidget(rule())

    def _show_sums(self, found: Comparison) -> None:
        clear(self._sums)
        if not found.since:
            self._sums.addWidget(label(SAME, "muted", wrap=True))
        for each in found.since:
            self._sums.addWidget(Line(each.label, _many(each)))
            self._sums.addWidget(rule())

    def _show_words(self, found: Comparison) -> None:
        clear(self._words)
        if not found.texts:
            self._words.addWidget(label(SAME_WORDS, "muted", wrap=True))
        for each in found.texts:
            kind = KINDS[each.kind].label
            self._words.addWidget(Heading(f"{kind}: {_short(each.title)}", "h3"))
            for answer in each.answers:
                if answer.label not in {kind, _TEXT}:
                    self._words.addWidget(label(answer.label, "muted", wrap=True))
                said = by_sentence(answer.before, answer.after, (_THEN, _TODAY))
                self._words.addWidget(said)

    def _row(self, each: Moved) -> RecordRow:
        kind = KINDS.get(each.kind)
        at = stamp_words(each.written, self._workplace.zone, self._workplace.now().date())
        return RecordRow(
            key=each.record, title=each.title, when=at, icon=kind.icon if kind else "file-text",
            detail=f"{kind.label if kind else each.kind} · {each.by}", tags=(_WHAT[each.what],),
        )  # fmt: skip

    def _page(self, offset: int, limit: int) -> Sequence[RecordRow]:
        return self._rows[offset : offset + limit]

    def _on_opened(self, record: str) -> None:
        open_record(self._workplace, record, self._kinds.get(record, ""))


def _many(since: Since) -> str:
    parts = (
        (since.new, "new"), (since.changed, "changed"), (since.aside, "set aside"),
        (since.deleted, "deleted"),
    )  # fmt: skip
    return ", ".join(f"{many} {words}" for many, words in parts if many)


def _short(title: str) -> str:
    return title if len(title) <= _WIDE else f"{title[: _WIDE - 1]}…"
