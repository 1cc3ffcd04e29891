"""How long to wait after wrong passphrases: nothing at first, then longer each time."""

import time
from collections.abc import Callable

FREE_TRIES = 2  # after the first wrong one
FIRST_WAIT = 30  # seconds
LONGEST_WAIT = 3600


class Waits:
    """Counts wrong tries for as long as the app runs; kept nowhere on disk."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._wrong = 0
        self._until = 0.0

    @property
    def tries_left(self) -> int:
        """Give how many more may go wrong before one has to wait; 0 once it has come to that."""
        return max(0, FREE_TRIES + 1 - self._wrong)

    @property
    def next_wait(self) -> int:
        """Give how many seconds the next wait will be."""
        beyond = max(0, self._wrong - FREE_TRIES)
        return int(min(LONGEST_WAIT, FIRST_WAIT * 2**beyond))

    @property
    def seconds_left(self) -> int:
        """Give how many seconds there are still to wait."""
        left = self._until - self._monotonic()
        return int(left) + 1 if left > 0 else 0

    def was_wrong(self) -> None:
        """Count a wrong passphrase."""
        wait = self.next_wait
        self._wrong += 1
        if self._wrong > FREE_TRIES:
            self._until = self._monotonic() + wait

    def was_right(self) -> None:
        """Begin again from nothing."""
        self._wrong, self._until = 0, 0.0
