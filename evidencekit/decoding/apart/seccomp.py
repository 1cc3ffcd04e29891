"""Linux's own filter of system calls: reading what is open, writing the answer, memory, ending.

Everything else answers "not permitted": opening a file, a socket, starting a program, asking about
other processes. The numbers are the kernel's own and never change.
"""

import ctypes
import platform
import struct
import sys
from collections.abc import Iterator

_NO_NEW_PRIVILEGES, _SET_FILTER, _MODE_FILTER, _SET_DUMPABLE = 38, 22, 2, 4
_ALLOW, _KILL, _ERRNO = 0x7FFF0000, 0x80000000, 0x00050000
_NOT_PERMITTED = 1
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER_AT, _MACHINE_AT = 0, 4
_X32 = 0x40000000
_STEP = struct.Struct("=HBBI")

# In this order: read write close fstat lseek mmap mprotect munmap brk rt_sigaction rt_sigprocmask
# rt_sigreturn mremap madvise sched_yield getpid exit exit_group futex clock_gettime
# clock_nanosleep gettid getrandom getrusage gettimeofday rseq set_robust_list restart_syscall.
_CALLS = {
    "x86_64": (
        0xC000003E,
        (0, 1, 3, 5, 8, 9, 10, 11, 12, 13, 14, 15, 25, 28, 24, 39, 60, 231, 202, 228, 230, 186,
         318, 98, 96, 334, 273, 219),
    ),
    "aarch64": (
        0xC00000B7,
        (63, 64, 57, 80, 62, 222, 226, 215, 214, 134, 135, 139, 216, 233, 124, 172, 93, 94, 98,
         113, 115, 178, 278, 165, 169, 293, 99, 128),
    ),
}  # fmt: skip


def allow_arithmetic_only() -> bool:
    """Filter this process from now on; False where kernel or processor do not offer it."""
    if sys.platform != "linux" or platform.machine() not in _CALLS:
        return False
    steps = b"".join(_steps(*_CALLS[platform.machine()]))
    held = ctypes.create_string_buffer(steps, len(steps))
    program = struct.pack("@HP", len(steps) // _STEP.size, ctypes.addressof(held))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_SET_DUMPABLE, 0, 0, 0, 0)
    libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    done: int = libc.prctl(_SET_FILTER, _MODE_FILTER, program, 0, 0)
    return done == 0


def _steps(machine: int, calls: tuple[int, ...]) -> Iterator[bytes]:
    yield _step(_LOAD, _MACHINE_AT)
    yield _step(_EQUAL, machine, yes=1)
    yield _step(_RETURN, _KILL)
    yield _step(_LOAD, _NUMBER_AT)
    yield _step(_AT_LEAST, _X32, no=1)
    yield _step(_RETURN, _ERRNO | _NOT_PERMITTED)
    for number in calls:
        yield _step(_EQUAL, number, no=1)
        yield _step(_RETURN, _ALLOW)
    yield _step(_RETURN, _ERRNO | _NOT_PERMITTED)


def _step(code: int, value: int, *, yes: int = 0, no: int = 0) -> bytes:
    return _STEP.pack(code, yes, no, value)
