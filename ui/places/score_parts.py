"""The parts of a score: the scale as cards, the evidence to rest on, and earlier scores."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.analysis.coverage import Seen
from evidencekit.framework.pack import FrameworkPack
from evidencekit.operations.evaluating import Source
from evidencekit.records.kinds import KINDS
from ui.places.case_words import moment_words
from ui.places.evaluation_grid import score_grade
from ui.places.record_words import polarity_words
from ui.theme import repolish, spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import Flow, flow
from ui.widgets.grade import GradeBadge
from ui.widgets.heading import label
from ui.widgets.lines import Part, clear, row
from ui.widgets.tag import Tag

GRADED = "graded"
_TONES = {"strength": "ok", "weakness": "caution"}
_SHOWN = 30  # lines of evidence at first; each is several widgets, and 50 took half a second


class _Bars(GradeBadge):
    """The bars of a grade whose word stands beside them."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.NoRole


class ScaleCards(QWidget):
    """The framework's scale in its own order, and the two answers that are no grade."""

    a11y_role: ClassVar[QAccessible.Role] = QAccessible.Role.Grouping
    chosen = Signal()

    def __init__(self, name: str, pack: FrameworkPack) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.radios: dict[tuple[str, str], QRadioButton] = {}
        self._cards: dict[tuple[str, str], Card] = {}
        self._keys: dict[str, tuple[str, str]] = {}
        self._line = Flow(gap=10)
        self.setLayout(self._line)
        if not pack.grades:
            self._add((GRADED, ""), "1", pack, "Looked at, written in words")
        for number, grade in enumerate(pack.grades, 1):
            place = f"{number} of {len(pack.grades)}"
            self._add((GRADED, grade.id), str(number), pack, f"{grade.label}, {place}")
        self._add((Seen.NOT_LOOKED_AT.value, ""), "0", pack, "Not looked at")
        self._add((Seen.NONE_FOUND.value, ""), "", pack, "Looked, none found")
        first = next(iter(self.radios.values()), None)
        if first is not None:
            self.setFocusProxy(first)

    def value(self) -> tuple[str, str]:
        """Give (status, grade); two empty texts before anything was chosen."""
        return next((key for key, radio in self.radios.items() if radio.isChecked()), ("", ""))

    def set_value(self, status: str, grade: str) -> None:
        """Show a choice, or none."""
        self._group.setExclusive(False)
        for key, radio in self.radios.items():
            radio.setChecked(key == (status, grade if status == GRADED else ""))
        self._group.setExclusive(True)
        self._mark()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A number chooses by its place on the scale, 0 that it was not looked at.
        key = self._keys.get(event.text())
        if key is None:
            super().keyPressEvent(event)
            return
        self.radios[key].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.radios[key].click()

    def _add(self, key: tuple[str, str], typed: str, pack: FrameworkPack, name: str) -> None:
        status, grade = key
        shown = score_grade(status, grade, pack)
        radio = QRadioButton(shown.word)
        radio.setAccessibleName(name)
        if typed:
            radio.setAccessibleDescription(f"Press {typed}.")
            self._keys[typed] = key
        radio.clicked.connect(self._on_clicked)
        self._group.addButton(radio)
        self.radios[key] = radio
        parts: list[Part] = [radio]
        if status == GRADED and grade:
            parts = [row(radio, _Bars(replace(shown, word="")), gap=4)]
            found = pack.grade(grade)
            if found is not None and found.descriptor:
                parts.append(label(found.descriptor, "hint", wrap=True))
        card = Card(*parts, gap=4)
        self._cards[key] = card
        self._line.addWidget(card)

    def _on_clicked(self) -> None:
        self._mark()
        self.chosen.emit()

    def _mark(self) -> None:
        for key, card in self._cards.items():
            card.setProperty("tone", "accent" if self.radios[key].isChecked() else "")
            repolish(card)


class EvidenceList(QWidget):
    """What speaks to the area, each to be linked, and read with one key more."""

    changed = Signal()
    opened = Signal(str, str)  # record, kind

    def __init__(self) -> None:
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        self.against: dict[str, QCheckBox] = {}
        self._others: tuple[str, ...] = ()  # linked, and not among what is shown
        self._others_against: tuple[str, ...] = ()
        self._lines = QVBoxLayout(self)
        spaced(self._lines, 8)

    def show_sources(
        self, sources: Sequence[Source], year: int, *, everything: bool = False
    ) -> None:
        """Show the evidence on the area; what was ticked stays ticked."""
        kept, kept_against = self.value(), self.value_against()
        clear(self._lines)
        self.boxes, self.against = {}, {}
        if not sources:
            more = "No evidence in this area. You can still write why."
            self._lines.addWidget(label(more, "muted", wrap=True))
        shown = len(sources) if everything else _SHOWN
        for source in sources[:shown]:
            self._lines.addWidget(self._line(source, year))
        if len(sources) > shown:
            rest = button(f"Show all {len(sources)}", icon="chevron-down")
            rest.clicked.connect(lambda _on: self._show_all(sources, year))
            self._lines.addLayout(row(rest, None))
        self.set_value(kept, kept_against)

    def value(self) -> list[str]:
        """Give the records linked."""
        return [*(record for record, box in self.boxes.items() if box.isChecked()), *self._others]

    def value_against(self) -> list[str]:
        """Give the records that speak against the grade."""
        ticked = (record for record, box in self.against.items() if box.isChecked())
        return [*ticked, *self._others_against]

    def set_value(self, records: Iterable[str], against: Iterable[str] = ()) -> None:
        """Tick these; one that is not shown here stays linked."""
        self._others = _tick(self.boxes, tuple(records))
        self._others_against = _tick(self.against, tuple(against))

    def _line(self, source: Source, year: int) -> QWidget:
        kind = KINDS.get(source.kind)
        named = kind.label if kind else source.kind
        when = moment_words(source.at, year) if source.at else ""
        said = polarity_words(source.polarity)
        box = QCheckBox()
        box.setAccessibleName(f"{source.title}. {named}, {source.author_name}. Shows: {said}.")
        box.clicked.connect(lambda on: self._on_rests(source.record, on))
        self.boxes[source.record] = box
        by = ", ".join(part for part in (named, source.author_name, when) if part)
        words = QVBoxLayout()
        spaced(words, 0)
        words.addWidget(label(source.title, "strong", wrap=True))
        words.addWidget(label(f"{by}. {source.note}".strip(), "hint", wrap=True))
        read = button("Read", kind="quiet", name=f"Read: {source.title}")
        read.clicked.connect(lambda _on: self.opened.emit(source.record, source.kind))
        tag = Tag(said, _TONES.get(source.polarity, ""))
        against = QCheckBox("Speaks against")
        against.setAccessibleName(f"Speaks against the grade: {source.title}")
        against.clicked.connect(lambda on: self._on_against(source.record, on))
        self.against[source.record] = against
        words.addWidget(flow(tag, read, against, gap=12))
        line = row(gap=12)
        line.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _show_all(self, sources: Sequence[Source], year: int) -> None:
        self.show_sources(sources, year, everything=True)
        self.boxes[sources[_SHOWN].record].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_rests(self, record: str, on: bool) -> None:  # noqa: FBT001 - from a signal
        # One record cannot carry a grade and speak against it.
        if on:
            self.against[record].setChecked(False)
        self.changed.emit()

    def _on_against(self, record: str, on: bool) -> None:  # noqa: FBT001 - from a signal
        if on:
            self.boxes[record].setChecked(False)
        self.changed.emit()


def _tick(boxes: Mapping[str, QCheckBox], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Tick what is wanted; give what no box stands for."""
    for record, box in boxes.items():
        box.setChecked(record in wanted)
    return tuple(record for record in wanted if record not in boxes)
