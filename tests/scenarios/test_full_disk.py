"""The disk is full: saving says so, nothing is half written, and all that was kept is there."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from evidencekit.operations import care, drafting, reading, unlock
from tests.world import PASSPHRASE, World

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")

# The limit on a file's size stands for a disk without room: the system refuses to let it grow.
WRITER = """
import json, resource, signal, sys
from pathlib import Path
from evidencekit.errors.base import Unavailable
from evidencekit.operations import capture, care, drafting, hand_over, unlock
from evidencekit.operations.capture import Entry
from tests.world import PASSPHRASE

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = Path(sys.argv[1])
desk = unlock.open_workspace(folder, PASSPHRASE)
size = (folder / "store.db").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 64 * 1024, resource.RLIM_INFINITY))
kept, refusals = 0, []

def write(number):
    fields = {"title": f"Kept {number}", "note": "x" * 9000}
    return capture.capture(desk, Entry(kind="document", fields=fields))

for number in range(1, 200):
    try:
        write(number)
        kept = number
    except Unavailable as error:
        refusals.append([error.code, error.exit_status, error.words])
        break
before = care.fingerprint(desk).groups
for work in (
    lambda: drafting.keep_draft(desk, "new:document", "document", {"title": "y" * 90_000}),
    lambda: write(1000),
):
    try:
        work()
    except Unavailable as error:
        refusals.append([error.code, error.exit_status, error.words])
same = before == care.fingerprint(desk).groups
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
write(kept + 1)
drafting.keep_draft(desk, "new:document", "document", {"title": "Room again"})
print(json.dumps({"kept": kept + 1, "refusals": refusals, "same": same}))
unlock.lock(desk)
"""


def test_saving_on_a_full_disk_is_refused_and_loses_nothing(tmp_path: Path) -> None:
    lead = World(tmp_path).lead()
    lead.locks()
    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(lead.folder)], cwd=ROOT, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["kept"] > 1
    assert len(told["refusals"]) == 3
    for code, status, words in told["refusals"]:
        assert code in {"store.disk-full", "store.disk-trouble"}
        assert status == 5
        assert "Everything kept before is safe" in words
    assert told["same"] is True

    desk = unlock.open_workspace(lead.folder, PASSPHRASE)
    try:
        assert care.check(desk).is_sound
        titles = {row.title for row in reading.rows(desk, limit=1000)}
        assert {f"Kept {number}" for number in range(1, told["kept"] + 1)} <= titles
        unsaved = drafting.draft(desk, "new:document")
        assert unsaved is not None
        assert unsaved.content == {"title": "Room again"}
    finally:
        unlock.lock(desk)
