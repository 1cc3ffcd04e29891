"""A thread at work and a bounded pipe to it; neither side leaks or hangs when one stops early."""

import threading
from collections import deque
from collections.abc import Callable


class Stopped(Exception):
    """The other side of the channel wants no more; never seen outside this package."""


class Channel:
    """Hands blocks of bytes from one thread to another, a few at a time.

    `queue.Queue` cannot wake a side whose partner has gone; here either side can end the channel
    and the other one learns of it at once.
    """

    def __init__(self, blocks: int) -> None:
        self._room = blocks
        self._waiting: deque[bytes] = deque()
        self._changed = threading.Condition()
        self._ended = False
        self._stopped = False

    def put(self, block: bytes) -> None:
        """Hand over a block, waiting for room; Stopped when nobody will take it."""
        with self._changed:
            while len(self._waiting) >= self._room and not self._stopped:
                self._changed.wait()
            if self._stopped:
                raise Stopped
            self._waiting.append(block)
            self._changed.notify_all()

    def take(self) -> bytes:
        """Take the next block, waiting for it; none after the end; Stopped after a stop."""
        with self._changed:
            while not self._waiting and not self._ended and not self._stopped:
                self._changed.wait()
            if self._stopped:
                raise Stopped
            block = self._waiting.popleft() if self._waiting else b""
            self._changed.notify_all()
            return block

    def end(self) -> None:
        """Say that no block follows; what was handed over can still be taken."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def stop(self) -> None:
        """Drop what is waiting and wake both sides; safe to say twice."""
        with self._changed:
            self._stopped = True
            self._waiting.clear()
            self._changed.notify_all()


class Work:
    """A thread, whose failure is raised again in the thread that asks for it."""

    def __init__(self, work: Callable[[], None], channel: Channel) -> None:
        self._failure: BaseException | None = None
        self._thread = threading.Thread(
            target=self._run, args=(work, channel), name="envelope", daemon=True
        )
        self._thread.start()

    def _run(self, work: Callable[[], None], channel: Channel) -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - brought home by finish()
            self._failure = error
            channel.stop()
        else:
            channel.end()

    def wait(self) -> None:
        """Wait for the thread, whatever became of it."""
        self._thread.join()

    def finish(self) -> None:
        """Wait for the thread and raise what made it fail, every time one asks."""
        self._thread.join()
        if self._failure is not None and not isinstance(self._failure, Stopped):
            raise self._failure
