"""Set up, step 4: done, and what comes next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.places.narrow import Alone, narrow_column
from ui.places.set_up_who import Answers
from ui.widgets.button import button
from ui.widgets.card import Card
from ui.widgets.heading import label
from ui.widgets.lines import row

_NEXT = {
    "lead": "Next: fill in the inspection's dates, then add each inspector on the Team page when"
    " they bring their join card.",
    "inspector": "Next: give your join card to the lead on a stick (Team page), and pin the set-up"
    " pack that comes back. You can take notes at once; they wait for the team.",
}


class SetUpDone(Alone):
    """Says what was made, and opens it."""

    open_asked = Signal()

    def __init__(self, answers: Answers) -> None:
        super().__init__("This laptop is ready", "Step 4 of 4.")
        self.open_button = button("Open my notes", self.open_asked.emit, kind="primary")
        where = label(str(answers.folder), "mono", wrap=True)
        where.setAccessibleName(f"Folder: {answers.folder}")
        column = narrow_column(self.body)
        column.addWidget(
            Card(
                label("Your workspace", "h2"), where,
                label("Everything in it is encrypted. Only the passphrase or the recovery code"
                      " opens it; nobody can reset them.", "muted", wrap=True),
                label(_NEXT[answers.role], wrap=True), row(self.open_button, None),
                tone="accent", gap=12,
            )
        )  # fmt: skip
        column.addStretch(1)

    @override
    def first_focus(self) -> QWidget | None:
        return self.open_button
