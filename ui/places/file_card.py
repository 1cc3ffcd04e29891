"""A file before it goes in: what it is, what it tells, and whether that is left out."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from evidencekit.operations.looking_at_files import Candidate, Fact, Family
from ui.forms.file_line import digest_words, size_words
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import Heading, label
from ui.widgets.lines import column
from ui.widgets.segment import CheckPill

FACTS = {
    Fact.TAKEN: "When it was taken",
    Fact.CAMERA: "Camera",
    Fact.PLACE: "Where it was taken",
    Fact.OWNER: "Whose it is",
    Fact.SOFTWARE: "Program",
    Fact.THUMBNAIL: "A small picture inside",
    Fact.DESCRIPTION: "Description",
    Fact.COMMENT: "Comment",
    Fact.TITLE: "Title",
    Fact.AUTHOR: "Author",
    Fact.PRODUCER: "Made with",
    Fact.CREATED: "Made on",
    Fact.OTHER: "More",
}
# As cameras and PDFs spell it: 2012:11:19 10:31:02, D:20121119103102Z.
_MOMENT = re.compile(r"(?:D:)?(\d{4})[:-]?(\d\d)[:-]?(\d\d)[ T]?(\d\d):?(\d\d)")
_HAS_A_PLACE = "It has a place in it."
_STAYS = "This kind of file goes in as it is, with all it tells."
_DAMAGED = "It is damaged or cut short: it can be kept, and may not be shown."
_MISNAMED = "Its name says another kind of file than it is."
_RECORDING = (
    "A recording of people needs their agreement, and some inspectorates forbid it altogether."
)
_RECORD_OF_A_CLIENT = "A client's own record is never copied or photographed."


def told_words(fact: Fact, words: str) -> str:
    """Say one thing a file tells; moments as people here write them."""
    found = _MOMENT.match(words) if fact in {Fact.TAKEN, Fact.CREATED} else None
    if found is not None:
        year, month, day, hour, minute = found.groups()
        words = f"{day}/{month}/{year} {hour}:{minute}"
    return f"{FACTS[fact]}: {words}"


class FileCard(Card):
    """Everything a person decides by, and two ways out."""

    added = Signal(object, bool)  # the Candidate under its name, and whether metadata is left out
    left = Signal()

    def __init__(self, candidate: Candidate) -> None:
        super().__init__(tone="accent", gap=12)
        self._candidate = candidate
        self.name = QLineEdit(candidate.name)
        self.strip = CheckPill("Leave out the metadata", "check")
        self.strip.setChecked(candidate.can_strip)
        self.place = label("", "mono", wrap=True)
        self.show_place = button("Show the place", self._on_place, kind="link")
        self.add_button = button("Add it", self._on_add, kind="primary", icon="check")
        self.leave_button = button("Do not add it", self.left.emit)
        self.name.returnPressed.connect(self._on_add)
        self._build()
        self.strip.setVisible(candidate.can_strip)

    def _build(self) -> None:
        found = self._candidate
        self.add(Heading("Before it goes in", "h3"))
        what = f"{found.kind.words} · {size_words(found.size)}"
        self.add(column(label(what), label(f"SHA-512 {digest_words(found.digest)}", "mono"), gap=2))
        for words in self._cautions():
            self.add(label(words, "strong", wrap=True))
        self.add(
            FieldBox("Name in the record", self.name, "No name of a child: it travels as it is.")
        )
        if found.facts:
            self.add(Heading("What it tells besides", "h3"))
            self._add_facts()
        if found.can_strip:
            self.add(column(flow(self.strip), label(
                "The picture stays the same to the dot. The record says that it was left out.",
                "hint", wrap=True), gap=4))  # fmt: skip
        elif found.facts:
            self.add(label(_STAYS, "strong", wrap=True))
        self.add(label(_RECORD_OF_A_CLIENT, "hint", wrap=True))
        self.add(flow(self.add_button, self.leave_button))

    def _cautions(self) -> list[str]:
        found = self._candidate
        said = [_MISNAMED] if found.is_misnamed else []
        said += [_DAMAGED] if found.unread else []
        return said + ([_RECORDING] if found.kind.family is Family.RECORDING else [])

    def _add_facts(self) -> None:
        facts = self._candidate.facts
        told = [label(told_words(*each), wrap=True) for each in facts if each[0] is not Fact.PLACE]
        self.add(column(*told, gap=4))
        if len(told) < len(facts):
            self.add(flow(label(_HAS_A_PLACE, "strong"), self.show_place, self.place))
            self.place.hide()

    def _on_place(self) -> None:
        words = [said for fact, said in self._candidate.facts if fact is Fact.PLACE]
        self.place.setText("; ".join(words))
        self.place.setVisible(not self.place.isVisibleTo(self))
        self.show_place.say("Hide the place" if self.place.isVisibleTo(self) else "Show the place")

    def _on_add(self) -> None:
        self.add_button.setEnabled(False)
        strip = self._candidate.can_strip and self.strip.isChecked()
        self.added.emit(self._candidate.named(self.name.text()), strip)
