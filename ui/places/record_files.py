"""The files of a record, to be opened from its page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidencekit.analysis.snapshot import Item
from evidencekit.operations.attachable import place_for_files
from evidencekit.records.places import rows_of
from ui.forms.control import text_of
from ui.forms.file_line import FileLine
from ui.theme import spaced
from ui.widgets.card import Card
from ui.widgets.heading import Heading
from ui.widgets.lines import clear


class RecordFiles(QWidget):
    """Kind, size, digest and history of each file; hidden while there is none."""

    opened = Signal(str, str)  # the digest and the name of a file

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout()
        spaced(self._lines, 14)
        around = QVBoxLayout(self)
        spaced(around, 10)
        around.addWidget(Heading("Files", "h2"))
        around.addWidget(Card(self._lines))
        self.hide()

    def show_files(self, item: Item) -> None:
        """Show the files that a record names."""
        clear(self._lines)
        files = rows_of(item.fields.get(place_for_files(item.kind)))
        for file in files:
            line = FileLine(file)
            name = text_of(file.get("name"))
            line.opened.connect(lambda digest, name=name: self.opened.emit(digest, name))
            self._lines.addWidget(line)
        self.setVisible(bool(files))
