"""Settings: another recovery code, typed back before it counts; and the drill that proves one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.operations import keys
from evidencekit.operations.keys import Done
from ui.places.narrow import narrow_column
from ui.places.workplace import Workplace
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.heading import label
from ui.widgets.lines import column, row
from ui.widgets.page import Page
from ui.widgets.secret import SecretBox

_HALF = 4  # groups on a line
_PAPER = "Keep the paper in a safe, not with the laptop. Whoever holds it can read your notes."
Replace = Callable[[Path, str, str], str]


class _Asking(Page):
    """What both pages share: one box for a code, and a way back with a word."""

    def __init__(self, workplace: Workplace, title: str, subtitle: str) -> None:
        super().__init__(title, subtitle)
        self._workplace = workplace
        self.box = QLineEdit()
        self.field = FieldBox(
            "Recovery code", self.box, "Type all eight groups from your paper, with spaces between."
        )

    @override
    def leave(self) -> None:
        self.box.clear()

    def refuse(self, refusal: Planned) -> None:
        """Say beside the box what does not fit."""
        self.show_content()
        self.field.set_problem(f"{refusal.what_happened} {refusal.what_to_do}")
        announce(self, self.field.problem, at_once=True)
        self.box.setFocus()

    def note(self, done: Done, words: str, more: str) -> None:
        """Write down what was done, then go back and say so."""
        self.leave()
        self._workplace.ask(
            self, partial(keys.note, done=done), lambda _none: self._leave_with(words, more)
        )

    def _leave_with(self, words: str, more: str) -> None:
        window = self._workplace.window
        self._workplace.close_page()
        if window.page is not None:
            window.page.notice.say(words, more, tone="ok")


class NewRecoveryCode(_Asking):
    """The old code opens the notes until the new one has been typed from the paper."""

    def __init__(self, workplace: Workplace, replace: Replace = keys.new_recovery_code) -> None:
        super().__init__(
            workplace, "New recovery code",
            "The code you have goes on working until the new one is typed back.",
        )  # fmt: skip
        self._replace = replace
        self._code = ""
        self.passphrase = SecretBox("Passphrase")
        self._pass_field = FieldBox("Passphrase", self.passphrase, "So that only you can do this.")
        self.shown = label("", "code")
        self.begin = button("Show a new code", self._on_begin, kind="primary", icon="key-round")
        self.written = button("I have written it down", self._on_written, kind="primary")
        self.check = button("Check it", self._on_check, kind="primary", icon="check")
        self.again_button = button("Show the code again", self._on_again, kind="quiet")
        self._steps = (
            Card(self._pass_field, row(self.begin, None), gap=12),
            Card(
                label("Write these eight groups on paper", "h2"), self.shown,
                label(_PAPER, "muted", wrap=True), row(self.written, None), tone="accent", gap=12,
            ),
            Card(
                label("Now type it from the paper", "h2"), self.field,
                row(self.check, self.again_button, None), gap=12,
            ),
        )  # fmt: skip
        self.passphrase.entered.connect(self._on_begin)
        self.box.returnPressed.connect(self._on_check)
        inner = narrow_column(self.body)
        inner.addLayout(column(*self._steps, gap=16))
        inner.addStretch(1)
        self._show_step(0)

    @override
    def first_focus(self) -> QWidget | None:
        return self.passphrase.box

    @override
    def leave(self) -> None:
        super().leave()
        self.passphrase.clear()
        self.shown.clear()
        self._code = ""

    def _show_step(self, number: int) -> None:
        for at, step in enumerate(self._steps):
            step.setVisible(at == number)

    def _on_begin(self) -> None:
        typed = self.passphrase.text()
        self._pass_field.set_problem("" if typed else "Type your passphrase.")
        if typed:
            self.show_busy("Checking the passphrase.")
            self._workplace.ask(self, lambda desk: desk.folder, self._prove)

    def _prove(self, folder: Path) -> None:
        work = partial(keys.check_passphrase, folder, self.passphrase.text())
        self._workplace.labour(self, work, self._on_proved, self._on_not_proved)

    def _on_proved(self, _none: None) -> None:
        self._code = keys.propose_code()
        groups = self._code.split("-")
        self.shown.setText("\n".join(("  ".join(groups[:_HALF]), "  ".join(groups[_HALF:]))))
        self.shown.setAccessibleName(f"Recovery code: {', '.join(groups)}")
        self.show_content()
        self._show_step(1)
        self.written.setFocus()

    def _on_not_proved(self, refusal: Planned) -> None:
        self.show_content()
        self._pass_field.set_problem(f"{refusal.what_happened} {refusal.what_is_safe}")
        announce(self, self._pass_field.problem, at_once=True)
        self.passphrase.box.setFocus()

    def _on_written(self) -> None:
        self._show_step(2)
        self.box.setFocus()

    def _on_again(self) -> None:
        self._show_step(1)
        self.written.setFocus()

    def _on_check(self) -> None:
        try:
            keys.check_typed_back(self._code, self.box.text())
        except Planned as refusal:
            self.refuse(refusal)
            return
        self.show_busy("Taking the new code.")
        self._workplace.ask(self, lambda desk: desk.folder, self._take)

    def _take(self, folder: Path) -> None:
        work = partial(self._replace, folder, self.passphrase.text(), self._code)
        self._workplace.labour(self, work, self._on_taken, self.refuse)

    def _on_taken(self, _code: str) -> None:
        self.note(Done.CODE, "The new recovery code works.", "Destroy the paper with the old one.")


class RecoveryDrill(_Asking):
    """Proves, with a date, that the paper in the safe opens these notes."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            workplace, "Try the recovery code",
            "Nothing is changed. That it worked is written down with today's date.",
        )  # fmt: skip
        self.check = button("Try it", self._on_try, kind="primary", icon="check")
        self.box.returnPressed.connect(self._on_try)
        inner = narrow_column(self.body)
        inner.addWidget(Card(self.field, row(self.check, None), gap=12))
        inner.addStretch(1)

    @override
    def first_focus(self) -> QWidget | None:
        return self.box

    def _on_try(self) -> None:
        self.show_busy("Trying the code.")
        self._workplace.ask(self, lambda desk: desk.folder, self._drill)

    def _drill(self, folder: Path) -> None:
        work = partial(keys.drill_recovery, folder, self.box.text())
        self._workplace.labour(self, work, self._on_works, self.refuse)

    def _on_works(self, _none: None) -> None:
        self.note(Done.DRILL, "The recovery code opens these notes.", "Put the paper back.")
