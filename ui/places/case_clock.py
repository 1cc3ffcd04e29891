"""Reading clock: how long a file has been read. It runs only while somebody is there."""

import time
from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.idle import input_watch
from ui.theme import spaced
from ui.widgets.announce import announce
from ui.widgets.button import button
from ui.widgets.flow import Flow
from ui.widgets.heading import label
from ui.widgets.picture import Decoration

IDLE_SECONDS = 600  # beside a file one reads long without touching the laptop
_LOOK_MS = 5000
_MINUTE = 60


def _last_touch() -> float:
    return input_watch().last_touch


class ReadingClock(QWidget):
    """Counts while it runs; what it counted is told minute by minute, to be kept with the note."""

    counted = Signal(int)  # minutes so far

    def __init__(
        self, now: Callable[[], float] = time.monotonic,
        last_touch: Callable[[], float] = _last_touch,
    ) -> None:  # fmt: skip
        super().__init__()
        self._now, self._last_touch = now, last_touch
        self._seconds = 0.0
        self._since: float | None = None  # when it last went on counting
        self._told = 0
        self.words = label("", "strong")
        self.why = label("", "hint", wrap=True)
        self.start = button("", self.toggle, kind="quiet")
        line = Flow(gap=8)
        self.setLayout(line)
        spaced(line, 8)
        for part in (Decoration("clock", "seen", 20), self.words, self.start, self.why):
            line.addWidget(part)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._draw()

    @property
    def is_running(self) -> bool:
        """Tell whether it counts now."""
        return self._since is not None

    @property
    def minutes(self) -> int:
        """Give the whole minutes counted so far."""
        return int(self._counted() // _MINUTE)

    def show_minutes(self, minutes: int) -> None:
        """Go on from minutes that were kept."""
        if minutes != self.minutes:
            self._seconds, self._told = float(minutes * _MINUTE), minutes
            self._since = None if self._since is None else self._now()
            self._draw()

    def toggle(self) -> None:
        """Start, or pause."""
        if self.is_running:
            self.pause()
        else:
            self._since = self._now()
            self._timer.start()
            self._draw()
            announce(self, "Reading clock started.")

    def pause(self, why: str = "") -> None:
        """Stop counting; what was counted stays."""
        if self._since is None:
            return
        self._seconds, self._since = self._counted(), None
        self._timer.stop()
        self._tell()
        self._draw(why)
        announce(self, f"Reading clock paused. {self.words.text()} {why}".strip())

    def look(self) -> None:
        """Count on, unless nobody has touched the laptop for long."""
        if self._since is None:
            return
        touched = self._last_touch()
        if self._now() - touched >= IDLE_SECONDS:
            # Only up to the last sign of life: what came after is not known to be reading.
            self._seconds += max(0.0, touched - self._since)
            self._since = None
            self._timer.stop()
            self._tell()
            self._draw("Stopped: nothing was typed for 10 minutes. They are not counted.")
            return
        self._tell()
        self._draw()

    def _counted(self) -> float:
        running = 0.0 if self._since is None else self._now() - self._since
        return self._seconds + running

    def _tell(self) -> None:
        if self.minutes != self._told:
            self._told = self.minutes
            self.counted.emit(self._told)

    def _draw(self, why: str = "") -> None:
        number = self.minutes
        said = "1 minute" if number == 1 else f"{number} minutes"
        self.words.setText(f"Reading: {said}.")
        self.why.setText(why)
        self.why.setVisible(bool(why))
        verb = "Pause" if self.is_running else "Start"
        self.start.say(f"{verb} (Alt+T)", f"{verb} the reading clock, Alt+T")
