"""Windows' walls, as far as another system can look at them."""

import struct
import subprocess
import sys

from evidencekit.decoding import job_object, limits


def test_the_limits_are_spelled_as_long_as_windows_wants_them() -> None:
    spelled = job_object.wanted()
    assert len(spelled) == 144  # JOBOBJECT_EXTENDED_LIMIT_INFORMATION of 64 bits
    seconds, _, flags = struct.unpack_from("@qqI", spelled)
    assert seconds == limits.CPU_SECONDS * 10_000_000
    assert flags & 0x2000  # ends with us
    assert struct.unpack_from("@N", spelled, 112) == (limits.MEMORY,)


def test_elsewhere_there_is_no_job() -> None:
    with subprocess.Popen([sys.executable, "-c", "pass"]) as process:
        if sys.platform != "win32":
            assert job_object.confine(process) is None
        job_object.let_go(None)
