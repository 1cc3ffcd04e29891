"""Decide place by place: the record's texts, the ground, the reason, and two keys."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit

from evidencekit.ids import RevisionId
from evidencekit.operations.disclosure_view import GONE, RELEASED, Leaf, ScopeRow, grounds
from evidencekit.operations.redacting import Ground, Place
from evidencekit.records.kinds import KINDS
from ui.places.disclosure_text import DisclosureText
from ui.places.kept_reason import KeptReason
from ui.places.workplace import Workplace
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.combo import Combo
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.page import Page
from ui.widgets.segment import CheckPill

NEXT, WITHHOLD, RELEASE = "F3", "Alt+W", "Alt+R"  # F4 opens a list
_TEXT_HELP = (
    "Select words with Shift and the arrows. F3: next open. Alt+W: withhold. Alt+R: release."
)
NO_WORDS = "Put the caret in a word, or select some, in one text."
REASON_NEEDED = "Say in a few words why. It stays here and is not printed."
GROUND_NEEDED = "Choose the ground that is printed in place of the words."
_TALL = 220


class DecideCard(Card):
    """Shows one record and tells what a person decided of a place in it."""

    decided = Signal(bool, Place, Ground)  # withheld or released
    next_wanted = Signal()  # nothing more is open in this record

    def __init__(self, workplace: Workplace, page: Page, request: str) -> None:
        super().__init__(gap=10)
        self._row: ScopeRow | None = None
        self._version = ""
        self._waits_whole = False
        self.title = label("", "h2", wrap=True)
        self.says = label("", "muted", wrap=True)
        self.why = label("", wrap=True)
        self.text = DisclosureText()
        self.text.setMinimumHeight(_TALL)
        self.ground = Combo("Ground", "Choose a ground")
        self.ground.offer(grounds())
        self.reason = QLineEdit()
        self.kept = KeptReason(workplace, page, self.reason, ("redact", request))
        self.ground.setAccessibleDescription("Its code is printed in place of the words.")
        self.reason.setAccessibleDescription("Kept in the log and never printed.")
        self.everywhere = CheckPill("Wherever these words stand")
        self.everywhere.setChecked(True)
        self._ground_box = FieldBox("Ground, printed in their place", self.ground)
        self._reason_box = FieldBox("Reason, never printed", self.reason)
        self.next = button(f"Next open  {NEXT}", self._on_next, name="Next open place")
        self.withhold = button(
            f"Withhold  {WITHHOLD}", partial(self._on_words, withholds=True), icon="eye-off",
            name="Withhold the words chosen",
        )  # fmt: skip
        self.release = button(
            f"Release  {RELEASE}", partial(self._on_words, withholds=False), icon="eye",
            name="Release the words chosen",
        )  # fmt: skip
        self.all_of_it = button(
            "Withhold all of it", partial(self._on_whole, withholds=True), kind="quiet"
        )
        self.all_released = button(
            "Release all of it", partial(self._on_whole, withholds=False), kind="quiet"
        )
        self._text_box = FieldBox("What the record says", self.text, _TEXT_HELP)
        for each in (
            self.title, self.says, self.why, self._text_box, self._ground_box, self._reason_box,
            flow(self.everywhere),
            flow(self.withhold, self.release, self.next, self.all_of_it, self.all_released),
        ):  # fmt: skip
            self.add(each)
        self._listen(page)

    def _listen(self, page: Page) -> None:
        for keys, does, act in (
            (NEXT, "Next open place", self._on_next),
            (WITHHOLD, "Withhold the words chosen", partial(self._on_words, withholds=True)),
            (RELEASE, "Release the words chosen", partial(self._on_words, withholds=False)),
        ):
            shortcut = QShortcut(QKeySequence(keys), page)
            shortcut.setWhatsThis(does)
            shortcut.activated.connect(act)

    @property
    def record(self) -> str:
        """Give the record that is shown; "" for none."""
        return self._row.record if self._row else ""

    def show_record(
        self, row: ScopeRow | None, version: str, leaves: Sequence[Leaf], whys: Sequence[str] = ()
    ) -> None:
        """Show a record's texts and why something in it is open, or that none is chosen."""
        self._text_box.set_problem("")
        self.why.setText(" ".join(whys))
        self.why.setVisible(bool(whys))
        self._row, self._version = row, version
        self._waits_whole = row is not None and row.open > sum(len(each.open) for each in leaves)
        kind = KINDS.get(row.kind) if row else None
        self.title.setText(row.title if row else "Choose a record")
        self.says.setText(_says(row, kind.label if kind else "") if row else "")
        self.text.show_leaves(leaves)
        for each in (self.withhold, self.release, self.next, self.all_of_it, self.all_released):
            each.setEnabled(row is not None)
        self.all_of_it.setVisible(row is not None and row.whole != GONE)
        self.all_released.setVisible(row is not None and row.whole != RELEASED)

    def settle(self) -> None:
        """Forget the reason once it stands with a decision; the ground stays for the next."""
        self.kept.done()
        self.reason.clear()
        self.kept.begin()

    def _on_next(self) -> None:
        self._text_box.set_problem("")
        if self.text.next_open(round_the_end=False):
            self.text.setFocus()
            chosen = self.text.chosen()
            announce(self, chosen.words if chosen else "")
        elif self._waits_whole and not self.all_of_it.hasFocus():
            self.all_of_it.setFocus()
        else:
            self.next_wanted.emit()

    def _on_words(self, *, withholds: bool) -> None:
        chosen = self.text.chosen()
        if self._row is None or chosen is None:
            self._text_box.set_problem(NO_WORDS)
            self.text.setFocus()
            return
        place = Place(
            record=self._row.record, version=chosen.leaf.version, path=chosen.leaf.path,
            start=chosen.start, end=chosen.end,
        )  # fmt: skip
        self._decide(place, withholds=withholds)

    def _on_whole(self, *, withholds: bool) -> None:
        if self._row is not None:
            place = Place(record=self._row.record, version=RevisionId(self._version))
            self._decide(place, withholds=withholds)

    def _decide(self, place: Place, *, withholds: bool) -> None:
        code, reason = self.ground.value(), self.reason.text().strip()
        self._ground_box.set_problem(GROUND_NEEDED if withholds and not code else "")
        self._reason_box.set_problem("" if reason else REASON_NEEDED)
        if withholds and not code:
            self.ground.setFocus()
        elif not reason:
            self.reason.setFocus()
        else:
            ground = Ground(code=code, reason=reason, everywhere=self.everywhere.isChecked())
            self.decided.emit(withholds, place, ground)


def _says(row: ScopeRow, kind: str) -> str:
    told = [kind, "deleted" if row.is_deleted else "", row.whole]
    told += [f"{row.open} open" if row.open else "", f"{row.withheld} withheld"]
    return " · ".join(each for each in told if each)
