"""A throw-away PostgreSQL: in a folder, on a socket of its own, gone with the tests."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NEEDED = ("initdb", "pg_ctl", "psql")
NOBODY = 65534  # the server refuses to run as root, and nobody owns nothing else


def programs() -> Path | None:
    """Give the folder of the server's programs: Debian keeps them off the path."""
    found = shutil.which("initdb")
    debians = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    places = [*debians, *([Path(found).parent] if found else [])]
    return next((each for each in places if all((each / name).exists() for name in NEEDED)), None)


class Server:
    """A running server; psql is typed in a folder, as an analyst does."""

    def __init__(self, bin_folder: Path, folder: Path) -> None:
        self._bin, self._folder = bin_folder, folder

    def psql(self, folder: Path, *words: str, sql: str = "") -> "subprocess.CompletedProcess[str]":
        """Type psql in a folder."""
        line = [
            str(self._bin / "psql"), "-X", "-q", "-h", str(self._folder), "-U", "analyst",
            "-d", "postgres", *words,
        ]  # fmt: skip
        return subprocess.run(
            line, cwd=folder, input=sql, capture_output=True, text=True, check=False, timeout=60
        )


@contextmanager
def running(bin_folder: Path) -> Iterator[Server]:
    """Make a cluster, start it, and take both away again."""
    # A socket's path may have 107 characters, which a folder of the tests may have used up.
    folder = Path(tempfile.mkdtemp(prefix="ek-pg-"))
    owner = NOBODY if os.geteuid() == 0 else None
    if owner:
        os.chown(folder, owner, owner)
    data = folder / "data"

    def run(program: str, *words: str) -> None:
        line = [str(bin_folder / program), "-D", str(data), *words]
        done = subprocess.run(
            line, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            check=False, timeout=60, user=owner, group=owner, extra_groups=[] if owner else None,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr

    settings = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    try:
        run("initdb", "--no-sync", "-A", "trust", "-U", "analyst", "-E", "UTF8", "--locale=C")
        run("pg_ctl", "-w", "-o", settings, "-l", str(folder / "log"), "start")
        try:
            yield Server(bin_folder, folder)
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)
