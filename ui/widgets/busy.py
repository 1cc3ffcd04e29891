"""Long work under way: what, how far, and a way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ui.jobs import Progress
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.heading import label
from ui.widgets.lines import row

UNREAD = "Nothing is shown here, because it could not be read."


class Busy(QWidget):
    """A bar and a Cancel button; nothing on it moves by itself."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._progress: Progress | None = None
        self.has_given_up = False
        self._counted, self._told = "", 0  # a reading's words, and how many quarters were told
        self._what = label("", "h3", wrap=True)
        self._how_far = label("", "hint")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.cancel = button("Cancel", self._on_cancel)
        column = QVBoxLayout(self)
        spaced(column, 10, (6, 16, 6, 16))
        for part in (self._what, self._bar, self._how_far):
            column.addWidget(part)
        column.addLayout(row(self.cancel, None))
        column.addStretch(1)

    def watch(self, what: str, progress: Progress | None = None, counted: str = "") -> None:
        """Show work that has begun; without a progress it cannot be cancelled.

        A reading says how far it is by words that take what is done, and of how many.
        """
        self._progress, self.has_given_up = progress, False
        self._counted, self._told = counted, 0
        self._what.setText(what)
        self._bar.setAccessibleName(what)
        self._bar.setRange(0, 100)
        self._bar.setValue(0)
        self._how_far.setText("")
        self._how_far.setVisible(progress is not None)
        self._bar.setVisible(progress is not None)  # without steps to count it would seem stuck
        self.cancel.setVisible(progress is not None)
        self.cancel.setEnabled(True)
        self.cancel.say("Cancel")
        if progress is not None:
            progress.moved.connect(self._on_moved)
        announce(self, what)

    @property
    def is_reading(self) -> bool:
        """Tell whether it shows a reading: it ends by itself, or one goes back from it."""
        return self._progress is None or bool(self._counted)

    def give_up(self) -> None:
        """Say that nothing is under way any more."""
        self.has_given_up = True
        self._what.setText(UNREAD)
        for part in (self._bar, self._how_far, self.cancel):
            part.hide()

    def _on_moved(self, done: int, of: int) -> None:
        if self.sender() not in {None, self._progress}:
            return
        share = round(100 * done / of) if of else 0
        self._bar.setValue(share)
        self._how_far.setText(self._counted.format(done=done, of=of) or f"{share} %")
        if self._counted and share // 25 > self._told:
            self._told = share // 25
            announce(self, self._how_far.text())

    def _on_cancel(self) -> None:
        if self._progress is not None:
            self._progress.stop()
        self.cancel.setEnabled(False)
        self.cancel.say("Stopping")
        self.cancelled.emit()
