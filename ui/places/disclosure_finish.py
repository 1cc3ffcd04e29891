"""The end of a disclosure: our own log, the second person's check, and the pack itself."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from evidencekit import clock
from evidencekit.operations.disclosing import Disclosed
from evidencekit.operations.redacting import Logged
from ui.places.dates import count
from ui.places.hand_over_parts import Line, grouped
from ui.places.kept_reason import KeptReason
from ui.places.workplace import Workplace
from ui.qtmodels.table import Column, TableView, ValueTable
from ui.theme import spaced
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.lines import clear, rule
from ui.widgets.page import Page

_NOTHING = "Nothing is decided yet."


class LogCard(Card):
    """Every decision with its words, for the people who decide; one can be taken back."""

    taken_back = Signal(str)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(gap=8)
        self._zone = workplace.zone
        self._log: tuple[Logged, ...] = ()
        self.rows: ValueTable[Logged] = ValueTable(
            (
                Column("Decided", _decided),
                Column("Words", lambda row: row.words),
                Column("In", lambda row: row.title),
                Column("Why", lambda row: row.decision.reason),
                Column("By", self._by),
            ),
            self,
        )
        self.table = TableView("What is decided", self.rows)
        self.back = button("Take back the one chosen", self._on_back, icon="undo-2")
        self.none = label(_NOTHING, "muted")
        for each in (label("What is decided", "h2"), self.none, self.table, flow(self.back)):
            self.add(each)

    def show_log(self, log: Sequence[Logged]) -> None:
        """Show the decisions, the latest first."""
        self._log = tuple(reversed(log))
        self.rows.show_rows(self._log)
        for each in (self.table, self.back):
            each.setVisible(bool(log))
        self.none.setVisible(not log)

    def _on_back(self) -> None:
        row = self.rows.row_at(self.table.currentIndex()) or next(iter(self._log), None)
        if row is not None:
            self.taken_back.emit(row.decision.record)

    def _by(self, row: Logged) -> str:
        at = clock.moment(row.decision.at).astimezone(ZoneInfo(self._zone))
        return f"{row.by_name}, {at.day} {at:%b %Y, %H:%M}"


class CheckCard(Card):
    """Who looked it over, and what they say; it counts for the state they saw."""

    checked = Signal(str, str)  # by whom, what they say

    def __init__(self, workplace: Workplace, page: Page, request: str) -> None:
        super().__init__(gap=8)
        self.state = label("", "muted", wrap=True)
        self.by, self.note = QLineEdit(), QLineEdit()
        self.kept = [
            KeptReason(workplace, page, self.by, ("checked-by", request)),
            KeptReason(workplace, page, self.note, ("checked", request)),
        ]
        self._by_box = FieldBox(
            "Who looked it over", self.by,
            "Somebody who decided none of it, by role or name. Leave it empty when it was you.",
        )  # fmt: skip
        note = FieldBox("What they say", self.note, "What was looked at, in a few words.")
        self.done = button("Write the check down", self._on_done, icon="user-check")
        for each in (label("Second person", "h2"), self.state, self._by_box, note, flow(self.done)):
            self.add(each)

    def show_state(self, *, is_checked: bool, by: str) -> None:
        """Say whether what would go out now was looked over."""
        if is_checked:
            self.state.setText(f"{by} looked it over as it is now.")
        elif by:
            self.state.setText(f"{by} looked it over, and something changed since.")
        else:
            self.state.setText("Nobody has looked it over yet. Make a pack to be checked for it.")

    def settle(self) -> None:
        """Forget what was typed once it is written down."""
        for kept, box in zip(self.kept, (self.by, self.note), strict=True):
            kept.done()
            box.clear()
            kept.begin()

    def _on_done(self) -> None:
        self.checked.emit(self.by.text().strip(), self.note.text().strip())


class MadeCard(Card):
    """Where a pack is, what it holds, and the number that only its files have."""

    def __init__(self, made: Disclosed) -> None:
        what = "saved" if made.for_release else "saved, to be checked and not to be sent"
        super().__init__(
            label(f"{made.path.name} is {what}", "h2", wrap=True), tone="accent", gap=2
        )
        withheld = count(made.withheld, "piece") + " of text"
        if made.withheld_whole:
            withheld += f", {count(made.withheld_whole, 'whole record')}"
        for key, value in (
            ("In", str(made.path.parent)), ("Printed", count(made.printed, "record")),
            ("Withheld", withheld), ("SHA-256", grouped(made.sha256)),
            ("To check it", "how-to-check.txt in the folder says how, without this program."),
        ):  # fmt: skip
            self.add(rule())
            self.add(Line(key, value))


def place_for(result: QVBoxLayout, made: Disclosed) -> None:
    """Show a pack that was made above everything else."""
    clear(result)
    spaced(result, 8)
    result.addWidget(MadeCard(made))


def _decided(row: Logged) -> str:
    decision = row.decision
    if not decision.withholds:
        return "Released" if decision.everywhere or decision.is_whole else "Released here"
    here = "" if decision.everywhere or decision.is_whole else ", here only"
    return f"Withheld, {decision.code}{here}"
