"""What goes into the built app and what stays out; read by the recipe, tried by the tests."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COMMAND, WINDOW = "evidencekit", "evidencekit-app"

# Each is shipped with its metadata, from which `doctor` and Help read the versions.
RUNTIME = (
    "evidencekit", "chunspell", "PySide6-Essentials", "shiboken6", "sqlcipher3", "cryptography",
    "cffi", "pycparser", "pyrage", "reportlab", "pillow", "pypdfium2", "charset-normalizer",
    "keyring", "jaraco.classes", "jaraco.context", "jaraco.functools", "more-itertools",
    "typing_extensions",
)  # fmt: skip
RUNTIME_ON_LINUX = ("secretstorage", "jeepney")
RUNTIME_ON_WINDOWS = ("pywin32-ctypes", "tzdata")
RUNTIME_BEFORE_312 = ("backports.tarfile", "importlib_metadata", "zipp", "lazy_importer")

# Nothing here speaks to a network. `socket` stays, for the desktop's keyring is asked over this
# machine's own session bus; so does `urllib.request`, which jaraco.context, a part of keyring,
# imports and never calls. Without `ssl` neither can speak to anything that answers in https.
NETWORK = ("ssl", "_ssl", "asyncio", "ftplib", "PySide6.QtNetwork")
UNUSED = (
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtOpenGL", "PySide6.QtDesigner",
    "PySide6.QtTest", "PySide6.QtUiTools", "PySide6.QtPrintSupport", "PIL.AvifImagePlugin",
    "PIL.ImageQt", "PIL.ImageTk", "PIL._avif", "_pytest", "ensurepip", "hypothesis", "idlelib",
    "lib2to3", "numpy", "pip", "pkg_resources", "pydoc", "pytest", "setuptools", "tkinter",
    "_tkinter", "turtledemo", "unittest", "wheel", "xmlrpc",
)  # fmt: skip
QT = ("PySide6", "shiboken6", "ui")

# Of Qt's plugins only these: a new Qt brings none in unasked.
PLUGINS = frozenset(
    {
        "platforms/xcb", "platforms/offscreen", "platforms/windows", "platforms/cocoa",
        "platforminputcontexts/composeplatforminputcontextplugin",
        "platforminputcontexts/ibusplatforminputcontextplugin",
        "platformthemes/xdgdesktopportal", "styles/modernwindowsstyle",
        "styles/windowsvistastyle", "styles/macstyle", "imageformats/jpeg", "imageformats/svg",
        "imageformats/ico", "iconengines/svgicon",
    }
)  # fmt: skip
_PLUGIN = re.compile(r"PySide6/(Qt/)?plugins/(?P<folder>[^/]+)/(lib)?q?(?P<name>[^/.]+)")
_QT_PARTS = (
    "Network|Qml|Quick|Pdf|VirtualKeyboard|OpenGL|EglFS|Wayland|Sql|Designer|Test|Labs|3D|Lottie"
)
_LEFT_OUT = re.compile(
    rf"(^|/)(lib)?Qt6?({_QT_PARTS})|(^|/)opengl32sw\.dll$|(^|/)PySide6/(Qt/)?(qml|translations)/"
    r"|(^|/)direct_url\.json$|(^|/)RECORD$|__pycache__"
)
# What ships its symbols: 17, 13 and 3 MB of them, and Python's own modules 6 MB. Other wheels are
# stripped already, and stripping a library that a wheel's maker has patched can break it.
_FAT = re.compile(r"^libpython3|^sqlcipher3/_sqlite3\.|^PIL/_imaging\.|^python3\.\d+/lib-dynload/")
_NEEDED = re.compile(r"NEEDED\s+(\S+)")
_LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)

Entry = tuple[str, str, str]


def pages() -> list[str]:
    """Name the modules of the window, which finds its pages by name."""
    found = [path.relative_to(ROOT).with_suffix("") for path in sorted((ROOT / "ui").rglob("*.py"))]
    return [".".join(path.parts) for path in found if path.name != "__init__"]


def runtime() -> tuple[str, ...]:
    """Name the packages that come along on this platform."""
    named: tuple[str, ...] = RUNTIME
    if sys.platform == "linux":
        named += RUNTIME_ON_LINUX
    if sys.platform == "win32":
        named += RUNTIME_ON_WINDOWS
    if sys.version_info < (3, 12):
        named += RUNTIME_BEFORE_312
    return named


def is_wanted(destination: str) -> bool:
    """Tell whether a file that was found for the app should be in it."""
    name = destination.replace(os.sep, "/")
    plugin = _PLUGIN.search(name)
    if plugin and f"{plugin['folder']}/{plugin['name']}" not in PLUGINS:
        return False
    return not _LEFT_OUT.search(name)


def trimmed(binaries: Iterable[Entry], workshop: Path) -> list[Entry]:
    """Give the binaries that are wanted, or needed by one that is; on Linux the fat ones lean."""
    kept = [entry for entry in binaries if is_wanted(entry[0])]
    if sys.platform != "linux":
        return kept
    return [lean(entry, workshop) for entry in needed(kept)]


def needed(binaries: list[Entry]) -> list[Entry]:
    """Drop system libraries that only a dropped plugin asked for, such as those of GTK."""
    by_name = {Path(name).name: (name, source, kind) for name, source, kind in binaries}
    roots = [entry for entry in binaries if not is_library(entry[0])]
    waiting, met = [Path(name).name for name, _source, _kind in roots], set[str]()
    while waiting:
        name = waiting.pop()
        if name in met or name not in by_name:
            continue
        met.add(name)
        waiting.extend(asks_for(Path(by_name[name][1])))
    return [entry for entry in binaries if Path(entry[0]).name in met]


def is_library(destination: str) -> bool:
    """Tell a library, kept when something asks for it, from an extension module or a plugin."""
    path = Path(destination)
    is_opened_by_name = path.name.startswith(("libpython3", "libdbus-1", "libpdfium"))
    return path.name.startswith("lib") and "plugins" not in path.parts and not is_opened_by_name


def asks_for(library: Path) -> list[str]:
    """Name the libraries that a library asks the loader for."""
    said = subprocess.run(["objdump", "-p", library], capture_output=True, text=True, check=False)
    return _NEEDED.findall(said.stdout)


def lean(entry: Entry, workshop: Path) -> Entry:
    """Give the same binary without symbols, when it is one of the fat ones."""
    name, source, kind = entry
    if kind == "SYMLINK" or not _FAT.search(name):
        return entry
    copy = workshop / name
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, copy)
    subprocess.run(["strip", "--strip-unneeded", copy], check=True)
    return name, str(copy), kind


def without_orphans(entries: Iterable[Entry], kept: Iterable[Entry]) -> list[Entry]:
    """Drop links to files that are not there any more."""
    here = {name for name, _source, _kind in kept}
    return [
        (name, source, kind)
        for name, source, kind in entries
        if kind != "SYMLINK" or os.path.normpath(Path(name).parent / source) in here
    ]


def resources() -> list[tuple[str, str]]:
    """Give the files of the resources package and where each goes."""
    found = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    return [
        (str(path), str(path.parent.relative_to(ROOT)))
        for path in found
        if path.suffix not in {".py", ".pyc"}
    ]


def licences() -> list[tuple[str, str]]:
    """Give our licence, those that wheels carry, those they lack, and where each goes."""
    ours = [ROOT / "LICENSE", ROOT / "packaging" / "THIRD-PARTY.md"]
    lacking = sorted((ROOT / "packaging" / "licences").iterdir())
    python = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    found = [(str(path), "licences") for path in (*ours, *lacking)]
    if python.exists():
        found.append((str(python), "licences/Python"))
    for name in runtime():
        found.extend((str(path), f"licences/{name}") for path in texts_of(distribution(name)))
    return found


def texts_of(package: Distribution) -> Iterator[Path]:
    """Give the licence texts beside a package's metadata."""
    for each in package.files or ():
        if ".dist-info" in each.parts[0] and _LICENCE.search("/".join(each.parts[1:])):
            yield Path(str(each.locate()))
