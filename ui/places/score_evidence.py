"""Pick the evidence a score rests on, by words, and see what is picked as plain facts."""

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.operations.evaluating import Source
from evidencekit.records.kinds import KINDS
from ui.places.case_words import counted
from ui.places.record_words import polarity_words
from ui.places.score_parts import EvidenceList
from ui.theme import spaced
from ui.widgets.heading import label
from ui.widgets.hints import explain


class _FilterBox(QLineEdit):
    """Down goes into the list, Esc empties the box before it leaves the page."""

    left_downwards = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class EvidencePicker(QWidget):
    """What is linked to the area, newest first; what is picked stays picked when narrowed."""

    changed = Signal()
    opened = Signal(str, str)  # record, kind

    def __init__(self) -> None:
        super().__init__()
        self._sources: tuple[Source, ...] = ()
        self._year = 0
        self.words = _FilterBox()
        self.words.setPlaceholderText("Type to narrow down")
        self.words.setAccessibleName("Narrow the evidence down by words")
        explain(self.words)
        self.list = EvidenceList()
        self.picked = label("", "strong", wrap=True)
        self.shown = label("", "hint", wrap=True)
        column = QVBoxLayout(self)
        spaced(column, 8)
        for part in (self.picked, self.words, self.shown, self.list):
            column.addWidget(part)
        self.words.textChanged.connect(lambda _words: self._show())
        self.words.left_downwards.connect(self._go_down)
        self.list.changed.connect(self._tell)
        self.list.changed.connect(self.changed)
        self.list.opened.connect(self.opened)

    def show_sources(self, sources: Sequence[Source], year: int) -> None:
        """Offer this evidence; what was picked stays picked."""
        self._sources, self._year = tuple(sources), year
        self.words.setVisible(bool(sources))
        self._show()

    def set_value(self, records: Iterable[str], against: Iterable[str] = ()) -> None:
        """Pick these."""
        self.list.set_value(records, against)
        self._tell()

    def value(self) -> list[str]:
        """Give what the score rests on."""
        return self.list.value()

    def value_against(self) -> list[str]:
        """Give what speaks against it."""
        return self.list.value_against()

    def _show(self) -> None:
        asked = self.words.text().casefold().split()
        kept = [each for each in self._sources if all(word in _said(each) for word in asked)]
        self.list.show_sources(kept, self._year)
        narrowed = f"{len(kept)} of {len(self._sources)} shown." if asked else ""
        self.shown.setText(narrowed)
        self.shown.setVisible(bool(narrowed))
        self._tell()

    def _tell(self) -> None:
        rests, against = set(self.value()), set(self.value_against())
        said = facts([each for each in self._sources if each.record in rests])
        if against:
            said = f"{said} {len(against)} picked against it."
        self.picked.setText(said)

    def _go_down(self) -> None:
        first = next(iter(self.list.boxes.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)


def facts(picked: Sequence[Source]) -> str:
    """Say what is picked by kind of record and by whom; how much that weighs is for people."""
    if not picked:
        return "Nothing picked yet."
    kinds = Counter(each.kind for each in picked)
    parts = [counted(many, *_names(kind)) for kind, many in kinds.most_common()]
    people = counted(len({each.author_name for each in picked}), "inspector", "inspectors")
    return f"{len(picked)} picked: {', '.join(parts)}; by {people}."


def _names(kind: str) -> tuple[str, str]:
    found = KINDS.get(kind)
    return (found.label.lower(), found.plural.lower()) if found else (kind, kind)


def _said(source: Source) -> str:
    kind = _names(source.kind)[0]
    said = (source.title, source.note, source.author_name, kind, polarity_words(source.polarity))
    return " ".join(said).casefold()
