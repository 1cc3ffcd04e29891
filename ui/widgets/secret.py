"""A box for a passphrase: hidden until Show is pressed; pasting is welcome."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from ui.theme import spaced
from ui.widgets.hints import explain


class SecretBox(QWidget):
    """Keeps what is typed out of sight, out of spelling help and out of any history."""

    entered = Signal()
    changed = Signal(str)

    def __init__(self, name: str = "Passphrase") -> None:
        super().__init__()
        self.box = QLineEdit()
        self.box.setEchoMode(QLineEdit.EchoMode.Password)
        self.box.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhSensitiveData
        )
        self.box.setAccessibleName(name)
        explain(self.box)
        self.show_box = QCheckBox("Show")
        self.show_box.setAccessibleName(f"Show {name.lower()}")
        self.show_box.toggled.connect(self._on_show)
        self.box.returnPressed.connect(self.entered)
        self.box.textChanged.connect(self.changed)
        line = QHBoxLayout(self)
        spaced(line, 12)
        line.addWidget(self.box, 1)
        line.addWidget(self.show_box)
        self.setFocusProxy(self.box)
        self.setAccessibleName(name)

    def text(self) -> str:
        """Give what was typed."""
        return self.box.text()

    def clear(self) -> None:
        """Forget what was typed, the box's own undo too."""
        self.box.clear()

    def _on_show(self, shown: bool) -> None:  # noqa: FBT001 - from a signal
        modes = QLineEdit.EchoMode
        self.box.setEchoMode(modes.Normal if shown else modes.Password)
