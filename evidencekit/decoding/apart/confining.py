"""Walls round this process: little memory and time, no file, no process, no network, no way out.

They are put up before the first byte of a foreign file is read, as far as the system offers them:
limits everywhere but on Windows (there the one who asked puts us into a job), and on Linux
besides a filter that lets only the few calls through that arithmetic needs.
"""

import os
import sys

from evidencekit.decoding import limits
from evidencekit.decoding.apart import seccomp


def confine() -> None:
    """Put up every wall this system has."""
    os.chdir(os.path.abspath(os.sep))  # noqa: PTH100 - a path object would do no more
    if sys.platform != "win32":
        os.closerange(3, 256)
        _limit()
    if sys.platform == "linux":
        seccomp.allow_arithmetic_only()


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not there on Windows

    for what, most in (
        (resource.RLIMIT_AS, limits.MEMORY),
        (resource.RLIMIT_CPU, limits.CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),  # not a byte into any file
        (resource.RLIMIT_CORE, 0),  # and none of our memory either, if we fall
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 0),  # what is open stays open; nothing more is ever opened
    ):
        resource.setrlimit(what, (most, most))
