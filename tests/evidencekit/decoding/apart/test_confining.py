"""Behind the walls nothing opens, nothing starts, nothing grows; each is tried from inside."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has walls of its own")

CONFINED = (
    "import os, sys, subprocess, socket, threading, ctypes\n"
    "from evidencekit.decoding import limits\n"
    "from evidencekit.decoding.apart import confining\n"
    "{before}\n"
    "confining.confine()\n"
    "try:\n    {attempt}\n    os.write(1, b'DONE')\n"
    "except (OSError, MemoryError, RuntimeError) as e: os.write(1, type(e).__name__.encode())\n"
    "os._exit(0)\n"
)


def inside(attempt: str, before: str = "") -> tuple[str, int]:
    script = CONFINED.format(attempt=attempt, before=before)
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    return done.stdout.decode(), done.returncode


def test_arithmetic_still_works() -> None:
    assert inside("sum(range(1000)); bytearray(1 << 20)") == ("DONE", 0)


@pytest.mark.parametrize(
    "attempt",
    [
        "open('/etc/hostname')",
        "open('/tmp/evidencekit-never', 'w')",
        "os.mkdir('/tmp/evidencekit-never')",
        "os.listdir('/')",
        "os.pipe()",
        "socket.socket()",
        "subprocess.Popen(['true'])",
        "os.fork() or os._exit(0)",
        "threading.Thread(target=print).start()",
        "bytearray(3 << 30)",
    ],
)
def test_what_leads_out_is_shut(attempt: str) -> None:
    said, status = inside(attempt)
    assert said in {"OSError", "PermissionError", "MemoryError", "BlockingIOError", "RuntimeError"}
    assert status == 0


def test_files_that_were_open_before_are_closed() -> None:
    said, _ = inside("os.read(held.fileno(), 1)", before="held = open(sys.executable, 'rb')")
    assert said == "OSError"


def test_a_reader_that_never_ends_is_ended_by_the_system() -> None:
    said, status = inside("[0 for _ in iter(int, 1)]", before="limits.CPU_SECONDS = 1")
    assert said == ""
    assert status < 0


def test_the_working_folder_is_the_root() -> None:
    # Where it is can only be asked without the filter, which shuts that question too.
    before = "confining.seccomp.allow_arithmetic_only = bool; os.chdir('/usr')"
    assert inside("os.write(1, os.getcwd().encode())", before)[0] == "/DONE"
