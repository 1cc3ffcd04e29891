"""A list to choose from that the wheel never changes by accident."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy
from typing_extensions import override

from ui.widgets.hints import explain


class Combo(QComboBox):
    """Keys behind words. A key it does not know is shown as it is, never dropped."""

    chosen = Signal(str)

    def __init__(self, name: str, nothing: str = "Choose one") -> None:
        super().__init__()
        self._nothing = nothing
        self.setAccessibleName(name)
        explain(self)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(28)
        self.addItem(nothing, "")
        self.activated.connect(lambda _row: self.chosen.emit(self.value()))

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these; what is chosen stays chosen."""
        now = self.value()
        self.clear()
        self.addItem(self._nothing, "")
        for key, words in choices:
            self.addItem(words, key)
        self.set_value(now)

    def value(self) -> str:
        """Give the key of what is chosen, or nothing."""
        key: str = self.currentData() or ""
        return key

    def set_value(self, key: str) -> None:
        """Choose by key without telling anybody."""
        row = self.findData(key)
        if row < 0:
            self.addItem(key, key)
            row = self.count() - 1
        self.setCurrentIndex(row)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Somebody scrolling the page over a list must not change an answer.
        event.ignore()


class SearchCombo(Combo):
    """A long list: typing any part of the words narrows it."""

    def __init__(self, name: str, nothing: str = "Type to find") -> None:
        super().__init__(name, nothing)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box = self.lineEdit()
        if box is not None:
            box.setAccessibleName(name)
            box.setPlaceholderText(nothing)
            box.editingFinished.connect(self._settle)
        finder = QCompleter(self.model(), self)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(finder)
        self.setItemText(0, "")

    @override
    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        super().offer(choices)
        self.setItemText(0, "")

    def _settle(self) -> None:
        """Take the words back to the last choice when they match none."""
        row = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        self.setCurrentIndex(row if row >= 0 else max(0, self.currentIndex()))
        self.setEditText(self.itemText(self.currentIndex()))
