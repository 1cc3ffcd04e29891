#!/usr/bin/env python3
"""One door for everybody who works on EvidenceKit. Standard library only; starts on a bare machine.

    python3 dev.py run [...]      set up if needed, then open the app; with words, the command line
    python3 dev.py test [...]     set up if needed, then every check there is
    python3 dev.py bench [NAME]   measure, ours and the yardstick in turn, and print a table
    python3 dev.py meeting [...]  type a meeting into the app, kill it at random moments, and count
    python3 dev.py histories [...]  random teams, bundles and losses for 15 minutes; what broke
    python3 dev.py inspection     ten inspectors, two weeks, by real commands (--short, --seed S)
    python3 dev.py shots [DIR]    every screen in every theme, as pictures (default docs/screens)
    python3 dev.py package        build the app for this platform and try it (packaging/README.md)
    python3 dev.py setup          only make the environment
    python3 dev.py doctor         say what this machine has and lacks

On Windows: py dev.py run
"""

import argparse
import ctypes
import hashlib
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
LOCK = HERE / "requirements.lock"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
OLDEST, NEWEST = (3, 11), (3, 13)

# soname -> Debian package, tried on a bare Debian 12.
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# command -> Debian package: what the tests run beside our own code.
TEST_TOOLS = {
    "age": "age",
    "ssh-keygen": "openssh-client",
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "dbus-run-session": "dbus-daemon",
    "qpdf": "qpdf",
    "pdftotext": "poppler-utils",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "pg_ctlcluster": "postgresql",
}
BUILD_TOOLS = {"objdump": "binutils"}


def main() -> int:
    """Do what the first word asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=sorted(DOERS))
    parser.add_argument("rest", nargs=argparse.REMAINDER)
    asked = parser.parse_args()
    return DOERS[asked.what](asked.rest)


def run(rest: list[str]) -> int:
    """Open the app, or do the main job without a screen where there is none."""
    screen = has_screen()
    need_system(OFFSCREEN | WINDOW if screen else {}, {})
    setup([])
    if rest:
        return python("-m", "evidencekit", *rest)
    if screen:
        return python("-m", "ui")
    say("There is no screen here, so the window cannot open.")
    say("Doing the main job without it: the rehearsal inspection of Amberford,")
    say("from the first note to the merged evidence base and the report.\n")
    return python("-m", "evidencekit", "demo", str(free_folder("demo")))


def test(rest: list[str]) -> int:
    """Run every check: tests, types, lint, import rules, docs."""
    need_system(OFFSCREEN | WINDOW, TEST_TOOLS)
    setup([])
    quick = any(not word.startswith("-") for word in rest)
    workers = [] if quick or "-n" in rest else ["-n", str(min(os.cpu_count() or 1, 4))]
    return python("-m", "pytest", *workers, *rest, QT_QPA_PLATFORM="offscreen")


def bench(rest: list[str]) -> int:
    """Measure against the yardsticks and print one table."""
    need_system(OFFSCREEN, {"age": "age"})
    setup([])
    return python("-m", "bench", *rest, QT_QPA_PLATFORM="offscreen")


def meeting(rest: list[str]) -> int:
    """Type thirty minutes of a meeting, with kills at random moments; print what was lost."""
    need_system(OFFSCREEN, {})
    setup([])
    return python("-m", "bench.meeting", *rest, QT_QPA_PLATFORM="offscreen")


def histories(rest: list[str]) -> int:
    """Let random teams write, hand over, lose and decide; print the seed of what broke."""
    need_system(OFFSCREEN, {})
    setup([])
    return python("-m", "tests.histories", *rest)


def inspection(rest: list[str]) -> int:
    """Play a whole inspection, from set-up packs to a disclosure two years later; takes minutes."""
    need_system({}, {"age": "age", "ssh-keygen": "openssh-client"})
    setup([])
    return python("-m", "tests.inspection", *rest)


def shots(rest: list[str]) -> int:
    """Draw every screen in every theme."""
    need_system(OFFSCREEN, {})
    setup([])
    return python("-m", "tests.ui.shots", *(rest or ["docs/screens"]), QT_QPA_PLATFORM="offscreen")


def package(rest: list[str]) -> int:
    """Build the app for this platform, try it, weigh it and list what is in it."""
    need_system(OFFSCREEN | WINDOW, BUILD_TOOLS)
    setup([])
    return python("packaging/build.py", *rest)


def doctor(_rest: list[str]) -> int:
    """Say what this machine has and lacks; changes nothing."""
    say("Python:", platform.python_version(), "on", platform.platform())
    say("Environment:", "ready" if is_ready() else "not made yet (python3 dev.py setup)")
    say("Screen:", "yes" if has_screen() else "no")
    for what, lacking in (
        ("Libraries for drawing", missing_libraries(OFFSCREEN)),
        ("Libraries for a window", missing_libraries(WINDOW)),
        ("Tools the tests use", missing_tools(TEST_TOOLS)),
    ):
        say(f"{what}:", "all here" if not lacking else "missing " + " ".join(lacking))
    return python("-m", "evidencekit", "doctor") if is_ready() else 0


def setup(_rest: list[str]) -> int:
    """Make .venv from the lock, once for each lock."""
    version = sys.version_info[:2]
    if not OLDEST <= version <= NEWEST:
        sys.exit(
            f"EvidenceKit needs Python {dotted(OLDEST)} to {dotted(NEWEST)}; this is "
            f"{dotted(version)}. Install one of those and start dev.py with it."
        )
    if is_ready():
        return 0
    need_venv()
    say("Setting up the environment (about a minute, once) ...")
    venv.EnvBuilder(with_pip=True, clear=True).create(VENV)
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    if python(*pip, "--require-hashes", "--only-binary=:all:", "-r", LOCK):
        sys.exit("The packages could not be installed. The lines above say why. Try again later.")
    if python(*pip, "--no-deps", "--no-build-isolation", "-e", HERE):
        sys.exit("EvidenceKit itself could not be installed. The lines above say why.")
    stamp().write_text(wanted_stamp(), encoding="ascii")
    return 0


DOERS = {
    "run": run,
    "test": test,
    "bench": bench,
    "meeting": meeting,
    "inspection": inspection,
    "histories": histories,
    "shots": shots,
    "package": package,
    "setup": setup,
    "doctor": doctor,
}


def python(*words: object, **environment: str) -> int:
    """Run the environment's Python here and give its exit status."""
    settings = {**os.environ, "PYTHONUTF8": "1", **environment}
    try:
        return subprocess.call([str(PYTHON), *map(str, words)], cwd=HERE, env=settings)
    except KeyboardInterrupt:
        return 130


def say(*words: object) -> None:
    """Print a line at once."""
    print(*words, flush=True)


def dotted(version: tuple[int, ...]) -> str:
    """Spell a version."""
    return ".".join(map(str, version))


def stamp() -> Path:
    """Give the file that says which lock the environment was made from."""
    return VENV / "made-from"


def wanted_stamp() -> str:
    """Give what that file holds when the environment is up to date."""
    return f"{dotted(sys.version_info[:2])} {hashlib.sha256(LOCK.read_bytes()).hexdigest()}"


def is_ready() -> bool:
    """Tell whether the environment fits the lock and this Python."""
    made = stamp()
    return PYTHON.exists() and made.exists() and made.read_text("ascii") == wanted_stamp()


def has_screen() -> bool:
    """Tell whether a window can open."""
    if platform.system() != "Linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def free_folder(name: str) -> Path:
    """Give a folder here that does not exist yet."""
    folder, count = HERE / name, 1
    while folder.exists():
        count += 1
        folder = HERE / f"{name}-{count}"
    return folder


def has_library(soname: str) -> bool:
    """Tell whether the loader finds a shared library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_libraries(libraries: dict[str, str]) -> list[str]:
    """Give the packages of the libraries that are not here."""
    if platform.system() != "Linux":
        return []
    return [package for soname, package in libraries.items() if not has_library(soname)]


def missing_tools(tools: dict[str, str]) -> list[str]:
    """Give the packages of the commands that are not here."""
    if platform.system() != "Linux":
        return []
    return [package for tool, package in tools.items() if not shutil.which(tool)]


def need_system(libraries: dict[str, str], tools: dict[str, str]) -> None:
    """Install missing system packages where that is allowed, else say exactly which."""
    install(missing_libraries(libraries) + missing_tools(tools))


def need_venv() -> None:
    """Debian ships Python without ensurepip; fetch it before venv would fail."""
    if importlib.util.find_spec("ensurepip") is None:
        install([f"python{dotted(sys.version_info[:2])}-venv"])


def install(packages: list[str]) -> None:
    """Ask apt for packages as root; otherwise stop with the one line to type."""
    if not packages:
        return
    line = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not (is_root and shutil.which("apt-get")):
        sys.exit(
            "Some system packages are missing. Install them once, then try again:\n  sudo "
            + " ".join(line)
        )
    say("Installing system packages:", *packages)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    if subprocess.call(line, env=quiet, stdout=subprocess.DEVNULL):
        sys.exit("apt could not install them. The lines above say why.")


if __name__ == "__main__":
    sys.exit(main())
