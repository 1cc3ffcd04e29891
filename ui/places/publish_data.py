"""Publish data for analysis: see what goes out and what stays, choose how, then a folder."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.operations import dataset
from evidencekit.operations.dataset import Dates, Published, Survey, Wanted
from ui.jobs import Progress
from ui.places import choosers
from ui.places.dates import count
from ui.places.hand_over_parts import Line, grouped
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import clear, rule
from ui.widgets.page import Page
from ui.widgets.segment import Segments

TITLE = "Publish data for analysis"
_DATES = ((Dates.NUMBERS.value, "Counted in days"), (Dates.SHIFTED.value, "Moved by weeks"))
_HOW = {
    Dates.NUMBERS.value: "No date of the calendar goes out. Day 1 is the first on site; a child's "
    "own dates are counted from the first event of the case.",
    Dates.SHIFTED.value: "Every date is moved by a number of weeks that is not told, in each case "
    "by another. Days of the week and distances stay true.",
}
_NEVER = "Names, references, texts, files and dates of the calendar never go out."
_OWN_KEY = "Of this base alone: data of other inspections cannot be joined to it."
_NEXT = (
    "Read README.md first: it says what the data may be used for, and what somebody who knows "
    "the area could still work out. Hand the folder over only where that may be kept. "
    "load_duckdb.sql and load_postgresql.sql load all tables."
)


class PublishData(Page):
    """A preview, a few choices, one button; whole or not at all."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(TITLE, "Pseudonymised tables for an analyst, as CSV and Parquet.")
        self._workplace = workplace
        self._key_file: Path | None = None
        self.choose_folder: choosers.ChooseOne = choosers.choose_folder
        self.choose_file: choosers.ChooseOne = choosers.choose_file
        self.dates = Segments("How dates go out", _DATES)
        self.dates.chosen.connect(lambda _key: self._show_choices())
        self._dates_words = label("", "hint", wrap=True)
        self.tell_area = QCheckBox("Tell the name of the area")
        self._key_words = label("", wrap=True)
        self.key = button("Use a shared key", self._on_key, icon="key-round")
        self.publish = button("Publish", self._on_publish, kind="primary", icon="table")
        self._going, self._staying, self._result = (QVBoxLayout() for _ in range(3))
        for part in (self._going, self._staying, self._result):
            spaced(part, 4)
        self._lay_out()
        self._show_choices()

    @override
    def arrive(self) -> None:
        if not self._workplace.is_lead:
            self.show_empty(
                "Only the lead publishes data.",
                "The lead holds the evidence of the whole team, and answers for what goes out.",
            )
            return
        self._survey()

    @override
    def first_focus(self) -> QWidget | None:
        return self.dates.pill(self.dates.value())

    def _lay_out(self) -> None:
        how = Card(label("How", "h2"), gap=10)
        for part in (
            label("Dates", "h3"), self.dates, self._dates_words, rule(),
            label("Pseudonyms", "h3"), self._key_words, flow(self.key), rule(), self.tell_area,
            flow(self.publish, label("You choose the folder next.", "hint")),
        ):  # fmt: skip
            how.add(part)
        going = Card(label("What goes out", "h2"), gap=8)
        going.add(self._going)
        staying = Card(label("What stays here", "h2"), gap=8)
        staying.add(self._staying)
        left, right = self.add_columns(3, 2)
        left.addLayout(self._result)
        for card in (how, staying):
            left.addWidget(card)
        left.addStretch(1)
        right.addWidget(going)
        right.addStretch(1)

    # -- what it would be

    def _survey(self) -> None:
        progress = Progress(self)
        progress.stopped.connect(self._on_not_looked)
        self.show_busy("Looking at every record once", progress)
        lend = partial(self._workplace.borrow, progress)
        self._workplace.labour(
            self, lambda: dataset.survey(lend, progress), self._on_surveyed, self._on_refused,
            progress,
        )  # fmt: skip

    def _on_surveyed(self, found: Survey) -> None:
        for part in (self._going, self._staying):
            clear(part)
        for kind, many in found.counts:
            if many:
                self._going.addWidget(Line(kind, str(many)))
                self._going.addWidget(rule())
        if not found.records:
            self._going.addWidget(label("No record goes out yet: none is submitted.", wrap=True))
        self._going.addWidget(
            label("Answers as codes and numbers. Of a text, the number of its words.", "muted",
                  wrap=True)
        )  # fmt: skip
        self._staying.addWidget(label(_NEVER, wrap=True))
        for words, few in dataset.stays(found.stayed):
            self._staying.addWidget(rule())
            self._staying.addWidget(Line(few.capitalize(), words))
        self.show_content()
        self.publish.setEnabled(bool(found.records))

    def _on_not_looked(self) -> None:
        self.show_content()
        self.publish.setEnabled(True)
        self.notice.say("Cancelled. Nothing was counted; it can be published all the same.")

    def _show_choices(self) -> None:
        self._dates_words.setText(_HOW[self.dates.value()])
        shared = f"Shared, by the key {self._key_file.name}." if self._key_file else _OWN_KEY
        self._key_words.setText(shared)
        self.key.say("Use this base's own key" if self._key_file else "Use a shared key")

    def _on_key(self) -> None:
        if self._key_file is not None:
            self._take_key(None)
        else:
            self.choose_file(self, "Which key", self._take_key)

    def _take_key(self, path: Path | None) -> None:
        self._key_file = path
        self._show_choices()

    # -- doing it

    def _on_publish(self) -> None:
        self.choose_folder(self, "Where to put the folder of data", self._write)

    def _write(self, folder: Path) -> None:
        clear(self._result)
        self.notice.dismiss()
        wanted = Wanted(
            dates=Dates(self.dates.value()), tell_area=self.tell_area.isChecked(),
            key_file=self._key_file,
        )  # fmt: skip
        place = dataset.free_place(folder)
        progress = Progress(self)
        progress.stopped.connect(self._on_cancelled)
        self.show_busy(f"Publishing to {place.name}", progress)
        lend = partial(self._workplace.borrow, progress)
        self._workplace.labour(
            self, lambda: dataset.publish(lend, place, wanted, progress), self._on_published,
            self._on_refused, progress,
        )  # fmt: skip

    def _on_published(self, made: Published) -> None:
        card = Card(label(f"{made.path.name} is published", "h2"), tone="accent", gap=2)
        for key, value in (
            ("In", str(made.path.parent)),
            ("Holds", f"{count(made.records, 'record')} in {count(made.tables, 'table')}"),
            ("SHA-256", f"{grouped(made.sha256)} (of SHA256SUMS)"),
        ):
            card.add(rule())
            card.add(Line(key, value))
        card.add(rule())
        card.add(label("What next", "h3"))
        card.add(label(_NEXT, wrap=True))
        self._result.addWidget(card)
        self.show_content()
        announce(self, f"{made.path.name} is published.")
        self.publish.setFocus()

    def _on_refused(self, refusal: Planned) -> None:
        self.show_content()
        self.notice.show_refusal(refusal)
        self.publish.setFocus()

    def _on_cancelled(self) -> None:
        self.show_content()
        self.notice.say("Cancelled. Nothing was published, and nothing was left behind.")
        self.publish.setFocus()


def show_publish_data(workplace: Workplace) -> None:
    """Open it from the place in front."""
    if not isinstance(workplace.window.page, PublishData):
        workplace.open_page(PublishData(workplace))
