"""Any kind of record as a form that asks the few things that matter first; the rest is folded."""

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from evidencekit.canonical import Json
from evidencekit.checks.problem import Problem
from evidencekit.errors.base import Planned
from evidencekit.operations.capture import Entry
from evidencekit.operations.filling import Filling
from evidencekit.records.happened import when_asked
from evidencekit.records.kinds import KINDS
from ui.forms.form import Form
from ui.places.dates import count
from ui.places.edit_record import EditRecord
from ui.places.workplace import Workplace
from ui.widgets.button import button
from ui.widgets.lines import row

_UNTESTED: Mapping[str, Json] = {"tested": "no"}  # a claim is, until cases have tested it


class GuidedForm(EditRecord):
    """A new record begins now and shows its first questions; an old one shows all of them."""

    def __init__(
        self, workplace: Workplace, kind: str, record: str = "",
        given: Mapping[str, Json] | None = None,
    ) -> None:  # fmt: skip
        begun = {} if record else _begun(workplace, kind)
        super().__init__(workplace, kind, record, {**begun, **(given or {})})
        self.more = button("More questions", self.unfold, kind="quiet", icon="chevron-down")
        self.more.hide()
        self._folded: tuple[str, ...] = ()

    def unfold(self) -> None:
        """Show every question, and go to the first that was folded away."""
        folded = self._folded
        self._show_folded(folded)
        if folded and self.form is not None:
            self.form.control(folded[0]).setFocus()

    @override
    def first_focus(self) -> QWidget | None:
        first = KINDS[self._kind].asked_first
        if self.form is not None and first:
            return self.form.control(first[0])
        return super().first_focus()

    @override
    def _on_opened(self, found: Filling) -> None:
        super()._on_opened(found)
        first = KINDS[self._kind].asked_first
        form = self.form
        if form is None or not first:
            return
        self._arrange(form, first)
        if not self._record:
            answered = form.typed()
            rest = [key for key in form.controls if key not in first]
            self._folded = tuple(key for key in rest if key not in answered)
        for key in self._folded:
            form.box(key).hide()
        self.more.say(f"{count(len(self._folded), 'more question')}")
        self.more.setVisible(bool(self._folded))

    def _arrange(self, form: Form, first: tuple[str, ...]) -> None:
        """Put the first questions first, in the order in which they are asked."""
        layout = form.layout()
        if not isinstance(layout, QVBoxLayout):
            return
        place = layout.indexOf(form.problems) + 1
        for number, key in enumerate(first):
            layout.insertWidget(place + number, form.box(key))
        layout.insertLayout(place + len(first), row(self.more, None))

    @override
    def _entry(self) -> Entry | None:
        entry = super()._entry()
        self._show_problems()
        return entry

    @override
    def _on_not_ready(self, problems: tuple[Problem, ...], refusal: Planned) -> None:
        super()._on_not_ready(problems, refusal)
        self._show_problems()

    def _show_problems(self) -> None:
        """Unfold what has a problem, so that nothing is asked for that cannot be seen."""
        form = self.form
        if form is not None:
            self._show_folded(tuple(key for key in self._folded if form.box(key).problem))

    def _show_folded(self, keys: tuple[str, ...]) -> None:
        form = self.form
        if form is None or not keys:
            return
        for key in keys:
            form.box(key).show()
        self._folded = tuple(key for key in self._folded if key not in keys)
        self.more.say(f"{count(len(self._folded), 'more question')}")
        self.more.setVisible(bool(self._folded))


def _begun(workplace: Workplace, kind: str) -> dict[str, Json]:
    """Give what a new record of a kind that is guided begins with: now, and what is so at first."""
    if not KINDS[kind].asked_first:
        return {}
    now: dict[str, Json] = {when_asked(kind): f"{workplace.now():%Y-%m-%dT%H:%M}"}
    return {**now, **(_UNTESTED if kind == "claim" else {})}
