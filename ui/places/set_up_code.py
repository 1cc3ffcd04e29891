"""Set up, step 3: the recovery code, shown once and typed back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from evidencekit.errors.base import Planned
from ui.places.narrow import Alone, narrow_column
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.field import FieldBox
from ui.widgets.heading import label
from ui.widgets.lines import row

_HALF = 4  # groups on a line


class SetUpCode(Alone):
    """Shows the code, then hides it until it has been typed from the paper."""

    typed_back = Signal(str)

    def __init__(self, code: str) -> None:
        super().__init__(
            "Keep the recovery code",
            "Step 3 of 4. It opens your notes if the passphrase is lost. It is shown only now.",
        )
        groups = code.split("-")
        lines = ("  ".join(groups[:_HALF]), "  ".join(groups[_HALF:]))
        self.shown = label("\n".join(lines), "code")
        self.shown.setAccessibleName(f"Recovery code: {', '.join(groups)}")
        self.box = QLineEdit()
        self.box.returnPressed.connect(self._on_check)
        self._field = FieldBox(
            "Recovery code", self.box, "Type all eight groups from your paper, with spaces between."
        )
        self.written = button("I have written it down", self._on_written, kind="primary")
        self.check_button = button("Check it", self._on_check, kind="primary", icon="check")
        self._show_card = Card(
            label("Write these eight groups on paper", "h2"), self.shown,
            label("Keep the paper in a safe, not with the laptop. Whoever holds it can read your"
                  " notes.", "muted", wrap=True),
            row(self.written, None), tone="accent", gap=12,
        )  # fmt: skip
        again = button("Show the code again", self._on_again, kind="quiet")
        self._type_card = Card(
            label("Now type it from the paper", "h2"), self._field,
            row(self.check_button, again, None), gap=12,
        )  # fmt: skip
        column = narrow_column(self.body)
        column.addWidget(self._show_card)
        column.addWidget(self._type_card)
        column.addStretch(1)
        self._type_card.hide()

    @override
    def first_focus(self) -> QWidget | None:
        return self.written if self._type_card.isHidden() else self.box

    @override
    def leave(self) -> None:
        self.box.clear()

    def show_refusal(self, refusal: Planned) -> None:
        """Say which group does not fit."""
        self._field.set_problem(f"{refusal.what_happened} {refusal.what_to_do}")
        announce(self, self._field.problem, at_once=True)
        self.box.setFocus()

    def _on_written(self) -> None:
        self._show_card.hide()
        self._type_card.show()
        self.box.setFocus()

    def _on_again(self) -> None:
        self._type_card.hide()
        self._show_card.show()
        self.written.setFocus()

    def _on_check(self) -> None:
        typed = self.box.text().strip()
        self._field.set_problem("" if typed else "Type the recovery code.")
        if typed:
            self.typed_back.emit(typed)
