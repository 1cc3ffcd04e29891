"""A clash: both versions beside their base, decided whole or field by field, with a reason."""

from contextlib import suppress
from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.ids import RecordId, RevisionId
from evidencekit.operations import clash_view, decide, deciding_again
from evidencekit.operations.capture import Captured
from evidencekit.operations.clash_view import ClashView, SideView
from ui.places.arriving import begin_here
from ui.places.clash_fields import ClashFields
from ui.places.dates import stamp_words
from ui.places.kept_reason import KeptReason
from ui.places.reason_card import NEEDED
from ui.places.ways import Do, Way
from ui.places.word_marks import KEY
from ui.places.workplace import Workplace
from ui.widgets.autosave_text import AutosaveText
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field import FieldBox
from ui.widgets.flow import flow
from ui.widgets.heading import label
from ui.widgets.page import Page
from ui.widgets.segment import Segments
from ui.widgets.tag import Tag

_BOTH_STAY = "Both versions stay readable in the history, whatever you decide."
_AGAIN = "What you decide now takes its place; the former decision stays readable, with its reason."
_CHANGED = "It was changed after that. The version that stands now is one of those below."
_DECIDED = "Decided. The other version stays readable in the history."


class Clash(Page):
    """One record. Nothing is chosen beforehand, nothing is combined in silence."""

    def __init__(self, workplace: Workplace, record: str) -> None:
        super().__init__("Two versions", _BOTH_STAY)
        self._workplace = workplace
        self._record = RecordId(record)
        self._fields: ClashFields | None = None
        self._is_again = False
        self.choices: dict[str, Segments] = {}
        self.keep: list[QWidget] = []
        self.problems = ErrorSummary()
        self.reason = AutosaveText("Reason for the decision")
        self.reason.setMaximumHeight(self.reason.fontMetrics().lineSpacing() * 5)
        self.reason_box = FieldBox(
            "Reason for the decision", self.reason, "Needed. It stays with the record."
        )
        self._kept = KeptReason(workplace, self, self.reason, ("clash", record))
        self._kept.given_back.connect(self._choose_again)
        self.empty.chosen.connect(workplace.close_page)
        self.show_busy("Reading…")
        workplace.ask(
            self, lambda desk: clash_view.lay_out_any(desk, self._record), self._on_laid_out
        )  # fmt: skip

    @override
    def again(self) -> Way:
        return Way(Do.DECIDE, record=self._record)

    @override
    def first_focus(self) -> QWidget | None:
        return self.keep[0] if self.keep else super().first_focus()

    def _on_laid_out(self, found: ClashView | None) -> None:
        if found is None:
            self.show_empty("There is nothing to decide.", "", "Back to Merge", "circle-check")
            return
        self._is_again = found.decided is not None
        self.set_title(found.title, _AGAIN if self._is_again else _BOTH_STAY)
        self.body.addWidget(self.problems)
        if found.decided is not None:
            self.body.addWidget(self._former(found.decided, is_corrected=found.is_corrected))
        self._show_sides(found)
        self.body.addWidget(self.reason_box)
        if found.by_field:
            self._show_fields(found)
            self._choose_again()
        self.body.addStretch(1)
        self.show_content()
        begin_here(self._workplace, self)

    # -- what was decided, and both sides

    def _former(self, decided: SideView, *, is_corrected: bool) -> Card:
        when = self._when(decided)
        changed = (label(_CHANGED, wrap=True),) if is_corrected else ()
        return Card(
            label("Decided", "overline"),
            label(f"{decided.who} decided it at {when}.", "strong", wrap=True),
            label(f"Why: {decided.reason}", wrap=True), *changed, tone="accent", gap=6,
        )  # fmt: skip

    def _when(self, side: SideView) -> str:
        return stamp_words(side.written, self._workplace.zone, self._workplace.now().date())

    def _show_sides(self, found: ClashView) -> None:
        columns = self.add_columns(1, 1)
        for number, side in enumerate(found.sides):
            columns[number % 2].addWidget(self._side(number, side))

    def _side(self, number: int, side: SideView) -> Card:
        when = self._when(side)
        which = ("First version", "Second version")[number] if number <= 1 else "Another version"
        what = "deleted it" if side.is_deletion else "wrote this"
        keep = button(
            "Keep this one" if number == 0 else "Keep that one",
            partial(self._keep, side.revision), icon="check",
            name=f"Keep the {which.lower()}, of {side.who}",
        )  # fmt: skip
        self.keep.append(keep)
        return Card(
            label(which, "overline"), label(side.who, "h3", wrap=True),
            label(f"{side.who} {what} at {when}.", "muted", wrap=True),
            label(f"Why: {side.reason}" if side.reason else "No reason was given.", wrap=True),
            flow(*((Tag("Stands now", "ok"),) if side.is_standing else ()), keep),
        )  # fmt: skip

    # -- field by field

    def _show_fields(self, found: ClashView) -> None:
        self.body.addWidget(label("Field by field", "h2"))
        self.body.addWidget(label(KEY, "hint", wrap=True))
        self._fields = fields = ClashFields(self._workplace, found, self.add_panes)
        for each in found.fields:
            fields.show(each, self.body)
        self.choices = fields.choices
        for choice in self.choices.values():
            choice.chosen.connect(lambda _key: self._on_chosen())
        self.save = button("Save these choices", self._on_save, kind="primary", icon="git-merge")
        self.body.addWidget(flow(self.save))

    # -- deciding

    def _on_chosen(self) -> None:
        self._kept.beside = dict(self._fields.chosen) if self._fields else {}
        self._kept.keep()

    def _choose_again(self) -> None:
        for key, choice in self.choices.items():
            with suppress(KeyError):  # what is on offer may be other than it was
                choice.set_value(str(self._kept.beside.get(key, "")))

    def _reason(self) -> str:
        reason = self.reason.toPlainText().strip()
        self.reason_box.set_problem("" if reason else NEEDED)
        if not reason:
            self.problems.show_problems([(NEEDED, self.reason)])
        return reason

    def _keep(self, revision: RevisionId) -> None:
        reason, record = self._reason(), self._record
        keep = deciding_again.keep if self._is_again else decide.decide
        if reason:
            self._workplace.ask(
                self, lambda desk: keep(desk, record, revision, reason), self._on_decided,
                self._on_refused,
            )  # fmt: skip

    def _on_save(self) -> None:
        fields = self._fields
        if fields is None:
            return
        still_open = fields.open_labels()
        if still_open:
            self.problems.show_problems(
                [(f"Choose which to keep: {words}.", self._pill(key)) for words, key in still_open]
            )
            return
        chosen = fields.chosen
        reason, record, again = self._reason(), self._record, self._is_again
        if reason:
            self._workplace.ask(
                self,
                lambda desk: clash_view.decide_fields(desk, record, chosen, reason, again=again),
                self._on_decided, self._on_refused,
            )  # fmt: skip

    def _pill(self, key: str) -> QWidget:
        return self.choices[key].pill("")

    def _on_refused(self, refusal: Planned) -> None:
        self.notice.show_refusal(refusal)

    def _on_decided(self, made: Captured) -> None:
        place = self._workplace
        self._kept.done()
        place.tell(made.changes)
        if place.window.page is self:
            place.close_page()
            if place.window.page is not None:
                again = partial(open_clash, place, self._record)
                place.window.page.notice.say(
                    _DECIDED, tone="ok", action="Decide again", then=again
                )  # fmt: skip


def open_clash(workplace: Workplace, record: str) -> None:
    """Open the decision on a record from the place in front."""
    workplace.open_page(Clash(workplace, record))
