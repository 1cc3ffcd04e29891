"""Publishing is killed, or the disk is full: nothing stands in the place; the next try works."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencekit.operations import dataset, unlock
from evidencekit.operations.dataset import Wanted
from tests.world import PASSPHRASE, Person, World, case

ROOT = Path(__file__).parents[2]

# Says that files are open, then waits in the midst of it until it is killed.
PUBLISHER = """
import os, sys
from pathlib import Path
from evidencekit.operations import dataset, unlock

place = Path(sys.argv[2])

def wait(_done, _of):
    if place.with_name(f".{place.name}.part").exists():
        os.write(1, b"writing\\n")
        sys.stdin.read()

desk = unlock.open_workspace(Path(sys.argv[1]), sys.argv[3])
dataset.publish(dataset.on_the_desk(desk), place, dataset.Wanted(), wait)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")


@pytest.fixture(scope="module")
def lead(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Person]:
    world = World(tmp_path_factory.mktemp("cut"))
    person = world.lead()
    person.writes("case", **case())
    dataset.publish(
        dataset.on_the_desk(person.desk), world.folder / "first", Wanted()
    )  # makes the base's own key
    person.locks()
    yield person
    world.closes()


def test_a_full_disk_is_refused_and_leaves_nothing(lead: Person, tmp_path: Path) -> None:
    command = 'ulimit -f "$1"; shift; exec "$@"'
    words = [sys.executable, "-m", "evidencekit", "publish", lead.folder, "--to",
             tmp_path / "published", "--json"]  # fmt: skip
    done = subprocess.run(
        ["bash", "-c", command, "limited", "64", *map(str, words)], cwd=ROOT, text=True,
        capture_output=True, check=False, env={**os.environ, "EVIDENCEKIT_PASSPHRASE": PASSPHRASE},
    )  # fmt: skip
    assert done.returncode == 5, done.stderr
    assert "publish.disk-full" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_a_kill_leaves_no_publication_and_the_next_try_sweeps_up(
    lead: Person, tmp_path: Path
) -> None:
    place, half = tmp_path / "published", tmp_path / ".published.part"
    words = [sys.executable, "-c", PUBLISHER, str(lead.folder), str(place), PASSPHRASE]
    process = subprocess.Popen(
        words, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"writing\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert [path.name for path in tmp_path.iterdir()] == [".published.part"]
    assert half.stat().st_mode & 0o777 == 0o700
    desk = unlock.open_workspace(lead.folder, PASSPHRASE)
    dataset.publish(dataset.on_the_desk(desk), place, Wanted())
    unlock.lock(desk)
    assert [path.name for path in tmp_path.iterdir()] == ["published"]
