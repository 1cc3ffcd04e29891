"""What is built, and how, is written down truly; building itself is `python3 dev.py package`."""

import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import evidencekit
from evidencekit.cli import starting

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "packaging"
DRAFTS = (
    "windows/installer.iss", "windows/version_info.txt", "windows/build.ps1",
    "macos/entitlements.plist", "linux/evidencekit.desktop", "linux/control",
)  # fmt: skip
FILES = (
    "README.md", "THIRD-PARTY.md", "evidencekit.spec", "build.py", "smoke.py", "contents.py",
    "command.py", "window.py", "licences/LGPL-3.0.txt", "licences/GPL-3.0.txt",
    "licences/SQLCipher.txt", *DRAFTS,
)  # fmt: skip
LOCKED = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>\S+)", re.MULTILINE)
OURS = "evidencekit (pyproject.toml)"


def loaded(name: str) -> ModuleType:
    """Load a program of the folder, which is no package and must not become one."""
    found = importlib.util.spec_from_file_location(f"packaging_{name}", FOLDER / f"{name}.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def contents() -> ModuleType:
    return loaded("contents")


def runtime_of_the_lock() -> dict[str, str]:
    """Give the packages that people get, and their versions, by who asks for them in the lock."""
    blocks = re.split(r"\n(?=\S)", (ROOT / "requirements.lock").read_text("utf-8"))
    asked_by: dict[str, set[str]] = {}
    versions: dict[str, str] = {}
    for block in blocks:
        if found := LOCKED.match(block):
            versions[found["name"]] = found["version"]
            after = block.partition("# via")[2].splitlines()
            asked_by[found["name"]] = {line.strip("# ") for line in after if line.strip("# ")}
    wanted: set[str] = set()
    while more := {
        name for name, by in asked_by.items() if name not in wanted and by & (wanted | {OURS})
    }:
        wanted |= more
    return {name: versions[name] for name in wanted}


def spelled(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_the_room_is_there(name: str) -> None:
    assert (FOLDER / name).stat().st_size > 0


def test_the_room_is_a_plain_folder() -> None:
    assert not list(FOLDER.rglob("__init__.py"))


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith((".py", ".spec"))])
def test_recipe_and_programs_compile(name: str) -> None:
    code = compile((FOLDER / name).read_text("utf-8"), name, "exec")
    assert code.co_filename == name


@pytest.mark.parametrize("name", DRAFTS)
def test_what_nobody_has_run_says_so(name: str) -> None:
    assert "NOT RUN" in (FOLDER / name).read_text("utf-8")
    assert f"`{name}`" in (FOLDER / "README.md").read_text("utf-8")


def test_no_file_names_a_machine() -> None:
    own = [FOLDER / name for name in FILES if not name.startswith("licences/")]
    machine = re.compile(r"/(home|root|Users|work|tmp)/|[A-Z]:\\")
    assert [path.name for path in own if machine.search(path.read_text("utf-8"))] == []


def test_the_lock_is_read_to_the_end() -> None:
    assert {"pyside6-essentials", "sqlcipher3", "cffi", "tzdata", "zipp"} <= set(
        runtime_of_the_lock()
    )
    assert not {"pytest", "pyinstaller", "ruff"} & set(runtime_of_the_lock())


def test_the_table_of_licences_names_every_package_with_its_version() -> None:
    table = (FOLDER / "THIRD-PARTY.md").read_text("utf-8")
    missing = [f"{n} {v}" for n, v in runtime_of_the_lock().items() if f"{n} {v}" not in table]
    assert missing == []


def test_every_package_brings_its_metadata_and_licence(contents: ModuleType) -> None:
    named = (
        *contents.RUNTIME, *contents.RUNTIME_ON_LINUX, *contents.RUNTIME_ON_WINDOWS,
        *contents.RUNTIME_BEFORE_312,
    )  # fmt: skip
    assert {spelled(name) for name in named} == {"evidencekit", *runtime_of_the_lock()}


def test_licence_texts_are_found(contents: ModuleType) -> None:
    places = {place for _source, place in contents.licences()}
    assert {"licences", "licences/sqlcipher3", "licences/cryptography"} <= places


def test_programs_are_called_the_same_everywhere(contents: ModuleType) -> None:
    smoke = loaded("smoke")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert {contents.COMMAND, smoke.COMMAND} == set(project["scripts"])
    assert {contents.WINDOW, smoke.WINDOW, starting.WINDOW} == set(project["gui-scripts"])


def test_versions_agree() -> None:
    version = evidencekit.__version__
    info = (FOLDER / "windows/version_info.txt").read_text("utf-8")
    assert re.findall(r'Version", "([^"]+)"', info) == [version, version]
    assert f"({version.replace('.', ', ')}, 0)" in info
    assert f"Version: {version}\n" in (FOLDER / "linux/control").read_text("utf-8")


def test_every_page_is_named_for_the_recipe(contents: ModuleType) -> None:
    pages = contents.pages()
    assert {"ui.app", "ui.places.today", "ui.places.hand_over"} <= set(pages)
    assert len(pages) == len(set(pages))
    assert not any(page.endswith("__init__") for page in pages)


def test_every_resource_goes_along(contents: ModuleType) -> None:
    going = {f"{place}/{Path(source).name}" for source, place in contents.resources()}
    assert {"resources/styles/app.qss", "resources/frameworks/macp-2012.toml"} <= going
    assert not any(name.endswith((".py", ".pyc")) for name in going)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt6Widgets.dll",
        "PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "PySide6/Qt/plugins/platforminputcontexts/libcomposeplatforminputcontextplugin.so",
        "pillow.libs/libtiff-20b7e810.so.6.3.0",
        "evidencekit-0.1.0.dist-info/METADATA",
    ],
)
def test_what_the_app_needs_is_kept(contents: ModuleType, name: str) -> None:
    assert contents.is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt6Network.dll",
        "PySide6/QtNetwork.abi3.so",
        "PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/plugins/tls/qschannelbackend.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/of-tomorrow/libqunasked.so",
        "PySide6/Qt/translations/qt_de.qm",
        "evidencekit-0.1.0.dist-info/direct_url.json",
    ],
)
def test_what_the_app_does_not_need_stays_out(contents: ModuleType, name: str) -> None:
    assert not contents.is_wanted(name)


def test_a_link_goes_when_its_file_went(contents: ModuleType) -> None:
    kept = [("PySide6/lib/libA.so", "/somewhere/libA.so", "BINARY")]
    links = [
        ("libA.so", "PySide6/lib/libA.so", "SYMLINK"),
        ("libB.so", "PySide6/lib/libB.so", "SYMLINK"),
    ]
    assert contents.without_orphans([*kept, *links], kept) == [*kept, links[0]]
