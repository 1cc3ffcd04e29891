"""Build the app for this platform, try it, weigh it and write down what is in it.

    python3 dev.py package [--out DIR]     DIR is dist/ unless said otherwise

Each platform is built on itself: PyInstaller does not build for another one.
"""

import argparse
import hashlib
import os
import platform
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import contents

ROOT = contents.ROOT
HERE = ROOT / "packaging"
MEGABYTE = 1_000_000
_VERSION = re.compile(r'^__version__ = "([^"]+)"', re.MULTILINE)
# The same files give the same app: no random order, and 1980-01-01 for every time in it.
_REPEATABLE = {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "315532800"}


def main() -> int:
    """Build, try, weigh, list; the exit status is that of the first that fails."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="DIR")
    out: Path = parser.parse_args().out.resolve()
    app = out / contents.COMMAND
    status = freeze(out) or links_are_whole(app) or python(HERE / "smoke.py", app)
    if status:
        return status
    say(*sizes(app))
    listed = out / f"{contents.COMMAND}-{version()}-{machine()}.sha256"
    listed.write_text("".join(f"{line}\n" for line in hashes(app)), "utf-8")
    say(f"Built {app}", f"Every file with its SHA-256: {listed}")
    return 0


def freeze(out: Path) -> int:
    """Make the folder with both programs in it."""
    began = time.perf_counter()
    status = python(
        "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", "--distpath", out,
        "--workpath", ROOT / "build", HERE / "evidencekit.spec",
    )  # fmt: skip
    say(f"Froze in {time.perf_counter() - began:.0f} s.")
    return status


def links_are_whole(app: Path) -> int:
    """On Linux, say which libraries it expects of the system; fail when one is nowhere."""
    if sys.platform != "linux":
        return 0
    binaries = [path for path in app.rglob("*") if path.is_file() and is_elf(path)]
    # As PyInstaller's starter sets it: the app's own libraries come first.
    own = {**os.environ, "LD_LIBRARY_PATH": str(app / "_internal")}
    said = subprocess.run(
        ["ldd", *binaries], capture_output=True, text=True, check=False, env=own
    ).stdout
    lacking = sorted(set(re.findall(r"(\S+) => not found", said)))
    found = re.findall(r"(\S+) => (/\S+)", said)
    outside = sorted({name for name, path in found if not path.startswith(f"{app}/")})
    say(f"{len(binaries)} binaries; they expect of the system: {' '.join(outside)}")
    if lacking:
        say(f"Found nowhere: {' '.join(lacking)}")
    return 1 if lacking else 0


def is_elf(path: Path) -> bool:
    """Tell whether a file is a program or a library of Linux."""
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def sizes(app: Path) -> Iterator[str]:
    """Say how large it is, and what weighs most."""
    weights = Counter[str]()
    for path in files(app):
        weights["/".join(path.relative_to(app).parts[:4])] += path.stat().st_size
    yield f"{len(files(app))} files, {weights.total() / MEGABYTE:.1f} MB. The heaviest:"
    for name, weight in weights.most_common(12):
        yield f"{weight / MEGABYTE:8.1f} MB  {name}"


def hashes(app: Path) -> Iterator[str]:
    """Give each file as `sha256sum --check` reads it, from the folder that holds the app."""
    for path in files(app):
        name = path.relative_to(app.parent).as_posix()
        yield f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}"


def files(app: Path) -> list[Path]:
    """Give the files of the app, links left out, in an order of their own."""
    return sorted(path for path in app.rglob("*") if path.is_file() and not path.is_symlink())


def version() -> str:
    """Read the version of the source."""
    text = (ROOT / "evidencekit" / "__init__.py").read_text("utf-8")
    found = _VERSION.search(text)
    return found[1] if found else "0"


def machine() -> str:
    """Name the platform, as in linux-x86_64."""
    return f"{platform.system()}-{platform.machine()}".lower()


def python(*words: object) -> int:
    """Run this Python and give its exit status."""
    line = [sys.executable, *map(str, words)]
    return subprocess.call(line, cwd=ROOT, env={**os.environ, **_REPEATABLE})


def say(*lines: str) -> None:
    """Print lines at once."""
    print("\n".join(lines), flush=True)


if __name__ == "__main__":
    sys.exit(main())
