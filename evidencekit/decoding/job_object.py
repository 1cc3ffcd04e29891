"""Windows' walls: a job that ends with us, holds one process, and little memory and time.

NOT RUN: written against Microsoft's reference for job objects; no Windows was at hand. Where a call
fails the process still has its time limit by the clock and nothing but two pipes.
"""

import ctypes
import struct
import subprocess
import sys
from typing import Any

from evidencekit.decoding import limits

_EXTENDED_LIMITS = 9
_PROCESS_TIME, _ACTIVE_PROCESSES, _PROCESS_MEMORY = 0x2, 0x8, 0x100
_DIE_ON_FAULT, _KILL_ON_CLOSE = 0x400, 0x2000
_HUNDRED_NANOSECONDS = 10_000_000


# JOBOBJECT_EXTENDED_LIMIT_INFORMATION: times, flags, working sets, processes, affinity, priority,
# scheduling; six counters; memory of a process and of the job, and their peaks.
_LIMITS = struct.Struct("@qqI2NINII6Q4N")


def wanted() -> bytes:
    """Spell the limits as Windows wants them."""
    flags = _PROCESS_TIME | _ACTIVE_PROCESSES | _PROCESS_MEMORY | _DIE_ON_FAULT | _KILL_ON_CLOSE
    seconds = limits.CPU_SECONDS * _HUNDRED_NANOSECONDS
    basic = (seconds, 0, flags, 0, 0, 1, 0, 0, 0)
    return _LIMITS.pack(*basic, *([0] * 6), limits.MEMORY, 0, 0, 0)


def confine(process: subprocess.Popen[bytes]) -> Any:  # noqa: ANN401 - a handle of Windows, or None
    """Put a process into a job of its own; None where there are no jobs."""
    if sys.platform == "win32":
        return _in_a_job(process)
    return None


def let_go(job: Any) -> None:  # noqa: ANN401
    """Close the job; whatever is still in it ends."""
    if sys.platform == "win32" and job is not None:
        ctypes.WinDLL("kernel32").CloseHandle(job)


if sys.platform == "win32":

    def _in_a_job(process: subprocess.Popen[bytes]) -> Any:  # noqa: ANN401
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = ctypes.c_void_p
        job, spelled = ctypes.c_void_p(kernel.CreateJobObjectW(None, None)), wanted()
        kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, spelled, len(spelled))
        kernel.AssignProcessToJobObject(job, ctypes.c_void_p(int(process._handle)))  # noqa: SLF001
        return job
