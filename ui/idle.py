"""When somebody last touched the machine, and whether it has been idle or asleep."""

import time
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from typing_extensions import override

from evidencekit.clock import Clock

_T = QEvent.Type
_KEYS = frozenset({_T.KeyPress, _T.InputMethod})
_CLICKS = frozenset({_T.MouseButtonPress, _T.TouchBegin, _T.TabletPress})
_OTHER = frozenset({_T.MouseMove, _T.Wheel, _T.HoverMove})
_LOOK_SECONDS = 5
_ASLEEP = timedelta(seconds=60)


class InputWatch(QObject):
    """The app's one event filter: was the last touch a key or a pointer, and when was it."""

    by_keyboard_changed = Signal(bool)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self.by_keyboard = False
        self.last_touch = time.monotonic()
        app.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _KEYS:
            self._touched(by_keyboard=True)
        elif kind in _CLICKS:
            self._touched(by_keyboard=False)
        elif kind in _OTHER:
            self.last_touch = time.monotonic()
        return False

    def _touched(self, *, by_keyboard: bool) -> None:
        self.last_touch = time.monotonic()
        if by_keyboard is not self.by_keyboard:
            self.by_keyboard = by_keyboard
            self.by_keyboard_changed.emit(by_keyboard)


def input_watch() -> InputWatch:
    """Give the one watch of this app, made on first use."""
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError
    found = app.findChild(InputWatch)
    return found if isinstance(found, InputWatch) else InputWatch(app)


class IdleWatch(QObject):
    """Tells when nobody has touched the machine for some minutes, or when it has slept."""

    idle = Signal()
    slept = Signal()

    def __init__(self, clock: Clock, minutes: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._seconds = minutes * 60
        self._input = input_watch()
        self._seen_at = clock.now()
        self._told_at = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_SECONDS * 1000)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch."""
        self._seen_at = self._clock.now()
        self._input.last_touch = time.monotonic()
        self._timer.start()

    def stop(self) -> None:
        """Stop watching, as while locked."""
        self._timer.stop()

    @property
    def minutes(self) -> float:
        """Give how long is idle."""
        return self._seconds / 60

    def set_minutes(self, minutes: float) -> None:
        """Change how long is idle; 0 is never."""
        self._seconds = minutes * 60

    def look(self) -> None:
        """Compare the clock and the last touch with what was seen before."""
        now = self._clock.now()
        # The clock jumps when the machine wakes: the timer stood still, the clock did not.
        jumped, self._seen_at = now - self._seen_at, now
        if jumped > _ASLEEP:
            self.slept.emit()
        touched = self._input.last_touch
        is_idle = bool(self._seconds) and time.monotonic() - touched >= self._seconds
        if is_idle and touched != self._told_at:
            self._told_at = touched
            self.idle.emit()
