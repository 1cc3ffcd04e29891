"""Settings: another passphrase, judged in words and typed twice; the notes are not rewritten."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.operations import keys, unlock
from evidencekit.operations.keys import Done
from ui.places.narrow import narrow_column
from ui.places.workplace import Workplace
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field import FieldBox
from ui.widgets.heading import label
from ui.widgets.lines import row
from ui.widgets.page import Page
from ui.widgets.secret import SecretBox

_DIFFERENT = "The two are not the same. Type it again."
_OLD_COPIES = (
    "A backup made before opens with the old passphrase. Make a new one, and destroy the old."
)
Change = Callable[[Path, str, str], None]


class ChangePassphrase(Page):
    """Asks for the old one, and twice for the new one."""

    def __init__(self, workplace: Workplace, change: Change = keys.change_passphrase) -> None:
        super().__init__("Change the passphrase", "The recovery code stays as it is.")
        self._workplace, self._change = workplace, change
        self.problems = ErrorSummary()
        self.old = SecretBox("Passphrase now")
        self.first, self.second = SecretBox("New passphrase"), SecretBox("New passphrase again")
        self._boxes = (self.old, self.first, self.second)
        self._fields = (
            FieldBox("Passphrase now", self.old),
            FieldBox("New passphrase", self.first, "The five words above, or one of your own."),
            FieldBox("New passphrase again", self.second),
        )
        self.strength = label("", "hint", wrap=True)
        self.suggestion = label("", "code", wrap=True)
        self.others = button("Suggest others", self._offer, icon="refresh-cw")
        self.change_button = button("Change it", self._on_change, kind="primary", icon="check")
        self.first.changed.connect(self._judge)
        self.second.entered.connect(self._on_change)
        for box, after in ((self.old, self.first), (self.first, self.second)):
            box.entered.connect(after.box.setFocus)
        self._lay_out()
        self._offer()

    @override
    def first_focus(self) -> QWidget | None:
        return self.old.box

    @override
    def leave(self) -> None:
        for box in self._boxes:
            box.clear()

    def _lay_out(self) -> None:
        column = narrow_column(self.body)
        column.addWidget(self.problems)
        column.addWidget(
            Card(
                label("Five words nobody else was given", "h2"), self.suggestion,
                row(self.others, None), gap=10,
            )
        )  # fmt: skip
        old, new, again = self._fields
        column.addWidget(Card(old, new, self.strength, again, gap=14))
        column.addWidget(label(_OLD_COPIES, "hint", wrap=True))
        column.addLayout(row(self.change_button, None))
        column.addStretch(1)
        self.strength.hide()

    def _offer(self) -> None:
        self.suggestion.setText(unlock.suggest_passphrase())
        self.suggestion.setAccessibleName(f"Suggested passphrase: {self.suggestion.text()}")
        announce(self, self.suggestion.accessibleName())

    def _judge(self, typed: str) -> None:
        self.strength.setText(unlock.passphrase_strength(typed).words if typed else "")
        self.strength.setVisible(bool(typed))

    def _problems(self) -> tuple[str, str, str]:
        new = self.first.text()
        judged = unlock.passphrase_strength(new)
        return (
            "" if self.old.text() else "Type the passphrase you have now.",
            "Type a new passphrase." if not new else "" if judged.is_enough else judged.words,
            "" if new == self.second.text() else _DIFFERENT,
        )

    def _show(self, problems: tuple[str, str, str]) -> None:
        for field, words in zip(self._fields, problems, strict=True):
            field.set_problem(words)
        pairs = zip(problems, self._boxes, strict=True)
        self.problems.show_problems([(words, box.box) for words, box in pairs if words])

    def _on_change(self) -> None:
        problems = self._problems()
        self._show(problems)
        if not any(problems):
            self.show_busy("Changing the passphrase. This takes a moment, so that guessing does.")
            self._workplace.ask(self, lambda desk: desk.folder, self._on_folder)

    def _on_folder(self, folder: Path) -> None:
        work = partial(self._change, folder, self.old.text(), self.first.text())
        self._workplace.labour(self, work, self._on_changed, self._on_refused)

    def _on_changed(self, _none: None) -> None:
        self.leave()
        self._workplace.ask(self, partial(keys.note, done=Done.PASSPHRASE), self._on_noted)

    def _on_noted(self, _none: None) -> None:
        window = self._workplace.window
        self._workplace.close_page()
        if window.page is not None:
            window.page.notice.say("The passphrase is changed.", _OLD_COPIES, tone="ok")

    def _on_refused(self, refusal: Planned) -> None:
        self.show_content()
        if refusal.code == "unlock.wrong-passphrase":
            self._show((f"{refusal.what_happened} {refusal.what_is_safe}", "", ""))
            self.old.box.setFocus()
        else:
            self.notice.show_refusal(refusal)
