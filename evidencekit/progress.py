"""Progress: how far long work has come, and whether it was asked to stop."""

from collections.abc import Callable

Progress = Callable[[int, int], None]  # done, of; raises Stopped when asked to stop


class Stopped(Exception):
    """The person asked long work to stop; nothing was changed."""


def stage(progress: Progress, number: int, of: int) -> Progress:
    """Give the progress of one of several stages of equal length, the first numbered 0."""

    def tell(done: int, out_of: int) -> None:
        progress(number * out_of + done, of * out_of)

    return tell


def quiet(_done: int, _of: int) -> None:
    """Take no notice."""
