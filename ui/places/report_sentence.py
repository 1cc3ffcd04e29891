"""The sentence in front: what it rests on, what stands out about it, and evidence to link to it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from evidencekit.analysis.report_text import Flag, Told
from evidencekit.ids import RecordId
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import SearchCombo
from ui.widgets.heading import label
from ui.widgets.lines import clear, row
from ui.widgets.tag import Tag

NONE = "Put the caret in a sentence to see what it rests on."
NOTHING = "Nothing stands out."
_HOW = "Type a part of a title. What you choose is linked to the sentence in front."
_NAMES = {
    Flag.UNSUPPORTED: "Unsupported",
    Flag.IDENTIFYING: "Identifying",
    Flag.GRADE: "Grade",
    Flag.MAY_IDENTIFY: "May identify",
    Flag.CONTRADICTED: "Contradicted",
    Flag.SINGLE_SOURCE: "Single source",
    Flag.RESTRICTED: "Restricted",
    Flag.QUANTIFIER: "How many?",
    Flag.SHORT_NAME: "Short name",
    Flag.JARGON: "Jargon",
}


class SentenceCard(Card):
    """Shows one sentence and tells what its links should be."""

    linked = Signal(str, list, bool)  # the sentence, what it rests on, about our own work

    def __init__(self) -> None:
        super().__init__(gap=8)
        self._told: Told | None = None
        self._labels: Mapping[str, str] = {}
        self.title = label("The sentence in front", "h2")
        self.said = label(NONE, "muted", wrap=True)
        self._marks, self._links = QVBoxLayout(), QVBoxLayout()
        for part in (self._marks, self._links):
            spaced(part, 4)
        self.link_box = SearchCombo("Link evidence to this sentence", "Type to find and link")
        self.link_box.setAccessibleDescription(_HOW)
        self.link_box.chosen.connect(self._on_chosen)
        self.about_us = QCheckBox("About our own work; needs no evidence")
        self.about_us.clicked.connect(self._on_about)
        for each in (self.title, self.said, self._marks, label("It rests on", "h3"), self._links,
                     self.link_box, self.about_us):  # fmt: skip
            self.add(each)
        self.show_sentence(None)

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer what can be linked."""
        self._labels = dict(choices)
        self.link_box.offer(choices)

    def show_sentence(self, told: Told | None) -> None:
        """Show a sentence, or that none is in front."""
        if told is not None and told == self._told:
            return
        self._told = told
        self.link_box.setEnabled(told is not None)
        self.about_us.setEnabled(told is not None)
        self.about_us.setChecked(told is not None and told.about_us)
        self.title.setText("The sentence in front" if told is None else f"Sentence {told.number}")
        self.said.setText(NONE if told is None else told.sentence.text)
        self._show_marks()
        self._show_links()

    def _show_marks(self) -> None:
        clear(self._marks)
        if self._told is None:
            return
        for mark in self._told.marks:
            tag = Tag(_NAMES[mark.flag], "error" if mark.flag.blocks else "caution")
            line = row(tag, label(mark.words, wrap=True))
            line.setStretch(1, 1)
            self._marks.addLayout(line)
        if not self._told.marks:
            self._marks.addWidget(label(NOTHING, "muted"))

    def _show_links(self) -> None:
        clear(self._links)
        records = self._told.rests_on if self._told else ()
        for record in records:
            self._links.addWidget(self._link(record))
        if self._told is not None and not records:
            self._links.addWidget(label("Nothing yet.", "muted"))

    def _link(self, record: RecordId) -> QWidget:
        words = self._labels.get(record, "A record that is not here")
        remove = button(
            "Remove", lambda: self._remove(record), kind="quiet", icon="x", name=f"Remove: {words}"
        )
        holder = QWidget()
        line = row(label(words, wrap=True), remove)
        line.setStretch(0, 1)
        holder.setLayout(line)
        return holder

    def _on_chosen(self, record: str) -> None:
        told = self._told
        self.link_box.set_value("")
        if told is None or not record or record in told.rests_on:
            return
        announce(self, f"Linked: {self._labels.get(record, record)}.")
        self._tell([*told.rests_on, record])

    def _remove(self, record: RecordId) -> None:
        told = self._told
        if told is not None:
            self.link_box.setFocus()
            announce(self, f"Removed: {self._labels.get(record, record)}.")
            self._tell([each for each in told.rests_on if each != record])

    def _on_about(self, is_on: bool) -> None:  # noqa: FBT001 - the signal's own form
        if self._told is not None:
            self.linked.emit(self._told.sentence.text, list(self._told.rests_on), is_on)

    def _tell(self, records: list[str]) -> None:
        if self._told is not None:
            self.linked.emit(self._told.sentence.text, records, self._told.about_us)
