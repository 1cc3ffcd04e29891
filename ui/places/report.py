"""Report: what would stand in it, then the PDF with its accessible page, or a sheet."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.analysis.report_places import SECTION
from evidencekit.analysis.report_text import Ground
from evidencekit.errors.base import Planned
from evidencekit.operations import publish, report_desk, report_sections
from evidencekit.operations.changes import Changes
from evidencekit.operations.following import Base
from evidencekit.operations.publish import Published
from evidencekit.operations.report_desk import Contents, Sight, Stamp
from ui.jobs import Progress
from ui.places import choosers
from ui.places.arriving import begin_here
from ui.places.dates import count, long_day
from ui.places.doors import begin_record
from ui.places.evidence import evidence_of
from ui.places.hand_over_parts import Line, grouped
from ui.places.report_register import keep_as_version, show_register
from ui.places.workplace import Workplace
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.flow import flow
from ui.widgets.fresh_page import FreshPage
from ui.widgets.heading import label
from ui.widgets.lines import clear, rule
from ui.widgets.segment import Segments

_SHOWN = 8
_VERSIONED = frozenset({"report", "letter"})
_DRAFT, _FINAL = "draft", "final"
_STATES = ((_DRAFT, "A draft"), (_FINAL, "Final"))
_SAYS = {
    _DRAFT: "It says “Draft” in its title and on every page.",
    _FINAL: "Made only when every sentence stands; else you are told what to put right.",
}
_SHEETS = frozenset({"coverage", "accuracy", "feedback"})  # any other is the evidence as a sheet


class ReportPlace(FreshPage):
    """Frozen on the desk, drawn on the bench; the same base always gives the same bytes."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("Report", "Every sentence can be followed to its evidence.")
        self._workplace = workplace
        self._sight: Sight | None = None
        self.choose_folder: choosers.ChooseOne = choosers.choose_folder
        self.kinds = Segments("What to print", report_desk.kinds())
        self.kinds.chosen.connect(lambda _key: self._read_contents())
        self.state = Segments("State", _STATES)
        self.make = button("Make the PDF", self._on_make, kind="primary", icon="file-text")
        self.word = button("Make it in Word", partial(self._on_form, ".docx"), icon="file-text")
        self.excel = button("Make it in Excel", partial(self._on_form, ".xlsx"), icon="table")
        self.sheet = button("Make a sheet (CSV)", self._on_sheet, icon="table")
        self.record = self.add_action(button("Publication record", self._on_register,
                                             icon="history"))  # fmt: skip
        self.write = self.add_action(button("Write the report", self._on_write, icon="pencil"))
        self.left, self.right = self.add_columns(3, 2)
        self._result, self._parts, self._state = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for part in (self._result, self._parts, self._state):
            spaced(part, 4)
        self.says = label("", "muted", wrap=True)
        self.state.chosen.connect(lambda _key: self._say_state())
        inside = Card(label("What is in it", "h2"), self.kinds, self.state, self.says, gap=10)
        inside.add(flow(self.make, self.word, self.excel, self.sheet))
        inside.add(self._parts)
        made_from = Card(label("Made from", "h2"), gap=6)
        made_from.add(self._state)
        self.left.addLayout(self._result)
        self.left.addWidget(inside)
        self.left.addStretch(1)
        self.right.addWidget(made_from)
        self.right.addStretch(1)
        self.show_busy("Reading…")

    @override
    def show_changes(self, changes: Changes) -> None:
        self._read_sight()

    @override
    def first_focus(self) -> QWidget | None:
        return self.kinds.pill(self.kinds.value())

    # -- what it would be

    @override
    def _read(self) -> None:
        self._read_sight()
        # To say what is in it, all of it is put together: not again for each note.
        self._read_contents()

    def _read_sight(self) -> None:
        self._workplace.ask(self, report_desk.stamp, self._look)

    def _look(self, stamp: Stamp) -> None:
        def work(base: Base) -> Sight:
            return report_desk.look(base.whole, base.seen, stamp)

        evidence_of(self._workplace).ask(self, work, self._on_sight)

    def _on_sight(self, found: Sight) -> None:
        is_first, self._sight = self._sight is None, found
        clear(self._state)
        for key, value in (
            ("Day", long_day(found.day)), ("Records", str(found.records)),
            ("Drafts", f"{found.drafts}, marked as drafts"),
            ("Two versions", f"{found.disputed}, both shown and marked"),
            ("Fingerprint", found.fingerprint),
        ):  # fmt: skip
            self._state.addWidget(Line(key, value))
            self._state.addWidget(rule())
        if found.again:
            self._state.addWidget(label("To look at again", "h3"))
            for words in found.again[:_SHOWN]:
                self._state.addWidget(label(words, wrap=True))
            if len(found.again) > _SHOWN:
                more = f"and {len(found.again) - _SHOWN} more"
                self._state.addWidget(label(more, "muted"))
        self.show_content()
        if is_first:
            begin_here(self._workplace, self)

    def _read_contents(self) -> None:
        kind = self.kinds.value()
        self._say_state()

        def work(base: Base) -> Contents:
            return report_desk.contents(base.whole, kind)

        evidence_of(self._workplace).ask(self, work, partial(self._on_contents, kind))

    def _say_state(self) -> None:
        """Say what the chosen state means; what is never a draft asks for none."""
        may = report_desk.may_be_draft(self.kinds.value())
        self.state.setVisible(may)
        self.says.setVisible(may)
        self.says.setText(_SAYS[self.state.value()])

    def _on_contents(self, kind: str, found: Contents) -> None:
        if kind != self.kinds.value():
            return
        clear(self._parts)
        self._parts.addWidget(label(found.title, "h3", wrap=True))
        for part in found.parts:
            self._parts.addWidget(label(part, wrap=True))
        entries = count(found.entries, "piece")
        self._parts.addWidget(label(f"{entries} of evidence printed in full.", "muted", wrap=True))

    # -- making it

    def _on_make(self) -> None:
        self._ask_where(self.kinds.value(), ".pdf", "Where to save the report")

    def _on_form(self, ending: str) -> None:
        self._ask_where(self.kinds.value(), ending, "Where to save the report")

    def _on_register(self) -> None:
        show_register(self._workplace)

    def _on_write(self) -> None:
        begin_record(self._workplace, SECTION, {})

    def _on_sheet(self) -> None:
        kind = self.kinds.value() if self.kinds.value() in _SHEETS else "evidence"
        self._ask_where(kind, ".csv", "Where to save the sheet")

    def _ask_where(self, kind: str, ending: str, question: str) -> None:
        self.choose_folder(self, question, partial(self._freeze, kind, ending))

    def _freeze(self, kind: str, ending: str, folder: Path) -> None:
        clear(self._result)
        day = self._workplace.now().date()
        path = report_desk.free_path(folder, kind, day, ending)
        is_final = report_desk.may_be_draft(kind) and self.state.value() == _FINAL
        self._workplace.ask(self, report_sections.ground, partial(self._draw, kind, path, is_final))

    def _draw(self, kind: str, path: Path, is_final: bool, ground: Ground) -> None:  # noqa: FBT001
        progress = Progress(self)
        progress.stopped.connect(self._on_cancelled)
        self.show_busy(f"Making {path.name}", progress)
        self._workplace.labour(
            self, lambda: publish.report(
                ground.snapshot, path, kind, progress, final=ground if is_final else None
            ),
            self._record, self._on_refused, progress,
        )  # fmt: skip

    def _record(self, made: Published) -> None:
        self._workplace.ask(
            self, lambda desk: publish.record_report(desk, made), lambda _: self._on_made(made)
        )

    def _on_made(self, made: Published) -> None:
        card = Card(label(f"{made.path.name} is saved", "h2"), tone="accent", gap=2)
        beside = ", ".join(path.name for path in made.beside)
        for key, value in (
            ("In", str(made.path.parent)), ("Fingerprint", made.fingerprint),
            ("SHA-256", grouped(made.sha256)),
            ("Accessible", f"{beside} says the same, for a screen reader." if beside else ""),
        ):  # fmt: skip
            if value:
                card.add(rule())
                card.add(Line(key, value))
        card.add(rule())
        words = "Made again from the same evidence, it has the same fingerprint and the same bytes."
        card.add(label(words, wrap=True))
        if made.kind in _VERSIONED:
            keep = button("Keep it as a version", partial(self._on_keep, made), icon="save")
            card.add(flow(keep))
        self._result.addWidget(card)
        self.show_content()
        self.notice.dismiss()
        announce(self, f"{made.path.name} is saved.")
        self.make.setFocus()

    def _on_keep(self, made: Published) -> None:
        keep_as_version(self._workplace, [{"name": made.path.name, "sha256": made.sha256}])

    def _on_refused(self, refusal: Planned) -> None:
        self.show_content()
        self.notice.show_refusal(refusal)
        self.make.setFocus()

    def _on_cancelled(self) -> None:
        self.show_content()
        self.notice.say("Cancelled. No report was written.")
        self.make.setFocus()
