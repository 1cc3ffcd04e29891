"""A labelled control: label, help, problem, control, in that order (GOV.UK pattern)."""

from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.theme import current, px, repolish, spaced
from ui.widgets.heading import label


class FieldBox(QFrame):
    """The problem is shown beside the control and is part of what is read out."""

    def __init__(self, words: str, control: QWidget, help_text: str = "") -> None:
        super().__init__()
        self.setObjectName("field")
        self.control = control
        self._help = help_text or _first_box(control).accessibleDescription()
        self.label = label(words, "strong", wrap=True)
        self.label.setBuddy(_first_box(control))
        self._hint = label(help_text, "hint", wrap=True)
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        column = QVBoxLayout(self)
        spaced(column, 4)
        for part in (self.label, self._hint, self._problem, control):
            column.addWidget(part)
        # Only now: shown before it has a parent, a label would flash as a window of its own.
        self._hint.setVisible(bool(help_text))
        if not control.accessibleName():
            control.setAccessibleName(words)
        self._describe(self._help)
        current().look_changed.connect(self._indent)

    @property
    def problem(self) -> str:
        """Give the problem shown, or nothing."""
        return self._problem.text()

    def fold_help(self, words: str) -> None:
        """Say it in the box itself while that is empty; the whole help stays for a reader."""
        self._hint.hide()
        box = _first_box(self.control)
        if isinstance(box, QLineEdit | QPlainTextEdit):
            box.setPlaceholderText(words)

    def set_problem(self, words: str) -> None:
        """Show what is wrong here; nothing takes it away."""
        if words == self._problem.text():
            return
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        said = f"Problem: {words} {self._help}" if words else self._help
        self._describe(said.strip())
        for part in (self, *_boxes(self.control)):
            part.setProperty("wrong", bool(words))
            repolish(part)
        self._indent()

    def _describe(self, words: str) -> None:
        for part in (self.control, _first_box(self.control)):
            part.setAccessibleDescription(words)

    def _indent(self) -> None:
        left = px(12) if self._problem.text() else 0
        column = self.layout()
        if column is not None:
            column.setContentsMargins(left, 0, 0, 0)


def _boxes(control: QWidget) -> list[QWidget]:
    inner: list[QWidget] = [control, *control.findChildren(QLineEdit)]
    return [*inner, *control.findChildren(QPlainTextEdit)]


def _first_box(control: QWidget) -> QWidget:
    # Where the keyboard goes is what a screen reader reads the label and the help for.
    box = control
    while (proxy := box.focusProxy()) is not None:
        box = proxy
    return box
