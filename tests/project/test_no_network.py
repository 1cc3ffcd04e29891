"""No socket is ever opened: not by the main job, not by a screen that is drawn, not by a library.

Each runs in a process of its own where opening one ends the process at once.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CAUGHT = 97

# The hook cannot be taken off again, and os._exit cannot be caught by an except.
NO_SOCKETS = f"""
import os, sys

def forbid(event, arguments):
    if event.startswith(("socket.", "http.client", "ftplib.", "smtplib.", "urllib.")):
        os.write(2, ("A socket: " + event + chr(10)).encode())
        os._exit({CAUGHT})

sys.addaudithook(forbid)
"""

MAIN_JOB = """
from pathlib import Path
from evidencekit.bundle.manifest import BundleKind
from evidencekit.cli import main
from evidencekit.operations import publish, reading, receipts
from tests.world import PASSPHRASE, World, case

folder = Path(sys.argv[1])
world = World(folder)
lead, ben = world.team()
child = lead.writes("case", **case()).record
ben.receives(lead.hands_over(BundleKind.RETURN))
seen = ben.notes(child, "The room was cold.")
ben.submits(seen.record)
made = ben.hands_over()
joined = lead.receives(made)
ben.receives(receipts.write_receipt(lead.desk, joined.batch, lead.stick))
publish.report(reading.snapshot(lead.desk), folder / "report.pdf")
world.closes()
os.environ["EVIDENCEKIT_PASSPHRASE"] = PASSPHRASE
status = main(["check", str(lead.folder)])
assert (folder / "report.pdf").stat().st_size > 1000
sys.exit(status)
"""

SCREEN = """
from PySide6.QtWidgets import QApplication
application = QApplication([])
from ui import app, window
from ui.places import all
assert not [name for name in sys.modules if name.startswith("PySide6.QtNetwork")]
"""


def run(code: str, *arguments: str | Path, under: tuple[str, ...] = ()) -> tuple[int, str]:
    done = subprocess.run(
        [*under, sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT, text=True,
        capture_output=True, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    "attempt",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; socket.socketpair()",
        "import urllib.request; urllib.request.urlopen('http://localhost')",
    ],
)
def test_an_attempt_would_be_caught(attempt: str) -> None:
    status, said = run(NO_SOCKETS + f"try:\n    {attempt}\nexcept BaseException: pass")
    assert (status, said[:9]) == (CAUGHT, "A socket:")


def test_the_main_job_opens_no_socket(tmp_path: Path) -> None:
    status, said = run(NO_SOCKETS + MAIN_JOB, tmp_path)
    assert status == 0, said


def test_the_screens_load_without_a_socket() -> None:
    status, said = run(NO_SOCKETS + SCREEN)
    assert status == 0, said


def can_trace() -> bool:
    tool = shutil.which("strace")
    if not sys.platform.startswith("linux") or tool is None:
        return False
    done = subprocess.run(
        [tool, "-f", "-e", "trace=network", "true"], capture_output=True, check=False
    )
    return done.returncode == 0


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.skipif(not can_trace(), reason="strace is not here or may not trace")
def test_no_library_in_another_language_asks_the_system_for_one(tmp_path: Path) -> None:
    # Python's hook does not see SQLCipher, age or the ciphers; the system's own record does.
    record = tmp_path / "calls.txt"
    tracing = (
        "strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=network", "-o", str(record),
    )  # fmt: skip
    status, said = run("import os, sys\n" + MAIN_JOB, tmp_path, under=tracing)
    assert status == 0, said
    assert record.read_text() == ""
