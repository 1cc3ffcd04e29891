"""The process is killed while it keeps what is typed: nothing that was acknowledged is lost."""

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from evidencekit.operations import care, drafting, reading, unlock
from evidencekit.operations.desk import Desk
from tests.world import PASSPHRASE, World

ROOT = Path(__file__).parents[2]
KILLS = 10

# Types on and on. A line goes out only when the operation has returned: the acknowledgement.
TYPIST = """
import os, sys
from pathlib import Path
from evidencekit.operations import capture, drafting, unlock
from evidencekit.operations.capture import Entry

desk = unlock.open_workspace(Path(sys.argv[1]), sys.argv[3])
number = int(sys.argv[2])
os.write(1, b"open\\n")
while True:
    number += 1
    title = f"Draft {number} " + "x" * 3000
    drafting.keep_draft(desk, "new:document", "document", {"title": title})
    os.write(1, b"draft %d\\n" % number)
    made = capture.capture(desk, Entry(kind="document", fields={"title": f"Kept {number}"}))
    os.write(1, b"kept %d %s\\n" % (number, made.revision.id.encode()))
"""


def typist(folder: Path, start: int) -> "subprocess.Popen[bytes]":
    words = [sys.executable, "-c", TYPIST, str(folder), str(start), PASSPHRASE]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def killed(process: "subprocess.Popen[bytes]", after: float) -> list[bytes]:
    """Let it type for a moment, kill it without warning, and give what it had acknowledged."""
    assert process.stdout is not None
    opened = process.stdout.readline()
    assert opened == b"open\n", process.communicate()
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
    said, complained = process.communicate()
    assert process.returncode == -signal.SIGKILL, complained
    whole = said[: said.rfind(b"\n") + 1]  # a line cut short was never finished
    return whole.splitlines()


def newest(lines: list[bytes], word: bytes) -> int:
    numbers = [int(line.split()[1]) for line in lines if line.startswith(word)]
    return numbers[-1] if numbers else 0


def holds(desk: Desk, acknowledged: list[bytes]) -> None:
    """Everything acknowledged is there, whole, and at most one thing more."""
    kept = {line.split()[2].decode() for line in acknowledged if line.startswith(b"kept ")}
    rows = reading.rows(desk, limit=100_000)
    heads = {head.id for row in rows for head in reading.item(desk, row.record).heads}
    assert kept <= heads
    unsaved = drafting.draft(desk, "new:document")
    if unsaved is not None:
        written = int(str(unsaved.content["title"]).split()[1])
        assert newest(acknowledged, b"draft ") <= written <= newest(acknowledged, b"draft ") + 1
        assert len(str(unsaved.content["title"])) > 3000
    else:
        assert newest(acknowledged, b"draft ") == 0


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_ten_kills_at_random_moments_lose_nothing_acknowledged(tmp_path: Path) -> None:
    folder = World(tmp_path).lead()
    folder.locks()
    chance = random.Random("a flat battery")  # noqa: S311 - moments, not secrets
    acknowledged: list[bytes] = []
    for _ in range(KILLS):
        process = typist(folder.folder, newest(acknowledged, b"draft "))
        acknowledged += killed(process, chance.uniform(0.005, 0.25))
        desk = unlock.open_workspace(folder.folder, PASSPHRASE)
        try:
            holds(desk, acknowledged)
        finally:
            unlock.lock(desk)
    desk = unlock.open_workspace(folder.folder, PASSPHRASE)
    try:
        assert care.check(desk).is_sound
        before, after = care.rebuild(desk)
        assert before == after
    finally:
        unlock.lock(desk)
    assert newest(acknowledged, b"kept ") > KILLS
    assert {path.name for path in folder.folder.iterdir()} <= {
        "store.db", "keys.json", "keys.bak.json", "backups",
    }  # fmt: skip
