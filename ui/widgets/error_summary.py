"""What to put right, at the top of the page; each line jumps to its field (GOV.UK pattern)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.heading import label
from ui.widgets.lines import clear

HEADING = "There is a problem"


class ErrorSummary(QFrame):
    """Takes focus when it appears, also for one problem."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("error_summary")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lines = QVBoxLayout(self)
        spaced(self._lines, 2, (16, 12, 16, 12))
        self.hide()

    def show_problems(self, problems: Sequence[tuple[str, QWidget]]) -> None:
        """Show what to put right, and where; nothing hides the summary."""
        clear(self._lines)
        self.setVisible(bool(problems))
        if not problems:
            return
        self._lines.addWidget(label(HEADING, "h3"))
        for words, where in problems:
            jump = button(words, partial(go_to, where), kind="problem")
            self._lines.addWidget(jump, 0, Qt.AlignmentFlag.AlignLeft)
        said = " ".join(words if words.endswith(".") else f"{words}." for words, _ in problems)
        self.setAccessibleName(f"{HEADING}. {said}")
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.accessibleName(), at_once=True)


def go_to(where: QWidget) -> None:
    """Bring a field into view and put the cursor in it."""
    where.setFocus(Qt.FocusReason.ShortcutFocusReason)
    above = where.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(where)
        above = above.parentWidget()
