"""The filter is a program the kernel takes, and it shuts what it does not name."""

import platform
import subprocess
import sys

import pytest

from evidencekit.decoding.apart import seccomp

SHUT = (
    "import os\n"
    "from evidencekit.decoding.apart import seccomp\n"
    "held = os.open('/dev/null', os.O_RDONLY)\n"
    "on = seccomp.allow_arithmetic_only()\n"
    "try:\n    os.open('/dev/null', os.O_RDONLY); said = b'open'\n"
    "except PermissionError: said = b'shut'\n"
    "os.write(1, said if on else b'no filter')\n"
    "os._exit(0)\n"
)


@pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in seccomp._CALLS, reason="Linux's own"
)
def test_the_kernel_takes_the_filter_and_shuts_the_rest() -> None:
    done = subprocess.run([sys.executable, "-c", SHUT], capture_output=True, check=True)
    assert done.stdout == b"shut"


@pytest.mark.parametrize("processor", sorted(seccomp._CALLS))
def test_every_step_is_eight_bytes_and_the_last_one_refuses(processor: str) -> None:
    steps = list(seccomp._steps(*seccomp._CALLS[processor]))
    assert {len(step) for step in steps} == {8}
    assert steps[-1][4:] == (0x00050001).to_bytes(4, sys.byteorder)


def test_both_processors_name_the_same_calls_once_each() -> None:
    for _machine, calls in seccomp._CALLS.values():
        assert len(set(calls)) == len(calls) == 28


def test_elsewhere_there_is_no_filter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    assert not seccomp.allow_arithmetic_only()
