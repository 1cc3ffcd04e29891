"""Set up, step 2: a passphrase, five words suggested, typed twice."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from evidencekit.operations import unlock
from ui.places.narrow import Alone, narrow_column
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.field import FieldBox
from ui.widgets.heading import label
from ui.widgets.lines import row
from ui.widgets.secret import SecretBox

_DIFFERENT = "The two are not the same. Type it again"


class SetUpPassphrase(Alone):
    """Suggests, judges in words, and asks for it twice."""

    chosen = Signal(str)
    back_asked = Signal()

    def __init__(self, suggest: Callable[[], str] = unlock.suggest_passphrase) -> None:
        super().__init__("Choose a passphrase", "Step 2 of 4. It opens your notes on this laptop.")
        self._suggest = suggest
        self.problems = ErrorSummary()
        self.suggestion = label("", "code", wrap=True)
        self.others = button("Suggest others", self._offer, icon="refresh-cw")
        self.first = SecretBox("Passphrase")
        self.second = SecretBox("Passphrase again")
        self._first_field = FieldBox(
            "Passphrase", self.first, "The five words above, or one of your own."
        )
        self._second_field = FieldBox("Passphrase again", self.second)
        self.strength = label("", "hint", wrap=True)
        self.next_button = button("Continue", self._on_next, kind="primary", icon="arrow-right")
        self.first.changed.connect(self._judge)
        self.first.entered.connect(self.second.box.setFocus)
        self.second.entered.connect(self._on_next)
        self._build()
        self._offer()

    @override
    def first_focus(self) -> QWidget | None:
        return self.first.box

    @override
    def leave(self) -> None:
        self.first.clear()
        self.second.clear()

    def show_refusal(self, refusal: Planned) -> None:
        """Say why the workspace was not made."""
        self.show_content()
        self.notice.show_refusal(refusal)

    def _build(self) -> None:
        column = narrow_column(self.body)
        column.addWidget(self.problems)
        column.addWidget(
            Card(
                label("Five words nobody else was given", "h2"), self.suggestion,
                label("Write them down until you know them, and keep the paper away from the"
                      " laptop.", "muted", wrap=True),
                row(self.others, None), gap=10,
            )
        )  # fmt: skip
        column.addWidget(Card(self._first_field, self.strength, self._second_field, gap=14))
        column.addLayout(row(self.next_button, button("Back", self.back_asked.emit), None))
        column.addStretch(1)
        self.strength.hide()

    def _offer(self) -> None:
        self.suggestion.setText(self._suggest())
        self.suggestion.setAccessibleName(f"Suggested passphrase: {self.suggestion.text()}")
        announce(self, self.suggestion.accessibleName())

    def _judge(self, typed: str) -> None:
        self.strength.setText(unlock.passphrase_strength(typed).words if typed else "")
        self.strength.setVisible(bool(typed))

    def _on_next(self) -> None:
        typed, again = self.first.text(), self.second.text()
        first = "" if typed else "Type a passphrase"
        if typed and not unlock.passphrase_strength(typed).is_enough:
            first = unlock.passphrase_strength(typed).words
        second = _DIFFERENT if not first and typed != again else ""
        self._first_field.set_problem(first)
        self._second_field.set_problem(second)
        fields = ((first, self.first), (second, self.second))
        self.problems.show_problems([(words, box.box) for words, box in fields if words])
        if not first and not second:
            self.chosen.emit(typed)
