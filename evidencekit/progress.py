"""Progress: how far long work has come, and whether it was asked to stop."""

from collections.abc import Callable

Progress = Callable[[int, int], None]  # done, of; raises Stopped when asked to stop


class Stopped(Exception):
    """The person asked long work to stop; nothing was changed."""


def quiet(_done: int, _of: int) -> None:
    """Take no notice."""
