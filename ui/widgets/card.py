"""A card: things that belong together, on a surface of their own."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.theme import spaced
from ui.widgets.lines import Part


class Card(QFrame):
    """A surface with a column in it; tones: accent, caution, error, sunken."""

    def __init__(self, *parts: Part, tone: str = "", gap: float = 8) -> None:
        super().__init__()
        self.setObjectName("card")
        if tone:
            self.setProperty("tone", tone)
        self.column = QVBoxLayout(self)
        spaced(self.column, gap, (16, 14, 16, 14))
        for part in parts:
            self.add(part)

    def add(self, part: Part) -> None:
        """Put something below what is there; None is room that stretches."""
        if part is None:
            self.column.addStretch(1)
        elif isinstance(part, QWidget):
            self.column.addWidget(part)
        else:
            self.column.addLayout(part)
